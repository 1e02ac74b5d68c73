"""The pipeline in one page: a message goes in, a Reading comes out."""

from pathlib import Path

from nlp import kinds, personal_data, urgency
from nlp.normalise import MAX_CHARACTERS, Normaliser
from nlp.reading import PlaceReading, Reading
from nlp.topics import TopicModel


class Reader:
    """Reads messages. Build one in a process (about a second); reading neither blocks nor touches a file."""

    def __init__(self, normaliser: Normaliser, topics: TopicModel) -> None:
        self._normaliser = normaliser
        self._topics = topics

    @classmethod
    def load(cls, city: str = "mashhad", model: Path | None = None) -> "Reader":  # noqa: ARG003
        """Load everything for a city.

        Args:
            city: code of the city whose places are known.
            model: a trained topic model; the shipped one when not given.

        Raises:
            ModelError: the model file is damaged.
        """
        return cls(Normaliser.load(), TopicModel.load(model))

    def read(self, text: str) -> Reading:
        """Read a message. Any string gives a Reading; what stands beyond 4,096 characters is kept, not read."""
        seen = text[:MAX_CHARACTERS]
        words = self._normaliser.words(seen)
        topics = self._topics.read(words)
        personal = personal_data.find(seen)
        trigger = urgency.find(seen)
        return Reading(
            text=text,
            topics=topics.asserted,
            ranked=topics.ranked,
            kind=kinds.find(seen),
            urgency=urgency.URGENT if trigger else urgency.NORMAL,
            urgency_trigger=trigger,
            place=PlaceReading(None, None, ()),
            personal=personal,
            redacted=personal_data.redact(text, personal),
            reasons=self._topics.reasons(words, topics.ranked[0].code),
            lemmas=tuple(word.lemma for word in words),
            headline=seen[:60],
            signature=b"",
            model=self._topics.version,
        )
