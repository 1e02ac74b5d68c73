"""Every view of what came of a survey, for the tests that look at all views."""

from dataclasses import replace

from backend.domain.city import City
from backend.domain.survey import WITH_OPTIONS, Form, Mark, Option, Question, QuestionKind, Response, SurveyState
from backend.domain.survey_results import Reach, Results, publish
from backend.domain.survey_tally import Tally
from bot.texts.speaker import Speaker
from bot.views import survey_results as views
from bot.views.survey_results import Shown
from bot.views.view import View
from tests.builders import NOON, a_survey, new_id

_LARGEST_NUMBER = 2**31 - 1
_PEOPLE = 60


def result_views(say: Speaker, city: City) -> dict[str, View]:
    """Return each view by a name; every question of the longest survey has one."""
    survey = a_survey(number=_LARGEST_NUMBER, title="عنوان " * 15, state=SurveyState.CLOSED)
    shown = Shown(survey, results_of(city), may_export=True)
    nobody = Shown(survey, publish(Tally([_form()]), Reach(0, 0, 0), {}))
    places = range(len(shown.results.questions))
    tables = {
        f"result table {place} {dimension}": views.table(say, city, shown, place, table)
        for place in places
        for dimension, table in shown.results.questions[place].tables.items()
    }
    assert tables
    return tables | {
        "results listed": views.listed(say, [survey, replace(survey, number=1)]),
        "results none": views.listed(say, []),
        "results": views.opened(say, shown),
        "results of nobody": views.opened(say, nobody),
        "result summary": views.summary(say, survey, shown.results),
        "result questions": views.questions(say, shown, 0),
        "result questions last": views.questions(say, shown, len(places) // views.PAGE),
        "result who": views.who(say, city, shown),
        "result who nobody": views.who(say, city, nobody),
        "result drop-off": views.drop_off(say, shown),
        **{f"result {place}": views.question(say, city, shown, place) for place in places},
        **{f"result of nobody {place}": views.question(say, city, nobody, place) for place in places},
        "news": View(views.news(say, survey, is_drawn=True)),
        "news few": View(views.news(say, survey, is_drawn=False)),
    }


def results_of(city: City) -> Results:
    """What sixty people answered to a long survey with questions of every kind, weighted."""
    form = _form()
    tally = Tally([form])
    tally.add([_response(city, form, place) for place in range(_PEOPLE)])
    return publish(tally, Reach(100, 80, _PEOPLE), dict.fromkeys(city.districts, 1000))


def _form() -> Form:
    options = tuple(Option(code, "گزینه‌ای با نامی بلند و باز هم بلندتر") for code in "abcdefgh")
    kinds = [kind for kind in QuestionKind for _ in range(2)]
    return Form(1, 2, tuple(_question(place, kind, options) for place, kind in enumerate(kinds)), NOON)


def _question(place: int, kind: QuestionKind, options: tuple[Option, ...]) -> Question:
    own = options if kind in WITH_OPTIONS else ()
    return Question(f"q{place}", kind, "پرسشی بلند دربارهٔ رفت‌وآمد " * 4, options=own, lowest=0, highest=100)


def _response(city: City, form: Form, place: int) -> Response:
    districts, topics = list(city.districts), list(city.topics)
    said = {
        QuestionKind.ONE: "abcdefgh"[place % 3],
        QuestionKind.MANY: ["a", "b"],
        QuestionKind.SCALE: 1 + place % 5,
        QuestionKind.RANKING: list("abcdefgh"),
        QuestionKind.NUMBER: place,
        QuestionKind.DATE: "2026-11-21",
        QuestionKind.TEXT: {"text": "اتوبوس دیر می‌آید " * 20, "topics": topics[:1]},
        QuestionKind.DISTRICT: districts[place % 2],
        QuestionKind.LOCATION: {"latitude": 36.0, "longitude": 59.0, "district": districts[0]},
        QuestionKind.PHOTO: {"file": "x"},
        QuestionKind.YES_NO: "yes" if place % 2 else "no",
    }
    return Response(
        id=new_id(),
        survey_id=1,
        version=2,
        answers={one.code: said[one.kind] for one in form.questions if one.kind in said},
        finished_on=NOON,
        is_complete=True,
        stakeholder_group=("citizens", "elites")[place % 2],
        district=districts[place // 20 % 2],
        marks=(Mark.TOO_FAST,) if place == 3 else (),
    )
