"""Seeing a survey as a citizen will, before anybody is asked: answers steer the rules and are forgotten at the end."""

import json
from dataclasses import replace

from backend.domain.enclosure import FileKind
from backend.domain.errors import NotFound
from backend.domain.survey import Answer, Draft, Form, QuestionKind, Survey
from backend.domain.survey_answers import WrongAnswer, is_own_words, typed
from backend.domain.survey_walk import PENDING, answered, next_question, previous_question
from backend.services import survey_changes
from backend.services.answering import Asking
from bot.handlers.answering import pressed, ticked, written
from bot.handlers.surveys import show
from bot.turn import Desk
from bot.views import survey_invitation as invitation_views
from bot.views.question import question as question_view
from bot.views.view import Button, View

STEP_PREVIEW = "survey-preview"
LEAD = "s:p"


async def begin(desk: Desk, number: int) -> None:
    """Show the invitation as it will come."""
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    say = desk.turn.speaker
    desk.finish()
    if next_question(form, {}) is None:
        show(desk, View(say("flaw-nothing-asked"), ((Button(say("button-back"), f"s:o:{number}"),),)))
        return
    view = invitation_views.invitation(say, desk.city, survey, form)
    start = (Button(say("survey-start"), f"s:pg:{number}"),)
    back = (Button(say("button-back"), f"s:o:{number}"),)
    show(desk, View("\n".join([say("preview-lead"), "", view.text]), (start, back)))


async def go(desk: Desk, number: int) -> None:
    """Show the first question."""
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    first = next_question(form, {})
    if first is None:
        raise NotFound
    _show(desk, _asking(desk, survey, form, {}, first.code))


async def answer(desk: Desk, survey_id: int, version: int, index: int, value: str) -> None:
    """Take the answer on a button."""
    at = await _current(desk, survey_id, version, index)
    if at is not None:
        _take(desk, at, pressed(desk, at, value))


async def tick(desk: Desk, survey_id: int, version: int, index: int, value: str) -> None:
    """Tick, untick or rank an option."""
    at = await _current(desk, survey_id, version, index)
    chosen = ticked(at, value) if at is not None else None
    if at is None or chosen is None:
        desk.toast()
        return
    if at.question.kind is QuestionKind.RANKING and len(chosen) == len(at.question.options):
        _take(desk, at, chosen)
        return
    _show(desk, replace(at, draft=replace(at.draft, answers={**at.draft.answers, PENDING: chosen})))


async def done(desk: Desk, survey_id: int, version: int, index: int) -> None:
    """Take what is ticked as the answer."""
    at = await _current(desk, survey_id, version, index)
    if at is None:
        return
    if not at.chosen:
        desk.toast(desk.turn.speaker("asking-none-ticked"), alert=True)
        return
    _take(desk, at, at.chosen)


async def other(desk: Desk, survey_id: int, version: int, index: int) -> None:
    """Say that what is written next is the answer."""
    if await _current(desk, survey_id, version, index) is not None:
        desk.toast(desk.turn.speaker("asking-other"), alert=True)


async def skip(desk: Desk, survey_id: int, version: int, index: int) -> None:
    """Leave a question out."""
    at = await _current(desk, survey_id, version, index)
    if at is not None:
        _take(desk, at, None)


async def back(desk: Desk, survey_id: int, version: int, index: int) -> None:
    """Go back a question."""
    at = await _current(desk, survey_id, version, index)
    before = previous_question(at.form, at.draft.answers, at.question.code) if at is not None else None
    if at is not None and before is not None:
        _show(desk, replace(at, draft=replace(at.draft, at=before.code)))


async def on(desk: Desk, survey_id: int, version: int, index: int) -> None:
    """Go on from a question that was answered before."""
    at = await _current(desk, survey_id, version, index)
    if at is not None:
        _take(desk, at, at.draft.answers.get(at.question.code))


