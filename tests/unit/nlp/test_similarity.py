"""Sameness: issue, campaign and theme; place before words; bounded memory."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.evaluate_grouping import b_cubed
from nlp.grouping_cli import group_rows
from nlp.places import Gazetteer
from nlp.problems import Problems
from nlp.reading import TopicScore
from nlp.signature import make_signature, unpack
from nlp.similarity import Grouper, campaign_number, group

NOW = datetime(2026, 3, 1, tzinfo=UTC)
PLACES = Gazetteer.load("mashhad")
PROBLEMS = Problems.load()


def sign(text: str, topic: str = "pavement", kind: str = "complaint") -> bytes:
    """A signature as Reader makes it, the topic being known."""
    mentions = PLACES.find(text)
    lemmas = text.replace("آ", "ا").replace("\u200c", "").replace("،", " ").split()
    ranked = [TopicScore(topic, 0.9)]
    return make_signature(
        text=text,
        lemmas=lemmas,
        topics=ranked,
        problems=PROBLEMS.find(lemmas, ranked),
        kind=kind,
        place=PLACES.place(mentions),
        mentions=mentions,
    )


def _placed(first: bytes, second: bytes, later: timedelta = timedelta()) -> int | None:
    grouper = Grouper()
    grouper.add(7, first, NOW)
    return grouper.place(second, NOW + later).issue


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("چاله بزرگی در عبادی ۳۲ هست", "جلوبندی ماشین در عبادی ۳۲ داغون شد دست‌اندازه"),
        ("گودال وسط کوچه نسترن", "آسفالت کوچه نسترن چاله شده"),
        ("آسفالت محله سعدآباد خراب است پر از چاله", "محله سعدآباد چاله زیاد دارد آسفالت لازم است"),
    ],
)
def test_one_problem_at_one_place_told_differently_is_one_issue(one: str, other: str) -> None:
    assert _placed(sign(one), sign(other)) == 7


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("آسفالت بلوار سجاد خراب است", "آسفالت بلوار هاشمیه خراب است"),
        ("آسفالت عبادی ۳۲ خراب است", "آسفالت عبادی ۱۸ خراب است"),
        ("آسفالت مطهری شمالی خراب است", "آسفالت مطهری جنوبی خراب است"),
        ("آسفالت محله سعدآباد خراب است", "آسفالت محله طلاب خراب است"),
        ("منطقه ۷ آسفالت خراب است", "منطقه ۹ آسفالت خراب است"),
        ("آسفالت کوچه ما خراب است", "آسفالت کوچه نسترن خراب است"),
        ("آسفالت کوچه ما خراب است", "کوچه ما آسفالت درست ندارد"),
    ],
)
def test_one_template_at_other_places_is_another_issue(one: str, other: str) -> None:
    assert _placed(sign(one), sign(other)) is None


def test_another_problem_on_the_same_street_is_another_issue() -> None:
    assert _placed(sign("چاله در عبادی ۳۲"), sign("لامپ عبادی ۳۲ سوخته تاریک است", "lighting")) is None


def test_bus_lines_are_places() -> None:
    late = "خط ۸۳ دیر می‌آید همیشه معطل هستیم"
    assert _placed(sign(late, "bus"), sign("اتوبوس خط ۸۳ نیم ساعت معطل کرد دیر آمد", "bus")) == 7
    assert _placed(sign(late, "bus"), sign("خط ۳۸ دیر می‌آید همیشه معطل هستیم", "bus")) is None


def test_issues_fade_after_the_window() -> None:
    text = sign("چاله در عبادی ۳۲")
    assert _placed(text, text, timedelta(days=80)) == 7
    assert _placed(text, text, timedelta(days=120)) is None


def test_copies_are_a_campaign_even_across_issues() -> None:
    grouper = Grouper()
    text = sign("ما اهالی خواستار لغو طرح تفصیلی هستیم و امضا می‌کنیم", "land-use")
    assert grouper.place(text, NOW).campaign is None
    grouper.add(1, text, NOW)
    assert grouper.place(text, NOW).campaign == campaign_number(text)


def test_theme_is_the_kind_of_problem_wherever_it_is() -> None:
    grouper = Grouper()
    here = grouper.place(sign("چاله در بلوار سجاد"), NOW)
    there = grouper.place(sign("چاله در بلوار هاشمیه"), NOW)
    other = grouper.place(sign("لامپ سوخته در بلوار سجاد", "lighting"), NOW)
    assert here.theme == there.theme != other.theme


def test_nearest_is_told_even_when_it_does_not_join() -> None:
    grouper = Grouper()
    grouper.add(3, sign("منطقه ۷ آسفالت خراب است"), NOW)
    placement = grouper.place(sign("در منطقه ۷ آسفالت نیست"), NOW)
    assert placement.issue is None
    assert placement.nearest == 3
    assert 0 < placement.score < 1


def test_memory_is_bounded() -> None:
    grouper = Grouper(capacity=50)
    for number in range(500):
        grouper.add(number, sign(f"چاله در کوچه {number % 900}"), NOW + timedelta(minutes=number))
    assert len(grouper) <= 50
    assert grouper.place(sign("چاله در کوچه 499"), NOW + timedelta(minutes=500)).issue == 499


def test_a_signature_is_short_and_holds_no_word() -> None:
    text = " ".join(f"واژه{number} خیابان نام{number}" for number in range(200))
    signature = sign(text)
    assert len(signature) < 400
    assert "واژه".encode() not in signature


def test_a_damaged_signature_is_refused() -> None:
    with pytest.raises(ValueError, match="signature"):
        unpack(sign("چاله")[:20])
    with pytest.raises(ValueError, match="version"):
        unpack(b"\xff" * 60)


@given(st.text(max_size=200))
def test_any_text_can_be_signed_and_placed(text: str) -> None:
    signature = sign(text)
    assert len(signature) < 400
    grouper = Grouper()
    grouper.add(0, signature, NOW)
    grouper.place(signature, NOW)


def test_groups_are_numbered_in_order_of_arrival() -> None:
    texts = ["چاله در عبادی ۳۲", "چاله در بلوار سجاد ۲", "گودال عبادی ۳۲ چاله"]
    assert list(group((sign(text), NOW) for text in texts)) == [0, 1, 0]


def test_group_rows_follow_the_order_and_survive_odd_rows() -> None:
    class Reader:
        def read(self, text: str) -> "Reader":
            self.signature = sign(text)
            return self

    rows = [{"id": "a", "text": "چاله در عبادی ۳۲", "at": "2026-01-01T10:00"}, {"id": "b"}, {"id": "c", "text": None}]
    found = list(group_rows(rows, Reader()))  # type: ignore[arg-type]
    assert [row["id"] for row in found] == ["a", "b", "c"]
    assert found[0]["issue"] == 1


def test_b_cubed() -> None:
    assert b_cubed(["a", "a", "b"], [1, 1, 2]) == (1.0, 1.0)
    precision, recall = b_cubed(["a", "a", "b"], [1, 1, 1])
    assert precision == pytest.approx(5 / 9)
    assert recall == 1.0


def test_the_grouper_needs_neither_hazm_nor_sklearn() -> None:
    code = (
        "import sys, nlp.similarity; sys.exit(any(name.split('.')[0] in ('hazm', 'sklearn') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
