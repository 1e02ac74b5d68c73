"""What is summed up word by word is what the model was trained on."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.features import lemma_hash
from nlp.linear import LinearModel
from nlp.messages import Message
from nlp.model_file import SHIPPED, ModelFile
from nlp.normalise import Form, Normaliser
from nlp.phrases import PhraseBook
from nlp.prepare import matrix, prepare
from nlp.tokens import fold, word_spans
from nlp.vectors import Floats, Meaning, Vectoriser

TEXTS = (
    "چراغ برق کوچه ما یک ماه است سوخته و تاریک است",
    "آسفالت خیابان پر از چاله است، چاله پشت چاله!",
    "khiabune ma por az chale shode",
    "؟!؟!",
    "",
)


@pytest.fixture(scope="module")
def model() -> ModelFile:
    return ModelFile.load(SHIPPED)


@pytest.mark.parametrize("text", TEXTS)
def test_margins_are_those_of_the_training_matrix(model: ModelFile, normaliser: Normaliser, text: str) -> None:
    codes = list(model.facts["codes"])
    message = Message(text, (codes[0],), "", "", "", "")
    learnt = prepare([message], codes, normaliser)
    arrays = model.arrays
    row = matrix(learnt.seen, Vectoriser(arrays["keys"], arrays["worth"], arrays["blocks"]))
    expected = row @ (arrays["weights"] * arrays["scale"]) + arrays["bias"]
    expected = expected + _of_meaning(model, [form.lemma for form in learnt.seen[0].forms])

    linear, book = LinearModel(model), PhraseBook.load(codes, normaliser)
    known = {form: linear.word(*form, book.opened(*form)) for form in learnt.seen[0].forms}
    words = [known[Form(word.key, word.lemma)] for word in learnt.words[0]]
    concepts = book.find(learnt.words[0]).concepts
    found = linear.margins(words, tuple(dict.fromkeys(words)), concepts)
    np.testing.assert_allclose(found.all, expected[0], atol=2e-4)


def _of_meaning(model: ModelFile, lemmas: list[str]) -> Floats:
    arrays = model.arrays
    meaning = Meaning.stored(model.facts, arrays)
    total = np.sum([np.zeros_like(meaning.centre), *(meaning.vector(lemma_hash(lemma)) for lemma in lemmas)], axis=0)
    margins: Floats = meaning.likeness(meaning.place(total)) @ arrays["landmark_weights"]
    return margins


@given(st.text(st.sampled_from("ابك ي\u200c\u0640\u064b.،۱2aB'-"), max_size=40))
def test_words_stand_where_a_pattern_finds_them(text: str) -> None:
    folded = fold(text)
    assert word_spans(folded) == [match.span() for match in re.finditer(r"[0-9]+|[^\W\d_]+", folded)]
