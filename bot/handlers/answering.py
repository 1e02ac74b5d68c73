"""Answering a survey in the chat: one message a question, edited in place; words beside buttons; stopping and going on.

Every button names its survey, version and question, so that one of a question that is past is known for what it is.
"""

from backend.domain.enclosure import FileKind
from backend.domain.errors import NotFound
from backend.domain.said import Said
from backend.domain.survey import NO, SCALE, YES, Answer, Mark, QuestionKind
from backend.domain.survey_answers import Written, WrongAnswer, act_in, is_own_words, typed
from backend.domain.survey_walk import MARKS
from backend.services import anonymous, answering, concerns
from backend.services.answering import Asking
from bot.handlers import asking, concern
from bot.handlers.asking import STEP_SURVEY
from bot.turn import Desk
from bot.views import survey_invitation as views
from bot.views.view import View

_READ = "ok"
_FEWEST_WORDS = 4
_OTHER = "1"
_URGENT = "urgent"


async def open_link(desk: Desk, token: str) -> None:
    """Show the survey that a link opens."""
    survey, form = await answering.by_link(desk.uow, desk.turn.person, token)
    desk.say(views.invitation(desk.turn.speaker, desk.city, survey, form))


async def list_mine(desk: Desk) -> None:
    """List the surveys that the person may answer or go on with."""
    desk.finish()
    surveys, begun = await answering.offered(desk.uow, desk.turn.person)
    desk.say(views.mine(desk.turn.speaker, surveys, begun))


async def go(desk: Desk, survey_id: int) -> None:
    """Begin, or go on where the person stopped."""
    await asking.go(desk, survey_id)


async def answer(desk: Desk, survey_id: int, version: int, index: int, value: str) -> None:
    """Take the answer on a button."""
    at = await asking.current(desk, survey_id, version, index)
    if at is not None:
        desk.toast()
        await _take(desk, at, pressed(desk, at, value))


async def tick(desk: Desk, survey_id: int, version: int, index: int, value: str) -> None:
    """Tick, untick, rank or take back an option. The button says what is wanted, so that a second press does no more.

    A ranking in which every option has its rank is the answer.
    """
    at = await asking.current(desk, survey_id, version, index)
    if at is None:
        return
    chosen = ticked(at, value)
    desk.toast()
    if chosen is None or at.question.kind not in {QuestionKind.MANY, QuestionKind.RANKING}:
        return
    if at.question.kind is QuestionKind.RANKING and len(chosen) == len(at.question.options):
        await _take(desk, at, chosen)
        return
    asking.show(desk, answering.tick(desk.uow, at, chosen))


async def done(desk: Desk, survey_id: int, version: int, index: int) -> None:
    """Take what is ticked as the answer."""
    at = await asking.current(desk, survey_id, version, index)
    if at is None:
        return
    if not at.chosen:
        desk.toast(desk.turn.speaker("asking-none-ticked"), alert=True)
        return
    desk.toast()
    await _take(desk, at, at.chosen)


async def other(desk: Desk, survey_id: int, version: int, index: int) -> None:
    """Ask for an answer in the person's own words; what they write next is it, whatever it says."""
    at = await asking.current(desk, survey_id, version, index)
    if at is None:
        return
    desk.toast(desk.turn.speaker("asking-other"), alert=True)
    desk.expect(STEP_SURVEY, survey=str(survey_id), other=_OTHER)


async def skip(desk: Desk, survey_id: int, version: int, index: int) -> None:
    """Leave a question out, where that is allowed."""
    at = await asking.current(desk, survey_id, version, index)
    if at is None:
        return
    if at.question.is_required:
        desk.toast(desk.turn.speaker("wrong-required"), alert=True)
        return
    desk.toast()
    await _take(desk, at, None)


async def back(desk: Desk, survey_id: int, version: int, index: int) -> None:
    """Go back a question."""
    at = await asking.current(desk, survey_id, version, index)
    if at is not None:
        desk.toast()
        asking.show(desk, answering.go_back(desk.uow, at))


async def on(desk: Desk, survey_id: int, version: int, index: int) -> None:
    """Go on from a question that was answered before."""
    at = await asking.current(desk, survey_id, version, index)
    if at is not None:
        desk.toast()
        asking.show(desk, answering.go_on(desk.uow, at))


