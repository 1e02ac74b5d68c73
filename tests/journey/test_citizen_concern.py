"""What a citizen can do about a concern: confirm, correct, delete, edit."""

from time import time

from bot.simulator.client import SimMessage, SimUser
from tests.journey.acts import answered, bare, code_in, edited, tell
from tests.journey.database import MS, Database

_POTHOLE = "چاله‌های خیابان سناباد ماشین‌ها را خراب کرده"
_TOPICS = (
    'SELECT t.code, t."by" FROM concern_topic t JOIN concern c ON c.id = t.concern_id WHERE c.code = ? AND t.asserted'
)


async def test_the_understood_topic_is_confirmed(citizen: SimUser, db: Database) -> None:
    answer = await tell(citizen, _POTHOLE)
    assert "توسعهٔ پایدار" in answer.text
    press = await citizen.press(answer, "درست است")
    assert "تأیید" in (await press.answered()).text
    shown = await citizen.wait_for(edited)
    assert [button.text for button in shown.buttons] == ["حذف"]
    assert db.rows(_TOPICS, bare(code_in(answer))) == [("pavement", "citizen")]


async def test_another_topic_is_chosen_from_five_then_from_all(citizen: SimUser, db: Database) -> None:
    answer = await tell(citizen, _POTHOLE)
    await citizen.press(answer, "موضوع دیگری است")
    five = await citizen.wait_for(edited)
    assert len(five.buttons) == 7  # five topics, all of them, back
    await citizen.press(five, "همهٔ موضوع‌ها")
    axes = await citizen.wait_for(edited)
    await citizen.press(axes, "الگوی اسلامی–ایرانی پیشرفت")
    topics = await citizen.wait_for(edited)
    await citizen.press(topics, _data_ending(topics, ":culture"))
    await citizen.wait_for(lambda message: message.edited and "تغییر کرد" in message.text)
    code = bare(code_in(answer))
    assert db.rows(_TOPICS, code) == [("culture", "citizen")]
    assert db.value("SELECT topic FROM concern WHERE code = ?", code) == "culture"


async def test_one_of_the_five_likeliest_is_chosen_and_back_leads_back(citizen: SimUser, db: Database) -> None:
    answer = await tell(citizen, _POTHOLE)
    await citizen.press(answer, "موضوع دیگری است")
    five = await citizen.wait_for(edited)
    await citizen.press(five, "بازگشت")
    again = await citizen.wait_for(edited)
    assert again.text == answer.text.split("\n\n")[0]
    await citizen.press(again, "موضوع دیگری است")
    five = await citizen.wait_for(edited)
    second = five.buttons[1]
    await citizen.press(five, second.data)
    await citizen.wait_for(lambda message: message.edited and second.text in message.text)
    assert db.value("SELECT topic FROM concern WHERE code = ?", bare(code_in(answer))) == second.data.split(":")[-1]


async def test_delete_asks_first_and_then_erases_every_word(citizen: SimUser, db: Database) -> None:
    word = "زرافه‌نگارستان"
    answer = await tell(citizen, f"در کوچهٔ {word} آسفالت نداریم و همه‌جا گل است")
    code = bare(code_in(answer))
    await db.gathered()
    await citizen.press(answer, "حذف")
    sure = await citizen.wait_for(edited)
    await citizen.press(sure, "نه، بماند")
    kept = await citizen.wait_for(edited)
    assert word in db.value("SELECT text FROM concern WHERE code = ?", code)

    await citizen.press(kept, "حذف")
    await citizen.press(await citizen.wait_for(edited), "بله، پاک شود")
    await citizen.wait_for(lambda message: message.edited and "پاک شد" in message.text)
    await db.settled()
    assert db.rows("SELECT state, text, person_id FROM concern WHERE code = ?", code) == [("deleted", "", None)]
    assert db.holders_of(word) == []
    missing = await citizen.ask(f"/track {code}", answered)
    assert "نیافتیم" in missing.text


async def test_the_same_button_pressed_twice_does_no_more_than_once(citizen: SimUser, db: Database) -> None:
    answer = await tell(citizen, _POTHOLE)
    await citizen.press(answer, "درست است", times=3)
    await citizen.wait_for(edited)
    await db.settled()
    assert db.rows(_TOPICS, bare(code_in(answer))) == [("pavement", "citizen")]

    await citizen.press(await citizen.wait_for(edited, since=0), "حذف")
    await citizen.press(await citizen.wait_for(edited), "بله، پاک شود", times=2)
    await citizen.wait_for(lambda message: message.edited and "پاک شد" in message.text)
    await db.settled()
    assert db.value("SELECT count(*) FROM inbox WHERE state = 'failed'") == 0


async def test_an_edit_within_the_hour_changes_the_concern(citizen: SimUser, db: Database) -> None:
    said = await citizen.say(_POTHOLE)
    code = code_in(await citizen.wait_for())
    await citizen.edit(said, "سطل زبالهٔ خیابان سناباد همیشه پر است و جمع نمی‌شود")
    answer = await citizen.wait_for(lambda message: "ویرایش شما ثبت شد" in message.text)
    assert code_in(answer) == code
    assert "سطل زباله" in db.value("SELECT text FROM concern WHERE code = ?", bare(code))
    assert db.value("SELECT topic FROM concern WHERE code = ?", bare(code)) == "waste"
    assert db.holders_of("ماشین‌ها را خراب کرده") == _elsewhere(db)


async def test_an_edit_after_an_hour_is_refused_kindly(citizen: SimUser, db: Database) -> None:
    said = await citizen.say(_POTHOLE)
    code = bare(code_in(await citizen.wait_for()))
    earlier = int((time() - 3601) * MS)
    db.change(("UPDATE concern SET created_at = ? WHERE code = ?", (earlier, code)))
    await citizen.edit(said, "چیز دیگری می‌گویم")
    refused = await citizen.wait_for()
    assert "بیش از یک ساعت گذشته" in refused.text
    assert db.value("SELECT text FROM concern WHERE code = ?", code) == _POTHOLE


def _data_ending(message: SimMessage, ending: str) -> str:
    return next(button.data for button in message.buttons if button.data.endswith(ending))


def _elsewhere(db: Database) -> list[str]:
    """Other people of the town say the same words; theirs stay."""
    others = db.value("SELECT count(*) FROM concern WHERE instr(text, 'ماشین‌ها را خراب کرده') > 0")
    return ["concern.text", "concern.redacted"] if others else []
