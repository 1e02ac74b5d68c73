"""A city edits its scheme: other axes, and a topic of its own, without training."""

from pathlib import Path

import pytest
import yaml

from nlp.reader import Reader
from nlp.scheme import TOPICS_FILE, Scheme

FERRIES = {
    "fa": "شناور و قایق مسافری",
    "coast": "sea",
    "about": "ferries, piers, boat fares",
    "phrases": [
        "قایق مسافری", "شناور", "اسکله", "لنج", "بلیت قایق", "قایقران", "جلیقه نجات", "سوار لنج", "تاکسی دریایی",
        "اسکله شهید ذاکری", "حرکت شناور", "لندینگ کرافت",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def scheme(tmp_path_factory: pytest.TempPathFactory) -> Scheme:
    raw = yaml.safe_load(TOPICS_FILE.read_text(encoding="utf-8"))
    raw["axes"]["coast"] = {"sea": "دریا", "land": "خشکی"}
    raw["topics"]["bus"]["coast"] = "land"
    raw["topics"]["ferries"] = FERRIES
    path: Path = tmp_path_factory.mktemp("scheme") / "topics.yaml"
    path.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    return Scheme.load(path)


@pytest.fixture(scope="module")
def reader(scheme: Scheme) -> Reader:
    return Reader.load("mashhad", scheme=scheme)


def test_a_new_topic_is_known_by_its_phrases(reader: Reader) -> None:
    assert reader.read("لنج از اسکله راه نیفتاد و قایقران جلیقه نجات نداشت").topics[0].code == "ferries"


def test_the_old_topics_are_not_disturbed(reader: Reader) -> None:
    assert reader.read("اتوبوس خط ۸۳ نیم ساعت است که نیامده").topics[0].code == "bus"


def test_another_plan_maps_the_same_topics(scheme: Scheme) -> None:
    assert scheme.axes_of(("ferries", "bus"), "coast") == ("sea", "land")
    assert scheme.axis_of("bus", "tabriz") == "transport"
    assert scheme.axis_of("parks", "coast") is None


def test_an_axis_that_the_plan_lacks_is_refused(tmp_path: Path) -> None:
    raw = yaml.safe_load(TOPICS_FILE.read_text(encoding="utf-8"))
    raw["topics"]["bus"]["tabriz"] = "moon"
    path = tmp_path / "topics.yaml"
    path.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    with pytest.raises(KeyError, match="moon"):
        Scheme.load(path)
