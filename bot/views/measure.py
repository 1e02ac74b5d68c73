"""Measures as members see them: the dialogue, the ballot, the list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backend.domain.city import City
from backend.domain.groups import WorkingGroup
from backend.domain.horizon import Horizon, suggested_quarters, suggested_years
from backend.domain.issue import Issue
from backend.domain.measure import Measure, MeasureKind, MeasureState, Stand, Tally
from backend.domain.persian import date_words
from backend.services.measures import PAGE, Draft, Sheet
from bot.texts.speaker import Speaker
from bot.views.mess import short
from bot.views.view import Button, View, in_rows

FIRST_FILTER = "open"
FILTERS: Mapping[str, tuple[MeasureState, ...]] = {
    FIRST_FILTER: (MeasureState.PROPOSED,),
    "agreed": (MeasureState.AGREED, MeasureState.WITH_COMMITTEE),
    "closed": (MeasureState.REJECTED, MeasureState.WITHDRAWN),
}
_CHOSEN = "✅ "
_NUMBERS_IN_A_ROW = 3
# So many reasons of full length leave the sheet one message, with its buttons.
_MOST_REASONS = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where one stands in a list: which states, which page, and how many there are in all."""

    wanted: str
    page: int
    count: int


def ask_kind(say: Speaker, title: str) -> View:
    """Ask what is to be proposed."""
    buttons = [(Button(say(f"measure-kind-{kind}"), f"x:kind:{kind}"),) for kind in MeasureKind]
    return View(say("measure-ask-kind", title=short(title)), (*buttons, _dropping(say)))


def ask_title(say: Speaker, kind: MeasureKind) -> View:
    """Ask for the title."""
    return View(say("measure-ask-title", kind=say(f"measure-kind-{kind}")), (_dropping(say),))


def ask_custodian(say: Speaker) -> View:
    """Ask who answers for it."""
    return View(say("measure-ask-custodian"), (_dropping(say),))


def offered(now: Horizon) -> list[Horizon]:
    """Return the horizons that have a button."""
    return [*suggested_quarters(now), *suggested_years(now)]


def ask_horizon(say: Speaker, now: Horizon) -> View:
    """Offer the next quarters and years; others are written."""
    buttons = [Button(horizon_words(say, one), f"x:when:{one.year}:{one.quarter or 0}") for one in offered(now)]
    return View(say("measure-ask-horizon"), (*in_rows(buttons, 2), _dropping(say)))


def ask_issues(say: Speaker, issues: Sequence[Issue], ticked: set[int]) -> View:
    """Offer the other issues of the mess to tick."""
    first, *others = issues
    lines = [say("measure-ask-issues", title=short(first.title)), ""]
    buttons = []
    for number, issue in enumerate(others, 1):
        lines.append(say("measure-issue", number=number, title=short(issue.title)))
        mark = _CHOSEN if issue.id in ticked else ""
        buttons.append(Button(f"{mark}{say.figures(number)}", f"x:tick:{issue.id}"))
    going_on = (Button(say("button-continue"), "x:ticked"), *_dropping(say))
    return View("\n".join(lines), (*in_rows(buttons, _NUMBERS_IN_A_ROW), going_on))


def preview(say: Speaker, draft: Draft, titles: Sequence[str]) -> View:
    """Show a draft as the others will read it."""
    lines = [
        say("measure-preview"),
        "",
        say("measure-head", kind=say(f"measure-kind-{draft.kind}"), title=draft.title),
        *_answers(say, titles),
        say("measure-custodian", custodian=draft.custodian),
        say("measure-horizon", horizon=horizon_words(say, draft.horizon)),
    ]
    buttons = (Button(say("button-propose"), f"x:propose:{draft.id}"), *_dropping(say))
    return View("\n".join(lines), (buttons,))


def proposed(say: Speaker, city: City, measure: Measure) -> View:
    """Confirm that the members are asked."""
    text = say("measure-proposed", number=measure.number, until=date_words(measure.deadline, city.zone))
    return View(text, ((_opening(say, measure),),))


def ballot(
    say: Speaker, city: City, measure: Measure, group: WorkingGroup, tally: Tally, titles: Sequence[str]
) -> View:
    """Ask for a vote, with how many have voted; nobody is told how before the end."""
    lines = [
        say("measure-ballot", number=measure.number, group=group.name),
        "",
        *_described(say, city, measure, titles),
        "",
        *_standing(say, city, measure, tally),
    ]
    if not measure.is_open:
        return View("\n".join(lines), ((_opening(say, measure),),))
    rows = (_voting(say, measure), (_opening(say, measure),))
    return View("\n".join(lines), rows)


def result(say: Speaker, measure: Measure, group: WorkingGroup) -> View:
    """Tell what became of a measure."""
    text = say("measure-result", number=measure.number, group=group.name, title=measure.title)
    return View(f"{text}\n\n{_outcome(say, measure)}", ((_opening(say, measure),),))


def sheet(say: Speaker, city: City, found: Sheet) -> View:
    """Show a measure whole, with the reasons against it and one's own vote."""
    measure = found.measure
    lines = [
        say("measure-sheet", number=measure.number, group=found.group.name),
        "",
        *_described(say, city, measure, found.titles),
        "",
        *_standing(say, city, measure, found.tally),
    ]
    if found.objections:
        lines += ["", say("measure-objections"), *(f"• {reason}" for reason in found.objections[-_MOST_REASONS:])]
        if len(found.objections) > _MOST_REASONS:
            lines.append(say("measure-objections-more", count=len(found.objections) - _MOST_REASONS))
    if found.own is not None and measure.is_open:
        lines += ["", say("measure-own-vote", stand=say(f"stand-{found.own.stand}"))]
    rows: list[tuple[Button, ...]] = [_voting(say, measure)] if measure.is_open else []
    if found.may_withdraw:
        rows.append((Button(say("button-withdraw"), f"x:withdraw:{measure.number}"),))
    rows.append((Button(say("button-measures"), f"x:list:{found.group.number}:{_filter_of(measure)}:0"),))
    return View("\n".join(lines), tuple(rows))


