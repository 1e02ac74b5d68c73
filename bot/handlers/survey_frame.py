"""Whom a survey asks and when: ticks, buttons and a few typed words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from backend.domain.errors import BadInput, NotFound, SurveyStarted
from backend.domain.number_words import whole_number
from backend.domain.people import StakeholderGroup
from backend.domain.quota_words import quotas_in
from backend.domain.survey import Form, Survey, SurveyAudience, SurveyState
from backend.domain.survey_editing import rules_on
from backend.domain.typed_dates import NoSuchDay, NotJalali
from backend.domain.typed_moments import LAST_MINUTE, moment_in
from backend.services import survey_changes, survey_frame, survey_inviting, survey_making
from bot.handlers.surveys import show
from bot.turn import Desk
from bot.views import survey_frame as views

STEP_SAMPLE = "survey-sample"
STEP_QUOTAS = "survey-quotas"
STEP_MOMENT = "survey-moment"
OPENS, CLOSES = "opens", "closes"
_MOST_DAYS = 365


async def show_audience(desk: Desk, number: int) -> None:
    """Show whom the survey asks, and how many that are."""
    survey, _ = await _draft(desk, number)
    desk.finish()
    await _show_audience(desk, survey)


async def show_groups(desk: Desk, number: int) -> None:
    """Offer the stakeholder groups to tick."""
    survey, _ = await _draft(desk, number)
    show(desk, views.ask_groups(desk.turn.speaker, survey))


async def tick_group(desk: Desk, number: int, group: str, is_on: int) -> None:
    """Tick a stakeholder group; none ticked is all."""
    if group not in set(StakeholderGroup):
        raise NotFound
    survey = await _set_audience(
        desk, number, lambda one: replace(one, stakeholder_groups=_ticked(one.stakeholder_groups, group, is_on))
    )
    show(desk, views.ask_groups(desk.turn.speaker, survey))


async def show_districts(desk: Desk, number: int) -> None:
    """Offer the districts to tick."""
    survey, _ = await _draft(desk, number)
    show(desk, views.ask_districts(desk.turn.speaker, desk.city, survey))


async def tick_district(desk: Desk, number: int, district: str, is_on: int) -> None:
    """Tick a district; none ticked is the whole city."""
    if district not in desk.city.districts:
        raise NotFound
    survey = await _set_audience(
        desk, number, lambda one: replace(one, districts=_ticked(one.districts, district, is_on))
    )
    show(desk, views.ask_districts(desk.turn.speaker, desk.city, survey))


async def show_earlier(desk: Desk, number: int) -> None:
    """Offer the earlier surveys whose answers may choose people."""
    survey, _ = await _draft(desk, number)
    known = await survey_making.all_surveys(desk.uow, desk.turn.actor)
    begun = {SurveyState.OPEN, SurveyState.CLOSED}
    able = [one for one in known if one.state in begun and not one.is_anonymous and one.id != survey.id]
    show(desk, views.ask_earlier(desk.turn.speaker, survey, able))


async def show_earlier_questions(desk: Desk, number: int, earlier: int) -> None:
    """Offer an earlier survey's questions."""
    survey, _ = await _draft(desk, number)
    other, form = await _earlier(desk, earlier)
    show(desk, views.ask_earlier_question(desk.turn.speaker, survey, other, form))


async def show_earlier_answers(desk: Desk, number: int, earlier: int, at: int) -> None:
    """Offer the answers of an earlier survey's question."""
    survey, _ = await _draft(desk, number)
    other, form = await _earlier(desk, earlier)
    if at >= len(form.questions):
        raise NotFound
    show(desk, views.ask_earlier_answer(desk.turn.speaker, desk.city, survey, other, form, at))


async def choose_everybody_of(desk: Desk, number: int, earlier: int) -> None:
    """Ask those who answered an earlier survey at all."""
    await _earlier(desk, earlier)
    survey = await _set_audience(desk, number, lambda one: replace(one, earlier_survey=earlier, answers=None))
    await _show_audience(desk, survey)


async def choose_answer(desk: Desk, number: int, earlier: int, at: int, place: int) -> None:
    """Ask those who answered an earlier survey so."""
    _, form = await _earlier(desk, earlier)
    rules = rules_on(form.questions[at], desk.city.districts) if at < len(form.questions) else ()
    if place >= len(rules):
        raise NotFound
    survey = await _set_audience(desk, number, lambda one: replace(one, earlier_survey=earlier, answers=rules[place]))
    await _show_audience(desk, survey)


async def switch_link(desk: Desk, number: int, is_on: int) -> None:
    """Let whoever has the link answer besides those who are asked, or only these."""
    survey = await _set_audience(desk, number, lambda one: replace(one, by_link=bool(is_on), everybody=bool(is_on)))
    await _show_audience(desk, survey)


async def switch_link_alone(desk: Desk, number: int, is_on: int) -> None:
    """Ask nobody, so that only the link leads to the survey, or everybody again."""
    survey = await _set_audience(desk, number, lambda _: SurveyAudience(by_link=bool(is_on)))
    await _show_audience(desk, survey)


async def ask_everybody(desk: Desk, number: int) -> None:
    """Ask everybody again: no ticks, no sample; the link goes on to open it, where it did."""
    survey = await _set_audience(desk, number, lambda one: SurveyAudience(by_link=one.by_link, everybody=one.by_link))
    await _show_audience(desk, survey)


async def ask_sample(desk: Desk, number: int) -> None:
    """Ask how many are drawn by chance."""
    await _draft(desk, number)
    desk.expect(STEP_SAMPLE, number=str(number))
    show(desk, views.ask_sample(desk.turn.speaker, number))


