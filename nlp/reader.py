"""The pipeline in one page: a message goes in, a Reading comes out."""

from dataclasses import dataclass
from pathlib import Path

from nlp import kinds, personal_data, urgency
from nlp.normalise import MAX_CHARACTERS, Normaliser
from nlp.places import Gazetteer
from nlp.problems import Problems
from nlp.reading import Reading
from nlp.signature import make_signature
from nlp.titles import Titles
from nlp.topics import TopicModel


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads messages. Build one in a process (about two seconds); reading neither blocks nor touches a file."""

    normaliser: Normaliser
    topics: TopicModel
    places: Gazetteer
    problems: Problems
    titles: Titles

    @classmethod
    def load(cls, city: str = "mashhad", model: Path | None = None) -> "Reader":
        """Load everything for a city.

        Args:
            city: code of the city whose places are known.
            model: a trained model; the shipped one when not given.

        Raises:
            ModelError: the model file is damaged.
        """
        normaliser = Normaliser.load()
        return cls(
            normaliser,
            TopicModel.load(model),
            Gazetteer.load(city),
            Problems.load(),
            Titles.load(),
        )

    def read(self, text: str) -> Reading:
        """Read a message. Any string gives a Reading; what stands beyond 4,096 characters is kept, not read."""
        seen = text[:MAX_CHARACTERS]
        words = self.normaliser.words(seen)
        topics = self.topics.read(words)
        kind = kinds.find(seen)
        mentions = self.places.find(seen)
        place = self.places.place(mentions)
        personal = personal_data.find(seen)
        trigger = urgency.find(seen)
        lemmas = tuple([word.lemma for word in words])
        problems = self.problems.find([word.key for word in words], topics.ranked)
        return Reading(
            text=text,
            topics=topics.asserted,
            ranked=topics.ranked,
            kind=kind,
            urgency=urgency.URGENT if trigger else urgency.NORMAL,
            urgency_trigger=trigger,
            place=place,
            personal=personal,
            redacted=personal_data.redact(text, personal),
            reasons=self.topics.reasons(words, topics.ranked[0].code),
            lemmas=lemmas,
            headline=self.titles.headline([code for code, _ in problems], place, kind),
            signature=make_signature(
                text=seen,
                lemmas=lemmas,
                topics=topics.ranked,
                problems=problems,
                kind=kind,
                place=place,
                mentions=mentions,
            ),
            model=self.topics.version,
        )
