"""The topic model's answer to one text, in the form that evaluations count."""

from nlp.measures import Answer
from nlp.normalise import Normaliser
from nlp.topics import TopicModel


def answer(topics: TopicModel, normaliser: Normaliser, text: str) -> Answer:
    """All topics by likelihood, and those asserted."""
    ranked = topics.ranked(topics.score(normaliser.words(text)), count=len(topics.codes))
    asserted = tuple(topic.code for topic in topics.asserted(ranked))
    return Answer(tuple(topic.code for topic in ranked), asserted, ranked[0].p)
