"""Says every sentence by name, in the reader's language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from backend.domain.persian import digits

LANGUAGES = ("fa", "en")
_HERE = Path(__file__).parent


def _form(number: str) -> str:
    """Choose between one and several in a sentence; the number comes in the language's digits."""
    return "one" if number in {"1", "۱"} else "other"


# A function may give a plain word back, which a sentence chooses by; the library's types do not say so.
_FUNCTIONS: Mapping[str, Any] = {"FORM": _form}


class Speaker:
    """Sentences of one language. Numbers among the variables are said in its digits."""

    def __init__(self, language: str) -> None:
        """Read the language's files."""
        self.language = language
        self._bundle = _bundle(language)
        self._constants: dict[str, str] = {}

    def __call__(self, name: str, /, **variables: object) -> str:
        """Return the sentence with its variables filled in.

        Raises:
            KeyError: there is no such sentence, or it wants a variable that was not given.
        """
        if not variables:
            return self._constants.get(name) or self._constants.setdefault(name, self._formatted(name, {}))
        return self._formatted(name, variables)

    def _formatted(self, name: str, variables: Mapping[str, object]) -> str:
        pattern = self._bundle.get_message(name).value
        if pattern is None:
            raise KeyError(name)
        said, errors = self._bundle.format_pattern(pattern, {k: self._said(v) for k, v in variables.items()})
        if errors:
            raise KeyError(f"{name}: {errors[0]}")
        return str(said)

    def has(self, name: str) -> bool:
        """Say whether there is such a sentence."""
        return bool(self._bundle.has_message(name))

    def figures(self, value: object) -> str:
        """Return a number, or a text of figures such as a time of day, in the language's digits."""
        return digits(value) if self.language == "fa" else str(value)

    def _said(self, value: object) -> str:
        """Texts stay as they are: a tracking code has its own digits."""
        return self.figures(value) if isinstance(value, int | float) else str(value)


@cache
def speaker_of(language: str) -> Speaker:
    """Return the speaker of a language; Persian for one that is not known."""
    return Speaker(language if language in LANGUAGES else "fa")


@cache
def every(name: str) -> frozenset[str]:
    """Return how a sentence reads in each language: what a press on a menu button sends."""
    return frozenset(speaker_of(language)(name) for language in LANGUAGES)


@cache
def source_of(language: str) -> str:
    """Return the sentences of a language as they are written, one file a conversation."""
    files = sorted((_HERE / language).glob("*.ftl"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], functions=dict(_FUNCTIONS), use_isolating=False)
    bundle.add_resource(FluentResource(source_of(language)))
    return bundle
