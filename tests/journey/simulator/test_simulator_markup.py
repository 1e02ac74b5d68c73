"""Offsets of entities count UTF-16 units and always name the words that were marked."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.errors import BadRequestError
from bot.simulator.markup import detect, parse

words = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\r"), min_size=1, max_size=12)


def named(text: str, entity: dict[str, object]) -> str:
    units = text.encode("utf-16-le")
    start = int(str(entity["offset"]))
    return units[2 * start : 2 * (start + int(str(entity["length"])))].decode("utf-16-le")


@given(words, words, words)
def test_html_marks_the_words_it_encloses(before: str, marked: str, after: str) -> None:
    text, entities = parse(f"{html.escape(before)}<b>{html.escape(marked)}</b>{html.escape(after)}", "HTML")
    assert text == before + marked + after
    assert [named(text, entity) for entity in entities] == ([marked] if marked.strip() else [])


@given(words, words)
def test_markdown_marks_the_words_it_encloses(before: str, marked: str) -> None:
    def escaped(part: str) -> str:
        return "".join(f"\\{sign}" if sign in "_*[]()~`>#+-=|{}.!\\" else sign for sign in part)

    text, entities = parse(f"{escaped(before)}*{escaped(marked)}*", "MarkdownV2")
    assert text == before + marked
    assert [named(text, entity) for entity in entities] == ([marked] if marked.strip() else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", "/start")]),
        ("/track@hamandish_bot K7", [("bot_command", "/track@hamandish_bot")]),
        ("🌱🌱 /my", [("bot_command", "/my")]),
        ("کد ۱/۲ و نه/فرمان", []),
        (
            "ببینید https://example.org/a/b و @hamandish_bot",
            [("url", "https://example.org/a/b"), ("mention", "@hamandish_bot")],
        ),
        ("به info@example.org بنویسید", [("email", "info@example.org")]),
        ("#ترافیک سنگین", [("hashtag", "#ترافیک")]),
        ("متن ساده", []),
    ],
)
def test_what_is_found_in_plain_text(text: str, found: list[tuple[str, str]]) -> None:
    assert [(entity["type"], named(text, entity)) for entity in detect(text)] == found


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        ("HTML", "<b>باز"),
        ("HTML", "بسته</b>"),
        ("HTML", "<b><i>کج</b></i>"),
        ("HTML", "<div>ناشناس</div>"),
        ("HTML", "یک < دو"),
        ("MarkdownV2", "جمله."),
        ("MarkdownV2", "*باز"),
        ("Markdown", "_باز"),
        ("LaTeX", "متن"),
    ],
)
def test_broken_markup_is_refused(mode: str, text: str) -> None:
    with pytest.raises(BadRequestError):
        parse(text, mode)
