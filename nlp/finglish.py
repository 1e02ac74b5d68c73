"""Persian written in Latin letters, brought back to Persian script."""

import re
from dataclasses import dataclass

_LATIN = re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")


def is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin."""
    latin = len(_LATIN.findall(text))
    return latin > 0 and 2 * latin > len(_LETTER.findall(text))


@dataclass(frozen=True, slots=True)
class Finglish:
    """A word-by-word converter."""

    @classmethod
    def load(cls) -> "Finglish":
        """Build the converter."""
        return cls()

    def persian(self, word: str) -> str:
        """The Persian word that a Latin one most likely stands for; the word itself when none is near."""
        return word
