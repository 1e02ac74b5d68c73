"""The gold sets of personal data: what is hidden, and what stays."""

from pathlib import Path

import pytest

from nlp.evaluate_personal_data import GOLD_FILE, evaluate_personal_data, read_gold
from nlp.personal_data import find

LEAST = {
    "personal_data": (1.0, 1.0),
    "personal_data_two": (0.97, 0.98),
    "personal_data_three": (0.9, 1.0),
    "personal_data_four": (0.9, 1.0),
}


def _file(name: str) -> Path:
    return GOLD_FILE.with_name(f"{name}.jsonl")


@pytest.mark.parametrize("name", LEAST)
def test_personal_data_of_a_gold_set_is_hidden(name: str) -> None:
    score = evaluate_personal_data(read_gold(_file(name)), find)
    assert score.recall >= LEAST[name][0], score.missed


@pytest.mark.parametrize("name", LEAST)
def test_harmless_lookalikes_of_a_gold_set_stay(name: str) -> None:
    score = evaluate_personal_data(read_gold(_file(name)), find)
    assert score.harmless_share >= LEAST[name][1], score.touched
