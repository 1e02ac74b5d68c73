"""Answering in the chat: every kind, wrong answers, old buttons, going back, stopping, several surveys at once."""

from dataclasses import replace

import pytest

from backend.domain.survey import Mark, Option, Question, QuestionKind, Quota, SurveyAudience
from backend.domain.survey_rules import Equals
from tests.builders import a_reading
from tests.integration.bot.conftest import Bench
from tests.integration.bot.surveys import MODES, SHORT, WITH_TEXT, ask, settle

K = QuestionKind
ME = 77


async def test_a_survey_is_answered_by_presses_in_one_message(bench: Bench) -> None:
    asked = await ask(bench)
    await bench.play(bench.message(ME, f"/start {asked.survey.token}"))
    assert "۲ پرسش" in await asked.last(ME)
    await asked.begin(ME, message_id=500)
    assert (await asked.last(ME)).startswith("پرسش ۱ از ۲")
    await asked.press(ME, "a", 0, "1", message_id=500)
    assert (await asked.last(ME)).startswith("پرسش ۲ از ۲")
    await asked.press(ME, "a", 1, "4", message_id=500)
    assert "ثبت شد" in await asked.last(ME)
    (response,) = await asked.responses()
    assert response.answers == {"how": "metro", "points": 4}
    assert response.is_complete
    assert response.person_id == await asked.person(ME)
    edits = [fields["message_id"] for method, fields, _ in bench.api.calls if method == "editMessageText"]
    assert edits == [500] * 3


async def test_words_answer_beside_buttons_and_the_answered_question_keeps_its_answer(bench: Bench) -> None:
    asked = await ask(bench)
    await asked.begin(ME, message_id=500)
    await asked.say(ME, "قطار شهري")
    said = await bench.heard(ME)
    assert said[-2:][0] == "با چه می‌روید؟\nپاسخ شما: قطار شهری"
    assert said[-1].startswith("پرسش ۲ از ۲")
    await asked.say(ME, "پنج")
    (response,) = await asked.responses()
    assert response.answers == {"how": "metro", "points": 5}


@pytest.mark.parametrize(
    ("question", "value", "answer"),
    [
        (Question("q", K.YES_NO, "؟"), "yes", "yes"),
        (Question("q", K.DISTRICT, "؟"), "samen", "samen"),
        (Question("q", K.SCALE, "؟"), "1", 1),
        (Question("q", K.ONE, "؟", options=MODES, is_shuffled=True), "2", "walk"),
    ],
)
async def test_each_kind_with_a_button_an_answer(bench: Bench, question: Question, value: str, answer: object) -> None:
    asked = await ask(bench, (question,))
    await asked.begin(ME)
    await asked.press(ME, "a", 0, value)
    assert [one.answers for one in await asked.responses()] == [{"q": answer}]


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (Question("q", K.NUMBER, "؟", lowest=0, highest=10), "۲٫۵", 2.5),
        (Question("q", K.DATE, "؟"), "۱۴۰۵/۹/۱", "2026-11-22"),
        (Question("q", K.TEXT, "؟"), "اتوبوس دیر می‌آید", {"text": "اتوبوس دیر می‌آید", "topics": ["roads"]}),
        (Question("q", K.ONE, "؟", options=MODES, has_other=True), "دوچرخه", {"other": "دوچرخه"}),
        (Question("q", K.MANY, "؟", options=MODES), "۱ و ۳", ["bus", "walk"]),
        (Question("q", K.RANKING, "؟", options=MODES), "۳ ۱ ۲", ["walk", "bus", "metro"]),
        (Question("q", K.DISTRICT, "؟"), "منطقهٔ نه", "9"),
    ],
)
async def test_each_kind_is_answered_in_words(bench: Bench, question: Question, text: str, answer: object) -> None:
    asked = await ask(bench, (question,))
    await asked.begin(ME)
    await asked.say(ME, text)
    assert [one.answers for one in await asked.responses()] == [{"q": answer}]


