"""How the answers of a survey are called in results: options, districts, topics, months, in Persian."""

from backend.domain.city import City
from backend.domain.people import StakeholderGroup
from backend.domain.persian import digits, month_words
from backend.domain.survey import NO, YES, Question, QuestionKind
from backend.domain.survey_tally import BETWEEN, OTHER, Dimension

_FEWEST, _MOST = "1", "5"
_GROUPS = {
    StakeholderGroup.CITIZENS.value: "شهروندان",
    StakeholderGroup.ASSOCIATIONS.value: "نهادهای مردمی و تشکل‌ها",
    StakeholderGroup.AGENCIES.value: "دستگاه‌های اجرایی",
    StakeholderGroup.ELITES.value: "نخبگان شهری",
    StakeholderGroup.STAFF.value: "کارکنان شهرداری",
}


def category_title(city: City, question: Question, category: str) -> str:  # noqa: PLR0911 - one line a kind
    """Return the words for a category under which answers were counted."""
    if category == OTHER and all(option.code != OTHER for option in question.options):
        return "جز این‌ها"
    match question.kind:
        case QuestionKind.YES_NO:
            return {YES: "بله", NO: "نه"}.get(category, category)
        case QuestionKind.SCALE:
            ends = {_FEWEST: question.low_words, _MOST: question.high_words}.get(category, "")
            return f"{digits(category)} ({ends})" if ends else digits(category)
        case QuestionKind.DISTRICT | QuestionKind.LOCATION:
            return city.districts.get(category, category)
        case QuestionKind.TEXT:
            return city.topic_title(category) or category
        case QuestionKind.NUMBER:
            return " تا ".join(digits(bound) for bound in category.split(BETWEEN))
        case QuestionKind.DATE:
            year, month = category.split("-")
            return month_words(int(year), int(month))
        case _:
            return question.option_title(category)


def row_title(city: City, dimension: Dimension, row: str) -> str:
    """Return the words for a row of a cross table."""
    return city.districts.get(row, row) if dimension is Dimension.DISTRICT else _GROUPS.get(row, row)
