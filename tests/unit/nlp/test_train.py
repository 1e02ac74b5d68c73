from dataclasses import replace

import numpy as np
import pytest

from nlp.calibrate import calibration_error, softmax
from nlp.messages import TRAINING, Message, read
from nlp.model_file import SHIPPED, ModelFile
from nlp.normalise import Normaliser
from nlp.promote import compare
from nlp.scheme import Scheme
from nlp.tagger import answer
from nlp.topics import TopicModel
from nlp.train import train

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def few() -> list[Message]:
    """Six writers' messages on a handful of topics."""
    chosen = {"bus", "lighting", "waste", "nothing", "pests"}
    messages = [message for path in sorted(TRAINING.glob("*.jsonl")) for message in read(path)]
    return [message for message in messages if message.topics[0] in chosen][::4]


@pytest.fixture(scope="module")
def model(few: list[Message], normaliser: Normaliser) -> ModelFile:
    return train(few, Scheme.load(), normaliser)


def test_a_small_model_learns_its_topics(model: ModelFile, few: list[Message], normaliser: Normaliser) -> None:
    topics = TopicModel.build(model, normaliser, Scheme.load())
    right = [answer(topics, normaliser, message.text).ranked[0] in message.topics for message in few]
    assert np.mean(right) > 0.9


def test_training_twice_gives_the_same_model(model: ModelFile, few: list[Message], normaliser: Normaliser) -> None:
    assert train(few, Scheme.load(), normaliser).facts["version"] == model.facts["version"]


def test_a_weighty_correction_is_learnt(few: list[Message], normaliser: Normaliser) -> None:
    text = "گوژپشت نتردام کلاغ پر"
    correction = replace(few[0], text=text, topics=("pests",), writer="corrections of members", weight=20.0)
    topics = TopicModel.build(train([*few, correction], Scheme.load(), normaliser), normaliser, Scheme.load())
    assert answer(topics, normaliser, text).ranked[0] == "pests"


def test_corrections_without_a_kind_teach_no_kind(few: list[Message], normaliser: Normaliser) -> None:
    text = "جای قشنگی شد دستتان درد نکند خدا قوت"
    thanks = replace(few[0], text=text, topics=("waste",), kind="appreciation")
    untold = [replace(thanks, kind="", urgency="", writer="corrections of citizens")] * 30
    topics = TopicModel.build(train([*few, thanks, *untold], Scheme.load(), normaliser), normaliser, Scheme.load())
    margins = topics.score(normaliser.words(text)).kinds
    assert topics.kinds[int(np.argmax(margins))] == "appreciation"


def test_a_worse_model_is_not_promoted(model: ModelFile, few: list[Message], normaliser: Normaliser) -> None:
    present = ModelFile.load(SHIPPED)
    frozen = [message for message in few if message.text][:60]
    unknown = replace(frozen[0], text="آسفالت خیابان پر از چاله است", topics=("pavement",))
    chatter = next(message for message in few if message.topics[0] == "nothing")
    asked = [*[unknown] * 30, chatter]
    assert not compare(present, model, asked, Scheme.load(), normaliser).promoted
    assert compare(present, present, asked, Scheme.load(), normaliser).promoted
    assert compare(present, present, frozen, Scheme.load(), normaliser).promoted


def test_calibration_error_is_nought_when_chances_are_met() -> None:
    assert calibration_error(np.array([0.75] * 4), np.array([True, True, True, False])) == pytest.approx(0)
    assert calibration_error(np.array([1.0, 1.0]), np.array([False, False])) == pytest.approx(1)


def test_softmax_rows_sum_to_one() -> None:
    assert softmax(np.array([[1.0, 2.0, 300.0]]), 0.1).sum() == pytest.approx(1)
