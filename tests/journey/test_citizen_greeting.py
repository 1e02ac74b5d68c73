"""A citizen opens the chat: greeting, the two questions by buttons, the menu in place of commands."""

from bot.simulator.client import SimulatorClient, SimUser
from tests.journey.acts import bare, code_in, edited, has_code, tell, with_button
from tests.journey.database import Database

_PROFILE = (
    "SELECT p.stakeholder_group, p.district FROM person p JOIN contact c ON c.person_id = p.id WHERE c.chat_id = ?"
)


async def test_start_greets_and_tells_in_three_lines_what_becomes_of_a_message(citizen: SimUser) -> None:
    await citizen.start()
    greeting = await citizen.wait_for(lambda message: bool(message.keyboard))
    lines = [line for line in greeting.text.splitlines() if line[:2] in {"۱.", "۲.", "۳."}]
    assert len(lines) == 3
    assert "مشهد" in greeting.text
    assert [key for row in greeting.keyboard for key in row] == [
        "✍️ پیام تازه", "📋 پیام‌های من", "⭐ مهم‌ترین‌های منطقه", "🔎 پیگیری با کد", "🔧 تنظیمات", "❓ راهنما",
    ]  # fmt: skip


async def test_group_and_district_are_told_by_buttons(citizen: SimUser, db: Database) -> None:
    await citizen.start()
    asked = await citizen.wait_for(with_button("شهروند"))
    assert len(asked.buttons) == 6  # five groups and «نمی‌گویم»
    press = await citizen.press(asked, "نهاد مردمی یا تشکل")
    assert (await press.answered()).text == "ثبت شد ✅"
    asked = await citizen.wait_for(edited)
    await citizen.press(asked, "منطقهٔ ثامن")
    await citizen.wait_for(lambda message: message.edited and not message.rows)
    assert db.rows(_PROFILE, citizen.id) == [("associations", "samen")]

    code = bare(code_in(await tell(citizen, "چراغ‌های کوچهٔ ما شب‌ها خاموش است")))
    kept = db.rows("SELECT stakeholder_group, district FROM concern WHERE code = ?", code)
    assert kept == [("associations", "samen")]


async def test_both_questions_can_be_skipped(citizen: SimUser, db: Database) -> None:
    await citizen.start()
    await citizen.press(await citizen.wait_for(with_button("نمی‌گویم")), "نمی‌گویم")
    await citizen.press(await citizen.wait_for(with_button("منطقهٔ ۱")), "نمی‌گویم")
    await citizen.wait_for(lambda message: message.edited and not message.rows)
    assert db.rows(_PROFILE, citizen.id) == [(None, None)]


async def test_plain_text_without_start_gets_a_code_at_once(citizen: SimUser, db: Database) -> None:
    answer = await tell(citizen, "آسفالت بولوار وکیل‌آباد پر از چاله است")
    assert "ثبت شد" in answer.text
    assert "نام و شماره‌تان پرسیده نمی‌شود" in answer.text
    assert db.value("SELECT text FROM concern WHERE code = ?", bare(code_in(answer))) == (
        "آسفالت بولوار وکیل‌آباد پر از چاله است"
    )
    # The questions about the person wait until they are wanted.
    await citizen.press(answer, "معرفی من")
    await citizen.wait_for(with_button("شهروند"))


async def test_the_menu_is_enough_no_latin_command_is_needed(citizen: SimUser) -> None:
    await citizen.start()
    await citizen.wait_for(lambda message: bool(message.keyboard))
    await citizen.tap("📋 پیام‌های من")
    await citizen.wait_for(lambda message: "هنوز پیامی ثبت نکرده‌اید" in message.text)
    await citizen.tap("✍️ پیام تازه")
    await citizen.wait_for(lambda message: "بفرمایید" in message.text)
    code = code_in(await tell(citizen, "پارک محله‌مان تاب و سرسره ندارد"))
    await citizen.tap("📋 پیام‌های من")
    await citizen.wait_for(lambda message: code in message.text)
    await citizen.tap("🔎 پیگیری با کد")
    await citizen.wait_for(lambda message: "کد پیگیری" in message.text)
    await citizen.say(code)
    await citizen.wait_for(lambda message: message.text.startswith("پیام") and code in message.text)
    await citizen.tap("❓ راهنما")
    await citizen.wait_for(lambda message: "۱۲۵" in message.text)


async def test_a_menu_word_or_command_never_becomes_a_concern(citizen: SimUser, db: Database) -> None:
    await citizen.start()
    await citizen.wait_for(lambda message: bool(message.keyboard))
    await citizen.tap("❓ راهنما")
    await citizen.wait_for()
    await citizen.ask("/chiz")
    kept = "SELECT count(*) FROM concern k JOIN contact c ON c.person_id = k.person_id WHERE c.chat_id = ?"
    assert db.value(kept, citizen.id) == 0


async def test_two_people_in_one_moment_get_codes_of_their_own(sim: SimulatorClient) -> None:
    people = [await sim.user(f"همسایهٔ {n}") for n in range(8)]
    for person in people:
        await person.say("زباله‌های سر کوچه چند روز است جمع نشده")
    codes = {code_in(await person.wait_for(has_code)) for person in people}
    assert len(codes) == 8
