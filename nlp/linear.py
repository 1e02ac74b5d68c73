"""The linear model of a message: rows of numbers that its words sum up to, and what lies between words.

A word's row holds the square that it adds to the message's length, what it adds to the margin of each class, and its
vector of meaning. Rows are kept as bytes: those of a message are joined faster than as many arrays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nlp.features import halves, lemma_hash, meetings
from nlp.model_file import ModelFile
from nlp.phrases import Opened
from nlp.vectors import Floats, Meaning, Rows, Vectoriser, gain_of


@dataclass(frozen=True, slots=True, eq=False)
class KnownWord:
    """All that the model makes of one word alone; equal only to itself, since each word is worked out once.

    Attributes:
        row: its square, its share in each margin and its vector, as bytes of 32-bit floats.
        opening: what it brings to a pair of lemmas that it opens.
        closing: what it brings to one that it closes.
        phrases: what begins with it.
    """

    row: bytes
    opening: int
    closing: int
    phrases: Opened


@dataclass(frozen=True, slots=True)
class Margins:
    """How far a message is on the side of each class.

    Attributes:
        all: margin of each class.
        by_word: what each distinct word alone adds to each of them, a row a word; all lack the message's gain.
    """

    all: Floats
    by_word: Floats


class LinearModel:
    """Weighs the words of messages."""

    def __init__(self, model: ModelFile) -> None:
        arrays = model.arrays
        self._vectoriser = Vectoriser(arrays["keys"], arrays["worth"], arrays["blocks"])
        self._meaning = Meaning.stored(model.facts, arrays)
        self._weights: NDArray[np.int8] = arrays["weights"]
        self._scale: Floats = arrays["scale"]
        self._bias: Floats = arrays["bias"]
        self._landmark_weights: Floats = arrays["landmark_weights"]
        self._classes = slice(1, 1 + len(self._bias))
        self._width = self._classes.stop + len(self._meaning.centre)

    def word(self, key: str, lemma: str, phrases: Opened) -> KnownWord:
        """Work out what a word brings.

        Args:
            key: its spelling.
            lemma: its dictionary form.
            phrases: what begins with it.
        """
        number = lemma_hash(lemma)
        rows = self._vectoriser.rows(key, number)
        worth = self._vectoriser.worth.take(rows)
        row = np.empty(self._width, dtype=np.float32)
        row[0] = worth @ worth
        row[self._classes] = self._weighed(worth, rows)
        row[self._classes.stop :] = self._meaning.vector(number)
        return KnownWord(row.tobytes(), *halves(number), phrases)

    def margins(self, words: Sequence[KnownWord], distinct: Sequence[KnownWord], concepts: Sequence[int]) -> Margins:
        """Margins of a message.

        Args:
            words: all its words in order.
            distinct: each of them once.
            concepts: what its phrases carry.
        """
        rows = b"".join([word.row for word in distinct])
        table = np.frombuffer(rows, dtype=np.float32).reshape(len(distinct), self._width)
        total = np.add.reduce(table)
        gain = gain_of(float(total[0]))
        margins = total[self._classes] * np.float32(gain)
        margins += self._bias
        place = self._meaning.place(total[self._classes.stop :])
        margins += self._meaning.likeness(place) @ self._landmark_weights
        pairs = {one.opening ^ two.closing for one, two in pairwise(words)}
        between, worth = self._vectoriser.between(pairs, meetings(concepts), gain)
        margins += self._weighed(worth, between)
        return Margins(margins, table[:, self._classes])

    def _weighed(self, worth: Floats, rows: Rows) -> Floats:
        weighed: Floats = worth @ self._weights.take(rows, axis=0).astype(np.float32)
        weighed *= self._scale
        return weighed
