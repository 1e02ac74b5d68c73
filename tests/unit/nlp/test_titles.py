"""Titles of issues."""

import pytest

from nlp.problems import Problems
from nlp.reading import PlaceReading, TopicScore
from nlp.titles import Titles, where_phrase

PROBLEMS = Problems.load()
TITLES = Titles.load()
NOWHERE = PlaceReading(None, None, ())


def _find(words: str, *topics: str) -> list[str]:
    ranked = [TopicScore(topic, 0.8 / (at + 1)) for at, topic in enumerate(topics)]
    return [code for code, _ in PROBLEMS.find(words.split(), ranked)]


@pytest.mark.parametrize(
    ("words", "topic", "problem"),
    [
        ("یک چاله بزرگ وسط خیابان", "pavement", "pavement/pothole"),
        ("لامپ سوخته کوچه تاریکه", "lighting", "lighting/off"),
        ("پله برقی خراب است", "metro", "metro/escalator"),
        ("آشغال ها را جمع نمیکنند", "waste", "waste/uncollected"),
        ("سلام", "bus", "bus/*"),
    ],
)
def test_problem(words: str, topic: str, problem: str) -> None:
    assert _find(words.replace("آ", "ا"), topic)[0] == problem


@pytest.mark.parametrize(
    ("problem", "place", "title"),
    [
        (
            "pavement/pothole",
            PlaceReading(None, "خیابان عبادی", ()),
            "چاله و خرابی آسفالت در خیابان عبادی",
        ),
        ("waste/uncollected", PlaceReading("1", "سعدآباد", ()), "تجمع زباله در محلهٔ سعدآباد"),
        ("lighting/off", PlaceReading("9", None, ()), "خاموشی چراغ‌های معبر در منطقهٔ ۹"),
        (
            "metro/escalator",
            PlaceReading(None, "ایستگاه شریعتی", ()),
            "خرابی پله‌برقی ایستگاه مترو شریعتی",
        ),
        ("bus/headway", NOWHERE, "دیر رسیدن و کمبود اتوبوس"),
        ("unknown/unknown", NOWHERE, "پیام شهروند"),
    ],
)
def test_title(problem: str, place: PlaceReading, title: str) -> None:
    assert TITLES.headline([problem], place) == title


def test_thanks_are_called_thanks() -> None:
    assert TITLES.headline(["lighting/off"], NOWHERE, "appreciation") == "قدردانی دربارهٔ روشنایی معبر"


def test_where() -> None:
    assert where_phrase(PlaceReading("1", "سناباد ۲۰", ())) == "سناباد ۲۰"
    assert where_phrase(PlaceReading("samen", None, ())) == "منطقهٔ ثامن"
    assert where_phrase(NOWHERE) == ""


def test_every_topic_has_a_title_of_its_own() -> None:
    from nlp.scheme import Scheme

    assert all(PROBLEMS.title(f"{topic}/*") for topic in Scheme.load().topics)


def test_kin_are_problems_that_exist_and_weigh_less() -> None:
    found = (("pavement/pothole", 1.0),)
    related = dict(PROBLEMS.related(found))
    assert related["pavement/pothole"] == 1.0
    assert 0 < related["pavement/resurface"] < 1.0
    assert all(PROBLEMS.title(code) for code in related)
