"""A name in the settings brings the first admins in, and does not undo what was decided since."""

from backend.domain.audit import AuditEntry
from backend.domain.people import Role
from backend.domain.roles import dismissal_of
from backend.services import people
from tests.integration.bot.conftest import Bench

FIRST, SECOND, CITIZEN = 81, 82, 91


async def start(bench: Bench, *named: int) -> list[int]:
    """What happens at each start of the product."""
    async with bench.store.begin() as uow:
        passed_over = await people.appoint_first_admins(uow, "telegram", named or (FIRST, SECOND))
        await uow.commit()
    return passed_over


async def admins(bench: Bench) -> list[int]:
    async with bench.store.look() as uow:
        return await uow.people.admins("telegram")


async def person_of(bench: Bench, chat: int) -> int:
    async with bench.store.look() as uow:
        person_id = (await uow.people.contacts_at("telegram", [chat]))[chat].person_id
    assert person_id is not None
    return person_id


async def test_the_admins_of_the_settings_are_there_from_the_first_start_on(bench: Bench) -> None:
    for _ in range(2):
        assert await start(bench) == []
        assert await admins(bench) == [FIRST, SECOND]


async def test_who_was_dismissed_in_the_chat_stays_dismissed_at_the_next_start(bench: Bench) -> None:
    await start(bench)
    second = await person_of(bench, SECOND)
    for _ in range(2):
        await bench.play(bench.press(FIRST, f"a:dismissed:admin:{second}"))
    assert await start(bench) == [SECOND]
    assert await admins(bench) == [FIRST]
    await bench.play(bench.message(SECOND, "/roles"))
    assert "در اختیار شما نیست" in (await bench.heard(SECOND))[-1]


async def test_who_comes_back_by_invitation_or_by_the_operator_stays(bench: Bench) -> None:
    await start(bench)
    second = await person_of(bench, SECOND)
    await bench.play(bench.press(FIRST, f"a:dismissed:admin:{second}"))
    await bench.play(bench.press(FIRST, "a:invite:admin"))
    token = (await bench.heard(FIRST))[-1].split("?start=")[1].split()[0]
    await bench.play(bench.message(SECOND, f"/start {token}"))
    assert await start(bench) == []
    assert await admins(bench) == [FIRST, SECOND]
    async with bench.store.begin() as uow:
        assert await people.dismiss_admin(uow, "telegram", SECOND)
        await uow.commit()
    assert await start(bench) == [SECOND]
    async with bench.store.begin() as uow:
        await people.appoint_admins(uow, "telegram", [SECOND])
        await uow.commit()
    assert await start(bench) == []
    assert await admins(bench) == [FIRST, SECOND]


async def test_an_attempt_that_was_refused_dismisses_nobody(bench: Bench) -> None:
    await bench.play(bench.message(CITIZEN, "/start"), bench.message(SECOND, "/start"))
    second = await person_of(bench, SECOND)
    await bench.play(bench.press(CITIZEN, f"a:dismissed:admin:{second}"))
    async with bench.store.look() as uow:
        (refused,) = await uow.records.audited(5, refused=True)
    assert (refused.act, refused.subject) == ("dismiss", dismissal_of(Role.ADMIN, second))
    assert await start(bench) == []
    assert await admins(bench) == [FIRST, SECOND]


async def test_a_dismissal_is_of_one_person_from_one_role(bench: Bench) -> None:
    await start(bench, FIRST)
    await bench.play(bench.message(SECOND, "/start"))
    second = await person_of(bench, SECOND)
    async with bench.store.begin() as uow:
        for subject in (dismissal_of(Role.MODERATOR, second), dismissal_of(Role.ADMIN, second + 1)):
            uow.records.audit(AuditEntry(uow.new_id(), uow.now, None, "dismiss", subject, allowed=True))
        await uow.commit()
    assert await start(bench) == []


async def test_who_is_banned_does_not_become_an_admin_by_the_settings(bench: Bench) -> None:
    await start(bench, FIRST)
    await bench.play(bench.message(SECOND, "این کسکش‌ها چاله را پر نمی‌کنند"))
    async with bench.store.look() as uow:
        waiting = await uow.moderation.first()
    assert waiting is not None
    await bench.play(bench.press(FIRST, f"a:banned:{waiting.concern.id}"))
    assert await start(bench) == [SECOND]
    assert await admins(bench) == [FIRST]


async def test_who_was_forgotten_is_somebody_new(bench: Bench) -> None:
    await start(bench)
    second = await person_of(bench, SECOND)
    await bench.play(bench.press(FIRST, f"a:dismissed:admin:{second}"))
    await bench.play(bench.press(SECOND, "f:gone:keep"))
    assert await start(bench) == []
    assert await admins(bench) == [FIRST, SECOND]
