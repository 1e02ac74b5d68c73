"""An update that cannot be worked spoils only itself, is shown to the operator, and can be worked again."""

import json
import time

from bot.simulator.client import SimUser
from tests.journey.acts import code_in, has_code, tell
from tests.journey.database import MS, Database
from tests.journey.town import Town

_INSERT = (
    "INSERT INTO inbox (id, platform, bot, update_id, chat_key, raw, received_at, state, attempts, error, error_id) "
    "VALUES (?, 'telegram', 'test', ?, ?, ?, ?, 'new', 0, '', '')"
)


def _put(db: Database, number: int, update: object) -> None:
    db.change((_INSERT, (number, number, number, json.dumps(update), int(time.time() * MS))))


async def test_a_malformed_update_spoils_only_itself(citizen: SimUser, db: Database, town: Town) -> None:
    _put(db, 11, {"update_id": 11, "message": {"message_id": "?", "chat": 5}})
    assert code_in(await tell(citizen, "نور پارک ملت کم است"))
    await db.until("SELECT state FROM inbox WHERE id = 11", equals="failed")
    listed = town.product.command("inbox", "list")
    assert listed.returncode == 0
    assert db.value("SELECT error_id FROM inbox WHERE id = 11") in listed.stdout
    assert any(entry["inbox"] == 11 for entry in town.product.events("update_failed"))
    db.change(("DELETE FROM inbox WHERE id = 11", ()))


async def test_a_mended_update_is_worked_by_replay_and_answered(citizen: SimUser, db: Database, town: Town) -> None:
    await citizen.start()
    await citizen.wait_for()
    broken = _message(citizen, text={"not": "a text"})
    _put(db, 12, broken)
    await db.until("SELECT state FROM inbox WHERE id = 12", equals="failed")
    mended = json.dumps(_message(citizen, text="سنگ‌فرش میدان شکسته است"))
    db.change(("UPDATE inbox SET raw = ? WHERE id = 12", (mended,)))
    assert "1 wait again" in town.product.command("inbox", "replay", "12").stdout
    await citizen.wait_for(has_code)
    assert db.value("SELECT state FROM inbox WHERE id = 12") == "done"
    assert db.holders_of("سنگ‌فرش میدان") == ["concern.text", "concern.redacted"]


async def test_a_forged_button_touches_nobody_elses_concern(citizen: SimUser, db: Database, town: Town) -> None:
    """A press with another person's concern, as a changed client could send it."""
    answer = await tell(citizen, "نردهٔ پل هوایی کنده شده")
    owned = answer.button("حذف").data.split(":")[-1]
    thief = 99_999_001
    for number, data in enumerate((f"c:erase:{owned}", f"c:set:{owned}:culture", f"c:show:{owned}"), start=21):
        _put(db, number, _press(thief, data))
        await db.until("SELECT state FROM inbox WHERE id = ?", number, equals="done")
    assert db.rows("SELECT state != 'deleted', topic != 'culture' FROM concern WHERE id = ?", int(owned)) == [(1, 1)]
    told = db.rows("SELECT count(*) FROM outbox o JOIN contact c ON c.id = o.contact_id WHERE c.chat_id = ?", thief)
    assert told == [(0,)]


def _person(user_id: int) -> dict[str, object]:
    return {"id": user_id, "is_bot": False, "first_name": "کسی"}


def _message(user: SimUser, text: object) -> dict[str, object]:
    chat = {"id": user.id, "type": "private", "first_name": "کسی"}
    body = {"message_id": 900_000, "date": int(time.time()), "chat": chat, "from": _person(user.id), "text": text}
    return {"update_id": 12, "message": body}


def _press(user_id: int, data: str) -> dict[str, object]:
    chat = {"id": user_id, "type": "private", "first_name": "کسی"}
    message = {"message_id": 1, "date": int(time.time()), "chat": chat, "text": "…"}
    query = {"id": "1", "from": _person(user_id), "chat_instance": "1", "data": data, "message": message}
    return {"update_id": 20, "callback_query": query}