async def stop(desk: Desk, survey_id: int, version: int, index: int) -> None:
    """Stop for now; the answers are kept."""
    at = await asking.current(desk, survey_id, version, index)
    if at is not None:
        desk.toast()
        _stop(desk, at)


async def take_typed(desk: Desk) -> None:
    """Take words as the answer to the question that is open.

    Words that ask to skip, go back or stop do that. What cannot be the answer is told what is wanted; if it reads like
    a concern, it is kept as one at once and the person is asked which it was. Words for a survey that is over meanwhile
    are a message like any other.
    """
    at = await asking.touched_last(desk)
    if at is None:
        await concern.take(desk)
        return
    if desk.turn.event.enclosed is not None:
        await take_file(desk)
        return
    text = desk.turn.event.text
    act = None if desk.turn.data.get("other") else act_in(text)
    if act is not None and await _act(desk, at, act):
        return
    try:
        given = typed(text, written(desk, at))
    except WrongAnswer as wrong:
        await _refuse_or_keep(desk, at, wrong)
        return
    await _take_words(desk, at, given, text)


async def take_file(desk: Desk) -> None:
    """Take a picture or a point on the map where one is asked for; else it is a message like any other."""
    at, event = await asking.touched_last(desk), desk.turn.event
    kind = at.question.kind if at is not None else None
    if at is not None and kind is QuestionKind.LOCATION and event.point is not None:
        point = event.point
        district = desk.city.borders.district_at(point.latitude, point.longitude)
        await _take(desk, at, {"latitude": point.latitude, "longitude": point.longitude, "district": district})
    elif at is not None and kind is QuestionKind.PHOTO and event.enclosed and event.enclosed.kind is FileKind.PHOTO:
        await _take(desk, at, {"file": event.enclosed.platform_id})
    elif kind is QuestionKind.LOCATION:
        desk.say(View(desk.turn.speaker("wrong-location")))
    elif kind is QuestionKind.PHOTO:
        desk.say(View(desk.turn.speaker("wrong-photo")))
    elif event.text:
        await concern.take(desk)
    else:
        await concern.take_file(desk)


async def keep_as_new(desk: Desk, concern_id: int) -> None:
    """Leave what was kept as a message a message, and go on with the survey."""
    kept = await concerns.own(desk.uow, desk.turn.person, concern_id)
    desk.toast()
    desk.edit(views.kept_as_new(desk.turn.speaker, kept))
    at = await asking.touched_last(desk)
    if at is not None:
        asking.show_anew(desk, at)


async def use_as_answer(desk: Desk, survey_id: int, version: int, index: int, concern_id: int) -> None:
    """Take what was kept as a message as the answer after all; the message goes."""
    at = await asking.current(desk, survey_id, version, index)
    kept = await concerns.own(desk.uow, desk.turn.person, concern_id)
    if at is None:
        return
    desk.toast()
    desk.edit(View(desk.turn.speaker("asking-used")))
    text = kept.text
    await concerns.delete(desk.uow, desk.turn.person, concern_id)
    try:
        given = typed(text, written(desk, at))
    except WrongAnswer as wrong:
        desk.say(_wrong(desk, wrong))
        return
    await _take_words(desk, at, given, text)


async def send(desk: Desk, survey_id: int, index: int) -> None:
    """Make a message of a free text, on the person's word. Of an anonymous survey it is one without a name."""
    turn = desk.turn
    survey, words = await answering.free_text(desk.uow, turn.person, survey_id, index)
    if words is None:
        desk.toast(turn.speaker("survey-text-gone"), alert=True)
        return
    (reading,) = await desk.service.reader.read([words])
    said = Said(turn.raw.received_at, None, words, reading)
    if survey.is_anonymous:
        made = anonymous.take(desk.uow, desk.city, said, turn.standing)
    else:
        made = concerns.take(desk.uow, desk.city, turn.person, said, turn.standing)
    desk.toast()
    view = views.became_concern(turn.speaker, made, is_unnamed=survey.is_anonymous)
    asking.put(desk, survey, view)


