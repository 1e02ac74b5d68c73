"""Long texts in several messages, cut where a reader would pause."""

LIMIT = 4096
_PAUSES = ("\n\n", "\n", ". ", "؟ ", "! ", "؛ ", "، ", " ")
_ENOUGH = 0.5


def split(text: str, limit: int = LIMIT) -> list[str]:
    """Return the text in pieces of at most `limit` UTF-16 units (what the platform counts), none of them empty.

    The cut is after a paragraph, else a line, sentence, clause or word, whichever comes first in this order with at
    least half a message before it; a single endless word is cut where it must be.
    """
    pieces: list[str] = []
    rest = text.strip()
    while _units(rest) > limit:
        fitting = _longest_prefix(rest, limit)
        cut = _cut(fitting)
        pieces.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    if rest or not pieces:
        pieces.append(rest)
    return [piece for piece in pieces if piece] or [""]


def _cut(fitting: str) -> int:
    for pause in _PAUSES:
        at = fitting.rfind(pause)
        if at >= len(fitting) * _ENOUGH:
            return at + len(pause)
    return len(fitting)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _longest_prefix(text: str, limit: int) -> str:
    used = 0
    for index, c in enumerate(text):
        used += 1 + (ord(c) > 0xFFFF)  # noqa: PLR2004 - the last character of one unit
        if used > limit:
            return text[:index]
    return text
