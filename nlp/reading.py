"""What a message turned out to say: plain frozen values that cross process borders cheaply."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the original text; offsets count its characters, `end` is exclusive."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class TopicScore:
    """A topic's code and the calibrated probability that the message is about it."""

    code: str
    p: float


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """Where the matter is: a district of the city, the best locality, and the names that stay open."""

    district: str | None
    locality: str | None
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is read out of one message.

    Attributes:
        text: the message as it was given.
        topics: asserted topics, best first; empty when the reader abstains.
        ranked: the five likeliest topics, whatever their probability.
        kind: what the writer wants, a code of the scheme's kinds.
        urgency: a code of the scheme's urgency levels.
        urgency_trigger: the words that made it urgent.
        place: district, locality and open candidates.
        personal: stretches of personal data.
        redacted: the text with each of these replaced by a label in Persian.
        reasons: the words that decided the first topic.
        lemmas: dictionary forms of the words, in order.
        headline: a short noun phrase naming the problem and its place.
        signature: a compact fingerprint by which like messages are gathered.
        model: version of the topic model.
    """

    text: str
    topics: tuple[TopicScore, ...]
    ranked: tuple[TopicScore, ...]
    kind: str
    urgency: str
    urgency_trigger: Span | None
    place: PlaceReading
    personal: tuple[Span, ...]
    redacted: str
    reasons: tuple[Span, ...]
    lemmas: tuple[str, ...]
    headline: str
    signature: bytes
    model: str
