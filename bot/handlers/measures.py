"""Measures: proposing one by dialogue, voting, looking them up."""

from backend.domain.errors import NotFound, TryLater
from backend.domain.horizon import Horizon, parse_horizon, quarter_of
from backend.domain.measure import MeasureKind, Stand
from backend.services import measures
from backend.services.measures import Draft
from bot.handlers import aside
from bot.handlers.issues import speaker
from bot.turn import Desk
from bot.views import measure as views
from bot.views.view import View

STEP_KIND = "measure-kind"
STEP_TITLE = "measure-title"
STEP_CUSTODIAN = "measure-custodian"
STEP_HORIZON = "measure-horizon"
STEP_ISSUES = "measure-issues"
STEP_PREVIEW = "measure-preview"
STEP_REASON = "measure-reason"


async def begin(desk: Desk, issue_id: int) -> None:
    """Begin a proposal that answers an issue, in private."""
    _, issue_ids = await measures.begin(desk.uow, desk.turn.actor, issue_id)
    aside.toast(desk)
    listed = ",".join(map(str, issue_ids))
    aside.expect(desk, STEP_KIND, measure=str(desk.uow.new_id()), issues=listed, ticked=str(issue_ids[0]))
    titles = await measures.titles_of(desk.uow, issue_ids[:1])
    aside.say(desk, views.ask_kind(desk.turn.speaker, titles[0]))


async def take_kind(desk: Desk, kind: str) -> None:
    """Take the kind, ask for the title."""
    data = _data_at(desk, STEP_KIND)
    if kind not in set(MeasureKind):
        raise NotFound
    desk.toast()
    desk.expect(STEP_TITLE, **data | {"kind": kind})
    desk.edit(views.ask_title(speaker(desk), MeasureKind(kind)))


async def take_title(desk: Desk) -> None:
    """Take the title, ask who answers for it."""
    title = measures.checked_title(_fit_to_show(desk))
    desk.expect(STEP_CUSTODIAN, **desk.turn.data | {"title": title})
    desk.say(views.ask_custodian(speaker(desk)))


async def take_custodian(desk: Desk) -> None:
    """Take the custodian, ask for the horizon."""
    custodian = measures.checked_custodian(_fit_to_show(desk))
    desk.expect(STEP_HORIZON, **desk.turn.data | {"custodian": custodian})
    desk.say(views.ask_horizon(speaker(desk), _now(desk)))


async def take_horizon(desk: Desk) -> None:
    """Take a typed horizon."""
    horizon = parse_horizon(desk.turn.event.text, _now(desk))
    await _after_horizon(desk, horizon, is_typed=True)


async def take_offered_horizon(desk: Desk, year: int, quarter: int) -> None:
    """Take a horizon from a button; quarter 0 is the whole year."""
    _data_at(desk, STEP_HORIZON)
    horizon = Horizon(year, quarter or None)
    if horizon not in views.offered(_now(desk)):
        raise NotFound
    desk.toast()
    await _after_horizon(desk, horizon, is_typed=False)


async def tick(desk: Desk, issue_id: int) -> None:
    """Tick or untick a further issue of the mess."""
    data = _data_at(desk, STEP_ISSUES)
    first, *others = _ids(data["issues"])
    ticked = {first} | (set(_ids(data["ticked"])) ^ ({issue_id} & set(others)))
    data |= {"ticked": ",".join(str(one) for one in (first, *others) if one in ticked)}
    desk.toast()
    desk.expect(STEP_ISSUES, **data)
    await _ask_issues(desk, data, is_edit=True)


async def end_ticking(desk: Desk) -> None:
    """Show the proposal as the others will read it."""
    data = _data_at(desk, STEP_ISSUES)
    desk.toast()
    await _preview(desk, data, is_edit=True)


async def propose(desk: Desk, measure_id: int) -> None:
    """Put the proposal to the vote; a second press finds it there."""
    draft = _draft(desk, measure_id)
    measure = await measures.propose(desk.uow, desk.service.measure_press, desk.turn.actor, draft)
    desk.finish()
    desk.toast()
    desk.edit(views.proposed(speaker(desk), desk.city, measure))


async def drop(desk: Desk) -> None:
    """Give the dialogue up."""
    desk.finish()
    desk.toast()
    desk.edit(View(desk.turn.speaker("measure-dropped")))


async def vote(desk: Desk, number: int, stand: str) -> None:
    """Take a vote that needs no reason, and show how many have voted."""
    if stand not in {Stand.AGREE, Stand.ABSTAIN}:
        raise NotFound
    sheet = await measures.vote(desk.uow, desk.service.measure_press, desk.turn.actor, number, Stand(stand))
    desk.toast(desk.turn.speaker(f"voted-{stand}"))
    desk.edit(views.ballot(speaker(desk), desk.city, sheet.measure, sheet.group, sheet.tally, sheet.titles))