def ask_reason(say: Speaker, measure: Measure) -> View:
    """Ask why a member objects."""
    return View(say("measure-ask-reason", title=short(measure.title)))


def objected(say: Speaker, measure: Measure) -> View:
    """Confirm an objection."""
    return View(say("measure-objected"), ((_opening(say, measure),),))


def ask_which(say: Speaker, groups: Sequence[WorkingGroup]) -> View:
    """Offer the groups whose measures may be seen."""
    if not groups:
        return View(say("measures-no-group"))
    buttons = [Button(group.name, f"x:list:{group.number}:{FIRST_FILTER}:0") for group in groups]
    return View(say("measures-which"), in_rows(buttons, 1))


def listed(say: Speaker, group: WorkingGroup, measures: Sequence[Measure], place: Place) -> View:
    """List a page of a group's measures by number."""
    lines = [say("measures-title", group=group.name, filter=say(f"measures-{place.wanted}"), count=place.count)]
    for measure in measures:
        kind, state = say(f"measure-kind-{measure.kind}"), say(f"measure-state-{measure.state}")
        lines += ["", say("measures-line", number=measure.number, title=short(measure.title)), f"   {kind} – {state}"]
    if not measures:
        lines += ["", say("measures-none")]
    numbers = [Button(say.figures(one.number), f"x:open:{one.number}") for one in measures]
    data = f"x:list:{group.number}"
    others = [Button(say(f"measures-{wanted}"), f"{data}:{wanted}:0") for wanted in FILTERS if wanted != place.wanted]
    return View("\n".join(lines), (*in_rows(numbers, PAGE), *_turning(say, data, place), tuple(others)))


def measure_line(say: Speaker, measure: Measure) -> str:
    """Say a measure in a line, as the card of an issue that it answers does."""
    kind, state = say(f"measure-kind-{measure.kind}"), say(f"measure-state-{measure.state}")
    return say("measure-line", number=measure.number, kind=kind, title=short(measure.title), state=state)


def horizon_words(say: Speaker, horizon: Horizon) -> str:
    """Say a horizon in words."""
    # A year is a name rather than a quantity, but its digits are the language's.
    year = say.figures(horizon.year)
    if horizon.quarter is None:
        return say("horizon-year", year=year)
    return say("horizon-quarter", season=say(f"season-{horizon.quarter}"), year=year)


def _described(say: Speaker, city: City, measure: Measure, titles: Sequence[str]) -> list[str]:
    lines = [say("measure-head", kind=say(f"measure-kind-{measure.kind}"), title=measure.title)]
    if topic := city.topic_title(measure.subject):
        axis = city.axis_title(measure.subject)
        lines.append(say("measure-subject", subject=f"{topic} ({axis})" if axis else topic))
    return [
        *lines,
        *_answers(say, titles),
        say("measure-custodian", custodian=measure.custodian),
        say("measure-horizon", horizon=horizon_words(say, measure.horizon)),
    ]


def _answers(say: Speaker, titles: Sequence[str]) -> list[str]:
    if len(titles) == 1:
        return [say("measure-answers-one", title=short(titles[0]))]
    return [say("measure-answers"), *(f"   • {short(title)}" for title in titles)]


def _standing(say: Speaker, city: City, measure: Measure, tally: Tally) -> list[str]:
    if not measure.is_open:
        return [_outcome(say, measure)]
    rules = measure.rules
    return [
        say("measure-until", until=date_words(measure.deadline, city.zone)),
        say("measure-rules", quorum=rules.quorum, majority=say(f"majority-{rules.majority}")),
        say("measure-turnout", voters=tally.voters, members=tally.members),
    ]


def _outcome(say: Speaker, measure: Measure) -> str:
    tally = measure.result
    if tally is None or measure.state is MeasureState.WITHDRAWN:
        return say(f"measure-state-{measure.state}")
    counts = say("measure-counts", agree=tally.agree, object=tally.object, abstain=tally.abstain, members=tally.members)
    if measure.state is not MeasureState.REJECTED:
        return say("measure-carried", counts=counts)
    name = "measure-not-carried" if tally.has_quorum(measure.rules) else "measure-no-quorum"
    return say(name, counts=counts)


def _voting(say: Speaker, measure: Measure) -> tuple[Button, ...]:
    return (
        Button(say("button-agree"), f"x:vote:{measure.number}:{Stand.AGREE}"),
        Button(say("button-object"), f"x:object:{measure.number}"),
        Button(say("button-abstain"), f"x:vote:{measure.number}:{Stand.ABSTAIN}"),
    )


def _opening(say: Speaker, measure: Measure) -> Button:
    return Button(say("button-measure-details"), f"x:open:{measure.number}")


def _dropping(say: Speaker) -> tuple[Button, ...]:
    return (Button(say("button-drop"), "x:drop"),)


def _filter_of(measure: Measure) -> str:
    return next(name for name, states in FILTERS.items() if measure.state in states)


def _turning(say: Speaker, data: str, place: Place) -> tuple[tuple[Button, ...], ...]:
    turning = []
    if place.page:
        turning.append(Button(say("button-previous-page"), f"{data}:{place.wanted}:{place.page - 1}"))
    if (place.page + 1) * PAGE < place.count:
        turning.append(Button(say("button-next-page"), f"{data}:{place.wanted}:{place.page + 1}"))
    return (tuple(turning),) if turning else ()
