"""The moderators' queue, bans and roles, update in, answer out, on both engines."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text, update

from backend.domain.actor import Actor
from backend.domain.concern import ConcernState
from backend.domain.errors import Refused
from backend.domain.moderation import Ban, Decided, Ground
from backend.domain.people import Role
from backend.domain.withholding import MOST_IN_AN_HOUR
from backend.services import moderators, people, roles
from backend.storage import tables as t
from backend.storage.unit_of_work import SqlUnitOfWork
from bot.staff_press import ChatStaffPress
from tests.builders import NOON, a_city
from tests.integration.bot.conftest import Bench

ADMIN, MODERATOR, CITIZEN, OTHER = 1, 2, 3, 4
FOUL = "این کسکش‌ها چاله را پر نمی‌کنند"
PLAIN = "چالهٔ خیابان گلستان"


@pytest.fixture(autouse=True)
async def staff(bench: Bench) -> None:
    async with bench.store.begin() as uow:
        for chat_id, role in ((ADMIN, Role.ADMIN), (MODERATOR, Role.MODERATOR)):
            _, person = people.meet(uow, "telegram", chat_id)
            uow.people.grant(person.id, role)
        await uow.commit()


async def concern_ids(bench: Bench, state: ConcernState) -> list[int]:
    async with bench.store.look() as uow:
        rows = await uow._connection.execute(
            text("SELECT id FROM concern WHERE state = :state ORDER BY id"), {"state": state.value}
        )
        return [row.id for row in rows]


async def refusals(bench: Bench) -> list[str]:
    async with bench.store.look() as uow:
        return [entry.act for entry in await uow.records.audited(50, refused=True)]


async def withheld(bench: Bench, words: str = FOUL, writer: int = CITIZEN) -> int:
    await bench.play(bench.message(writer, words))
    return (await concern_ids(bench, ConcernState.WITHHELD))[-1]


async def test_a_withheld_concern_gets_its_code_as_usual(bench: Bench) -> None:
    await withheld(bench)
    assert "کد پیگیری" in (await bench.heard(CITIZEN))[-1]
    assert await concern_ids(bench, ConcernState.RECEIVED) == []


async def test_the_queue_shows_redacted_words_and_publishes(bench: Bench) -> None:
    concern_id = await withheld(bench)
    await bench.play(bench.message(MODERATOR, "/queue"))
    shown = (await bench.heard(MODERATOR))[-1]
    assert FOUL in shown  # the fake reader redacts nothing
    assert "واژهٔ زننده" in shown
    await bench.play(bench.press(MODERATOR, f"a:publish:{concern_id}"))
    await bench.play(bench.press(MODERATOR, f"a:published:{concern_id}:real"))
    assert await concern_ids(bench, ConcernState.RECEIVED) == [concern_id]
    assert "منتشر شد" in (await bench.heard(MODERATOR))[-1]
    assert "به کارگروه موضوعش می‌رسد" in (await bench.heard(CITIZEN))[-1]


async def test_a_decision_is_taken_once(bench: Bench) -> None:
    concern_id = await withheld(bench)
    await bench.play(bench.press(MODERATOR, f"a:hidden:{concern_id}:insult"))
    await bench.play(bench.press(ADMIN, f"a:published:{concern_id}:real"))
    assert await concern_ids(bench, ConcernState.HIDDEN) == [concern_id]
    assert "پیش‌تر بررسی شده" in (await bench.heard(ADMIN))[-1]
    assert sum("نتوانستیم منتشرش کنیم" in said for said in await bench.heard(CITIZEN)) == 1


async def test_an_edit_keeps_the_original(bench: Bench) -> None:
    concern_id = await withheld(bench)
    await bench.play(bench.press(MODERATOR, f"a:write:{concern_id}:cleaned"))
    await bench.play(bench.message(MODERATOR, "چاله را پر نمی‌کنند"))
    async with bench.store.look() as uow:
        concern, kept = await uow.concerns.by_id(concern_id), await uow.moderation.of(concern_id)
    assert concern is not None
    assert kept is not None
    assert (concern.redacted, concern.state, kept.original) == ("چاله را پر نمی‌کنند", ConcernState.RECEIVED, FOUL)
    assert "برداشته شد" in (await bench.heard(CITIZEN))[-1]
    assert await concern_ids(bench, ConcernState.RECEIVED) == [concern_id]  # the moderator's words are no concern


async def test_erasing_takes_the_original_along(bench: Bench) -> None:
    concern_id = await withheld(bench)
    await bench.play(bench.press(MODERATOR, f"a:write:{concern_id}:cleaned"))
    await bench.play(bench.message(MODERATOR, "چاله را پر نمی‌کنند"))
    await bench.play(bench.press(CITIZEN, f"c:erase:{concern_id}"))
    async with bench.store.look() as uow:
        assert await uow.moderation.of(concern_id) is None


async def test_choosing_a_topic_sets_nothing_free(bench: Bench) -> None:
    concern_id = await withheld(bench)
    await bench.play(bench.press(CITIZEN, f"c:set:{concern_id}:parks"))
    assert await concern_ids(bench, ConcernState.WITHHELD) == [concern_id]


async def test_an_edit_by_the_writer_sets_nothing_free_and_can_be_withheld(bench: Bench) -> None:
    foul, plain = bench.message(CITIZEN, FOUL, message_id=501), bench.message(OTHER, PLAIN, message_id=502)
    await bench.play(foul, plain)
    for said, words in ((foul, PLAIN), (plain, FOUL)):
        edited = bench.message(said["message"]["from"]["id"], words, said["message"]["message_id"])
        edited["edited_message"] = edited.pop("message")
        await bench.play(edited)
    assert len(await concern_ids(bench, ConcernState.WITHHELD)) == 2
    assert await concern_ids(bench, ConcernState.RECEIVED) == []


async def test_a_flood_is_withheld_and_others_are_not(bench: Bench) -> None:
    for number in range(MOST_IN_AN_HOUR + 2):
        await bench.play(bench.message(CITIZEN, f"{PLAIN} پلاک {number}"))
    await bench.play(bench.message(OTHER, PLAIN))
    assert len(await concern_ids(bench, ConcernState.WITHHELD)) == 2
    assert len(await concern_ids(bench, ConcernState.RECEIVED)) == MOST_IN_AN_HOUR + 1


async def test_the_same_words_a_third_time_are_withheld(bench: Bench) -> None:
    for _ in range(3):
        await bench.play(bench.message(CITIZEN, PLAIN))
    await bench.play(bench.message(OTHER, PLAIN))
    assert len(await concern_ids(bench, ConcernState.WITHHELD)) == 1


async def test_a_banned_person_is_answered_as_usual_and_never_seen(bench: Bench) -> None:
    concern_id = await withheld(bench)
    await bench.play(bench.press(MODERATOR, f"a:banned:{concern_id}"))
    await bench.play(bench.message(CITIZEN, PLAIN))
    assert "کد پیگیری" in (await bench.heard(CITIZEN))[-1]
    assert len(await concern_ids(bench, ConcernState.WITHHELD)) == 2
    async with bench.store.look() as uow:
        assert await uow.moderation.waiting() == 1  # the first; what the ban withholds is nobody's work
        (ban,) = await uow.moderation.banned(10)
    await bench.play(bench.press(MODERATOR, f"a:unban:{ban.person_id}"))
    async with bench.store.look() as uow:
        assert await uow.moderation.waiting() == 2


async def test_who_holds_a_role_cannot_be_banned(bench: Bench) -> None:
    concern_id = await withheld(bench, writer=ADMIN)
    await bench.play(bench.press(MODERATOR, f"a:banned:{concern_id}"))
    assert await refusals(bench) == ["ban"]


@pytest.mark.parametrize(
    ("data", "act"),
    [
        ("a:queue", "see-queue"),
        ("a:published:{id}:real", "published-withheld"),
        ("a:hidden:{id}:insult", "hidden-withheld"),
        ("a:write:{id}:cleaned", "see-withheld"),
        ("a:banned:{id}", "ban"),
        ("a:bans", "see-bans"),
        ("a:unban:{id}", "unban"),
        ("a:menu", "manage"),
        ("a:roles", "see-roles"),
        ("a:invite:admin", "invite-role"),
        ("a:dismissed:admin:{id}", "dismiss"),
        ("a:stats", "see-statistics"),
        ("a:audit:all:0", "see-audit"),
        ("b:new", "begin-broadcast"),
        ("b:stop:{id}", "stop-broadcast"),
    ],
)
async def test_a_forged_press_of_a_citizen_is_refused_and_audited(bench: Bench, data: str, act: str) -> None:
    concern_id = await withheld(bench)
    await bench.play(bench.press(OTHER, data.format(id=concern_id)))
    assert await refusals(bench) == [act]
    assert await concern_ids(bench, ConcernState.WITHHELD) == [concern_id]


async def test_a_moderator_gives_no_roles_and_sends_nothing_to_many(bench: Bench) -> None:
    await bench.play(bench.press(MODERATOR, "a:invite:admin"), bench.press(ADMIN, "a:menu"))
    await bench.play(bench.press(MODERATOR, "b:new"))
    assert sorted(await refusals(bench)) == ["begin-broadcast", "invite-role"]


async def test_grounds_that_belong_to_another_decision_are_refused(bench: Bench) -> None:
    concern_id = await withheld(bench)
    await bench.play(bench.press(MODERATOR, f"a:published:{concern_id}:insult"))
    assert await concern_ids(bench, ConcernState.WITHHELD) == [concern_id]


async def test_moderators_are_told_once_an_hour_and_by_day(bench: Bench) -> None:
    await withheld(bench)
    press = ChatStaffPress(a_city())
    told = []
    for moment in (NOON, NOON + timedelta(minutes=30), NOON + timedelta(hours=2), NOON + timedelta(hours=14)):
        async with bench.store.begin() as uow:
            uow.now = moment
            told.append(await moderators.tell_moderators(uow, a_city(), press))
            await uow.commit()
    assert told == [1, 0, 1, 0]


async def test_what_was_withheld_unread_is_read_later(bench: Bench) -> None:
    bench.reader.is_away = True
    concern_id = await withheld(bench)
    bench.reader.is_away = False
    async with bench.store.begin() as uow:
        assert await moderators.read_again(uow, bench.reader, 10) == 1
        await uow.commit()
    async with bench.store.look() as uow:
        concern = await uow.concerns.by_id(concern_id)
    assert concern is not None
    assert (concern.state, concern.redacted) == (ConcernState.WITHHELD, FOUL)


async def token_for(bench: Bench, role: str) -> str:
    await bench.play(bench.press(ADMIN, f"a:invite:{role}"))
    return (await bench.heard(ADMIN))[-1].split("?start=")[1].split()[0]


async def roles_of(bench: Bench, chat_id: int) -> frozenset[Role]:
    async with bench.store.look() as uow:
        contact = (await uow.people.contacts_at("telegram", [chat_id]))[chat_id]
        assert contact.person_id is not None
        return (await uow.people.roles([contact.person_id])).get(contact.person_id, frozenset())


async def person_of(bench: Bench, chat_id: int) -> int:
    async with bench.store.look() as uow:
        return (await uow.people.contacts_at("telegram", [chat_id]))[chat_id].person_id or 0


async def test_an_invite_to_a_role_works_once_for_one_person(bench: Bench) -> None:
    token = await token_for(bench, "secretary")
    await bench.play(bench.message(CITIZEN, f"/start {token}"))
    assert "نقش «دبیر» به شما داده شد" in (await bench.heard(CITIZEN))[-1]
    await bench.play(bench.message(CITIZEN, f"/start {token}"), bench.message(OTHER, f"/start {token}"))
    assert await roles_of(bench, CITIZEN) == {Role.SECRETARY}
    assert await roles_of(bench, OTHER) == frozenset()
    assert await refusals(bench) == ["take-role"]


async def test_an_expired_invite_and_a_banned_person_are_refused(bench: Bench) -> None:
    token = await token_for(bench, "moderator")
    concern_id = await withheld(bench)
    await bench.play(bench.press(MODERATOR, f"a:banned:{concern_id}"))
    await bench.play(bench.message(CITIZEN, f"/start {token}"))
    async with bench.store.begin() as uow:
        await uow._connection.execute(update(t.role_invite).values(expires_at=NOON - timedelta(days=99)))
        await uow.commit()
    await bench.play(bench.message(OTHER, f"/start {token}"))
    assert await refusals(bench) == ["take-role", "take-role"]
    assert await roles_of(bench, CITIZEN) == await roles_of(bench, OTHER) == frozenset()


async def test_nobody_edits_their_own_roles(bench: Bench) -> None:
    token = await token_for(bench, "secretary")
    await bench.play(bench.message(ADMIN, f"/start {token}"))
    assert await roles_of(bench, ADMIN) == {Role.ADMIN}
    await bench.play(bench.press(ADMIN, f"a:dismissed:admin:{await person_of(bench, ADMIN)}"))
    assert await roles_of(bench, ADMIN) == {Role.ADMIN}
    await bench.play(bench.press(ADMIN, f"a:dismissed:moderator:{await person_of(bench, MODERATOR)}"))
    assert await roles_of(bench, MODERATOR) == frozenset()


async def test_the_menu_shows_what_the_role_may_do(bench: Bench) -> None:
    await bench.play(bench.message(MODERATOR, "/manage"), bench.message(ADMIN, "/manage"))
    moderators_menu, admins_menu = (await bench.heard(MODERATOR))[-1], (await bench.heard(ADMIN))[-1]
    assert "صف بررسی" in moderators_menu
    assert "پیام همگانی" not in moderators_menu
    assert "پیام همگانی" in admins_menu


async def test_the_audit_log_is_paged_and_filtered_in_persian(bench: Bench) -> None:
    for _ in range(15):
        await bench.play(bench.press(ADMIN, "a:roles"))
    await bench.play(bench.press(OTHER, "a:roles"))
    await bench.play(bench.message(ADMIN, "/audit"))
    first = (await bench.heard(ADMIN))[-1]
    assert "✅" in first
    assert "❌" in first
    assert first.count("دیدن نقش‌ها") >= 10
    for data in ("a:audit:all:1", "a:audit:refused:0", "a:audit:see-roles:0", "a:acts"):
        await bench.play(bench.press(ADMIN, data))
    *_, second, refused, one_act, acts = await bench.heard(ADMIN)
    assert "صفحهٔ ۲" in second
    assert refused.count("❌") == 1
    assert "دیدن نقش‌ها – صفحهٔ ۱" in one_act
    assert "کدام کار" in acts


async def test_statistics_come_in_words_and_as_a_picture(bench: Bench) -> None:
    await bench.play(bench.message(CITIZEN, PLAIN), bench.message(OTHER, PLAIN + " دوم"))
    await bench.play(bench.message(ADMIN, "/stats"))
    said = (await bench.heard(ADMIN))[-1]
    assert "۲ پیام از کمتر از پنج نفر" in said
    assert "حمل‌ونقل: ۲" in said
    assert "هفتهٔ جاری: ۲ پیام؛ هفتهٔ پیش: ۰" in said
    assert [file for method, _, file in bench.api.calls if method == "sendPhoto"] == [("photo", "statistics.png", b"2")]


async def outcome_of[T](bench: Bench, act: Callable[[SqlUnitOfWork], Awaitable[T]]) -> T | str:
    """Do something in a transaction of its own; return what came of it, or the code of the refusal."""
    try:
        async with bench.store.begin() as uow:
            came = await act(uow)
            await uow.commit()
    except Refused as refusal:
        return refusal.code
    return came


async def actor_of(bench: Bench, chat_id: int) -> Actor:
    async with bench.store.look() as uow:
        contact = (await uow.people.contacts_at("telegram", [chat_id]))[chat_id]
    return Actor(contact.person_id or 0, await roles_of(bench, chat_id), contact.id)


async def test_of_two_admins_who_dismiss_each_other_at_once_one_stays(bench: Bench) -> None:
    await bench.play(bench.message(OTHER, f"/start {await token_for(bench, 'admin')}"))
    first, second = await actor_of(bench, ADMIN), await actor_of(bench, OTHER)
    came = await asyncio.gather(
        outcome_of(bench, lambda uow: roles.dismiss(uow, first, Role.ADMIN, second.person_id)),
        outcome_of(bench, lambda uow: roles.dismiss(uow, second, Role.ADMIN, first.person_id)),
    )
    assert sorted(str(one) for one in came) == ["None", "not-allowed"]
    async with bench.store.begin() as uow:
        assert len(await uow.people.holders(Role.ADMIN)) == 1


async def test_of_two_moderators_who_decide_at_once_the_first_counts(bench: Bench) -> None:
    concern_id = await withheld(bench)
    first, second = await actor_of(bench, ADMIN), await actor_of(bench, MODERATOR)
    came = await asyncio.gather(
        outcome_of(bench, lambda uow: moderators.publish(uow, first, concern_id, Ground.REAL)),
        outcome_of(bench, lambda uow: moderators.hide(uow, second, concern_id, Ground.INSULT)),
    )
    assert [one.is_fresh for one in came if isinstance(one, Decided)].count(True) == 1
    assert len({one.verdict for one in came if isinstance(one, Decided)}) == 1


async def test_a_withheld_picture_goes_on_to_wait_for_words(bench: Bench) -> None:
    await bench.play(bench.message(CITIZEN, "/start"))
    writer = await person_of(bench, CITIZEN)
    async with bench.store.begin() as uow:
        uow.moderation.ban(Ban(writer, NOON, None))
        await uow.commit()
    await bench.play(photo(bench, CITIZEN))
    (pictured,) = await concern_ids(bench, ConcernState.WITHHELD)
    await bench.play(bench.press(MODERATOR, f"a:unban:{writer}"), bench.message(MODERATOR, "/queue"))
    assert "پیوستی بی‌نوشته" in (await bench.heard(MODERATOR))[-1]
    await bench.play(bench.press(MODERATOR, f"a:published:{pictured}:harmless"))
    assert await concern_ids(bench, ConcernState.UNHEARD) == [pictured]


def photo(bench: Bench, chat_id: int) -> dict[str, Any]:
    size = {"file_id": "photo-1", "file_unique_id": "u", "width": 9, "height": 9, "file_size": 90}
    return bench.message(chat_id, "", photo=[size])
