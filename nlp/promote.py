"""A newly trained model takes over only when it does not get worse; the one before is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.measures import Case, values
from nlp.messages import Message
from nlp.model_file import CURRENT, PREVIOUS, SHIPPED, ModelFile
from nlp.normalise import Normaliser
from nlp.scheme import Scheme
from nlp.tagger import answer
from nlp.topics import TopicModel

TOLERANCE = 0.005
"""What one measure may lose when the others make up for it: two messages of the frozen set."""
MEASURES = ("axis macro-F1", "topic top-1, any given", "topic top-3", "out of scope kept out")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a new model stands beside the present one on the frozen set, and whether it took over."""

    promoted: bool
    present: Mapping[str, float]
    new: Mapping[str, float]


def compare(
    present: ModelFile, new: ModelFile, frozen: Sequence[Message], scheme: Scheme, normaliser: Normaliser
) -> Verdict:
    """Measure both on the frozen evaluation set.

    The new one is promoted when the sum of the measures is no lower and none of them fell by more than the tolerance.
    """
    before = _measured(present, frozen, scheme, normaliser)
    after = _measured(new, frozen, scheme, normaliser)
    worst = min(after[name] - before[name] for name in MEASURES)
    return Verdict(sum(after.values()) >= sum(before.values()) and worst >= -TOLERANCE, before, after)


def install(new: ModelFile, folder: Path) -> Path:
    """Put a model in a folder as the current one, keeping the one before."""
    current = folder / CURRENT
    if current.exists():
        current.replace(folder / PREVIOUS)
    new.save(current)
    return current


def current_model(folder: Path) -> Path:
    """The model in use: the operator's own when there is one, else the shipped one."""
    own = folder / CURRENT
    return own if own.exists() else SHIPPED


def _measured(model: ModelFile, frozen: Sequence[Message], scheme: Scheme, normaliser: Normaliser) -> dict[str, float]:
    topics = TopicModel.build(model, normaliser, scheme)
    cases = [Case(message, answer(topics, normaliser, message.text)) for message in frozen]
    measured = values(cases, scheme)
    return {name: measured[name] for name in MEASURES}
