import pytest

from nlp.normalise import Normaliser
from nlp.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load("mashhad")


@pytest.fixture(scope="session")
def normaliser() -> Normaliser:
    return Normaliser.load()
