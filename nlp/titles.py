"""A short Persian noun phrase that names a message's concrete problem and its place."""

from collections.abc import Sequence

from nlp.reading import PlaceReading


class Titles:
    """Problem patterns of the topics: what is wrong, in words a mayor reads."""

    @classmethod
    def load(cls) -> "Titles":
        """Read the package's problem patterns."""
        return cls()

    def problems(self, words: Sequence[tuple[str, str]], topics: Sequence[str]) -> tuple[str, ...]:
        """Return codes of the concrete problems named, best first («pavement/pothole»).

        Args:
            words: (key, lemma) of each word in order, as Normaliser gives them.
            topics: codes of the likely topics, best first.
        """
        return ()

    def headline(self, problems: Sequence[str], topic: str | None, place: PlaceReading) -> str:
        """Return the title of an issue, e.g. «چاله و خرابی آسفالت در خیابان عبادی»."""
        return "پیام شهروند"
