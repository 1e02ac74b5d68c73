"""Results of surveys: figures and pictures for groups and makers, files for makers."""

from backend.domain.errand import ErrandKind
from backend.domain.errors import NotFound
from backend.domain.persian import ascii_digits
from backend.domain.rights import Right
from backend.services import survey_results
from bot.handlers.issues import speaker
from bot.turn import Desk
from bot.views import survey_results as views
from bot.views.splitting import LIMIT, split
from bot.views.survey_results import Shown
from bot.views.view import View

_LONGEST_NUMBER = 6


async def begin(desk: Desk) -> None:
    """Show the results of the survey whose number was written behind the command, or offer all."""
    desk.finish()
    number = ascii_digits(desk.turn.event.argument)
    if number.isdecimal() and len(number) <= _LONGEST_NUMBER:
        await show(desk, int(number))
        return
    desk.say(views.listed(speaker(desk), await survey_results.listed(desk.uow, desk.turn.actor)))


async def show(desk: Desk, number: int) -> None:
    """Show what came of a survey as a whole."""
    _show(desk, views.opened(speaker(desk), await _shown(desk, number)))


async def picture(desk: Desk, number: int) -> None:
    """Have the picture drawn."""
    shown = await _shown(desk, number)
    if not any(one.has_something for one in shown.results.questions):
        desk.toast(desk.turn.speaker("results-too-few"), alert=True)
        return
    desk.toast()
    desk.errand(ErrandKind.SURVEY_PICTURE, survey=str(number), language=speaker(desk).language)


async def list_questions(desk: Desk, number: int, page: int) -> None:
    """Offer the questions."""
    shown = await _shown(desk, number)
    if page * views.PAGE >= max(1, len(shown.results.questions)):
        raise NotFound
    _show(desk, views.questions(speaker(desk), shown, page))


async def question(desk: Desk, number: int, place: int) -> None:
    """Show what came of one question."""
    shown = await _at(desk, number, place)
    _show(desk, views.question(speaker(desk), desk.city, shown, place))


async def chart(desk: Desk, number: int, place: int) -> None:
    """Have the picture of one question drawn."""
    shown = await _at(desk, number, place)
    if not shown.results.questions[place].has_something:
        desk.toast(desk.turn.speaker("results-too-few"), alert=True)
        return
    desk.toast()
    where = {"survey": str(number), "place": str(place)}
    desk.errand(ErrandKind.SURVEY_QUESTION, **where, language=speaker(desk).language)


async def by(desk: Desk, number: int, place: int, dimension: str) -> None:
    """Show the answers to one question by group or district."""
    shown = await _at(desk, number, place)
    tables = shown.results.questions[place].tables
    table = tables.get(views.DIMENSIONS[dimension]) if dimension in views.DIMENSIONS else None
    if table is None:
        raise NotFound
    _show(desk, views.table(speaker(desk), desk.city, shown, place, table))


async def who(desk: Desk, number: int) -> None:
    """Show who answered, beside who lives in the city."""
    _show(desk, views.who(speaker(desk), desk.city, await _shown(desk, number)))


async def drop_off(desk: Desk, number: int) -> None:
    """Show at which questions people stopped."""
    _show(desk, views.drop_off(speaker(desk), await _shown(desk, number)))


async def files(desk: Desk, number: int) -> None:
    """Have everything written as files, which hold single answers; a group's chat is no place for these."""
    if desk.turn.event.is_group:
        raise NotFound
    await survey_results.allow_export(desk.uow, desk.turn.actor, number)
    desk.toast()
    desk.errand(ErrandKind.SURVEY_FILES, survey=str(number), language=desk.turn.speaker.language)


async def _shown(desk: Desk, number: int) -> Shown:
    actor = desk.turn.actor
    survey, results = await survey_results.shown(desk.uow, desk.city, actor, number)
    return Shown(survey, results, may_export=actor.may(Right.SEE_STATISTICS) and not desk.turn.event.is_group)


async def _at(desk: Desk, number: int, place: int) -> Shown:
    shown = await _shown(desk, number)
    if place >= len(shown.results.questions):
        raise NotFound
    return shown


def _show(desk: Desk, view: View) -> None:
    """Put a view in the place of the one before, if it fits into one message."""
    desk.toast()
    if desk.turn.event.button and len(split(view.text, LIMIT)) == 1:
        desk.edit(view)
    else:
        desk.say(view)
