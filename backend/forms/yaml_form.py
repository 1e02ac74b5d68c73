"""Reads a survey from our own YAML (docs/surveys.md shows one whole)."""

from collections.abc import Sequence
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from backend.domain.city import City
from backend.domain.form_problem import BadForm, FormPlace, FormProblem
from backend.domain.people import StakeholderGroup
from backend.domain.survey import Option, Question, QuestionKind, Quota, SurveyAudience
from backend.domain.survey_plan import SurveyPlan
from backend.forms.jalali import moment_of
from backend.forms.rules import of_mapping

_PROBLEMS = {"missing": FormProblem.MISSING, "extra_forbidden": FormProblem.UNKNOWN_FIELD}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)


class _Question(_Strict):
    ask: str
    kind: QuestionKind
    code: str = ""
    hint: str = ""
    options: dict[str, str] | list[str] = Field(default_factory=list)
    required: bool = False
    shuffle: bool = False
    other: bool = False
    range: tuple[float, float] | None = None
    ends: tuple[str, str] = ("", "")
    when: dict[str, Any] | None = Field(None, alias="if")


class _Audience(_Strict):
    groups: list[StakeholderGroup] = Field(default_factory=list)
    districts: list[str] = Field(default_factory=list)
    sample: int | None = Field(None, ge=1)
    link: bool = False
    everybody: bool = False
    answered: int | None = None
    answers: dict[str, Any] | None = None


class _Quota(_Strict):
    field: Literal["district", "stakeholder_group"]
    value: str
    limit: int = Field(ge=1)


class _Survey(_Strict):
    title: str
    questions: list[_Question]
    introduction: str = ""
    thanks: str = ""
    anonymous: bool = False
    opens: str | None = None
    closes: str | None = None
    reminder: bool = True
    audience: _Audience = Field(default_factory=_Audience)
    quotas: list[_Quota] = Field(default_factory=list)


def read(content: bytes, city: City) -> SurveyPlan:
    """Return the survey of a YAML file.

    Raises:
        BadForm: it is no YAML, or not the form that is wanted; the error names the line.
    """
    try:
        text = content.decode("utf-8")
        _refuse_aliases(text)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        survey = _Survey.model_validate(yaml.safe_load(text))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        if not first["loc"]:
            # Not a list of fields at all, such as a letter or a table: whatever it is, it is no form.
            raise BadForm(FormProblem.NOT_READABLE) from error
        problem = _PROBLEMS.get(first["type"], FormProblem.WRONG_VALUE)
        raise BadForm(problem, _line_of(node, first["loc"]), str(first["loc"][-1])) from error
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        raise BadForm(FormProblem.NOT_READABLE, FormPlace.LINE.at(mark.line + 1) if mark else "") from error
    return _plan(survey, city)


def _refuse_aliases(text: str) -> None:
    """A few names that stand for lists of names unfold to more than any machine holds."""
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            mark = event.start_mark
            line = FormPlace.LINE.at(mark.line + 1) if mark else ""
            raise BadForm(FormProblem.UNSUPPORTED, line, f"*{event.anchor}")


def _plan(survey: _Survey, city: City) -> SurveyPlan:
    return SurveyPlan(
        title=survey.title,
        introduction=survey.introduction,
        thanks=survey.thanks,
        questions=tuple(_question(place, question) for place, question in enumerate(survey.questions, start=1)),
        is_anonymous=survey.anonymous,
        audience=_audience(survey.audience, city),
        quotas=tuple(Quota(one.field, _known(one, city), one.limit) for one in survey.quotas),
        opens_at=moment_of(survey.opens, city.zone, "opens") if survey.opens else None,
        closes_at=moment_of(survey.closes, city.zone, "closes", is_end=True) if survey.closes else None,
        has_reminder=survey.reminder,
    )


def _question(place: int, question: _Question) -> Question:
    lowest, highest = question.range or (None, None)
    low_words, high_words = question.ends
    return Question(
        code=question.code or f"q{place}",
        kind=question.kind,
        title=question.ask,
        hint=question.hint,
        options=_options(question.options),
        is_required=question.required,
        is_shuffled=question.shuffle,
        has_other=question.other,
        lowest=lowest,
        highest=highest,
        low_words=low_words,
        high_words=high_words,
        show_if=of_mapping(question.when, FormPlace.QUESTION.at(place)) if question.when else None,
    )


def _options(options: dict[str, str] | list[str]) -> tuple[Option, ...]:
    """Options with codes of their own, or bare titles, which are then numbered."""
    if isinstance(options, dict):
        return tuple(Option(code, title) for code, title in options.items())
    return tuple(Option(str(number), title) for number, title in enumerate(options, start=1))


def _audience(audience: _Audience, city: City) -> SurveyAudience:
    return SurveyAudience(
        stakeholder_groups=tuple(group.value for group in audience.groups),
        districts=tuple(_district(name, city) for name in audience.districts),
        earlier_survey=audience.answered,
        answers=of_mapping(audience.answers, FormPlace.FIELD.at("audience")) if audience.answers else None,
        sample=audience.sample,
        by_link=audience.link,
        everybody=audience.everybody,
    )


def _known(quota: _Quota, city: City) -> str:
    if quota.field == "district":
        return _district(quota.value, city)
    if quota.value not in set(StakeholderGroup):
        raise BadForm(FormProblem.WRONG_VALUE, FormPlace.FIELD.at("quotas"), quota.value)
    return quota.value


def _district(name: str, city: City) -> str:
    code = city.district_named(name)
    if code is None:
        raise BadForm(FormProblem.WRONG_VALUE, FormPlace.FIELD.at("districts"), name)
    return code


def _line_of(node: yaml.Node | None, path: Sequence[str | int]) -> str:
    """Return the line of the thing that a path leads to, as far as the path can be followed."""
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == str(step)), node)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
    return FormPlace.LINE.at(node.start_mark.line + 1) if node is not None else ""
