"""Long texts arrive whole, in pieces that the platform takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.splitting import LIMIT, split

words = st.text(alphabet="ابپ چ\n.،؟! 🌳a‌", max_size=400)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def bare(text: str) -> str:
    return "".join(text.split())


@given(words, st.integers(8, 120))
def test_nothing_is_lost_but_white_space_and_no_piece_is_too_long(text: str, limit: int) -> None:
    pieces = split(text, limit)
    assert all(units(piece) <= limit for piece in pieces)
    assert bare("".join(pieces)) == bare(text)


@given(words, st.integers(8, 120))
def test_no_piece_is_empty_unless_the_text_is(text: str, limit: int) -> None:
    assert all(split(text, limit)) or not text.strip()


@pytest.mark.parametrize("text", ["ب" * 10_000, "🌳" * 5_000, "چاله " * 4_000, "خط\n" * 4_000])
def test_long_texts_fit_the_platforms_limit(text: str) -> None:
    pieces = split(text)
    assert all(0 < units(piece) <= LIMIT for piece in pieces)
    assert bare("".join(pieces)) == bare(text)


def test_a_text_of_exactly_the_limit_stays_whole() -> None:
    assert split("ب" * LIMIT) == ["ب" * LIMIT]
    assert len(split("ب" * (LIMIT + 1))) == 2


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("یک دو سه.\n\nچهار پنج", ["یک دو سه.", "چهار پنج"]),
        ("یک دو سه\nچهار پنج", ["یک دو سه", "چهار پنج"]),
        ("یک دو سه. چهار پنج", ["یک دو سه.", "چهار پنج"]),
        ("یک، دو، سه، چهار پنج", ["یک، دو، سه،", "چهار پنج"]),
        ("یک دو سه چهارپنج", ["یک دو سه", "چهارپنج"]),
    ],
)
def test_the_cut_is_where_a_reader_would_pause(text: str, pieces: list[str]) -> None:
    assert split(text, 14) == pieces


def test_no_character_is_cut_in_two() -> None:
    assert split("a" + "🌳" * 10, 8) == ["a🌳🌳🌳", "🌳🌳🌳🌳", "🌳🌳🌳"]
