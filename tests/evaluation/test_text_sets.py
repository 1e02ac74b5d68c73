"""The written texts: labelled within the scheme, no near-copies within or across the sets."""

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from nlp.messages import DATA, TRAINING, Message, read
from nlp.scheme import Scheme

RUN = 7
MOST_SHARED_RUNS = 0.01
OPENINGS = re.compile(r"سلام|احترام|عرض|خسته نباشید|وقت بخیر|خواهشمند|مستحضر|اطلاع|درخواست|دستور|لطفا|تشکر|سپاس|خواهش")
EVALUATION = sorted(DATA.glob("evaluation_[a-z].jsonl"))


@pytest.fixture(scope="module")
def training() -> list[Message]:
    return [message for path in sorted(TRAINING.glob("*.jsonl")) for message in read(path)]


def runs(message: Message) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", message.text.replace("\u200c", " ").replace("ي", "ی").replace("ك", "ک"))
    found = {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    return {run for run in found if not OPENINGS.search(" ".join(run))}


def test_labels_are_of_the_scheme(training: list[Message]) -> None:
    scheme = Scheme.load()
    for message in training:
        assert message.topics, message.text
        assert set(message.topics) <= set(scheme.topics), message.text
        assert message.kind in scheme.kinds, message.text
        assert message.urgency in scheme.urgency, message.text


def test_identifiers_are_unique() -> None:
    for path in [*sorted(TRAINING.glob("*.jsonl")), *EVALUATION]:
        ids = [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        assert len(ids) == len(set(ids)), path.name


def test_training_messages_are_no_copies_of_each_other(training: list[Message]) -> None:
    owners: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, message in enumerate(training):
        for run in runs(message):
            owners[run].add(number)
    sharing = {number for shared in owners.values() if len(shared) > 1 for number in shared}
    assert len(sharing) <= MOST_SHARED_RUNS * len(training)


@pytest.mark.parametrize("path", EVALUATION, ids=lambda path: path.stem)
def test_no_training_message_repeats_an_evaluation_message(path: Path, training: list[Message]) -> None:
    seen = {run for message in training for run in runs(message)}
    messages = list(read(path))
    sharing = [message.text for message in messages if runs(message) & seen]
    assert len(sharing) <= MOST_SHARED_RUNS * len(messages), sharing[:5]
