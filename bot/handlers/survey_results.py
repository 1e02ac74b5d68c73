"""Results of surveys: figures and pictures for groups and makers, files for makers."""

from backend.domain.errand import ErrandKind
from backend.domain.errors import NotFound
from backend.domain.persian import ascii_digits
from backend.domain.rights import Right
from backend.services import survey_results
from bot.handlers.issues import speaker
from bot.result_pages import Page, Wish
from bot.turn import Desk
from bot.views import survey_results as views

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
    await _show(desk, number, Wish(Page.SUMMARY))


async def picture(desk: Desk, number: int) -> None:
    """Have the picture drawn."""
    await survey_results.allow_seeing(desk.uow, desk.turn.actor, number)
    desk.toast()
    desk.errand(ErrandKind.SURVEY_PICTURE, survey=str(number), language=speaker(desk).language)


async def list_questions(desk: Desk, number: int, page: int) -> None:
    """Offer the questions."""
    await _show(desk, number, Wish(Page.QUESTIONS, page))


async def question(desk: Desk, number: int, place: int) -> None:
    """Show what came of one question."""
    await _show(desk, number, Wish(Page.QUESTION, place))


async def chart(desk: Desk, number: int, place: int) -> None:
    """Have the picture of one question drawn."""
    await survey_results.allow_seeing(desk.uow, desk.turn.actor, number)
    desk.toast()
    where = {"survey": str(number), "place": str(place)}
    desk.errand(ErrandKind.SURVEY_QUESTION, **where, language=speaker(desk).language)


async def by(desk: Desk, number: int, place: int, dimension: str) -> None:
    """Show the answers to one question by group or district."""
    if dimension not in views.DIMENSIONS:
        raise NotFound
    await _show(desk, number, Wish(Page.TABLE, place, dimension))


async def who(desk: Desk, number: int) -> None:
    """Show who answered, beside who lives in the city."""
    await _show(desk, number, Wish(Page.WHO))


async def drop_off(desk: Desk, number: int) -> None:
    """Show at which questions people stopped."""
    await _show(desk, number, Wish(Page.DROP_OFF))


async def files(desk: Desk, number: int) -> None:
    """Have everything written as files, which hold single answers; a group's chat is no place for these."""
    if desk.turn.event.is_group:
        raise NotFound
    await survey_results.allow_export(desk.uow, desk.turn.actor, number)
    desk.toast()
    desk.errand(ErrandKind.SURVEY_FILES, survey=str(number), language=desk.turn.speaker.language)


async def _show(desk: Desk, number: int, wish: Wish) -> None:
    """Have a page made, in the place of the one whose button was pressed."""
    turn = desk.turn
    await survey_results.allow_seeing(desk.uow, turn.actor, number)
    desk.toast()
    may_export = turn.actor.may(Right.SEE_STATISTICS) and not turn.event.is_group
    where = {"instead_of": str(turn.event.message_id)} if turn.event.button else {}
    exporting = {"may_export": "yes"} if may_export else {}
    language = speaker(desk).language
    desk.errand(ErrandKind.SURVEY_PAGE, **wish.written(), **where, **exporting, survey=str(number), language=language)
