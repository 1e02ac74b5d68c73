"""Whom to call first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.emergency import Emergency, emergency_of


@pytest.mark.parametrize(
    ("text", "topic", "kind"),
    [
        ("بوی شدید گاز در کوچه پیچیده", "other-agency", Emergency.FIRE),
        ("خانه آتش گرفته", None, Emergency.FIRE),
        ("بچه توی چاه افتاده و بیرون نمی‌آید", "hazards", Emergency.FIRE),
        ("دو نفر توی آسانسور ایستگاه گیر کرده‌اند", "metro", Emergency.FIRE),
        ("پیرمردی زخمی کنار خیابان افتاده", "hazards", Emergency.MEDICAL),
        ("کارگر را برق گرفته و بیهوش است", "lighting", Emergency.MEDICAL),
        ("آتش‌سوزی شده و یک نفر زخمی است", None, Emergency.MEDICAL),
        ("دو نفر با چاقو به جان هم افتاده‌اند", "security", Emergency.CRIME),
        ("همین الان دارند مردم را تهدید می‌کنند", "security", Emergency.CRIME),
        ("در چاه فاضلاب پیاده‌رو باز است", "hazards", Emergency.HAZARD),
        ("كابل برق لخت روی زمین است", "lighting", Emergency.HAZARD),
        ("دیوار مدرسه دارد می‌ریزد", "hazards", Emergency.HAZARD),
    ],
)
def test_the_kind_of_danger_decides_who_is_called(text: str, topic: str | None, kind: Emergency) -> None:
    assert emergency_of(text, topic) is kind


@given(st.text(), st.none() | st.just("security"))
def test_every_text_has_somebody_to_call(text: str, topic: str | None) -> None:
    assert emergency_of(text, topic) in Emergency
