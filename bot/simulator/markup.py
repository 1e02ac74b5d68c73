"""Formatted text: parse modes, and the entities a platform finds by itself. Offsets are in UTF-16 units."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from bot.simulator.errors import BadRequestError
from bot.simulator.wire import Json

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("url", re.compile(r"https?://[^\s<>«»]+")),
    ("email", re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}")),
    ("hashtag", re.compile(r"(?<![\w#])#\w+")),
)
_UNPARSABLE = "can't parse entities"
_STRAY_BRACKET = re.compile(r"<(?![/A-Za-z])")
_MAY_HOLD_ENTITIES = re.compile(r"[/@#]")
_MARKDOWN_V2 = {
    "*": "bold",
    "_": "italic",
    "__": "underline",
    "~": "strikethrough",
    "||": "spoiler",
    "`": "code",
}
_MARKDOWN = {"*": "bold", "_": "italic", "`": "code"}
_RESERVED_V2 = "_*[]()~`>#+-=|{}.!"


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def detect(text: str, only: frozenset[str] | None = None) -> list[Json]:
    """Commands, links, mentions and hashtags in plain text; `only` limits the kinds (Bale knows two)."""
    if not _MAY_HOLD_ENTITIES.search(text):
        return []
    found: list[tuple[int, int, str]] = []
    for kind, pattern in _FOUND:
        if only is None or kind in only:
            for match in pattern.finditer(text):
                if all(match.end() <= start or match.start() >= end for start, end, _ in found):
                    found.append((match.start(), match.end(), kind))
    return [
        {"type": kind, "offset": units(text[:start]), "length": units(text[start:end])}
        for start, end, kind in sorted(found)
    ]


def parse(text: str, mode: str) -> tuple[str, list[Json]]:
    """Turn HTML, Markdown or MarkdownV2 into plain text and entities.

    Raises:
        BadRequestError: the markup is broken or the mode unknown.
    """
    match mode.lower():
        case "html":
            return _parse_html(text)
        case "markdownv2":
            return _Markdown(text, _MARKDOWN_V2, _RESERVED_V2).parse()
        case "markdown":
            return _Markdown(text, _MARKDOWN, "").parse()
    raise BadRequestError("unsupported parse_mode")


@dataclass(slots=True)
class _Builder:
    """Collects plain text and the entities over it."""

    text: str = ""
    entities: list[Json] = field(default_factory=list)
    open: list[tuple[str, int, Json]] = field(default_factory=list)

    def begin(self, mark: str, kind: str, **extra: str) -> None:
        self.open.append((mark, len(self.text), {"type": kind, **extra}))

    def end(self) -> None:
        _, start, entity = self.open.pop()
        covered = self.text[start:]
        if covered.strip():
            offset = units(self.text[:start])
            self.entities.append({**entity, "offset": offset, "length": units(covered)})

    def result(self) -> tuple[str, list[Json]]:
        return self.text, sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _parse_html(text: str) -> tuple[str, list[Json]]:
    if stray := _STRAY_BRACKET.search(text):
        offset = len(text[: stray.start()].encode())
        raise BadRequestError(f'{_UNPARSABLE}: Unsupported start tag "" at byte offset {offset}')
    reader = _HtmlReader()
    reader.feed(text)
    reader.close()
    if reader.built.open:
        tag = reader.built.open[-1][0]
        raise BadRequestError(f'{_UNPARSABLE}: Can\'t find end tag corresponding to start tag "{tag}"')
    return reader.built.result()


class _HtmlReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.built = _Builder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise BadRequestError(
                f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {self.getpos()[1]}'
            )
        extra = {"url": dict(attrs).get("href") or ""} if tag == "a" else {}
        self.built.begin(tag, _TAGS[tag], **extra)

    def handle_endtag(self, tag: str) -> None:
        if not self.built.open or self.built.open[-1][0] != tag:
            raise BadRequestError(f"can't parse entities: Unmatched end tag at byte offset {self.getpos()[1]}")
        self.built.end()

    def handle_data(self, data: str) -> None:
        self.built.text += data


class _Markdown:
    """Both Markdown dialects: paired marks, links, back-slash escapes; V2 wants reserved signs escaped."""

    def __init__(self, source: str, marks: dict[str, str], reserved: str) -> None:
        self._source = source
        self._marks = sorted(marks.items(), key=lambda pair: -len(pair[0]))
        self._reserved = reserved
        self._built = _Builder()

    def parse(self) -> tuple[str, list[Json]]:
        at = 0
        while at < len(self._source):
            at = self._step(at)
        if self._built.open:
            raise BadRequestError(
                f"can't parse entities: Can't find end of the entity starting with {self._built.open[-1][0]}"
            )
        return self._built.result()

    def _step(self, at: int) -> int:
        source, built = self._source, self._built
        sign = source[at]
        if sign == "\\" and at + 1 < len(source):
            built.text += source[at + 1]
            return at + 2
        if link := re.compile(r"\[([^\]]+)\]\(([^)]+)\)").match(source, at):
            built.begin("[", "text_link", url=link[2])
            built.text += re.sub(r"\\(.)", r"\1", link[1])
            built.end()
            return link.end()
        for mark, kind in self._marks:
            if source.startswith(mark, at):
                if built.open and built.open[-1][0] == mark:
                    built.end()
                else:
                    built.begin(mark, kind)
                return at + len(mark)
        if sign in self._reserved and sign != ">":
            why = f"Character '{sign}' is reserved and must be escaped with the preceding '\\'"
            raise BadRequestError(f"{_UNPARSABLE}: {why}")
        built.text += sign
        return at + 1
