"""What a user would otherwise build: keyword lists and two textbook classifiers (only measured, never shipped)."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from nlp import hazm_adapter
from nlp.measures import Answer
from nlp.messages import Message
from nlp.normalise import Normaliser
from nlp.phrases import PhraseBook
from nlp.scheme import Scheme

Tagger = Callable[[Sequence[str]], list[Answer]]


def keywords(scheme: Scheme, normaliser: Normaliser) -> Tagger:
    """The lexicon alone: the topic with most weight; nothing when no phrase is met."""
    codes = list(scheme.topics)
    book = PhraseBook.load(codes, normaliser)

    def tag(texts: Sequence[str]) -> list[Answer]:
        scores = np.array([book.find(normaliser.words(text)).scores for text in texts])
        return [_answer(row, codes, asserts=bool(row.max() > 0), p=float(max(0.0, row.max()))) for row in scores]

    return tag


def words_svm(training: Sequence[Message], codes: Sequence[str]) -> Tagger:
    """Hazm as it comes (normalise, tokenise, lemmatise), TF-IDF and a linear support vector machine."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - evaluation only
    from sklearn.svm import LinearSVC  # noqa: PLC0415

    vectorizer = TfidfVectorizer(analyzer=hazm_adapter.stock_lemmas(), sublinear_tf=True)
    rows = vectorizer.fit_transform([message.text for message in training])
    model = LinearSVC(C=0.5).fit(rows, [message.topics[0] for message in training])

    def tag(texts: Sequence[str]) -> list[Answer]:
        margins = _in_order(model.decision_function(vectorizer.transform(texts)), model.classes_, codes)
        return [_answer(row, codes, p=_logistic(float(row.max()))) for row in margins]

    return tag


def characters_logistic(training: Sequence[Message], codes: Sequence[str]) -> Tagger:
    """Character n-grams, TF-IDF and logistic regression."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - evaluation only
    from sklearn.linear_model import SGDClassifier  # noqa: PLC0415

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, min_df=2)
    rows = vectorizer.fit_transform([message.text for message in training])
    model = SGDClassifier(loss="log_loss", alpha=1e-5, random_state=0).fit(
        rows, [message.topics[0] for message in training]
    )

    def tag(texts: Sequence[str]) -> list[Answer]:
        chances = _in_order(model.predict_proba(vectorizer.transform(texts)), model.classes_, codes)
        return [_answer(row, codes, p=float(row.max())) for row in chances]

    return tag


def _in_order(scores: NDArray[np.float64], classes: Sequence[str], codes: Sequence[str]) -> NDArray[np.float64]:
    ordered = np.full((len(scores), len(codes)), -np.inf)
    ordered[:, [list(codes).index(code) for code in classes]] = scores
    return ordered


def _answer(row: NDArray[np.floating], codes: Sequence[str], p: float, *, asserts: bool = True) -> Answer:
    ranked = tuple(codes[index] for index in np.argsort(-row, kind="stable"))
    return Answer(ranked, ranked[:1] if asserts else (), p)


def _logistic(margin: float) -> float:
    return float(1 / (1 + np.exp(-margin)))
