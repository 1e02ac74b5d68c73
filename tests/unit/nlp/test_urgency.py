import pytest

from nlp.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "در چاه وسط کوچه نیست، بچه‌ها همان‌جا بازی می‌کنند",
        "سیم برق پاره شده و افتاده کف پیاده‌رو",
        "بوی گاز شدیدی توی کوچه پیچیده زود بیایید",
        "دیوار مدرسه دارد می‌ریزد",
        "فاضلاب زده بالا آمده توی خانه ما",
        "الان انبار ته کوچه آتیش گرفته",
    ],
)
def test_danger_now_is_urgent_and_shown(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert reading.urgency == "urgent"
    assert reading.urgency_trigger is not None


@pytest.mark.parametrize(
    "text",
    [
        "پارسال انبار ته کوچه آتش گرفت و به موقع رسیدید، ممنون",
        "نیمکت پارک شکسته است",
        "دیوارهای شهر پر از آگهی چاه بازکنی شده",
        "پیشنهاد می‌کنم کلاس خیاطی بگذارید",
        "سلام خسته نباشید",
    ],
)
def test_what_is_over_or_harmless_is_not(reader: Reader, text: str) -> None:
    assert reader.read(text).urgency == "normal"
