"""Persian letters in drawings: the font that is shipped, and the direction of a text."""

from pathlib import Path

import vl_convert

FONT = "Vazirmatn"
FONTS = Path(__file__).parent / "fonts"


def register_fonts() -> None:
    """Let the renderer find the shipped font; doing it twice is harmless."""
    vl_convert.register_font_directory(str(FONTS))


def right_to_left(text: str) -> str:
    """Embed a text, since a drawing's own direction is left to right and would move a leading number."""
    return f"\u202b{text}\u202c"
