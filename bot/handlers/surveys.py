"""Making surveys in the chat: the list, a new one by dialogue or file, one survey and what is done with it."""

from backend.domain.enclosure import FileKind
from backend.domain.errors import BadInput, NotFound
from backend.domain.form_problem import BadForm, FormProblem
from backend.domain.rights import Right
from backend.domain.survey import Form, Survey, SurveyState
from backend.domain.survey_check import check
from backend.domain.survey_plan import LONGEST_TITLE, LONGEST_WORDS, READING_STEP, SurveyPlan
from backend.services import access, survey_changes, survey_frame, survey_inviting, survey_making
from bot.turn import Desk
from bot.views import survey as views
from bot.views.view import View

STEP_TITLE = "survey-title"
STEP_ANONYMOUS = "survey-anonymous"
STEP_FILE = "survey-file"
STEP_WORDS = "survey-words"
LARGEST_FILE = 2 * 1024 * 1024


async def list_all(desk: Desk) -> None:
    """List the surveys."""
    desk.finish()
    await turn_page(desk, 0)


async def turn_page(desk: Desk, page: int) -> None:
    """Show a page of the list."""
    found = await survey_making.all_surveys(desk.uow, desk.turn.actor)
    show(desk, views.listed(desk.turn.speaker, found, page))


async def open_one(desk: Desk, number: int) -> None:
    """Show one survey; whatever was being typed for it is given up."""
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    desk.finish()
    show(desk, await page_of(desk, survey, form))


async def begin(desk: Desk) -> None:
    """Ask whether a new survey is made by dialogue or sent as a file."""
    access.allow(desk.uow, desk.turn.actor, Right.MAKE_SURVEYS, "begin-survey", "")
    desk.finish()
    show(desk, views.ask_how(desk.turn.speaker))


async def ask_title(desk: Desk) -> None:
    """Ask for the title."""
    access.allow(desk.uow, desk.turn.actor, Right.MAKE_SURVEYS, "begin-survey", "")
    desk.expect(STEP_TITLE)
    show(desk, views.ask_title(desk.turn.speaker))


async def take_title(desk: Desk) -> None:
    """Take the title, ask whether it is anonymous."""
    title = _line(desk.turn.event.text, LONGEST_TITLE)
    desk.expect(STEP_ANONYMOUS, title=title)
    desk.say(views.ask_anonymous(desk.turn.speaker))


async def make(desk: Desk, is_anonymous: int) -> None:
    """Keep the draft; its questions come next."""
    if desk.turn.step != STEP_ANONYMOUS:
        raise NotFound
    plan = SurveyPlan(desk.turn.data["title"], (), is_anonymous=bool(is_anonymous))
    survey = await survey_making.create(desk.uow, desk.turn.actor, plan)
    desk.finish()
    form = Form(survey.id, survey.version, (), desk.uow.now)
    show(desk, await page_of(desk, survey, form, desk.turn.speaker("survey-made-empty")))


async def ask_file(desk: Desk) -> None:
    """Ask for a file."""
    access.allow(desk.uow, desk.turn.actor, Right.MAKE_SURVEYS, "begin-survey", "")
    desk.expect(STEP_FILE)
    show(desk, views.ask_file(desk.turn.speaker))


async def take_file(desk: Desk) -> None:
    """Take a file: it is fetched and read beside the dispatcher, which then answers in this chat."""
    access.allow(desk.uow, desk.turn.actor, Right.MAKE_SURVEYS, "send-survey-file", "")
    say, file = desk.turn.speaker, desk.turn.event.enclosed
    if file is None or file.kind is not FileKind.DOCUMENT:
        desk.say(views.ask_file(say))
        return
    if file.size > LARGEST_FILE:
        desk.say(views.bad_form(say, BadForm(FormProblem.TOO_LARGE)))
        return
    desk.expect(READING_STEP, file=file.platform_id, key=desk.next_key())
    desk.say(views.reading(say))


async def cancel(desk: Desk) -> None:
    """Give up what was being asked."""
    desk.finish()
    show(desk, views.cancelled(desk.turn.speaker))


async def ask_publish(desk: Desk, number: int) -> None:
    """List what is wrong, or say what publishing does and ask."""
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    flaws = await survey_making.flaws_of(desk.uow, survey, form)
    if flaws:
        show(desk, views.flawed(desk.turn.speaker, survey, form, flaws))
        return
    people = await survey_inviting.reach(desk.uow, survey)
    show(desk, views.ask_publish(desk.turn.speaker, desk.city, survey, form, people))


async def publish(desk: Desk, number: int) -> None:
    """Publish; a second press finds it published."""
    flaws = await survey_making.publish(desk.uow, desk.turn.actor, number)
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    if flaws:
        show(desk, views.flawed(desk.turn.speaker, survey, form, flaws))
        return
    show(desk, await page_of(desk, survey, form, desk.turn.speaker("survey-published")))


async def withdraw(desk: Desk, number: int) -> None:
    """Make a draft again of what is published and not open yet."""
    survey = await survey_making.withdraw(desk.uow, desk.turn.actor, number)
    _, form = await survey_making.found(desk.uow, number)
    show(desk, await page_of(desk, survey, form, desk.turn.speaker("survey-withdrawn")))