async def _take_words(desk: Desk, at: Asking, given: Answer, text: str) -> None:
    """Take a typed answer; own words join the ticks of a question with several."""
    question = at.question
    if isinstance(given, list) and any(not isinstance(one, str) for one in given):
        words = answering.in_own_words(given, question, text, desk.turn.reading)
        ticked = [one for one in at.chosen if isinstance(one, str)]
        asking.show_anew(desk, answering.tick(desk.uow, at, [*ticked, *(words if isinstance(words, list) else [])]))
        return
    if is_own_words(given, question):
        given = answering.in_own_words(given, question, text, desk.turn.reading)
    await _take(desk, at, given)


async def _take(desk: Desk, at: Asking, given: Answer) -> None:
    """Take an answer, and show the next question or, after the last, the thanks."""
    after = await answering.answer(desk.uow, desk.turn.person, at, given)
    if not after.draft.is_finished:
        asking.show_next(desk, at, after)
        return
    desk.finish()
    listed = after.draft.answers.get(MARKS)
    is_over = isinstance(listed, list) and Mark.OVER_QUOTA.value in listed
    view = views.thanks(desk.turn.speaker, after.survey, answering.free_texts(after), is_over_quota=is_over)
    asking.end(desk, at, view)


async def _act(desk: Desk, at: Asking, act: str) -> bool:
    """Do what words ask for instead of answering; False where they must be an answer after all."""
    if act == "stop":
        _stop(desk, at)
    elif act == "back":
        asking.show_anew(desk, answering.go_back(desk.uow, at))
    elif at.question.is_required:
        desk.say(View(desk.turn.speaker("wrong-required")))
    else:
        await _take(desk, at, None)
    return True


def _stop(desk: Desk, at: Asking) -> None:
    desk.finish()
    asking.end(desk, at, views.stopped(desk.turn.speaker, at.survey))


async def _refuse_or_keep(desk: Desk, at: Asking, wrong: WrongAnswer) -> None:
    turn = desk.turn
    text, reading = turn.event.text, turn.reading
    reads_like_a_concern = bool(reading.topics) and len(text.split()) >= _FEWEST_WORDS
    if not reads_like_a_concern:
        desk.say(_wrong(desk, wrong))
        return
    if reading.urgency == _URGENT:
        # Danger is answered as danger, with its number to call; the survey can wait.
        await concern.take(desk)
        return
    said = Said(turn.raw.received_at, turn.event.message_id, text, reading)
    kept = concerns.take(desk.uow, desk.city, turn.person, said, turn.standing)
    desk.say(views.which(turn.speaker, kept, at.survey.id, at.form.version, at.index))


def _wrong(desk: Desk, wrong: WrongAnswer) -> View:
    return View(desk.turn.speaker(f"wrong-{wrong.why}", **wrong.fields))


def pressed(desk: Desk, at: Asking, value: str) -> Answer:
    """Return the answer on a button.

    Raises:
        NotFound: nobody was ever shown such a button.
    """
    question = at.question
    if question.kind is QuestionKind.ONE and value.isdecimal() and int(value) < len(question.options):
        return question.options[int(value)].code
    if question.kind is QuestionKind.SCALE and value.isdecimal() and int(value) in SCALE:
        return int(value)
    if question.kind is QuestionKind.YES_NO and value in {YES, NO}:
        return value
    if question.kind is QuestionKind.DISTRICT and value in desk.city.districts:
        return value
    if question.kind is QuestionKind.NOTE and value == _READ:
        return None
    raise NotFound


def ticked(at: Asking, value: str) -> list[str | dict[str, str]] | None:
    """Return what is chosen after a press («3+», «3-», «3@1», «u2»); None if it changes nothing."""
    chosen, options = at.chosen, at.question.options
    place, mark = (value[:-1], value[-1]) if value[-1:] in {"+", "-"} else (value, "")
    if mark and place.isdecimal() and int(place) < len(options):
        code = options[int(place)].code
        if (code in chosen) == (mark == "+"):
            return None
        return [*chosen, code] if mark == "+" else [one for one in chosen if one != code]
    if value[:1] == "u":
        return chosen[:-1] if chosen and value[1:] == str(len(chosen)) else None
    place, _, rank = value.partition("@")
    if not place.isdecimal() or int(place) >= len(options):
        raise NotFound
    code = options[int(place)].code
    return [*chosen, code] if rank == str(len(chosen)) and code not in chosen else None


def written(desk: Desk, at: Asking) -> Written:
    """Return what typed words are read against."""
    today = desk.turn.raw.received_at.astimezone(desk.city.zone).date()
    return Written(at.question, at.order, desk.city, today)
