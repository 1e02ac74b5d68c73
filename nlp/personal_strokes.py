"""Dashes and spaces of every make as the plain ones, so that a number's pattern need not name them all."""

import re

_DASHES = re.compile("[\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d]")
_SPACES = re.compile("[\u2000-\u200a\u205f\u2060\u3000]")
_KASHIDA = re.compile("(?<![^ 0-9])\u0640+(?![^ 0-9])")


def even_strokes(folded: str) -> str:
    """Return a folded text, as long as it was, with plain dashes and spaces.

    A kashida is a dash only where it stands by itself between spaces or digits: within a word it stretches the word.
    """
    if folded.isascii():
        return folded
    evened = _SPACES.sub(" ", _DASHES.sub("-", folded))
    return _KASHIDA.sub(lambda match: "-" * len(match.group()), evened) if "\u0640" in evened else evened
