"""Showing the question that is open, in the right message."""

from backend.domain.errors import SurveyAnswered, SurveyClosed, SurveyFull, SurveyNotForYou, SurveyNotOpen
from backend.domain.survey import Survey
from backend.services import answering
from backend.services.answering import Asking
from backend.services.survey_pouring import traceless_batch
from bot.turn import Desk, Turn
from bot.views import failure
from bot.views import survey_invitation as views
from bot.views.answer import answer_words
from bot.views.question import LEAD
from bot.views.question import question as question_view
from bot.views.view import View

STEP_SURVEY = "survey"
_LONGEST_NUMBER = 18


def survey_ids(turn: Turn) -> set[int]:
    """Return the surveys that a turn may be about: the one on its button, and the one whose words are waited for."""
    said = {turn.data.get("survey", "")} if turn.step == STEP_SURVEY else set()
    lead, _, rest = turn.event.button.partition(":")
    if lead == LEAD:
        said.add(rest.split(":")[1] if ":" in rest else "")
    return {int(one) for one in said if one.isdecimal() and len(one) <= _LONGEST_NUMBER}


async def current(desk: Desk, survey_id: int, version: int, index: int) -> Asking | None:
    """Return where the person stands, if the button belongs to the question that is open.

    If it does not, say so and show the one that is; a second press on a button that is gone from its message since
    the first passes in silence. Without a draft the survey was finished, closed, or never begun.
    """
    at = desk.turn.asking.get(survey_id)
    if at is None or at.draft.is_finished:
        await go(desk, survey_id)
        return None
    if not at.survey.takes_answers(desk.uow.now):
        desk.toast(desk.turn.speaker("error-survey-closed"), alert=True)
        put_here(desk, at.survey, views.closed(desk.turn.speaker, at.survey))
        desk.finish()
        return None
    if (version, index) == (at.form.version, at.index):
        return at
    if desk.turn.event.message_id == at.draft.message_id:
        desk.toast()
        return None
    desk.toast(desk.turn.speaker("asking-past"))
    show(desk, at)
    return None


async def go(desk: Desk, survey_id: int) -> None:
    """Begin, or go on where the person stopped; who cannot is told why.

    This is answered here and not raised, since many press at one time: a refusal that is raised undoes the whole batch
    of updates in which it stands, and nothing was done yet.
    """
    try:
        at = await answering.begin(desk.uow, desk.turn.person, survey_id)
    except (SurveyAnswered, SurveyClosed, SurveyFull, SurveyNotForYou, SurveyNotOpen) as refusal:
        desk.toast(failure.refusal(desk.turn.speaker, refusal), alert=True)
        return
    desk.toast()
    show(desk, at)


async def touched_last(desk: Desk) -> Asking | None:
    """Return where the person stands in the survey that they touched last, if it can still be answered."""
    survey_id = desk.turn.data.get("survey", "")
    at = desk.turn.asking.get(int(survey_id)) if survey_id.isdecimal() else None
    if at is not None and not at.draft.is_finished and at.survey.takes_answers(desk.uow.now):
        return at
    desk.finish()
    if at is not None:
        desk.say(views.closed(desk.turn.speaker, at.survey))
    return None


def show(desk: Desk, at: Asking) -> None:
    """Show the open question in the message whose button was pressed."""
    at = answering.show_at(desk.uow, at, desk.turn.event.message_id)
    put_here(desk, at.survey, _view(desk, at))
    _expect(desk, at)


def show_anew(desk: Desk, at: Asking) -> None:
    """Show the open question in a message of its own, below what was said last."""
    at = answering.show_at(desk.uow, at, None)
    put(desk, at.survey, _view(desk, at))
    _expect(desk, at)


def show_next(desk: Desk, before: Asking, after: Asking) -> None:
    """Show the next question: after a press in place, after words below them, with the answered one closed."""
    if desk.turn.event.callback_id:
        show(desk, after)
        return
    _close(desk, before, after)
    show_anew(desk, after)


def end(desk: Desk, before: Asking, view: View) -> None:
    """Show the last words of a survey where the question stood, or below what was said."""
    if desk.turn.event.callback_id:
        put_here(desk, before.survey, view)
    else:
        _close(desk, before, before)
        put(desk, before.survey, view)


def put(desk: Desk, survey: Survey, view: View) -> None:
    """Send a message of a survey; of an anonymous one no row stays behind."""
    for payload in view.payloads():
        desk.queue("sendMessage", payload, batch=_batch(survey))


def put_here(desk: Desk, survey: Survey, view: View) -> None:
    """Put a view in the place of the message whose button was pressed."""
    payload = next(view.payloads())
    desk.queue("editMessageText", payload | {"message_id": desk.turn.event.message_id}, batch=_batch(survey))


def _close(desk: Desk, before: Asking, after: Asking) -> None:
    """Leave of a question that was answered in words what was asked and answered, without its buttons."""
    if before.draft.message_id is None:
        return
    question, say = before.question, desk.turn.speaker
    lines = [question.title]
    if question.code in after.draft.answers:
        given = after.draft.answers[question.code]
        lines.append(say("question-answered", answer=answer_words(say, desk.city, question, given)))
    payload = next(View("\n".join(lines)).payloads())
    fields = payload | {"message_id": before.draft.message_id}
    desk.queue("editMessageText", fields, batch=_batch(before.survey))


def _view(desk: Desk, at: Asking) -> View:
    step, of = at.progress
    order = tuple(option.code for option in at.order)
    return question_view(
        desk.turn.speaker, desk.city, at.form, at.question, at.draft.answers, step=step, of=of, order=order
    )


def _expect(desk: Desk, at: Asking) -> None:
    """Let the next words be for this survey; what stands so already is not written again."""
    data = {"survey": str(at.survey.id)}
    if desk.turn.step != STEP_SURVEY or desk.turn.data != data:
        desk.expect(STEP_SURVEY, **data)


def _batch(survey: Survey) -> str | None:
    return traceless_batch(survey) if survey.is_anonymous else None
