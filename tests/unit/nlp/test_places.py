"""Places: districts, known and unknown names, ambiguity, spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.evaluate_places import evaluate_places, read_gold, same_locality
from nlp.places import Gazetteer
from nlp.tokens import Token, tokenize

MASHHAD = Gazetteer.load("mashhad")
TABRIZ = Gazetteer.load("tabriz")


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("منطقه ۹", "9"),
        ("منطقه٩ شهرداری", "9"),
        ("منطقه نه", "9"),
        ("منطقهٔ نهم", "9"),
        ("منطقه‌ی 9", "9"),
        ("شهرداری منطقه شماره ۱۱", "11"),
        ("mantaghe 9 asfalt nadare", "9"),
        ("ناحیه ۲ منطقه ۷", "7"),
        ("منطقه ثامن", "samen"),
        ("ناحیه ۲", None),
        ("منطقه ما", None),
        ("منطقه ۵ تهران", None),
        ("منطقه ۳ و منطقه ۴", None),
        ("محله سعدآباد", "1"),
        ("محله‌ی سعد آباد", "1"),
    ],
)
def test_district(text: str, district: str | None) -> None:
    assert MASHHAD.read(text).district == district


@pytest.mark.parametrize(
    ("text", "locality"),
    [
        ("چاله تو وكيل آباد ۲۲", "بلوار وکیل‌آباد ۲۲"),
        ("بلوار وکیلآباد", "بلوار وکیل‌آباد"),
        ("vakilabad 22 tarike", "بلوار وکیل‌آباد ۲۲"),
        ("خیابون عبادی کوچه ۱۲", "خیابان عبادی ۱۲"),
        ("میدون آزادی", "میدان آزادی"),
        ("فلکه آب", "میدان بیت‌المقدس"),
        ("ایستگاه مترو شریعتی", "ایستگاه شریعتی"),
        ("پارك ملت", "پارک ملت"),
        ("کوچه نسترن", "کوچهٔ نسترن"),
        ("خیابون اروجعلی سلماس", "خیابان اروجعلی"),
        ("اهالی کلگه", "کلگه"),
        ("شهرک کارمندان زنجان", "شهرک کارمندان"),
        ("نبش سجاد تصادف شد", "بلوار سجاد"),
    ],
)
def test_locality(text: str, locality: str) -> None:
    assert MASHHAD.read(text).locality == locality


@pytest.mark.parametrize(
    "text",
    [
        "آزادی و امید و بهار",
        "معلم ۳ ساله",
        "آب و برق خانه قطع است",
        "خیابان اصلی شلوغ است و کوچهٔ ما تاریک",
        "کوچه‌های ما خراب است",
        "پارک محلهٔ ما نیمکت ندارد",
        "جای پارک نیست",
        "salam khobi",
    ],
)
def test_words_that_are_names_elsewhere_name_nothing(text: str) -> None:
    assert MASHHAD.read(text).locality is None


def test_ambiguous_name_yields_candidates_and_no_guess() -> None:
    place = MASHHAD.read("محله بهارستان")
    assert place.district is None
    assert place.candidates == ("بهارستان (منطقهٔ ۷)", "بهارستان (منطقهٔ ۹)")


def test_another_name_settles_an_ambiguous_one() -> None:
    assert MASHHAD.read("محله بهارستان، بلوار هاشمیه").district == "9"


def test_another_citys_place_keeps_its_spelling_and_has_no_district() -> None:
    place = MASHHAD.read("خیابون رسالت گنبد")
    assert (place.district, place.locality) == (None, "خیابان رسالت")


def test_each_city_has_its_own_names() -> None:
    assert TABRIZ.read("محلهٔ مارالان").district == "3"
    assert TABRIZ.read("شاه گلی شلوغ است").locality == "ائل‌گلی"


def test_a_city_without_a_gazetteer_still_reads_announced_names() -> None:
    place = Gazetteer.load("nowhere").read("منطقه ۴ خیابان لاکانی")
    assert (place.district, place.locality) == ("4", "خیابان لاکانی")


def test_spans_point_into_the_original_text() -> None:
    text = "در بلوارِ وکیل‌آبــاد ۲۲ چاله است"
    (mention,) = MASHHAD.find(text)
    assert text[mention.start : mention.end] == "بلوارِ وکیل‌آبــاد ۲۲"
    assert mention.number == 22


def test_words_may_be_handed_in() -> None:
    text = "xxxxxxxxx 22"
    tokens = [Token(0, 9, "سعداباد"), *tokenize("")]
    assert MASHHAD.find(text, tokens)[0].districts == ("1",)


def test_gold_set_holds() -> None:
    score = evaluate_places(read_gold(), MASHHAD.read)
    assert score.district_accuracy >= 0.97, score.wrong
    assert score.locality_accuracy >= 0.95, score.wrong


def test_localities_compare_without_announcing_word() -> None:
    assert same_locality("خیابان شهید مطهری", "مطهری")
    assert not same_locality("سجاد", None)


@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_lie_within(text: str) -> None:
    mentions = MASHHAD.find(text)
    ends = 0
    for mention in mentions:
        assert ends <= mention.start < mention.end <= len(text)
        ends = mention.end
    MASHHAD.place(mentions)


@given(st.lists(st.sampled_from(["خیابان", "منطقه", "۹", "شهید", "کوچه", "های", "سجاد", "بیست", "و", "ی", "تهران"])))
def test_any_order_of_place_words_is_read(words: list[str]) -> None:
    MASHHAD.read(" ".join(words))