async def take_sample(desk: Desk) -> None:
    """Take how many are drawn by chance."""
    size = whole_number(desk.turn.event.text)
    if not size or size < 1:
        raise BadInput(what="sample")
    await _sampled(desk, int(desk.turn.data["number"]), size)


async def drop_sample(desk: Desk, number: int) -> None:
    """Ask all of the audience."""
    await _sampled(desk, number, None)


async def ask_quotas(desk: Desk, number: int) -> None:
    """Ask for quotas."""
    survey, _ = await _draft(desk, number)
    desk.expect(STEP_QUOTAS, number=str(number))
    show(desk, views.ask_quotas(desk.turn.speaker, desk.city, survey))


async def take_quotas(desk: Desk) -> None:
    """Take quotas, one a line."""
    groups = {desk.turn.speaker(f"stakeholder-{group}"): group.value for group in StakeholderGroup}
    quotas = quotas_in(desk.turn.event.text, desk.city, groups)
    if quotas is None:
        desk.say(views.quotas_not_understood(desk.turn.speaker, int(desk.turn.data["number"])))
        return
    survey = await survey_frame.change(desk.uow, desk.turn.actor, int(desk.turn.data["number"]), quotas=quotas)
    desk.finish()
    await _show_audience(desk, survey)


async def drop_quotas(desk: Desk, number: int) -> None:
    """Ask without quotas."""
    survey = await survey_frame.change(desk.uow, desk.turn.actor, number, quotas=())
    desk.finish()
    await _show_audience(desk, survey)


async def show_times(desk: Desk, number: int) -> None:
    """Show when the survey opens and closes."""
    survey, _ = await _draft(desk, number)
    desk.finish()
    show(desk, views.ask_times(desk.turn.speaker, desk.city, survey))


async def open_at_once(desk: Desk, number: int) -> None:
    """Let it open when it is published."""
    await _set_times(desk, number, opens_at=None)


async def close_after(desk: Desk, number: int, days: int) -> None:
    """Let it close at the end of a day so many days after it opens; 0 is when somebody closes it."""
    survey, _ = await _draft(desk, number)
    if days > _MOST_DAYS:
        raise NotFound
    opens = (survey.opens_at or desk.uow.now).astimezone(desk.city.zone)
    closes = datetime.combine((opens + timedelta(days=days)).date(), LAST_MINUTE, desk.city.zone)
    await _set_times(desk, number, closes_at=closes if days else None)


async def switch_reminder(desk: Desk, number: int, is_on: int) -> None:
    """Remind once, or never."""
    await _set_times(desk, number, has_reminder=bool(is_on))


async def ask_moment(desk: Desk, number: int, which: str) -> None:
    """Ask for the day on which it opens or closes."""
    await _draft(desk, number)
    if which not in {OPENS, CLOSES}:
        raise NotFound
    desk.expect(STEP_MOMENT, number=str(number), which=which)
    show(desk, views.ask_moment(desk.turn.speaker, number, which))


async def take_moment(desk: Desk) -> None:
    """Take the day on which it opens or closes."""
    number, which = int(desk.turn.data["number"]), desk.turn.data["which"]
    is_end, why_again, moment = which == CLOSES, "", None
    try:
        moment = moment_in(desk.turn.event.text, desk.uow.now, desk.city.zone, is_end=is_end)
    except NoSuchDay:
        why_again = "times-no-such-day"
    except NotJalali:
        why_again = "times-not-jalali"
    if moment is None or moment <= desk.uow.now:
        why_again = why_again or ("times-not-understood" if moment is None else "survey-moment-past")
        desk.say(views.ask_moment(desk.turn.speaker, number, which, why_again))
        return
    desk.finish()
    await _set_times(desk, number, **{"closes_at" if is_end else "opens_at": moment})


async def _draft(desk: Desk, number: int) -> tuple[Survey, Form]:
    """Return a survey whose frame can be changed.

    Raises:
        SurveyStarted: it is published.

    """
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    if survey.state is not SurveyState.DRAFT:
        raise SurveyStarted
    return survey, form


async def _earlier(desk: Desk, number: int) -> tuple[Survey, Form]:
    survey, form = await survey_making.opened(desk.uow, desk.turn.actor, number)
    if survey.is_anonymous:
        raise NotFound
    return survey, form


async def _set_audience(desk: Desk, number: int, changed: Callable[[SurveyAudience], SurveyAudience]) -> Survey:
    survey, _ = await _draft(desk, number)
    return await survey_frame.change(desk.uow, desk.turn.actor, number, audience=changed(survey.audience))


async def _sampled(desk: Desk, number: int, size: int | None) -> None:
    survey = await _set_audience(desk, number, lambda one: replace(one, sample=size))
    desk.finish()
    await _show_audience(desk, survey)


async def _set_times(desk: Desk, number: int, **values: object) -> None:
    survey = await survey_frame.change(desk.uow, desk.turn.actor, number, **values)
    show(desk, views.ask_times(desk.turn.speaker, desk.city, survey))


async def _show_audience(desk: Desk, survey: Survey) -> None:
    people = await survey_inviting.reach(desk.uow, survey)
    show(desk, views.ask_audience(desk.turn.speaker, desk.city, survey, people))


def _ticked(codes: tuple[str, ...], code: str, is_on: int) -> tuple[str, ...]:
    others = tuple(one for one in codes if one != code)
    return (*others, code) if is_on else others
