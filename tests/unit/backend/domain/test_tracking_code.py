"""Tracking codes: kept apart by a check character, and understood however they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.errors import BadTrackingCode
from backend.domain.tracking_code import ALPHABET, LENGTH, is_code, looks_like_code, new_code, parse_code, spoken

codes = st.builds(new_code)
positions = st.integers(0, LENGTH - 1)


@given(codes, positions, st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_caught(code: str, position: int, other: str) -> None:
    wrong = code[:position] + other + code[position + 1 :]
    assert is_code(wrong) == (wrong == code)


@given(codes, st.integers(0, LENGTH - 2))
def test_every_swap_of_two_neighbours_is_caught(code: str, at: int) -> None:
    swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert is_code(swapped) == (swapped == code)


def test_every_error_at_every_position_of_one_code_is_caught() -> None:
    code = new_code()
    wrong = {code[:i] + c + code[i + 1 :] for i in range(LENGTH) for c in ALPHABET} - {code}
    assert not any(is_code(one) for one in wrong)


@given(codes)
def test_a_new_code_is_short_and_has_no_lookalikes(code: str) -> None:
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    assert not set(code) & set("01OILSBZ")


@pytest.mark.parametrize(
    "typed",
    [
        "{code}",
        "{first}-{last}",
        "{first} {last}",
        " {first}\u200c{last}\n",
        "{lower}",
        "{persian}",
        "{arabic}",
        "\u2066{first}-{last}\u2069",
        "\u200f{first}.{last}،",
        "\u202b{first} - {last}\u202c",
    ],
)
def test_a_code_is_understood_however_it_is_typed(typed: str) -> None:
    for _ in range(20):
        code = new_code()
        text = typed.format(
            code=code,
            first=code[:4],
            last=code[4:],
            lower=code.lower(),
            persian=code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
            arabic=code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
        )
        assert parse_code(text) == code


@given(codes)
def test_the_spoken_form_is_understood(code: str) -> None:
    assert parse_code(spoken(code)) == code


@pytest.mark.parametrize("text", ["", "   ", "سلام", "1234", "0OIL-1111", "AAAA-AAAA-A", "چراغ خیابان ما خاموش است"])
def test_what_cannot_be_a_code_is_refused(text: str) -> None:
    with pytest.raises(BadTrackingCode):
        parse_code(text)


@given(st.text())
def test_no_text_whatever_breaks_the_parser(text: str) -> None:
    assert is_code(text) in (True, False)


@pytest.mark.parametrize("text", ["ABCD-1234", "23456780", "k7 m4 x2 pq", "۲۳۴۵۶۷۸۰", "12345", "YPER-E8JF-22"])
def test_an_attempt_at_a_code_is_known_as_one_even_if_it_is_wrong(text: str) -> None:
    assert looks_like_code(text)


@pytest.mark.parametrize("text", ["سلام", "چاله کوچهٔ ۵", "hi", "There is a hole in our street", "۱۳۷", "", "چراغ‌ها"])
def test_words_are_no_attempt_at_a_code(text: str) -> None:
    assert not looks_like_code(text)
