"""Names that are found by weighing what speaks for and against them."""

import pytest

from nlp.personal_data import find


def _names(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find(text) if span.type == "name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("این رضایی ۰۹۱۵۴۴۸۷۰۲۱ هی زنگ میزنه", "رضایی"),
        ("کارگر شهرداری مراد بلوچ دستش شکست", "مراد بلوچ"),
        ("خانواده بیات شب‌ها سر و صدا دارن", "بیات"),
        ("متقاضی: ناهید پاک‌نیت", "ناهید پاک‌نیت"),
        ("حسن‌زادم از مهرشهر، دوباره مزاحم شدم", "حسن‌زادم"),
        ("خودم قدرت الله سی ساله رفتگرم", "قدرت الله"),
    ],
)
def test_a_cue_beside_a_name_tells_it(text: str, name: str) -> None:
    assert name in _names(text)


@pytest.mark.parametrize(
    "text",
    [
        "کنسرت علیرضا قربانی لغو شد",
        "به یاد حاج قاسم تابلو زدند",
        "عزاداران حسینی راه را بستند",
        "زمین بازی شهید محمد جهان‌آرا",
        "پارکی به نام لاله داریم",
        "با تشکر از شهروند مشهدی",
        "سلام علیکم و رحمت الله",
        "ما اصفهانیا صبوریم",
    ],
)
def test_what_bears_a_name_is_no_person(text: str) -> None:
    assert _names(text) == []