async def test_a_picture_and_a_point_are_answers(bench: Bench) -> None:
    asked = await ask(bench, (Question("photo", K.PHOTO, "عکس؟"), Question("where", K.LOCATION, "کجا؟")))
    await asked.begin(ME)
    await asked.say(ME, "عکس ندارم")
    assert "یک عکس بفرستید" in await asked.last(ME)
    photo = {"photo": [{"file_id": "F1", "file_unique_id": "u", "width": 1, "height": 1, "file_size": 9}]}
    await asked.say(ME, "", **photo)
    assert (await asked.last(ME)).startswith("پرسش ۲ از ۲")
    await asked.say(ME, "", location={"latitude": 36.2912345, "longitude": 59.6})
    (response,) = await asked.responses()
    place = {"latitude": 36.29123, "longitude": 59.6, "district": None}
    assert response.answers == {"photo": {"file": "F1"}, "where": place}


async def test_several_are_ticked_and_a_second_press_of_a_tick_does_no_more(bench: Bench) -> None:
    asked = await ask(bench, (Question("q", K.MANY, "؟", options=MODES),))
    await asked.begin(ME)
    await asked.press(ME, "done", 0)
    assert "هنوز گزینه‌ای" in bench.api.toasts()[-1]["text"]
    for value in ("0+", "0+", "2+", "1+", "1-"):
        await asked.press(ME, "t", 0, value)
    await asked.press(ME, "done", 0)
    assert [one.answers for one in await asked.responses()] == [{"q": ["bus", "walk"]}]


async def test_a_ranking_is_pressed_in_order_and_the_last_can_be_taken_back(bench: Bench) -> None:
    asked = await ask(bench, (Question("q", K.RANKING, "؟", options=MODES),))
    await asked.begin(ME)
    for value in ("2@0", "2@0", "1@1", "u2", "u2", "0@1", "1@2"):
        await asked.press(ME, "t", 0, value)
    assert [one.answers for one in await asked.responses()] == [{"q": ["walk", "bus", "metro"]}]


async def test_own_words_join_the_ticks(bench: Bench) -> None:
    asked = await ask(bench, (Question("q", K.MANY, "؟", options=MODES, has_other=True),))
    await asked.begin(ME)
    await asked.press(ME, "t", 0, "0+")
    await asked.press(ME, "other", 0)
    await asked.say(ME, "دوچرخه")
    assert "اتوبوس، چیز دیگر: دوچرخه" in await asked.last(ME)
    await asked.press(ME, "done", 0)
    assert [one.answers for one in await asked.responses()] == [{"q": ["bus", {"other": "دوچرخه"}]}]


async def test_a_wrong_answer_says_what_is_wanted_and_the_question_stays(bench: Bench) -> None:
    asked = await ask(bench, (Question("q", K.NUMBER, "چند نفرید؟", lowest=1, highest=9),))
    await asked.begin(ME)
    await asked.say(ME, "خیلی زیاد")
    assert await asked.last(ME) == "این پرسش عدد می‌خواهد؛ مانند «۳» یا «۲٫۵»."
    await asked.say(ME, "۱۲")
    assert await asked.last(ME) == "این عدد زیاد است؛ پاسخ باید ۹ یا کمتر باشد."
    await asked.say(ME, "۴")
    assert [one.answers for one in await asked.responses()] == [{"q": 4}]


async def test_a_button_of_a_past_question_is_known_and_the_open_one_shown(bench: Bench) -> None:
    asked = await ask(bench)
    await asked.begin(ME, message_id=500)
    await asked.press(ME, "a", 0, "0", message_id=500)
    await asked.press(ME, "a", 0, "2", message_id=400)
    assert bench.api.toasts()[-1]["text"] == "این پرسش گذشته است."
    assert (await asked.last(ME)).startswith("پرسش ۲ از ۲")
    draft = await asked.draft(ME)
    assert draft is not None
    assert (draft.answers, draft.message_id) == ({"how": "bus"}, 400)


async def test_a_second_press_of_the_same_button_is_passed_over(bench: Bench) -> None:
    asked = await ask(bench)
    await asked.begin(ME)
    await asked.press(ME, "a", 0, "0")
    heard = len(await bench.heard(ME))
    await asked.press(ME, "a", 0, "0")
    assert bench.api.toasts()[-1]["text"] == ""
    assert len(await bench.heard(ME)) == heard
    await asked.press(ME, "a", 1, "3")
    await asked.press(ME, "a", 1, "3")
    assert len(await asked.responses()) == 1


