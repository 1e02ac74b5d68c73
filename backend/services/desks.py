"""Who may look at an issue, and who may act on it: every card and every act on one begins here."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.domain.actor import Actor
from backend.domain.desk import SECRETARIAT, homes, may_act, may_look
from backend.domain.errors import ChangedMeanwhile, NotAllowed, NotFound
from backend.domain.groups import WorkingGroup
from backend.domain.issue import Issue
from backend.domain.rights import Right
from backend.ports import UnitOfWork
from backend.services import access


@dataclass(frozen=True, slots=True)
class AtDesk:
    """A root issue, seen from one group's desk. `groups` are all groups."""

    issue: Issue
    group: WorkingGroup
    groups: Sequence[WorkingGroup]

    @property
    def is_here(self) -> bool:
        """Say whether this group's members may act on the issue now."""
        return may_act(self.group, self.issue, self.groups)

    @property
    def homes(self) -> list[WorkingGroup]:
        """The groups at whose desk the issue lies."""
        return homes(self.issue, self.groups)


async def to_look(uow: UnitOfWork, actor: Actor, number: int, issue_id: int, act: str = "see-issue") -> AtDesk:
    """Let a person look at an issue from a group's desk.

    Raises:
        NotFound: there is no such group or issue.
        NotAllowed: the person does not belong to the group, or the issue is none of its business.

    """
    at = await _at_desk(uow, number, issue_id)
    if not may_look(at.group, at.issue, at.groups):
        raise NotAllowed(act=act, subject=_subject(at))
    await _let_in(uow, actor, at.group, act, _subject(at))
    return at


async def to_list(uow: UnitOfWork, actor: Actor, number: int) -> tuple[WorkingGroup, list[WorkingGroup]]:
    """Let a person see what lies at a group's desk; return the group, and all groups.

    Raises:
        NotFound: there is no such group.
        NotAllowed: the person does not belong to it.

    """
    group, groups = await group_numbered(uow, number)
    await _let_in(uow, actor, group, "list-issues", f"group {number}")
    return group, groups


async def to_act(uow: UnitOfWork, actor: Actor, number: int, issue_id: int, act: str) -> AtDesk:
    """Let a member act on an issue for a group at whose desk it lies, and write the act down.

    Raises:
        NotFound: there is no such group or issue.
        NotAllowed: the person is no member of the group, or the issue lies with others.

    """
    at = await _at_desk(uow, number, issue_id)
    if not at.is_here:
        raise NotAllowed(act=act, subject=_subject(at))
    await access.allow_member(uow, actor, at.group, act, _subject(at))
    return at


async def locked(uow: UnitOfWork, issue_id: int) -> Issue:
    """Return a root issue as it is now, so that nobody changes it until the commit.

    Raises:
        ChangedMeanwhile: it was merged into another one a moment ago.

    """
    issue = (await uow.issues.locked([issue_id]))[issue_id]
    if issue.is_merged:
        raise ChangedMeanwhile
    return issue


async def group_numbered(uow: UnitOfWork, number: int) -> tuple[WorkingGroup, list[WorkingGroup]]:
    """Return the group with this number, and all groups.

    Number 0 is the secretariat as long as no group was founded for it.

    Raises:
        NotFound: there is no such group.

    """
    groups = await uow.groups.all()
    known = groups if any(group.takes_rest for group in groups) else [*groups, SECRETARIAT]
    found = next((group for group in known if group.number == number), None)
    if found is None:
        raise NotFound
    return found, groups


async def desks_of(uow: UnitOfWork, actor: Actor, own: Sequence[WorkingGroup]) -> list[WorkingGroup]:
    """Return the desks at which a person may work: their groups', and for a secretary also the secretariat's."""
    if not actor.may(Right.ACT_ON_ISSUES):
        return list(own)
    groups = await uow.groups.all()
    rest = [group for group in groups if group.takes_rest] or [SECRETARIAT]
    others = [group for group in groups if not group.takes_rest]
    return [*rest, *others]


async def _let_in(uow: UnitOfWork, actor: Actor, group: WorkingGroup, act: str, subject: str) -> None:
    """The secretary serves every group; others must be members, admins, or speak in the group's own chat."""
    if actor.may(Right.ACT_ON_ISSUES):
        access.allow(uow, actor, Right.ACT_ON_ISSUES, act, subject)
    else:
        await access.allow_insider(uow, actor, group, act)


async def _at_desk(uow: UnitOfWork, number: int, issue_id: int) -> AtDesk:
    group, groups = await group_numbered(uow, number)
    leaf = (await uow.issues.by_ids([issue_id])).get(issue_id)
    if leaf is None:
        raise NotFound
    root = leaf if not leaf.is_merged else (await uow.issues.by_ids([leaf.root_id]))[leaf.root_id]
    return AtDesk(root, group, groups)


def _subject(at: AtDesk) -> str:
    return f"issue {at.issue.id} group {at.group.number}"
