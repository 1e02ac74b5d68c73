"""Every view of those who run the service, with the largest ids and names that may occur."""

from datetime import timedelta

from backend.domain.actor import Actor
from backend.domain.audience import Audience, AudienceKind
from backend.domain.audit import AuditEntry
from backend.domain.broadcast import Broadcast, BroadcastState, Tally
from backend.domain.city import City
from backend.domain.concern import Concern
from backend.domain.groups import WorkingGroup
from backend.domain.issue import IssueState
from backend.domain.moderation import Ban, Decided, Ground, Verdict, Waiting, Withheld, WithholdReason
from backend.domain.people import Role
from backend.domain.roles import Holder
from backend.domain.statistics import WEEK, WEEKS, Statistics
from backend.domain.statistics import Tally as Figures
from backend.services.moderators import Outlook
from bot.texts.speaker import Speaker
from bot.views import admin, audit, broadcast, moderation, roles, statistics
from bot.views.view import View
from tests.builders import NOON

_ID = 2**63 - 1
_PERSON = 2**62


def staff_views(say: Speaker, city: City, concern: Concern, groups: list[WorkingGroup]) -> dict[str, View]:
    """Return each view by a name."""
    return _menus(say, city, groups) | _queue(say, city, concern) | _broadcasts(say, city, groups) | _figures(say, city)


def _menus(say: Speaker, city: City, groups: list[WorkingGroup]) -> dict[str, View]:
    holders = [Holder(_PERSON, NOON), Holder(1, NOON)]
    entries = [
        AuditEntry(1, NOON, 5, act, subject, allowed)
        for act, subject, allowed in (("found-group", "group 1", True), ("dismiss", f"role admin of {_ID}", False))
    ]
    views = {
        "menu": admin.menu(say, city, Actor(1, frozenset(Role), 1), 3),
        "roles": roles.listed(say, dict.fromkeys(Role, holders)),
        "role": roles.held(say, city, Role.SECRETARY, holders, 1),
        "role none": roles.held(say, city, Role.MODERATOR, [], 1),
        "role invited": roles.invited(say, city, Role.ADMIN, "https://t.me/bot?start=x", NOON),
        "role taken": roles.taken(say, Role.ADMIN, ()),
        "ask dismiss": roles.ask_dismiss(say, Role.SECRETARY, _ID),
        "seats which": roles.ask_group(say, groups),
        "seats": roles.seats(say, city, groups[0], holders, 1),
        "ask unseat": roles.ask_unseat(say, groups[0], _ID),
        "audit": audit.page(say, city, audit.ALL, 1, entries * audit.PAGE),
        "audit acts": audit.ask_act(say, ["found-group", "an-act-without-a-sentence"]),
        "audit none": audit.page(say, city, audit.REFUSED, 0, []),
    }
    return {f"staff {name}": view for name, view in views.items()}


def _queue(say: Speaker, city: City, concern: Concern) -> dict[str, View]:
    views: dict[str, View] = {"queue empty": moderation.queue(say, city, Outlook(None, 0))}
    for reason in WithholdReason:
        waiting = Waiting(Withheld(concern.id, reason, NOON), concern, hidden_before=2)
        views[f"queue {reason}"] = moderation.queue(say, city, Outlook(waiting, 7), "انجام شد")
    for verdict in Verdict:
        views[f"ground {verdict}"] = moderation.ask_ground(say, concern, verdict)
        for ground in Ground:
            views[f"told {verdict} {ground}"] = moderation.told(say, concern, verdict, ground)
        done = moderation.decided(say, Decided(concern, verdict, Ground.REAL, is_fresh=True))
        views[f"done {verdict}"] = View(done)
    return views | {
        "queue text": moderation.ask_text(say, concern),
        "queue ban": moderation.ask_ban(say, concern),
        "bans": moderation.bans(say, city, [Ban(_ID, NOON, 1, 4)]),
        "bans none": moderation.bans(say, city, []),
        "queue waits": moderation.queue_waits(say, 4),
    }


def _broadcasts(say: Speaker, city: City, groups: list[WorkingGroup]) -> dict[str, View]:
    views = {
        "broadcast to": broadcast.ask_audience(say),
        "broadcast text": broadcast.ask_text(say),
        "broadcast preview": broadcast.announce_preview(say),
        "broadcast confirm": broadcast.ask_confirm(say, "همه", 7, _ID),
        "broadcast nobody": broadcast.ask_confirm(say, "همه", 0, _ID),
        "broadcast discarded": broadcast.discarded(say),
    }
    for kind in (AudienceKind.STAKEHOLDERS, AudienceKind.DISTRICT, AudienceKind.ROLE, AudienceKind.GROUP):
        views[f"broadcast which {kind}"] = broadcast.ask_which(say, city, kind, groups)
    for state in BroadcastState:
        sent = Broadcast(_ID, Audience(AudienceKind.ROLE, "admin"), "متن", NOON, 1, 1, 1, state, total=40)
        views[f"broadcast {state}"] = broadcast.progress(say, city, sent, Tally(3, 30, 7), is_quiet=True)
    return views


def _figures(say: Speaker, city: City) -> dict[str, View]:
    nothing = Statistics(
        since=NOON,
        until=NOON,
        total=Figures(0, 0),
        weeks=tuple((NOON + WEEK * number, number) for number in range(WEEKS)),
        topics={None: 3},
        districts={None: Figures(9, 9)},
        stakeholders={None: Figures(2, 2)},
        states={IssueState.NEW: 3},
        responses=(),
        unanswered=3,
    )
    answered = Statistics(
        nothing.since, nothing.until, Figures(90, 40), nothing.weeks, {}, {}, {}, {}, (timedelta(days=2),), 4
    )
    return {"figures": statistics.told(say, city, nothing), "figures answered": statistics.told(say, city, answered)}
