import pytest

from nlp.finglish import Finglish, is_latin


@pytest.fixture(scope="module")
def finglish() -> Finglish:
    return Finglish.load()


@pytest.mark.parametrize(
    ("latin", "persian"),
    [
        ("khiabun", "خیابون"),
        ("otoboos", "اتوبوس"),
        ("cheragh", "چراغ"),
        ("shahrdari", "شهرداری"),
        ("istgah", "ایستگاه"),
        ("pelake", "پلاک"),
        ("daghighe", "دقیقه"),
        ("in", "این"),
        ("Zobale", "زباله"),
        ("MASHIN", "ماشین"),
    ],
)
def test_known_words_come_back(finglish: Finglish, latin: str, persian: str) -> None:
    assert finglish.persian(latin) == persian


def test_an_unknown_word_is_spelled_letter_by_letter(finglish: Finglish) -> None:
    assert finglish.persian("zkhbvghf") == "زخبوقف"


def test_a_loose_ezafe_vanishes(finglish: Finglish) -> None:
    assert finglish.persian("e") == ""


@pytest.mark.parametrize(
    ("text", "latin"), [("khat 83 nemiad", True), ("خط ۸۳", False), ("سایت BRT خراب است", False), ("", False)]
)
def test_latin_texts_are_told_by_their_letters(text: str, latin: bool) -> None:
    assert is_latin(text) is latin
