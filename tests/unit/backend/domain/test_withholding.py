"""What waits for a moderator: obscenity, floods, repetition, adverts, personal data that was missed; never anger."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.concern import Reading
from backend.domain.moderation import Standing, WithholdReason
from backend.domain.offence_words import INSULTS, OBSCENE
from backend.domain.withholding import (
    MOST_IN_A_DAY,
    MOST_IN_AN_HOUR,
    MOST_OF_THE_SAME,
    is_advert,
    is_offensive,
    may_hold_personal_data,
    withholding,
    words_of,
)

PLAIN = "چالهٔ خیابان گلستان ماشین‌ها را خراب کرده"
ROADS = Reading(topics=(("roads", 0.8),), redacted=PLAIN)
NOTHING = Reading(topics=(("nothing", 0.9),))


def about_roads(text: str) -> Reading:
    return Reading(topics=(("roads", 0.8),), redacted=text)


@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        ({}, None),
        ({"is_banned": True}, WithholdReason.BANNED),
        ({"last_hour": MOST_IN_AN_HOUR - 1, "last_day": MOST_IN_A_DAY - 1}, None),
        ({"last_hour": MOST_IN_AN_HOUR}, WithholdReason.FLOOD),
        ({"last_day": MOST_IN_A_DAY}, WithholdReason.FLOOD),
        ({"same_text": MOST_OF_THE_SAME - 1}, None),
        ({"same_text": MOST_OF_THE_SAME}, WithholdReason.REPEATED),
        ({"is_banned": True, "last_hour": 99}, WithholdReason.BANNED),
    ],
)
def test_a_writers_standing_decides(standing: dict[str, Any], reason: WithholdReason | None) -> None:
    assert withholding(PLAIN, ROADS, Standing(**standing)) is reason


@pytest.mark.parametrize(
    "text",
    [
        "شهردار کسکش این خیابان را درست کن",
        "کس‌کش‌ها آسفالت نمی‌کنند",
        "ك س ك ش",
        "ک.س.ک.ش",
        "کونییییی",
        "این کیرِ خیابان",
        "مادر جنده پارک را خراب کرد",
    ],
)
def test_obscene_words_are_withheld_whatever_the_topic(text: str) -> None:
    assert is_offensive(text, ROADS)


@pytest.mark.parametrize(
    "text",
    [
        "هیچ کس به داد ما نمی‌رسد، کسی جواب نمی‌دهد",
        "بکن بکن تمام کوچه را گرفته، هر روز یک جا را می‌کنند",
        "تاپالهٔ گاو وسط خیابان است",
        "واقعاً خجالت بکشید، این چه وضعی است؟ خسته شدیم از دست شما",
        "مردیم از بوی زباله، کثافت کوچه را برداشته، آشغال‌ها را جمع کنید",
        "پشت پارک کسبه راه را بسته‌اند",
        "اکسیژن شهر کم است",
    ],
)
def test_anger_and_harmless_words_are_not_offensive(text: str) -> None:
    assert not is_offensive(text, ROADS)
    assert not is_offensive(text, NOTHING)


@pytest.mark.parametrize(
    "text",
    [
        "shahrdar koskesh in khiabuno dorost kon",
        "Kos-kesh ha asfalt nemikonan",
        "koskeeeesh",
        "k.o.s.k.e.s.h",
        "in jendeha park ro kharab kardan",
        "madar jende",
        "KOONIHA",
        "in asfalte kiri",
        "nanato gaidam ba in khiabun",
        "fuck this street",
    ],
)
def test_obscene_words_in_latin_letters_are_withheld_too(text: str) -> None:
    assert is_offensive(text, ROADS)


@pytest.mark.parametrize(
    "text",
    [
        "hich kas be dade ma nemirese, kasi javab nemide",
        "chi kar mi koonid? bekan bekan tamume kuche ro gerefte",
        "kenare kooh, kooche ma barghesh rafte",
        "kesafat hame ja ro gerefte, khaste shodim az daste shoma",
        "The bus is late every day, and nobody answers",
        "begamet ke in chale ro por konid",
    ],
)
def test_anger_and_harmless_words_in_latin_letters_are_not(text: str) -> None:
    assert not is_offensive(text, ROADS)
    assert not is_offensive(text, NOTHING)


def test_what_the_reader_brought_back_to_persian_is_looked_up_too() -> None:
    known = ("مادر", "کسکش", "چاله", "را")
    assert withholding("madar qosqash chale ro", Reading(topics=ROADS.topics, lemmas=known), Standing()) is (
        WithholdReason.OFFENSIVE
    )
    assert not is_offensive("bi sharaf chale ro por kon", ROADS)
    assert is_offensive("bi xeyrat", Reading(topics=NOTHING.topics, lemmas=("بی", "غیرت")))


@pytest.mark.parametrize("phrase", sorted(one for one in OBSCENE | INSULTS if one[0].isascii()))
def test_a_phrase_in_latin_letters_is_spelt_as_texts_are(phrase: tuple[str, ...]) -> None:
    assert words_of(" ".join(phrase)) == list(phrase)


def test_an_insult_is_borne_in_a_message_that_brings_something_up() -> None:
    text = "بی‌شرف‌ها چرا این چاله را پر نمی‌کنند، ماشینم داغان شد"
    assert not is_offensive(text, ROADS)
    assert is_offensive("بی شرف احمق", NOTHING)


@pytest.mark.parametrize(
    "text",
    [
        "برای دیدن تخفیف‌ها عضو کانال ما شوید",
        "https://t.me/joinchat/AAAA بیایید",
        "فروش ویژه لوله و اتصالات با ارسال رایگان، تماس ۰۹۱۵۱۲۳۴۵۶۷",
        "وام فوری بدون ضامن www.vam-iran.ir",
        "استخدام نیروی ساده با درآمد میلیونی @kar_yab",
    ],
)
def test_adverts_are_withheld(text: str) -> None:
    assert is_advert(text, ROADS)


@pytest.mark.parametrize(
    "text",
    [
        "جای چاله: https://neshan.org/maps/@36.3,59.5",
        "دستفروش‌ها پیاده‌رو را گرفته‌اند؛ با ۰۹۱۵۱۲۳۴۵۶۷ تماس بگیرید",
        "عوارض نوسازی را تخفیف بدهید",
        "در سایت my.mashhad.ir ثبت درخواست باز نمی‌شود",
        "به [رایانامه] نامه دادم و جواب نیامد",
    ],
)
def test_links_and_prices_in_a_complaint_are_no_advert(text: str) -> None:
    assert not is_advert(text, ROADS)


@pytest.mark.parametrize(
    "redacted",
    [
        "اسمم علیرضا توکلی‌نیاست و ساکن کوچهٔ ششم هستم",
        "کد ملی: ۰۹۴۱۲۳۴۵۶",
        "به این بریزید ۶۰۳۷ ۹۹۱۱ ۲۳۴۵ ۶۷۸۹",
        "نام پدر رضا",
    ],
)
def test_what_looks_like_missed_personal_data_is_withheld(redacted: str) -> None:
    assert may_hold_personal_data(redacted)
    assert withholding(redacted, about_roads(redacted), Standing()) is WithholdReason.PERSONAL


@pytest.mark.parametrize(
    "redacted",
    [
        "اسم من [نام] است و شماره‌ام [شمارهٔ همراه]",
        "کد ملی [کد ملی]",
        "کد پیگیری ۱۲۳۴۵۶۷۸۹۰۱۲ هنوز بی‌جواب است",
        "بودجهٔ ۱۲۰۰۰۰۰۰۰۰۰ تومان کجا رفت؟",
        "اسمم را ننویسید",
        "از ۱۳۷ و ۱۸۸۸ جواب نگرفتم",
        "رسید بانکی: کارت [شمارهٔ کارت]، پیگیری ۷۷۸۱۲۰",
    ],
)
def test_labels_codes_and_sums_are_no_personal_data(redacted: str) -> None:
    assert not may_hold_personal_data(redacted)


def test_an_unread_text_is_judged_by_its_words_alone() -> None:
    assert withholding(PLAIN, Reading(), Standing()) is None
    assert withholding("کسکش", Reading(), Standing()) is WithholdReason.OFFENSIVE


def test_letters_of_arabic_and_drawn_out_ones_are_the_same() -> None:
    assert words_of("كوووووچه‌ي ما") == words_of("کوچه ی ما")


@given(st.text(max_size=400), st.text(max_size=400))
def test_no_text_breaks_the_rule(text: str, redacted: str) -> None:
    assert withholding(text, Reading(redacted=redacted), Standing()) in {None, *WithholdReason}


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 9))
def test_more_messages_never_set_one_free(hour: int, day: int, same: int) -> None:
    if withholding(PLAIN, ROADS, Standing(last_hour=hour, last_day=day, same_text=same)) is not None:
        assert withholding(PLAIN, ROADS, Standing(last_hour=hour + 1, last_day=day + 1, same_text=same)) is not None
