"""Word vectors from the texts at hand: which words keep company (training only; needs scipy and scikit-learn).

Positive pointwise mutual information of lemmas within a window, factored by a truncated singular value decomposition
(Levy & Goldberg 2014). The phrases of each lexicon topic and each thesaurus concept count as company too, so that rare
words stand beside their common kin although no message ever used both.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.features import Hashes, lemma_hash
from nlp.vectors import Floats

DIMENSIONS = 200
WINDOW = 12
LEAST_SEEN = 3
LIST_WEIGHT = 20.0
_CONTEXT_POWER = 0.75


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Hashes of the lemmas in ascending order, and their vectors weighted by inverse document frequency."""

    keys: Hashes
    vectors: Floats


def learn(texts: Sequence[Sequence[str]], lists: Sequence[Sequence[str]]) -> WordVectors:
    """Learn vectors of the lemmas of texts and of word lists."""
    from sklearn.utils.extmath import randomized_svd  # noqa: PLC0415 - training only

    counts = Counter(lemma for text in texts for lemma in text)
    counts.update(lemma for words in lists for lemma in set(words))
    lemmas = [lemma for lemma, count in counts.items() if count >= LEAST_SEEN]
    if len(lemmas) <= DIMENSIONS:
        return WordVectors(np.empty(0, dtype=np.uint32), np.empty((0, DIMENSIONS), dtype=np.float32))
    number = {lemma: index for index, lemma in enumerate(lemmas)}
    left, values, _ = randomized_svd(_information(texts, lists, number), DIMENSIONS, n_iter=5, random_state=0)
    idf = np.log(len(texts) / np.minimum([counts[lemma] for lemma in lemmas], len(texts))) + 1e-3
    vectors = left * np.sqrt(values) * idf[:, None]
    keys = np.array([lemma_hash(lemma) for lemma in lemmas], dtype=np.uint32)
    order = np.argsort(keys)
    return WordVectors(keys[order], vectors[order].astype(np.float32))


def _information(texts: Sequence[Sequence[str]], lists: Sequence[Sequence[str]], number: dict[str, int]):  # type: ignore[no-untyped-def]  # noqa: ANN202
    from scipy import sparse  # noqa: PLC0415 - training only

    rows, columns, weights = _company(texts, lists, number)
    size = (len(number), len(number))
    together = sparse.coo_matrix((weights, (rows, columns)), shape=size).tocsr().tocoo()
    total = np.asarray(together.sum(axis=1)).ravel()
    context = np.asarray(together.sum(axis=0)).ravel() ** _CONTEXT_POWER
    context /= context.sum()
    information = np.log(together.data / (total[together.row] * context[together.col]))
    kept = information > 0
    return sparse.csr_matrix((information[kept], (together.row[kept], together.col[kept])), shape=size)


def _company(
    texts: Sequence[Sequence[str]], lists: Sequence[Sequence[str]], number: dict[str, int]
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]:
    """Pairs of lemmas that stand near each other, with weights; both orders."""
    firsts: list[NDArray[np.intp]] = []
    seconds: list[NDArray[np.intp]] = []
    weights: list[NDArray[np.float64]] = []

    def add(first: NDArray[np.intp], second: NDArray[np.intp], weight: float) -> None:
        firsts.extend((first, second))
        seconds.extend((second, first))
        weights.append(np.full(2 * len(first), weight))

    for text in texts:
        known = np.array([number[lemma] for lemma in text if lemma in number], dtype=np.intp)
        for distance in range(1, min(WINDOW, len(known) - 1) + 1):
            add(known[:-distance], known[distance:], 1.0)
    for words in lists:
        known = np.array(sorted({number[lemma] for lemma in words if lemma in number}), dtype=np.intp)
        first, second = np.triu_indices(len(known), k=1)
        add(known[first], known[second], LIST_WEIGHT / max(10, len(known)))
    return np.concatenate(firsts), np.concatenate(seconds), np.concatenate(weights)