async def test_going_back_keeps_later_answers_but_those_that_are_not_asked_any_more(bench: Bench) -> None:
    questions = (
        Question("car", K.YES_NO, "خودرو دارید؟"),
        Question("where", K.ONE, "کجا؟", options=MODES, show_if=Equals("car", "yes")),
        Question("points", K.SCALE, "نمره؟"),
        Question("last", K.YES_NO, "پایان؟"),
    )
    asked = await ask(bench, questions)
    await asked.begin(ME)
    await asked.press(ME, "a", 0, "yes")
    await asked.press(ME, "a", 1, "0")
    await asked.press(ME, "a", 2, "5")
    for index in (3, 2, 1):
        await asked.press(ME, "back", index)
    await asked.press(ME, "a", 0, "no")
    assert (await asked.last(ME)).startswith("پرسش ۳ از ۳")
    await asked.press(ME, "a", 3, "no")
    assert [one.answers for one in await asked.responses()] == [{"car": "no", "points": 5, "last": "no"}]


async def test_skipping_is_told_apart_and_refused_where_an_answer_is_needed(bench: Bench) -> None:
    asked = await ask(bench)
    await asked.begin(ME)
    await asked.say(ME, "رد کردن")
    await asked.press(ME, "skip", 1)
    assert "لازم است" in bench.api.toasts()[-1]["text"]
    await asked.say(ME, "نمی‌دانم")
    assert "لازم است" in await asked.last(ME)
    await asked.press(ME, "a", 1, "2")
    assert [one.answers for one in await asked.responses()] == [{"how": None, "points": 2}]


async def test_stopping_and_going_on_from_the_list(bench: Bench) -> None:
    asked = await ask(bench)
    await asked.begin(ME)
    await asked.press(ME, "a", 0, "0")
    await asked.press(ME, "stop", 1)
    assert "نگه داشته شد" in await asked.last(ME)
    await asked.say(ME, "چاله‌ای در کوچهٔ ما هست")
    assert "کد پیگیری" in await asked.last(ME), "words after stopping are a message"
    await asked.say(ME, "/mysurveys")
    assert "نظرسنجی‌هایی" in await asked.last(ME)
    await asked.begin(ME, message_id=600)
    assert (await asked.last(ME)).startswith("پرسش ۲ از ۲")


async def test_after_closing_nothing_is_taken_and_words_are_a_message(bench: Bench) -> None:
    asked = await ask(bench)
    await asked.begin(ME)
    await asked.press(ME, "a", 0, "0")
    await asked.close()
    await asked.press(ME, "a", 1, "5")
    assert "به پایان رسیده" in bench.api.toasts()[-1]["text"]
    await asked.say(ME, "چاله‌ای در کوچهٔ ما هست")
    assert "کد پیگیری" in await asked.last(ME)
    (response,) = await asked.responses()
    assert (response.answers, response.is_complete) == ({"how": "bus"}, False)
    assert asked.announced == [1]
    await bench.play(bench.message(ME, f"/start {asked.survey.token}"))
    assert "به پایان رسیده" in await asked.last(ME)


async def test_words_in_the_moment_of_closing_are_kept_as_a_message(bench: Bench) -> None:
    asked = await ask(bench)
    await asked.begin(ME)
    async with bench.store.begin() as uow:
        uow.surveys.change(asked.survey.id, closes_at=uow.now)
        await uow.commit()
    await asked.say(ME, "چاله‌ای در کوچهٔ ما هست")
    closed, taken = (await bench.heard(ME))[-2:]
    assert "به پایان رسیده" in closed
    assert "کد پیگیری" in taken


async def test_there_is_one_answer_a_person(bench: Bench) -> None:
    asked = await ask(bench)
    await asked.begin(ME)
    await asked.press(ME, "a", 0, "0")
    await asked.press(ME, "a", 1, "3")
    await asked.begin(ME)
    assert "پیش‌تر پاسخ داده‌اید" in bench.api.toasts()[-1]["text"]
    await bench.play(bench.message(ME, f"/start {asked.survey.token}"))
    assert "پیش‌تر پاسخ داده‌اید" in await asked.last(ME)
    assert len(await asked.responses()) == 1


