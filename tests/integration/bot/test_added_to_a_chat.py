"""An admin who adds the bot to a group chat is asked whose it is; others are not."""

from typing import Any

from backend.services import people
from tests.integration.bot.conftest import Bench

ADMIN, STRANGER, CHAT = 7700, 7701, -100_77


def added(by: int, number: int, *, before: str = "left") -> dict[str, Any]:
    """An update that tells that the bot is in the group chat now."""
    own = {"id": 42, "is_bot": True, "first_name": "b"}
    return {
        "update_id": number,
        "my_chat_member": {
            "chat": {"id": CHAT, "type": "supergroup", "title": "کارگروه"},
            "from": {"id": by, "is_bot": False, "first_name": "کسی"},
            "date": 1795000000,
            "old_chat_member": {"status": before, "user": own},
            "new_chat_member": {"status": "member", "user": own},
        },
    }


async def found(bench: Bench) -> None:
    """Appoint the admin and let them found a group by the dialogue."""
    await bench.play(bench.message(ADMIN, "/start"), bench.message(STRANGER, "/start"))
    async with bench.store.begin() as uow:
        await people.appoint_admins(uow, "telegram", {ADMIN})
        await uow.commit()
    await bench.play(bench.message(ADMIN, "/newgroup"), bench.message(ADMIN, "کارگروه محله"))
    await bench.play(bench.press(ADMIN, "g:level:district"), bench.press(ADMIN, "g:axes:all"))
    await bench.play(bench.press(ADMIN, "g:districts:all"), bench.message(ADMIN, "هر شنبه ساعت ۸"))


async def test_an_admin_is_asked_and_binds_by_a_button(bench: Bench) -> None:
    await found(bench)
    await bench.play(added(ADMIN, 901))
    (asked,) = await bench.heard(CHAT)
    assert "به کدام کارگروه متصل شود" in asked
    press = bench.press(ADMIN, "g:bind:1")
    press["callback_query"]["message"]["chat"] = {"id": CHAT, "type": "supergroup", "title": "کارگروه"}
    await bench.play(press)
    assert "متصل شد" in (await bench.heard(CHAT))[-1]
    await bench.play(added(ADMIN, 902))
    assert len(await bench.heard(CHAT)) == 2, "it is bound already"


async def test_a_stranger_is_told_nothing(bench: Bench) -> None:
    await found(bench)
    await bench.play(added(STRANGER, 903))
    assert await bench.heard(CHAT) == []


async def test_nobody_is_asked_again_when_only_its_rights_change(bench: Bench) -> None:
    await found(bench)
    await bench.play(added(ADMIN, 904, before="member"))
    assert await bench.heard(CHAT) == []
