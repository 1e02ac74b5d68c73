"""Answering a survey: beginning, one answer after the other, going back, finishing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from backend.domain.concern import Reading
from backend.domain.errors import (
    NotFound,
    SurveyAnswered,
    SurveyClosed,
    SurveyFull,
    SurveyNotForYou,
    SurveyNotOpen,
)
from backend.domain.people import Person
from backend.domain.survey import (
    Answer,
    Answers,
    Draft,
    Form,
    Mark,
    Option,
    Participation,
    Question,
    Survey,
    SurveyState,
)
from backend.domain.survey_answers import is_own_words, other_words
from backend.domain.survey_walk import (
    MARKS,
    PENDING,
    SENT,
    answered,
    asked,
    in_order,
    next_question,
    only_asked,
    previous_question,
    progress,
)
from backend.ports import UnitOfWork
from backend.services import survey_responses

_LOOKED_BACK = 30


@dataclass(frozen=True, slots=True)
class Asking:
    """A survey, the form that a person answers, and how far they are."""

    survey: Survey
    form: Form
    draft: Draft

    @property
    def question(self) -> Question:
        """The question that is open."""
        found = self.form.question(self.draft.at or "")
        if found is None:
            raise NotFound
        return found

    @property
    def index(self) -> int:
        """Which of the form's questions is open."""
        return self.form.questions.index(self.question)

    @property
    def order(self) -> tuple[Option, ...]:
        """The options as this person sees them."""
        return in_order(self.question, f"{self.draft.survey_id}:{self.draft.person_id}")

    @property
    def progress(self) -> tuple[int, int]:
        """Which question is open, and of how many."""
        return progress(self.form, self.draft.answers, self.question.code)

    @property
    def chosen(self) -> list[str | dict[str, str]]:
        """What is ticked or ranked so far in the open question."""
        given = self.draft.answers.get(PENDING, self.draft.answers.get(self.question.code))
        return list(given) if isinstance(given, list) else []


async def load(uow: UnitOfWork, wanted: Collection[tuple[int, int]]) -> dict[tuple[int, int], Asking]:
    """Return where these persons stand in these surveys (survey, person), for a whole batch in three reads."""
    drafts = await uow.answering.drafts(wanted) if wanted else {}
    survey_ids = {survey_id for survey_id, _ in drafts}
    if not survey_ids:
        return {}
    surveys = await uow.surveys.by_ids(survey_ids)
    forms = await uow.answering.forms(survey_ids)
    return {
        key: Asking(surveys[draft.survey_id], forms[draft.survey_id, draft.version], draft)
        for key, draft in drafts.items()
    }


async def by_link(uow: UnitOfWork, person: Person, token: str) -> tuple[Survey, Form]:
    """Return the survey that a link opens, to somebody who may answer it."""
    survey = await uow.surveys.by_token(token)
    if survey is None:
        raise NotFound
    await _let_in(uow, person, survey)
    return survey, await _newest_form(uow, survey)


async def begin(uow: UnitOfWork, person: Person, survey_id: int) -> Asking:
    """Begin a survey, or go on where the person stopped.

    Raises:
        NotFound: there is no such survey, or it was not published.
        SurveyNotOpen, SurveyClosed: it is not the time for it.
        SurveyAnswered: the person has finished it.
        SurveyNotForYou: it asks others.
        SurveyFull: the quota of the person's group or district is full.

    """
    survey = (await uow.surveys.by_ids([survey_id])).get(survey_id)
    if survey is None:
        raise NotFound
    known = await _let_in(uow, person, survey)
    draft = await uow.surveys.draft(survey_id, person.id)
    if draft is not None:
        form = await uow.surveys.form(survey_id, draft.version)
        return Asking(survey, form or await _newest_form(uow, survey), draft)
    full = await uow.surveys.full_quotas(survey_id)
    if any(share in full for share in _shares(person)):
        raise SurveyFull
    form = await _newest_form(uow, survey)
    if not form.is_frozen:
        uow.surveys.freeze(survey_id, form.version)
    first = next_question(form, {})
    draft = Draft(survey_id, person.id, form.version, {}, first.code if first else None, uow.now, uow.now)
    uow.surveys.put_draft(draft)
    if known is None or known.started_at is None:
        uow.answering.begun(survey_id, person.id, _moment(uow, survey))
    return Asking(survey, form, draft)