async def test_a_survey_for_others_is_refused(bench: Bench) -> None:
    asked = await ask(bench, audience=SurveyAudience(districts=("1",)))
    await asked.begin(ME)
    assert "برای گروه دیگری" in bench.api.toasts()[-1]["text"]
    assert await asked.participation(ME) is None


async def test_two_surveys_at_once_part_by_their_buttons_and_words_go_to_the_last_touched(bench: Bench) -> None:
    one, two = await ask(bench), await ask(bench, (Question("n", K.NUMBER, "چند؟"), *SHORT))
    await one.begin(ME, message_id=500)
    await two.begin(ME, message_id=600)
    await two.say(ME, "۷")
    await one.press(ME, "a", 0, "0", message_id=500)
    await one.say(ME, "۴")
    assert [response.answers for response in await one.responses()] == [{"how": "bus", "points": 4}]
    draft = await two.draft(ME)
    assert draft is not None
    assert draft.answers == {"n": 7}


async def test_a_new_version_asks_newcomers_and_lets_others_finish_theirs(bench: Bench) -> None:
    asked = await ask(bench)
    await asked.begin(ME)
    async with bench.store.begin() as uow:
        form = await uow.surveys.form(asked.survey.id, 1)
        assert form is not None
        assert form.is_frozen
        uow.surveys.add_form(replace(form, version=2, questions=(SHORT[1],), is_frozen=False))
        uow.surveys.change(asked.survey.id, version=2)
        await uow.commit()
    await asked.press(ME, "a", 0, "0")
    await asked.press(ME, "a", 1, "3")
    other = 78
    await asked.begin(other)
    asked.version = 1
    await asked.press(other, "a", 0, "0", message_id=10)
    assert bench.api.toasts()[-1]["text"] == "این پرسش گذشته است."
    asked.version = 2
    await asked.press(other, "a", 0, "5", message_id=10)
    found = {response.version: response.answers for response in await asked.responses()}
    assert found == {1: {"how": "bus", "points": 3}, 2: {"points": 5}}


async def test_what_reads_like_a_concern_is_kept_and_the_person_asked_which_it_was(bench: Bench) -> None:
    asked = await ask(bench)
    await asked.begin(ME)
    text = "چاله‌های خیابان ما را هیچ‌کس پر نمی‌کند"
    await asked.say(ME, text)
    assert "پیام تازه است یا پاسخ پرسش؟" in await asked.last(ME)
    async with bench.store.look() as uow:
        (concern,) = await uow.concerns.of_person(await asked.person(ME), 5)
    assert concern.text == text
    await bench.play(bench.press(ME, f"q:keep:{concern.id}"))
    assert (await asked.last(ME)).startswith("پرسش ۱ از ۲")
    await asked.say(ME, "۱")
    assert (await asked.last(ME)).startswith("پرسش ۲ از ۲")


async def test_what_was_the_answer_after_all_is_no_message(bench: Bench) -> None:
    options = (Option("a", "هیچ‌کدام"), Option("b", "همه"))
    asked = await ask(bench, (Question("q", K.ONE, "؟", options=options), *SHORT))
    await asked.begin(ME)
    await asked.say(ME, "به نظر من هیچ کدام از اینها")
    async with bench.store.look() as uow:
        (concern,) = await uow.concerns.of_person(await asked.person(ME), 5)
    await bench.play(bench.press(ME, asked.button("use", 0, str(concern.id))))
    assert "میان گزینه‌ها نیست" in await asked.last(ME)
    async with bench.store.look() as uow:
        kept = await uow.concerns.by_id(concern.id)
    assert kept is not None
    assert kept.text == ""