async def ask_reason(desk: Desk, number: int) -> None:
    """Ask in private why a member objects."""
    measure = await measures.about_to_object(desk.uow, desk.turn.actor, number)
    aside.toast(desk)
    aside.expect(desk, STEP_REASON, number=str(number))
    aside.say(desk, views.ask_reason(desk.turn.speaker, measure))


async def take_reason(desk: Desk) -> None:
    """Keep the objection with its reason."""
    number, reason = int(desk.turn.data["number"]), _fit_to_show(desk)
    press = desk.service.measure_press
    sheet = await measures.vote(desk.uow, press, desk.turn.actor, number, Stand.OBJECT, reason)
    desk.finish()
    desk.say(views.objected(speaker(desk), sheet.measure))


async def show(desk: Desk, number: int) -> None:
    """Show a measure with the reasons against it."""
    sheet = await measures.look(desk.uow, desk.turn.actor, number)
    desk.toast()
    desk.say(views.sheet(speaker(desk), desk.city, sheet))


async def withdraw(desk: Desk, number: int) -> None:
    """Take a proposal back."""
    sheet = await measures.withdraw(desk.uow, desk.turn.actor, number)
    desk.toast()
    desk.edit(views.sheet(speaker(desk), desk.city, sheet))


async def list_all(desk: Desk) -> None:
    """List the measures of the chat's or the person's group; with several, ask which."""
    desk.finish()
    desk.toast()
    found = await measures.groups_here(desk.uow, desk.turn.actor)
    if len(found) == 1:
        desk.say(await _listed(desk, found[0].number, views.FIRST_FILTER, 0))
    else:
        desk.say(views.ask_which(speaker(desk), found))


async def turn_page(desk: Desk, group: int, wanted: str, page: int) -> None:
    """Show another page or another state of a group's measures."""
    view = await _listed(desk, group, wanted, page)
    desk.toast()
    desk.edit(view)


async def _listed(desk: Desk, group_number: int, wanted: str, page: int) -> View:
    if wanted not in views.FILTERS:
        raise NotFound
    states = views.FILTERS[wanted]
    group, found, count = await measures.page(desk.uow, desk.turn.actor, group_number, states, page)
    return views.listed(speaker(desk), group, found, views.Place(wanted, page, count))


async def _after_horizon(desk: Desk, horizon: Horizon, *, is_typed: bool) -> None:
    data = desk.turn.data | {"year": str(horizon.year), "quarter": str(horizon.quarter or 0)}
    if len(_ids(data["issues"])) == 1:
        await _preview(desk, data, is_edit=not is_typed)
        return
    desk.expect(STEP_ISSUES, **data)
    await _ask_issues(desk, data, is_edit=not is_typed)


async def _ask_issues(desk: Desk, data: dict[str, str], *, is_edit: bool) -> None:
    ids = _ids(data["issues"])
    issues = await desk.uow.issues.by_ids(ids)
    view = views.ask_issues(desk.turn.speaker, [issues[one] for one in ids], set(_ids(data["ticked"])))
    (desk.edit if is_edit else desk.say)(view)


async def _preview(desk: Desk, data: dict[str, str], *, is_edit: bool) -> None:
    desk.expect(STEP_PREVIEW, **data)
    draft = _draft_of(data)
    titles = await measures.titles_of(desk.uow, draft.issue_ids)
    view = views.preview(desk.turn.speaker, draft, titles)
    (desk.edit if is_edit else desk.say)(view)


def _draft(desk: Desk, measure_id: int) -> Draft:
    draft = _draft_of(_data_at(desk, STEP_PREVIEW))
    if draft.id != measure_id:
        raise NotFound
    return draft


def _draft_of(data: dict[str, str]) -> Draft:
    return Draft(
        id=int(data["measure"]),
        kind=MeasureKind(data["kind"]),
        title=data["title"],
        custodian=data["custodian"],
        horizon=Horizon(int(data["year"]), int(data["quarter"]) or None),
        issue_ids=tuple(_ids(data["ticked"])),
    )


def _fit_to_show(desk: Desk) -> str:
    """Return what was typed without personal data; others will read it.

    Raises:
        TryLater: it could not be looked through.
    """
    if not desk.turn.reading.redacted:
        raise TryLater
    return desk.turn.reading.redacted


def _data_at(desk: Desk, step: str) -> dict[str, str]:
    """Return what the dialogue gathered, if a button belongs to the step at which it stands.

    Raises:
        NotFound: the button is of an earlier dialogue.
    """
    if desk.turn.step != step:
        raise NotFound
    return desk.turn.data


def _now(desk: Desk) -> Horizon:
    return quarter_of(desk.uow.now, desk.city.zone)


def _ids(listed: str) -> list[int]:
    return [int(one) for one in listed.split(",")]
