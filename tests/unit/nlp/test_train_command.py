"""`hamandish train` whole: corrections in, a model that is not worse in use, the one before kept."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nlp import messages
from nlp.cli import app
from nlp.messages import Message, training_messages
from nlp.model_file import CURRENT, PREVIOUS, ModelFile
from nlp.normalise import Normaliser
from nlp.scheme import Scheme
from nlp.train import train

pytestmark = pytest.mark.timeout(300)

SAID = "گوژپشت نتردام کلاغ پر"
CORRECTIONS = [
    {"text": SAID, "topics": ["pests"], "role": "member", "weight": 20, "model": "1-a"},
    {"text": "قنات خشک شد", "topics": ["qanats"], "role": "member"},
]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> list[Message]:
    """A handful of topics in place of all the training messages, and of the frozen set."""
    chosen = {"bus", "lighting", "waste", "nothing", "pests"}
    written = [message for message in training_messages() if message.topics[0] in chosen][::8]
    corrected = Message(SAID, ("pests",), "", "", "", "a member")
    monkeypatch.setattr(messages, "training_messages", lambda: list(written))
    monkeypatch.setattr(messages, "evaluation_messages", lambda: [*written, corrected, corrected, corrected])
    return written


def test_a_better_model_takes_over_and_the_one_before_is_kept(
    few: list[Message], normaliser: Normaliser, tmp_path: Path
) -> None:
    before = train(few, Scheme.load(), normaliser)
    before.save(tmp_path / CURRENT)
    corrections = tmp_path / "corrections.jsonl"
    corrections.write_text("\n".join(map(json.dumps, CORRECTIONS)), encoding="utf-8")

    told = CliRunner().invoke(app, ["train", "--corrections", str(corrections), "--into", str(tmp_path)])

    assert told.exit_code == 0, told.output
    assert "left out: 1 corrections" in told.output
    assert "is in use" in told.output
    assert ModelFile.load(tmp_path / PREVIOUS).facts["version"] == before.facts["version"]
    assert ModelFile.load(tmp_path / CURRENT).facts["messages"] == len(few) + 1
    assert _topic_of(SAID, tmp_path / CURRENT) == "pests"
    assert _topic_of(SAID, tmp_path / PREVIOUS) != "pests"


def _topic_of(text: str, model: Path) -> str:
    tagged = CliRunner().invoke(app, ["tag", "--model", str(model)], input=json.dumps({"id": 1, "text": text}))
    return str(json.loads(tagged.output)["ranked"][0]["code"])
