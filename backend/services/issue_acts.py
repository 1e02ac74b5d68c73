"""What single members do about an issue: see it, weigh it, take it, note something, correct its topic."""

from backend.domain.actor import Actor
from backend.domain.acts import PRIORITIES, EventKind, IssueEvent, Note, Vote
from backend.domain.city import City
from backend.domain.desk import SECRETARIAT
from backend.domain.errors import BadInput, NotAllowed, NotFound, TakenByOther
from backend.ports import UnitOfWork
from backend.services import desks
from backend.services.desks import AtDesk

_BY_MEMBER = "member"
_SHOWN_NOTES = 20


async def see(uow: UnitOfWork, actor: Actor, number: int, issue_id: int) -> AtDesk:
    """Note that a member saw the issue."""
    at = await desks.to_act(uow, actor, number, issue_id, "see-card")
    uow.acts.see(at.issue.id, at.group.id, actor.person_id, uow.now)
    return at


async def vote(uow: UnitOfWork, actor: Actor, number: int, issue_id: int, priority: int) -> AtDesk:
    """Keep a member's priority in the place of an earlier one.

    Raises:
        NotAllowed: only a group's own members vote, not the secretary who serves it.
        NotFound: there is no such priority.

    """
    at = await desks.to_act(uow, actor, number, issue_id, "vote-priority")
    if priority not in PRIORITIES:
        raise NotFound
    is_member = at.group.id == SECRETARIAT.id or at.group.id in await uow.groups.groups_of(actor.person_id)
    if not is_member:
        raise NotAllowed(act="vote-priority", subject=f"issue {at.issue.id} group {number}")
    uow.acts.vote(Vote(at.issue.id, at.group.id, actor.person_id, priority, uow.now))
    return at


async def take(uow: UnitOfWork, actor: Actor, number: int, issue_id: int) -> AtDesk:
    """Make the member the one who takes care of the issue in this group.

    Raises:
        TakenByOther: another member does already.

    """
    at = await desks.to_act(uow, actor, number, issue_id, "take-issue")
    before = await uow.acts.owner(at.issue.id, at.group.id)
    uow.acts.take(at.issue.id, at.group.id, actor.person_id, uow.now)
    # Of two who press at the same moment the database lets one in; the other reads here who it was.
    owner = await uow.acts.owner(at.issue.id, at.group.id)
    if owner != actor.person_id:
        raise TakenByOther
    if before is None:
        record(uow, actor, at, EventKind.TAKEN)
    return at


async def release(uow: UnitOfWork, actor: Actor, number: int, issue_id: int) -> AtDesk:
    """Let the member who took the issue give it back; for others nothing changes."""
    at = await desks.to_act(uow, actor, number, issue_id, "release-issue")
    if await uow.acts.owner(at.issue.id, at.group.id) == actor.person_id:
        uow.acts.release(at.issue.id, at.group.id, actor.person_id)
        record(uow, actor, at, EventKind.RELEASED)
    return at


async def add_note(uow: UnitOfWork, actor: Actor, number: int, issue_id: int, text: str) -> AtDesk:
    """Keep a note for the group; `text` was read for personal data."""
    at = await desks.to_act(uow, actor, number, issue_id, "add-note")
    if not text:
        raise BadInput(what="note")
    uow.acts.add_note(Note(uow.new_id(), at.issue.id, at.group.id, actor.person_id, uow.now, text))
    return at


async def notes(uow: UnitOfWork, actor: Actor, number: int, issue_id: int) -> tuple[AtDesk, list[Note]]:
    """Return the group's latest notes to its members alone."""
    at = await desks.to_act(uow, actor, number, issue_id, "read-notes")
    return at, await uow.acts.notes(at.issue.id, at.group.id, _SHOWN_NOTES)


async def retopic(uow: UnitOfWork, city: City, actor: Actor, number: int, issue_id: int, topic: str) -> AtDesk:
    """Set what the issue is about, for itself and for the messages in it, which become examples to learn from.

    Raises:
        NotFound: the city has no such topic.

    """
    if topic not in city.topics:
        raise NotFound
    at = await desks.to_act(uow, actor, number, issue_id, "correct-topic")
    issue = await desks.locked(uow, at.issue.id)
    if issue.topic != topic:
        uow.issues.change(issue.id, topic=topic)
        record(uow, actor, at, EventKind.TOPIC, detail={"from": issue.topic or "", "to": topic})
    await uow.issues.retopic(issue.id, topic, _BY_MEMBER)
    return at


def record(
    uow: UnitOfWork,
    actor: Actor,
    at: AtDesk,
    kind: EventKind,
    *,
    detail: dict[str, str] | None = None,
    reason: str = "",
    is_public: bool = False,
) -> None:
    """Write a member's act into the history of the issue."""
    event = IssueEvent(
        id=uow.new_id(),
        issue_id=at.issue.id,
        group_id=at.group.id,
        at=uow.now,
        actor_id=actor.person_id,
        kind=kind,
        detail=detail or {},
        reason=reason,
        is_public=is_public,
    )
    uow.acts.add_event(event)
