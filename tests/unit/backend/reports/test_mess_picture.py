"""The picture of a mess: causes stand right of or above effects, no box upon another, and small counts stay hidden."""

import io
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from backend.domain.mess import LinkKind, MessSheet, mess_of, new_link
from backend.reports import mess_picture
from backend.reports.mess_layout import Layout, lay_out
from tests.builders import NOON, an_issue

numbers = st.integers(1, 9)
links = st.lists(st.tuples(numbers, numbers, st.booleans()).filter(lambda link: link[0] != link[1]), max_size=20)


def laid(every: list[tuple[int, int, bool]], most: int = 3) -> Layout:
    nodes = sorted({1} | {end for a, b, _ in every for end in (a, b)})
    return lay_out(nodes, every, dict.fromkeys(nodes, 100.0), most)


def place(layout: Layout, node: int) -> tuple[int, float]:
    column = next(index for index, one in enumerate(layout.columns) if node in one)
    return column, layout.middles[node]


def a_sheet(count: int, *pairs: tuple[int, int], people: int = 12, **fields: Any) -> MessSheet:
    issues = {number: an_issue(id=number, title=f"مسئلهٔ {number}", **fields) for number in range(1, count + 1)}
    made = tuple(new_link(a, b, LinkKind.CAUSES, 7, NOON) for a, b in pairs)
    return MessSheet(issues[1], 1, mess_of(1, made), issues, dict.fromkeys(issues, people))


@given(links)
def test_no_box_stands_upon_another(every: list[tuple[int, int, bool]]) -> None:
    layout = laid(every)
    assert 1 <= len(layout.columns) <= 3
    for column in layout.columns:
        boxes = [layout.middles[node] for node in column if isinstance(node, int)]
        assert all(abs(a - b) >= 100 for a, b in combinations(boxes, 2))
    assert all(0 <= middle <= layout.height for middle in layout.middles.values())


@given(links)
def test_every_link_is_drawn_from_box_to_box(every: list[tuple[int, int, bool]]) -> None:
    layout = laid(every)
    assert [line.number for line in layout.lines] == list(range(len(every)))
    for line in layout.lines:
        a, b, _ = every[line.number]
        assert {line.path[0], line.path[-1]} == {a, b}


@given(links)
def test_arrows_point_left_or_down_unless_they_close_a_circle(every: list[tuple[int, int, bool]]) -> None:
    layout = laid(every)
    for line in layout.lines:
        a, b, has_direction = every[line.number]
        if has_direction:
            earlier, later = (b, a) if line.runs_back else (a, b)
            assert place(layout, earlier) < place(layout, later)


def test_without_a_circle_no_arrow_runs_back() -> None:
    layout = laid([(3, 2, True), (2, 1, True), (3, 1, True), (4, 1, True)])
    assert not any(line.runs_back for line in layout.lines)


def test_roots_stand_in_the_first_column() -> None:
    layout = laid([(3, 2, True), (2, 1, True), (4, 1, True)])
    assert {3, 4} <= set(layout.columns[0])
    assert 1 in layout.columns[-1]


@pytest.mark.parametrize("count", [2, 5, 15, 40])
def test_a_picture_is_narrow_enough_for_a_phone(count: int) -> None:
    png = mess_picture.draw(a_sheet(count, *((number + 1, number) for number in range(1, count))))
    picture = Image.open(io.BytesIO(png))
    assert picture.format == "PNG"
    assert picture.width <= 1600
    assert picture.width + picture.height <= 10_000


def test_few_people_are_not_counted_out() -> None:
    drawn = mess_picture.svg(a_sheet(2, (2, 1), people=4))
    assert "کمتر از ۵" in drawn
    assert "۴ نفر" not in drawn
    assert "۱۲ نفر" in mess_picture.svg(a_sheet(2, (2, 1)))


def test_what_does_not_fit_is_counted() -> None:
    drawn = mess_picture.svg(a_sheet(20, *((number, 1) for number in range(2, 21))))
    assert drawn.count("<rect") == 1 + mess_picture.MOST_BOXES
    assert "و ۵ مسئلهٔ دیگر" in drawn


def test_what_people_wrote_is_no_markup() -> None:
    sheet = a_sheet(2, (2, 1))
    sheet.issues[1] = an_issue(id=1, title='چاله <script> & "نقل"')  # type: ignore[index]
    drawn = mess_picture.svg(sheet)
    assert "<script>" not in drawn
    assert mess_picture.draw(sheet)


@settings(max_examples=15)
@given(st.text(min_size=1, max_size=300))
def test_any_title_can_be_drawn(title: str) -> None:
    sheet = a_sheet(2, (2, 1))
    sheet.issues[1] = an_issue(id=1, title=title)  # type: ignore[index]
    assert mess_picture.draw(sheet)