async def answer(uow: UnitOfWork, person: Person, asking: Asking, given: Answer) -> Asking:
    """Take the answer to the open question and go on; after the last one the answers are handed in."""
    code = asking.question.code
    answers = answered(asking.form, asking.draft.answers, code, given)
    following = next_question(asking.form, answers, code) or next_question(asking.form, answers)
    if following is None:
        return await _finish(uow, person, asking, answers)
    return _moved(uow, asking, answers, following.code)


def tick(uow: UnitOfWork, asking: Asking, chosen: Sequence[str | dict[str, str]]) -> Asking:
    """Keep what is ticked or ranked so far; the question stays open."""
    answers: Answers = {**asking.draft.answers, PENDING: list(chosen)}
    return _moved(uow, asking, answers, asking.question.code)


def go_back(uow: UnitOfWork, asking: Asking) -> Asking:
    """Open the question before; later answers stay."""
    before = previous_question(asking.form, asking.draft.answers, asking.question.code)
    if before is None:
        return asking
    return _moved(uow, asking, only_asked(asking.form, asking.draft.answers), before.code)


def go_on(uow: UnitOfWork, asking: Asking) -> Asking:
    """Open the question after one that is answered already."""
    answers = only_asked(asking.form, asking.draft.answers)
    codes = [one.code for one in asked(asking.form, answers)]
    later = codes[codes.index(asking.question.code) + 1 :]
    return _moved(uow, asking, answers, later[0]) if later else asking


def show_at(uow: UnitOfWork, asking: Asking, message_id: int | None) -> Asking:
    """Note in which message the open question stands; None when that is not known yet."""
    if asking.draft.message_id == message_id or asking.draft.is_finished:
        return asking
    draft = replace(asking.draft, message_id=message_id)
    uow.answering.move(draft)
    return replace(asking, draft=draft)


def in_own_words(given: Answer, question: Question, text: str, reading: Reading) -> Answer:
    """Return an answer as it is kept: own words without personal data, with their topics.

    What could not be read just now keeps its raw words, until a job has read them; they are never kept longer.
    """
    if isinstance(given, list):
        return [one if isinstance(one, str) else _other(text, reading) for one in given]
    if not is_own_words(given, question):
        return given
    if isinstance(given, dict):
        return {**_other(text, reading)}
    return survey_responses.as_read(text, reading)


def free_texts(asking: Asking) -> list[tuple[int, str]]:
    """Return what was written in free words, each with its question's place in the form."""
    found = [(index, _words(asking.draft.answers.get(one.code))) for index, one in enumerate(asking.form.questions)]
    return [(index, words) for index, words in found if words]


async def free_text(uow: UnitOfWork, person: Person, survey_id: int, index: int) -> tuple[Survey, str | None]:
    """Return a free text that a person gave and has not made a message of yet; None where it is out of reach.

    Of an anonymous survey it is within reach only until the answers are poured.
    """
    survey = (await uow.surveys.by_ids([survey_id])).get(survey_id)
    if survey is None:
        raise NotFound
    draft = await uow.answering.held(survey_id, person.id)
    if draft is not None and draft.is_finished:
        return survey, await _text_of_draft(uow, draft, index)
    response = await uow.answering.response_of(survey_id, person.id)
    form = await uow.surveys.form(survey_id, response.version) if response else None
    if response is None or form is None or index >= len(form.questions):
        return survey, None
    words = _words(response.answers.get(form.questions[index].code))
    made_before = {concern.text for concern in await uow.concerns.of_person(person.id, _LOOKED_BACK)}
    return survey, words if words and words not in made_before else None


async def offered(uow: UnitOfWork, person: Person) -> tuple[list[Survey], set[int]]:
    """Return the open surveys that a person may answer, and which of them were begun."""
    surveys = await uow.surveys.by_ids(await uow.answering.offered_to(person.id))
    begun = {draft.survey_id for draft in await uow.surveys.drafts_of(person.id)}
    mine = [survey for survey in surveys.values() if survey.takes_answers(uow.now)]
    return sorted(mine, key=lambda one: (one.id not in begun, one.number)), begun


