"""Questions about the words of a text that may be parts of a name, for the finders of names to share."""

from nlp.mention_words import CONTACTS, COUNTED, HOLDERS, OFFICES, OWNED, PLACE_STOPS, PLACES, WORDS_TOO
from nlp.name_words import STOPS, SURNAME_ENDS
from nlp.personal_lists import NameLists
from nlp.tokens import FoldedText

PLACE_REACH = 3
SHORTEST_NAME = 3
SHORTEST_SURNAME = 5
HOUSE_DIGITS = 3
LISTED = (")", "-", "–", "_", "/")


class NamePhrase:
    """A text's words with what the lists and their neighbours say of them."""

    def __init__(self, lists: NameLists, words: FoldedText) -> None:
        self._lists = lists
        self._folded, self._forms, self._spans = words

    def _form(self, at: int) -> str:
        return self._forms[at] if 0 <= at < len(self._forms) else ""

    def _gap(self, at: int) -> str:
        if not 0 < at < len(self._forms):
            return "\n"
        return self._folded[self._spans[at - 1][1] : self._spans[at][0]]

    def _joined(self, at: int) -> bool:
        return not self._gap(at).strip(" ")

    def _in_place(self, first: int, reach: int = PLACE_REACH) -> bool:
        """Tell whether a place is being named before a word."""
        for at in range(first - 1, first - 1 - reach, -1):
            if not self._joined(at + 1) or self._form(at) in PLACE_STOPS:
                return False
            if self._form(at) in PLACES:
                return self._form(at - 1) not in HOLDERS
        return False

    def _is_surname(self, at: int) -> bool:
        """A listed family name, or one built like it: «کریم‌ی», «نیک‌زاده»; «محترم‌ی» is no name."""
        form = self._form(at)
        if self._lists.is_listed_last(form):
            return True
        if len(form) < SHORTEST_SURNAME or form.startswith(OFFICES) or not self._lists.is_last(form):
            return False
        stem = form[: -len(next(end for end in SURNAME_ENDS if form.endswith(end)))]
        return self._lists.is_first(stem) or not self._lists.is_word(stem)

    def _is_uncommon(self, at: int) -> bool:
        form = self._form(at)
        return (
            len(form) >= SHORTEST_NAME
            and form.isalpha()
            and not form.isascii()
            and form not in STOPS
            and form not in PLACES
            and not form.startswith(OFFICES)
            and not form.endswith(OWNED)
            and form not in WORDS_TOO
            and not self._lists.is_word(form)
        )

    def _is_known(self, at: int) -> bool:
        return self._lists.is_listed_last(self._form(at))

    def _names_street(self, end: int) -> bool:
        """Tell whether a house or side street number follows: «دکتر شریعتی ۱۴»."""
        form = self._form(end)
        house = form.isdigit() and len(form) <= HOUSE_DIGITS and self._joined(end)
        numbering = self._gap(end + 1).strip(" ")[:1] in LISTED
        return house and not numbering and self._form(end + 1) not in COUNTED

    def _opens(self, at: int) -> bool:
        return at == 0 or bool(self._gap(at).strip(" \u200c"))

    def _closes(self, at: int) -> bool:
        return (
            at >= len(self._forms)
            or bool(self._gap(at).strip(" "))
            or self._form(at) in CONTACTS
            or self._form(at).isdigit()
        )
