"""Looking after one's messages: by list, by command, by the menu, by a code however it is typed."""

from bot.simulator.client import SimUser
from tests.journey.acts import answered, bare, code_in, has_code, tell
from tests.journey.database import Database


async def test_my_lists_ones_own_messages_and_nobody_elses(citizen: SimUser, db: Database) -> None:
    first = code_in(await tell(citizen, "پیاده‌رو خیابان احمدآباد شکسته است"))
    second = code_in(await tell(citizen, "اتوبوس خط ۱۲ خیلی دیر می‌آید"))
    listed = await citizen.ask("/my", answered)
    assert listed.text.index(second) < listed.text.index(first)
    await db.gathered()
    assert "در نوبت بررسی" not in (await citizen.ask("/my", answered)).text


async def test_a_code_is_followed_in_any_usual_spelling(citizen: SimUser) -> None:
    code = code_in(await tell(citizen, "جوی آب خیابان کوهسنگی گرفته است"))
    for typed in (f"/track {code}", f"/track {bare(code).lower()}", code, bare(code).lower(), " ".join(bare(code))):
        answer = await citizen.ask(typed, answered)
        assert code in answer.text, typed


async def test_the_menus_key_waits_for_the_code_in_small_letters_without_dash(citizen: SimUser) -> None:
    await citizen.start()
    await citizen.wait_for(lambda message: bool(message.keyboard))
    code = code_in(await tell(citizen, "جوی آب خیابان کوهسنگی گرفته است"))
    await citizen.tap("🔎 پیگیری با کد")
    await citizen.wait_for(lambda message: "کد پیگیری" in message.text)
    answer = await citizen.ask(bare(code).lower(), answered)
    assert code in answer.text
    assert answer.text.startswith("پیام")


async def test_a_wrong_code_is_told_from_an_unknown_one(citizen: SimUser) -> None:
    code = bare(code_in(await tell(citizen, "جوی آب خیابان کوهسنگی گرفته است")))
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
    assert "این کد درست نیست" in (await citizen.ask(f"/track {wrong}", answered)).text
    assert "این کد درست نیست" in (await citizen.ask("/track سلام", answered)).text


async def test_after_a_wrong_code_the_right_one_may_follow(citizen: SimUser) -> None:
    await citizen.start()
    await citizen.wait_for(lambda message: bool(message.keyboard))
    code = code_in(await tell(citizen, "جوی آب خیابان کوهسنگی گرفته است"))
    await citizen.tap("🔎 پیگیری با کد")
    await citizen.wait_for(lambda message: "کد پیگیری" in message.text)
    wrong = bare(code)[:-1] + ("2" if code[-1] != "2" else "3")
    assert "این کد درست نیست" in (await citizen.ask(wrong, answered)).text
    assert code in (await citizen.ask(code, answered)).text


async def test_who_writes_a_concern_where_a_code_was_expected_loses_nothing(citizen: SimUser, db: Database) -> None:
    await citizen.start()
    await citizen.wait_for(lambda message: bool(message.keyboard))
    await citizen.tap("🔎 پیگیری با کد")
    await citizen.wait_for(lambda message: "کد پیگیری" in message.text)
    answer = await citizen.ask("کدم را گم کرده‌ام؛ فاضلاب کوچهٔ ما بالا زده است", has_code)
    assert "ثبت شد" in answer.text
    assert "فاضلاب" in db.value("SELECT text FROM concern WHERE code = ?", bare(code_in(answer)))


async def test_anybody_may_follow_a_code_but_sees_no_words(citizen: SimUser, admin: SimUser) -> None:
    code = code_in(await tell(citizen, "جوی آب خیابان کوهسنگی گرفته است"))
    answer = await admin.ask(f"/track {code}", lambda message: code in message.text)
    assert "گرفته است" not in answer.text
