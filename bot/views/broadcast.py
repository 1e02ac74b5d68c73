"""Broadcasts: choosing whom, seeing before, following after."""

from collections.abc import Sequence

from backend.domain.audience import Audience, AudienceKind
from backend.domain.broadcast import LONGEST_TEXT, RUNNING, Broadcast, Tally
from backend.domain.city import City
from backend.domain.groups import WorkingGroup
from backend.domain.people import Role, StakeholderGroup
from backend.domain.suppression import shown
from bot.texts.speaker import Speaker
from bot.views.view import Button, View, in_rows

# Whole audiences are chosen at once; the others ask for one of their kind.
_OFFERED = (
    AudienceKind.EVERYBODY,
    AudienceKind.STAKEHOLDERS,
    AudienceKind.DISTRICT,
    AudienceKind.ROLE,
    AudienceKind.GROUP,
)
_SHORT = 120


def ask_audience(say: Speaker) -> View:
    """Offer the kinds of audience."""
    buttons = [Button(say(f"audience-{kind}"), f"b:kind:{kind}") for kind in _OFFERED]
    return View(say("broadcast-ask-audience"), (*in_rows(buttons, 1), (Button(say("button-back"), "a:menu"),)))


def ask_which(say: Speaker, city: City, kind: AudienceKind, groups: Sequence[WorkingGroup]) -> View:
    """Offer the audiences of a kind."""
    named: dict[str, str] = {}
    match kind:
        case AudienceKind.STAKEHOLDERS:
            named = {group.value: say(f"stakeholder-{group}") for group in StakeholderGroup}
        case AudienceKind.DISTRICT:
            named = dict(city.districts)
        case AudienceKind.ROLE:
            named = {role.value: say(f"role-{role}") for role in Role}
        case _:
            named = {str(group.id): group.name for group in groups}
    back = (Button(say("button-back"), "b:new"),)
    if not named:
        return View(say("broadcast-no-groups"), (back,))
    buttons = [Button(title, f"b:to:{kind}:{value}") for value, title in named.items()]
    width = 3 if kind is AudienceKind.DISTRICT else 1
    asked = {
        AudienceKind.STAKEHOLDERS: say("broadcast-ask-stakeholders"),
        AudienceKind.DISTRICT: say("broadcast-ask-district"),
        AudienceKind.ROLE: say("broadcast-ask-role"),
    }
    return View(asked.get(kind, say("broadcast-ask-group")), (*in_rows(buttons, width), back))


def ask_text(say: Speaker) -> View:
    """Ask for the text."""
    return View(say("broadcast-ask-text", most=LONGEST_TEXT), ((Button(say("button-back"), "b:new"),),))


def announce_preview(say: Speaker) -> View:
    """Say that what follows is what people will see."""
    return View(say("broadcast-preview"))


def letter(text: str) -> View:
    """A broadcast as people see it: the words alone."""
    return View(text)


def ask_confirm(say: Speaker, audience: str, people: int, broadcast_id: int) -> View:
    """Say how many will get it, and ask."""
    if people == 0:
        again = Button(say("button-back"), "b:new")
        return View(say("broadcast-nobody", audience=audience), ((again,),))
    send = Button(say("button-send"), f"b:send:{broadcast_id}")
    text = say("broadcast-confirm", audience=audience, people=count(say, people))
    return View(text, ((send, Button(say("button-discard"), "b:discard")),))


def discarded(say: Speaker) -> View:
    """Say that nothing was sent."""
    return View(say("broadcast-discarded"))


def progress(
    say: Speaker,
    city: City,
    broadcast: Broadcast,
    tally: Tally,
    groups: Sequence[WorkingGroup] = (),
    *,
    is_quiet: bool = False,
) -> View:
    """Show how far a broadcast is; in a small audience nobody is counted."""
    audience = audience_words(say, city, broadcast.audience, groups)
    lines = [say("broadcast-progress", audience=audience, state=say(f"broadcast-state-{broadcast.state}"))]
    if shown(broadcast.total) is None:
        lines.append(say("broadcast-few"))
    else:
        lines.append(say("broadcast-counts", sent=tally.sent, total=broadcast.total))
        if tally.failed:
            lines.append(say("broadcast-failed", count=tally.failed))
    if is_quiet:
        lines.append(say("broadcast-quiet"))
    short = broadcast.text if len(broadcast.text) <= _SHORT else broadcast.text[:_SHORT].rstrip() + "…"
    lines += ["", say("broadcast-quote", text=short)]
    if broadcast.state not in RUNNING:
        return View("\n".join(lines))
    stop = Button(say("button-stop"), f"b:stop:{broadcast.id}")
    return View("\n".join(lines), ((stop, Button(say("button-refresh"), f"b:show:{broadcast.id}")),))


def audience_words(say: Speaker, city: City, audience: Audience, groups: Sequence[WorkingGroup] = ()) -> str:
    """Return an audience in words; of a working group without its list only the kind."""
    match audience.kind:
        case AudienceKind.STAKEHOLDERS:
            return say(f"stakeholder-{audience.value}")
        case AudienceKind.DISTRICT:
            return city.districts.get(audience.value, audience.value)
        case AudienceKind.ROLE:
            return say(f"role-{audience.value}")
        case AudienceKind.GROUP:
            names = {str(group.id): group.name for group in groups}
            return names.get(audience.value) or say("audience-group")
        case _:
            return say(f"audience-{audience.kind}")


def count(say: Speaker, people: int) -> str:
    """Return a number of people in words; a small one is not told."""
    told = shown(people)
    return say("broadcast-few") if told is None else say("broadcast-people", count=told)
