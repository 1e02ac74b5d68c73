"""At whose desk an issue lies, and to whom it may be handed.

An issue that was handed to a group lies there alone. Otherwise it lies with every group whose remit covers it, and
with the secretariat where no remit does, so it never lies nowhere.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from backend.domain.groups import Level, WorkingGroup
from backend.domain.issue import Issue
from backend.domain.schedule import Schedule

_LADDER = (Level.DISTRICT, Level.ORGANISATION, Level.HEADQUARTERS)
# The secretariat of a city whose admin has founded no group for it yet: its secretary works there all the same.
SECRETARIAT = WorkingGroup(
    id=0,
    number=0,
    name="دبیرخانه",
    level=Level.ORGANISATION,
    topics=frozenset(),
    districts=frozenset(),
    takes_rest=True,
    schedule=Schedule(),
    created_at=datetime.fromtimestamp(0, UTC),
)


def homes(issue: Issue, groups: Sequence[WorkingGroup]) -> list[WorkingGroup]:
    """Return the groups at whose desk the issue lies; at least one."""
    handed_to = [group for group in groups if group.id == issue.group_id]
    covering = [group for group in groups if group.covers(issue.topic, issue.district)]
    return handed_to or covering or [group for group in groups if group.takes_rest] or [SECRETARIAT]


def may_act(group: WorkingGroup, issue: Issue, groups: Sequence[WorkingGroup]) -> bool:
    """Say whether this group's members may act on the issue: at its desk, or from a higher level over that desk."""
    at = homes(issue, groups)
    if group.id in {home.id for home in at}:
        return True
    is_higher = any(_height(group) > _height(home) for home in at)
    return is_higher and group.covers(issue.topic, issue.district)


def may_look(group: WorkingGroup, issue: Issue, groups: Sequence[WorkingGroup]) -> bool:
    """Say whether the issue is this group's business: its own, in its remit though handed on, or any for the rest."""
    return group.takes_rest or group.covers(issue.topic, issue.district) or may_act(group, issue, groups)


def above(group: WorkingGroup, issue: Issue, groups: Sequence[WorkingGroup]) -> list[WorkingGroup]:
    """Return to whom a group may refer an issue upwards: the next level with a group that covers it.

    Where no level above has one, the secretariat takes it; the secretariat itself hands an issue to any group.
    """
    others = [other for other in groups if other.id != group.id]
    if group.takes_rest:
        return [other for other in others if not other.takes_rest]
    for level in _LADDER[_height(group) + 1 :]:
        covering = [other for other in others if other.level is level and other.covers(issue.topic, issue.district)]
        if covering:
            return covering
    return [other for other in others if other.takes_rest]


def below(
    group: WorkingGroup, issue: Issue, groups: Sequence[WorkingGroup], came_from: int | None
) -> list[WorkingGroup]:
    """Return to whom a group may return an issue: the group that handed it up, else the lower ones that cover it."""
    sender = [other for other in groups if other.id == came_from and other.id != group.id]
    if sender:
        return sender
    for level in reversed(_LADDER[: _height(group)]):
        covering = [other for other in groups if other.level is level and other.covers(issue.topic, issue.district)]
        if covering:
            return covering
    return []


def _height(group: WorkingGroup) -> int:
    return _LADDER.index(group.level)
