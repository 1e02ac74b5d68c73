"""From features to numbers a linear model can weigh: TF-IDF rows, and likeness of meaning to known messages."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.features import BLOCKS, Hashes, unmixed

Floats = NDArray[np.floating[Any]]
Rows = NDArray[np.int32]

_SLOT_BITS = 20
SLOT_MASK = np.uint32((1 << _SLOT_BITS) - 1)
_MOST_COUNTED = 64


class Vectoriser:
    """Knows which hashes the model has weights for, and what each occurrence is worth.

    The vocabulary is found by one look into a table of 2^20 places: of features that fall on one place only the most
    frequent was kept at training, so no search is needed.
    """

    def __init__(self, keys: Hashes, idf: Floats, blocks: NDArray[np.uint8], shares: Floats) -> None:
        """Build the table.

        Args:
            keys: hash of each feature, no two on one place of the table.
            idf: inverse document frequency of each.
            blocks: which block each belongs to.
            shares: length that each block of a message's vector is given.
        """
        self._idf = idf.astype(np.float32)
        self._blocks = blocks.astype(np.intp)
        self._shares: list[float] = shares.astype(np.float32).tolist()
        self._slot_key = np.zeros(1 << _SLOT_BITS, dtype=np.uint32)
        self._slot_row = np.full(1 << _SLOT_BITS, -1, dtype=np.int32)
        self._slot_key[keys & SLOT_MASK] = keys
        self._slot_row[keys & SLOT_MASK] = np.arange(len(keys), dtype=np.int32)
        damped = 1 + np.log(np.arange(1, _MOST_COUNTED + 1, dtype=np.float32))
        self._damped = np.concatenate((np.zeros(1, dtype=np.float32), damped))
        self.row_unmixed: dict[int, int] = dict(zip(unmixed(keys).tolist(), range(len(keys)), strict=True))
        """Row of a pair or a concept before it is mixed: few a message, so found sooner here than by arrays."""

    def rows(self, hashes: Hashes) -> Rows:
        """Row of each hash; -1 for what the model does not know."""
        slots = hashes & SLOT_MASK
        rows: Rows = self._slot_row.take(slots)
        rows[self._slot_key.take(slots) != hashes] = -1
        return rows

    @property
    def size(self) -> int:
        """How many features are known."""
        return len(self._idf)

    def idf(self, rows: Rows) -> Floats:
        """Inverse document frequency of rows."""
        return self._idf.take(rows)

    def weigh(self, rows: Rows) -> tuple[Rows, Floats]:
        """Distinct rows with their values: damped counts times idf, each block brought to its length.

        Args:
            rows: known rows, as often as they occur.
        """
        ordered = np.sort(rows)
        if not len(ordered):
            return ordered, np.empty(0, dtype=np.float32)
        differs = np.empty(len(ordered) + 1, dtype=bool)
        differs[0] = differs[-1] = True
        np.not_equal(ordered[1:], ordered[:-1], out=differs[1:-1])
        edges = differs.nonzero()[0]
        firsts = edges[:-1]
        distinct = ordered.take(firsts)
        values = self._damped.take(edges[1:] - firsts, mode="clip")
        values *= self._idf.take(distinct)
        blocks = self._blocks.take(distinct)
        squares: list[float] = np.bincount(blocks, values * values, BLOCKS).tolist()
        gains = [share / (sqrt(square) + 1e-9) for share, square in zip(self._shares, squares, strict=True)]
        values *= np.array(gains, dtype=np.float32).take(blocks)
        return distinct, values


@dataclass(frozen=True, slots=True)
class Meaning:
    """Word vectors learnt from co-occurrence, and messages that stand as landmarks among them.

    A message is the mean of its lemmas' vectors; what the model sees is its likeness to each landmark through a
    radial kernel (the Nyström method of Williams & Seeger 2001).

    Attributes:
        keys: lemma hashes in ascending order.
        vectors: one row a lemma, weighted by idf, in signed bytes.
        scales: what one unit of each row is worth.
        centre: mean of all messages.
        landmarks: vectors of the landmark messages, one column each.
        sharpness: of the kernel.
    """

    keys: Hashes
    vectors: NDArray[np.int8]
    scales: Floats
    centre: Floats
    landmarks: Floats
    sharpness: float

    def row(self, lemma: int) -> int:
        """Row of a lemma's hash; -1 when it has none."""
        at = int(self.keys.searchsorted(np.uint32(lemma)))
        return at if at < len(self.keys) and int(self.keys[at]) == lemma else -1

    def place(self, rows: Iterable[int]) -> Floats:
        """Where a message stands, as a unit vector; zero when none of its words is known."""
        known = [row for row in rows if row >= 0]
        if not known:
            return np.zeros_like(self.centre)
        total = self.total(np.array(known)) - self.centre
        return total / (np.sqrt(total @ total) + np.float32(1e-6))

    def total(self, rows: NDArray[np.intp]) -> Floats:
        """Sum of the vectors of rows."""
        return self.scales.take(rows) @ self.vectors.take(rows, axis=0).astype(np.float32)

    def likeness(self, place: Floats) -> Floats:
        """Kernel value with each landmark."""
        return np.exp(np.float32(self.sharpness) * (place @ self.landmarks - np.float32(1)))