async def _let_in(uow: UnitOfWork, person: Person, survey: Survey) -> Participation | None:
    if survey.state is SurveyState.DRAFT:
        raise NotFound
    known = await uow.surveys.participation(survey.id, person.id)
    if known is not None and known.finished_at is not None:
        raise SurveyAnswered
    if survey.state is SurveyState.SCHEDULED and not (survey.closes_at and survey.closes_at <= uow.now):
        raise SurveyNotOpen
    if not survey.takes_answers(uow.now):
        raise SurveyClosed
    if known is None and not survey.audience.by_link:
        raise SurveyNotForYou
    return known


async def _newest_form(uow: UnitOfWork, survey: Survey) -> Form:
    form = await uow.surveys.form(survey.id, survey.version)
    if form is None:
        raise NotFound
    return form


def _moved(uow: UnitOfWork, asking: Asking, answers: Answers, at: str) -> Asking:
    draft = replace(asking.draft, answers=answers, at=at, touched_at=uow.now)
    uow.answering.move(draft)
    return replace(asking, draft=draft)


async def _finish(uow: UnitOfWork, person: Person, asking: Asking, answers: Answers) -> Asking:
    """Hand the answers in: at once as a response, or to the pool where they wait for others to be poured with.

    A draft that was closed upon in the same moment is gone; then the survey is over for this person, too.
    """
    survey = asking.survey
    if await uow.answering.held(survey.id, person.id) is None:
        raise SurveyClosed
    marks = () if await _take_quotas(uow, person, survey) else (Mark.OVER_QUOTA,)
    kept: Answers = {**answers, MARKS: [mark.value for mark in marks]} if marks else answers
    draft = replace(asking.draft, answers=kept, at=None, touched_at=uow.now, is_finished=True)
    uow.answering.finished(survey.id, person.id, _moment(uow, survey))
    if survey.is_anonymous or survey_responses.has_unread(answers):
        uow.answering.move(draft)
    else:
        (response,) = await survey_responses.made(uow, asking.survey, {draft.version: asking.form}, [(draft, person)])
        uow.surveys.add_response(response)
        uow.surveys.drop_draft(survey.id, person.id)
    return replace(asking, draft=draft)


async def _take_quotas(uow: UnitOfWork, person: Person, survey: Survey) -> bool:
    """Take a place of every quota that counts this person, or none of any."""
    wanted = {(quota.field, quota.value) for quota in survey.quotas}
    taken: list[tuple[str, str]] = []
    for field, value in sorted(wanted & set(_shares(person))):
        if not await uow.surveys.take_quota(survey.id, field, value):
            for share in taken:
                await uow.answering.give_back(survey.id, *share)
            return False
        taken.append((field, value))
    return True


def _shares(person: Person) -> list[tuple[str, str]]:
    known: Mapping[str, str | None] = {"district": person.district, "stakeholder_group": person.stakeholder_group}
    return [(field, str(value)) for field, value in known.items() if value is not None]


def _moment(uow: UnitOfWork, survey: Survey) -> datetime:
    """Of an anonymous survey no moment is kept that could be laid beside those of the answers."""
    return (survey.opened_at or survey.created_at) if survey.is_anonymous else uow.now


async def _text_of_draft(uow: UnitOfWork, draft: Draft, index: int) -> str | None:
    form = await uow.surveys.form(draft.survey_id, draft.version)
    sent = draft.answers.get(SENT) or []
    if form is None or index >= len(form.questions) or not isinstance(sent, list) or str(index) in sent:
        return None
    uow.answering.move(replace(draft, answers={**draft.answers, SENT: [*sent, str(index)]}))
    return _words(draft.answers.get(form.questions[index].code)) or None


def _words(answer: Answer) -> str:
    if not isinstance(answer, dict) or "text" not in answer:
        return ""
    return str(answer["text"] or answer.get("raw", ""))


def _other(text: str, reading: Reading) -> dict[str, str]:
    if not reading.model:
        return {"other": "", "raw": other_words(text)}
    return {"other": other_words(reading.redacted)}