async def test_free_words_are_kept_redacted_and_may_become_a_message_once(bench: Bench) -> None:
    asked = await ask(bench, WITH_TEXT)
    bench.reader.readings["زنگ بزنید ۰۹۱۵"] = a_reading(redacted="زنگ بزنید [شمارهٔ همراه]")
    await asked.begin(ME)
    await asked.press(ME, "skip", 0)
    await asked.press(ME, "a", 1, "3")
    await asked.say(ME, "زنگ بزنید ۰۹۱۵")
    (response,) = await asked.responses()
    assert response.answers["why"] == {"text": "زنگ بزنید [شمارهٔ همراه]", "topics": ["roads"]}
    send = f"q:send:{asked.survey.id}:2"
    await bench.play(bench.press(ME, send))
    assert "پیام هم شد" in await asked.last(ME)
    await bench.play(bench.press(ME, send))
    assert "پیش‌تر پیام شده" in bench.api.toasts()[-1]["text"]
    async with bench.store.look() as uow:
        (concern,) = await uow.concerns.of_person(await asked.person(ME), 5)
    assert concern.text == "زنگ بزنید [شمارهٔ همراه]"


async def test_words_that_could_not_be_read_wait_and_are_never_kept_raw(bench: Bench) -> None:
    asked = await ask(bench, WITH_TEXT)
    await asked.begin(ME)
    await asked.press(ME, "skip", 0)
    await asked.press(ME, "a", 1, "3")
    bench.reader.is_away = True
    await asked.say(ME, "زنگ بزنید ۰۹۱۵")
    assert "ثبت شد" in await asked.last(ME)
    await asked.clock.tick()
    assert await asked.responses() == []
    bench.reader.is_away = False
    bench.reader.readings["زنگ بزنید ۰۹۱۵"] = a_reading(redacted="زنگ بزنید […]")
    await asked.clock.tick()
    (response,) = await asked.responses()
    assert response.answers["why"] == {"text": "زنگ بزنید […]", "topics": ["roads"]}


async def test_a_full_quota_refuses_at_the_start_and_marks_who_comes_last(bench: Bench) -> None:
    asked = await ask(bench, quotas=(Quota("district", "9", 1),))
    one, two, three = await settle(bench, 3)
    await asked.begin(one)
    await asked.begin(two)
    for chat_id in (one, two):
        await asked.press(chat_id, "a", 0, "0")
        await asked.press(chat_id, "a", 1, "5")
    assert [response.marks for response in await asked.responses()] == [(), (Mark.OVER_QUOTA,)]
    assert "جداگانه شمرده" in await asked.last(two)
    await asked.begin(three)
    assert "پر شده است" in bench.api.toasts()[-1]["text"]


async def test_too_fast_answers_are_marked_and_kept(bench: Bench) -> None:
    questions = tuple(Question(f"q{n}", K.SCALE, "؟") for n in range(6))
    asked = await ask(bench, questions)
    await asked.begin(ME)
    for index in range(6):
        await asked.press(ME, "a", index, "5")
    (response,) = await asked.responses()
    assert response.marks == (Mark.TOO_FAST,)
    assert response.is_complete


async def test_the_same_words_from_another_are_marked(bench: Bench) -> None:
    asked = await ask(bench, WITH_TEXT)
    for chat_id, text in ((1, "همه چیز عالی است، سپاس از شما"), (2, "همه چیز عالی است، سپاس از شما"), (3, "خوب")):
        await asked.begin(chat_id)
        await asked.press(chat_id, "a", 0, "0")
        await asked.press(chat_id, "a", 1, "5")
        await asked.say(chat_id, text)
    assert sorted(response.marks for response in await asked.responses()) == [(), (), (Mark.DUPLICATE,)]


async def test_an_urgent_message_in_the_middle_of_a_survey_is_answered_as_one(bench: Bench) -> None:
    asked = await ask(bench)
    bench.reader.readings["سیم برق روی زمین افتاده و جرقه می‌زند"] = a_reading("roads", urgency="urgent")
    await asked.begin(ME)
    await asked.say(ME, "سیم برق روی زمین افتاده و جرقه می‌زند")
    assert "کد پیگیری" in await asked.last(ME)


async def test_a_forged_button_is_refused(bench: Bench) -> None:
    asked = await ask(bench)
    await asked.begin(ME)
    for data in (("a", "99"), ("a", "x"), ("t", "zz")):
        await asked.press(ME, data[0], 0, data[1])
    await bench.play(bench.press(ME, "q:go:1"))
    draft = await asked.draft(ME)
    assert draft is not None
    assert draft.answers == {}
