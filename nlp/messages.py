"""Labelled messages: the ones written for training, the frozen evaluation set, and people's corrections."""

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from nlp import personal_data

DATA = Path(__file__).parent / "data"
TRAINING = DATA / "training"
EVALUATION = DATA / "evaluation_f.jsonl"

ROLE_WEIGHTS: Mapping[str, float] = MappingProxyType({"citizen": 0.7, "member": 2.0, "admin": 2.0})
"""What a correction counts beside a written message, by who made it."""


class MessageError(Exception):
    """A labelled file has a row that is not a labelled message."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text with its labels.

    Attributes:
        text: what was written.
        topics: right topics, main one first.
        kind: what the writer wants; empty when unknown.
        urgency: a code of the scheme; empty when unknown.
        register: formal, colloquial, noisy, finglish …
        writer: who wrote it; held-out writers measure, so this is never mixed up.
        weight: what it counts in training.
    """

    text: str
    topics: tuple[str, ...]
    kind: str
    urgency: str
    register: str
    writer: str
    weight: float = 1.0


def training_messages(folder: Path = TRAINING) -> list[Message]:
    """All shipped training messages."""
    return [message for path in sorted(folder.glob("*.jsonl")) for message in read(path)]


def evaluation_messages(path: Path = EVALUATION) -> list[Message]:
    """The frozen evaluation set; never trained on, never used to choose a setting."""
    return list(read(path))


def read(path: Path) -> Iterator[Message]:
    """Messages of a JSON-lines file.

    Raises:
        MessageError: a row is not one.
    """
    for where, row in _rows(path):
        try:
            yield Message(
                text=row["text"],
                topics=tuple(row["topics"]),
                kind=row.get("kind", ""),
                urgency=row.get("urgency", ""),
                register=row.get("register", ""),
                writer=row.get("writer", path.stem),
            )
        except (KeyError, TypeError) as error:
            raise MessageError(f"{where}: {error}") from error


def corrections(path: Path, roles: Mapping[str, float] = ROLE_WEIGHTS) -> Iterator[Message]:
    """What people said a message is about: {"text", "topics", "role", "model"?, "weight"?, "kind"?} a line.

    `model` is the version that was corrected, kept for the record. Personal data is taken out before anything is
    learnt.

    Raises:
        MessageError: a row is not a correction.
    """
    for where, row in _rows(path):
        role = str(row.get("role", "citizen"))
        if not isinstance(row.get("text"), str) or not row.get("topics") or role not in roles:
            raise MessageError(f"{where}: a correction needs a text, topics and a known role")
        text = row["text"]
        yield Message(
            text=personal_data.redact(text, personal_data.find(text)),
            topics=tuple(row["topics"]),
            kind=row.get("kind", ""),
            urgency="",
            register="",
            writer=f"corrections of {role}s",
            weight=float(row.get("weight", roles[role])),
        )


def within(messages: Iterable[Message], codes: Container[str]) -> list[Message]:
    """Those messages of which every topic is known; a city may have added topics that nothing is trained on yet."""
    return [message for message in messages if all(topic in codes for topic in message.topics)]


def _rows(path: Path) -> Iterable[tuple[str, dict[str, Any]]]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise MessageError(f"{path.name}, line {number}: {error}") from error
            if not isinstance(row, dict):
                raise MessageError(f"{path.name}, line {number}: not an object")
            yield f"{path.name}, line {number}", row