async def stop(desk: Desk, survey_id: int, version: int, index: int) -> None:
    """End the preview."""
    at = await _current(desk, survey_id, version, index)
    if at is not None:
        _end(desk, at)


async def take_typed(desk: Desk) -> None:
    """Take words as the answer to the question that is shown, or say what is wanted."""
    at = await _standing(desk)
    if at is None:
        return
    if at.question.kind in {QuestionKind.PHOTO, QuestionKind.LOCATION}:
        await take_file(desk)
        return
    try:
        given = typed(desk.turn.event.text, written(desk, at))
    except WrongAnswer as wrong:
        desk.say(View(desk.turn.speaker(f"wrong-{wrong.why}", **wrong.fields)))
        return
    _take(desk, at, {"text": given, "topics": []} if is_own_words(given, at.question) and _is_text(at) else given)


async def take_file(desk: Desk) -> None:
    """Take a picture or a point on the map where one is asked for."""
    at, event = await _standing(desk), desk.turn.event
    if at is None:
        return
    kind = at.question.kind
    if kind is QuestionKind.LOCATION and event.point is not None:
        _take(desk, at, {"latitude": event.point.latitude, "longitude": event.point.longitude})
    elif kind is QuestionKind.PHOTO and event.enclosed is not None and event.enclosed.kind is FileKind.PHOTO:
        _take(desk, at, {"file": ""})
    else:
        name = "wrong-location" if kind is QuestionKind.LOCATION else "wrong-photo"
        desk.say(View(desk.turn.speaker(name)))


async def _current(desk: Desk, survey_id: int, version: int, index: int) -> Asking | None:
    """Return where the preview stands, if the button belongs to the question that it shows."""
    at = await _standing(desk)
    if at is not None and (at.survey.id, at.form.version, at.index) == (survey_id, version, index):
        return at
    desk.toast(desk.turn.speaker("error-button-old"))
    return None


async def _standing(desk: Desk) -> Asking | None:
    """Return where the preview stands; None, said, if its question is gone meanwhile."""
    data = desk.turn.data
    if desk.turn.step != STEP_PREVIEW:
        return None
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, int(data["number"]))
    if form.question(data["at"]) is None:
        await begin(desk, survey.number)
        return None
    return _asking(desk, survey, form, json.loads(data["answers"]), data["at"])


def _asking(desk: Desk, survey: Survey, form: Form, answers: dict[str, Answer], at: str) -> Asking:
    now = desk.uow.now
    return Asking(survey, form, Draft(survey.id, desk.turn.person.id, form.version, answers, at, now, now))


def _take(desk: Desk, at: Asking, given: Answer) -> None:
    answers = answered(at.form, at.draft.answers, at.question.code, given)
    following = next_question(at.form, answers, at.question.code) or next_question(at.form, answers)
    if following is None:
        _end(desk, at)
        return
    _show(desk, replace(at, draft=replace(at.draft, answers=answers, at=following.code)))


def _show(desk: Desk, at: Asking) -> None:
    answers = json.dumps(at.draft.answers, ensure_ascii=False)
    desk.expect(STEP_PREVIEW, number=str(at.survey.number), at=at.question.code, answers=answers)
    step, of = at.progress
    order = tuple(option.code for option in at.order)
    view = question_view(
        desk.turn.speaker, desk.city, at.form, at.question, at.draft.answers, step=step, of=of, order=order, lead=LEAD
    )
    show(desk, view)


def _end(desk: Desk, at: Asking) -> None:
    say = desk.turn.speaker
    desk.finish()
    lines = [say("preview-end"), "", say("survey-thanks"), at.survey.thanks]
    again = Button(say("button-preview-again"), f"s:pg:{at.survey.number}")
    show(desk, View("\n".join(lines).strip(), ((again, Button(say("button-back"), f"s:o:{at.survey.number}")),)))


def _is_text(at: Asking) -> bool:
    return at.question.kind is QuestionKind.TEXT
