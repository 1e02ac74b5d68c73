"""The pipeline in one page: a message goes in, a Reading comes out."""

from dataclasses import dataclass
from pathlib import Path

from nlp import kinds, personal_data, urgency
from nlp.model_file import SHIPPED, ModelFile
from nlp.normalise import MAX_CHARACTERS, Normaliser, Word
from nlp.places import Gazetteer
from nlp.problems import Problems
from nlp.reading import Reading, Span
from nlp.scheme import Scheme
from nlp.signature import make_signature
from nlp.titles import Titles
from nlp.topics import Scores, TopicModel


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads messages. Build one in a process (about two seconds); reading neither blocks nor touches a file."""

    normaliser: Normaliser
    topics: TopicModel
    places: Gazetteer
    problems: Problems
    titles: Titles

    @classmethod
    def load(cls, city: str = "mashhad", model: Path | None = None, scheme: Scheme | None = None) -> "Reader":
        """Load everything for a city.

        Args:
            city: code of the city whose places are known.
            model: a trained model; the shipped one when not given.
            scheme: topics and plans; the shipped ones when not given. Topics that the model was not trained on are
                known by their title and phrases.

        Raises:
            ModelError: the model file is damaged.
        """
        normaliser = Normaliser.load()
        trained = ModelFile.load(model or SHIPPED)
        topics = TopicModel.build(trained, normaliser, scheme or Scheme.load())
        return cls(normaliser, topics, Gazetteer.load(city), Problems.load(), Titles.load())

    def read(self, text: str) -> Reading:
        """Read a message. Any string gives a Reading; beyond 4,096 characters only personal data is looked for."""
        seen = text[:MAX_CHARACTERS]
        words = self.normaliser.words(seen)
        scores = self.topics.score(words)
        ranked = self.topics.ranked(scores)
        kind = kinds.find(seen, self.topics.kinds, scores.kinds)
        problems = self.problems.find([word.key for word in words], ranked)
        mentions = self.places.find(seen)
        place = self.places.place(mentions)
        personal = personal_data.find(text)
        trigger = self.danger(seen, words, scores)
        lemmas = tuple([word.lemma for word in words])
        return Reading(
            text=text,
            topics=self.topics.asserted(ranked),
            ranked=ranked,
            kind=kind,
            urgency=urgency.URGENT if trigger else urgency.NORMAL,
            urgency_trigger=trigger,
            place=place,
            personal=personal,
            redacted=personal_data.redact(text, personal),
            reasons=self.topics.reasons(scores),
            lemmas=lemmas,
            headline=self.titles.headline([code for code, _ in problems], place, kind),
            signature=make_signature(
                text=seen,
                lemmas=lemmas,
                topics=ranked,
                problems=problems,
                kind=kind,
                place=place,
                mentions=mentions,
            ),
            model=self.topics.version,
        )

    def danger(self, text: str, words: list[Word], scores: Scores) -> Span | None:
        """What makes the message urgent: a rule's phrase, or the word that told the model; None when it is past."""
        trigger = urgency.find(text, [word.key for word in words])
        if trigger is None and scores.urgent >= 0:
            place = self.topics.danger(scores)
            trigger = Span(*place, urgency.TRIGGER) if place else None
        return None if trigger is None or urgency.is_harmless(text) else trigger
