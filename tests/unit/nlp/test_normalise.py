import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.normalise import MAX_CHARACTERS, Normaliser

ODD = st.characters(categories=["Ll", "Lo", "Mn", "Nd", "Zs", "Cc", "Cf", "So", "Cs", "Po"])
PERSIAN = st.sampled_from("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيك ءأ\u200c\u064e\u0640۰۱۲3٤؟!. \n«»😀")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("كوچه‌ي علي", ["کوچهی", "علی"]),
        ("نشســته اند", ["نشستهاند"]),
        ("کتاب ها", ["کتابها"]),
        ("می روم", ["میروم"]),
        ("نمي آيد", ["نمیاید"]),
        ("سلاممممم", ["سلام"]),
        ("آب", ["اب"]),
        ("مسئول", ["مسیول"]),
        ("٣ و 4", ["۳", "و", "۴"]),
        ("خطِ عابر", ["خط", "عابر"]),
    ],
)
def test_spellings_of_one_word_become_one(normaliser: Normaliser, text: str, keys: list[str]) -> None:
    assert [word.key for word in normaliser.words(text)] == keys


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("خیابونا", "خیابان"), ("می‌رود", "رفت#رو"), ("نمی‌آید", "امد#ا"), ("چراغ‌های", "چراغ"), ("ساختمون", "ساختمان")],
)
def test_colloquial_forms_find_their_dictionary_form(normaliser: Normaliser, word: str, lemma: str) -> None:
    assert [found.lemma for found in normaliser.words(word)] == [lemma]


def test_spans_are_places_in_the_original(normaliser: Normaliser) -> None:
    text = "  خیــابونِ  ما   «تاریک» است"
    assert [text[word.start : word.end] for word in normaliser.words(text)] == [
        "خیــابون",
        "ما",
        "«",
        "تاریک",
        "»",
        "است",
    ]


@given(st.text(st.one_of(ODD, PERSIAN), max_size=300))
def test_words_stand_in_order_within_the_text(normaliser: Normaliser, text: str) -> None:
    end = 0
    for word in normaliser.words(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end


def test_only_the_first_4096_characters_are_read(normaliser: Normaliser) -> None:
    words = normaliser.words("آب " * MAX_CHARACTERS)
    assert words[-1].end <= MAX_CHARACTERS