async def ask_change(desk: Desk, number: int) -> None:
    """Say that changing the questions of an open survey begins a new version."""
    survey, _ = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    show(desk, views.ask_change(desk.turn.speaker, survey))


async def ask_go_live(desk: Desk, number: int) -> None:
    """List what is wrong with the changed questions, or ask whether they are to be asked from now on."""
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    flaws = check(form.questions)
    view = views.flawed(desk.turn.speaker, survey, form, flaws)
    show(desk, view if flaws else views.ask_go_live(desk.turn.speaker, survey, form))


async def go_live(desk: Desk, number: int) -> None:
    """Ask the changed questions from now on."""
    flaws = await survey_changes.go_live(desk.uow, desk.turn.actor, number)
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    if flaws:
        show(desk, views.flawed(desk.turn.speaker, survey, form, flaws))
        return
    lead = desk.turn.speaker("survey-gone-live", version=survey.version)
    show(desk, await page_of(desk, survey, form, lead))


async def drop_changes(desk: Desk, number: int) -> None:
    """Leave the questions as they are asked."""
    await survey_changes.drop(desk.uow, desk.turn.actor, number)
    survey, form = await survey_making.found(desk.uow, number)
    show(desk, await page_of(desk, survey, form, desk.turn.speaker("survey-changes-dropped")))


async def ask_close(desk: Desk, number: int) -> None:
    """Ask before closing."""
    survey, _ = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    show(desk, views.ask_close(desk.turn.speaker, survey))


async def close(desk: Desk, number: int) -> None:
    """Have it closed; closing twice is harmless."""
    survey = await survey_making.end(desk.uow, desk.turn.actor, number)
    _, form = await survey_making.found(desk.uow, number)
    show(desk, await page_of(desk, survey, form, desk.turn.speaker("survey-closing")))


async def copy(desk: Desk, number: int) -> None:
    """Make a draft like it."""
    twin = await survey_making.copy(desk.uow, desk.turn.actor, number)
    survey, form = await survey_making.found(desk.uow, twin.number)
    show(desk, await page_of(desk, survey, form, desk.turn.speaker("survey-copied", number=number)))


async def ask_remove(desk: Desk, number: int) -> None:
    """Ask before throwing a draft away."""
    survey, _ = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    show(desk, views.ask_remove(desk.turn.speaker, survey))


async def remove(desk: Desk, number: int) -> None:
    """Throw a draft away."""
    await survey_making.discard(desk.uow, desk.turn.actor, number)
    show(desk, views.removed(desk.turn.speaker, number))


async def link(desk: Desk, number: int) -> None:
    """Hand over the link."""
    survey, _ = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    if survey.state is SurveyState.DRAFT:
        raise NotFound
    desk.toast()
    address = f"https://t.me/{desk.service.identity.username}?start={survey.token}"
    desk.say(views.link(desk.turn.speaker, survey, address))


async def show_words(desk: Desk, number: int) -> None:
    """Show title, introduction and thanks."""
    survey, _ = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    desk.finish()
    show(desk, views.ask_words(desk.turn.speaker, survey))


async def ask_words(desk: Desk, number: int, part: str) -> None:
    """Ask for a title, an introduction or thanks."""
    await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    if part not in views.WORDS:
        raise NotFound
    desk.expect(STEP_WORDS, number=str(number), part=part)
    show(desk, views.ask_new_words(desk.turn.speaker, number, part, _longest(part)))


async def take_words(desk: Desk) -> None:
    """Take a title, an introduction or thanks."""
    number, part = int(desk.turn.data["number"]), desk.turn.data["part"]
    text = desk.turn.event.text
    if len(text) > _longest(part):
        raise BadInput(what=part)
    words = _line(text, LONGEST_TITLE) if part == "title" else text
    survey = await survey_frame.change(desk.uow, desk.turn.actor, number, **{part: words})
    desk.finish()
    show(desk, views.ask_words(desk.turn.speaker, survey))


async def set_anonymous(desk: Desk, number: int, is_anonymous: int) -> None:
    """Make a survey anonymous, or not."""
    survey = await survey_frame.change(desk.uow, desk.turn.actor, number, is_anonymous=bool(is_anonymous))
    show(desk, views.ask_words(desk.turn.speaker, survey))


async def page_of(desk: Desk, survey: Survey, form: Form, lead: str = "") -> View:
    """Return a survey's page."""
    counts = await desk.uow.surveys.counts(survey.id)
    return views.opened(desk.turn.speaker, desk.city, survey, form, counts, lead)


def show(desk: Desk, view: View) -> None:
    """Put a view in the place of the message whose button was pressed; after words say it."""
    if desk.turn.event.button:
        desk.toast()
        desk.edit(view)
    else:
        desk.say(view)


def _longest(part: str) -> int:
    return LONGEST_TITLE if part == "title" else LONGEST_WORDS


def _line(text: str, most: int) -> str:
    line = " ".join(text.split())
    if not line or len(line) > most:
        raise BadInput(what="title")
    return line
