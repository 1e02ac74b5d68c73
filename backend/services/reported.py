"""Telling a writer that others brought the same up before, and what the writer answers to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from backend.domain.concern import Concern, ConcernState, Source
from backend.domain.errors import NotFound
from backend.domain.following import Known
from backend.domain.issue import Issue
from backend.domain.outgoing import Priority
from backend.domain.people import Person
from backend.ports import NoticePress, UnitOfWork
from backend.services import concerns, sending

# Later than this the message would come out of nowhere.
_FRESH = timedelta(minutes=10)


async def tell_writers(uow: UnitOfWork, press: NoticePress, placed: Sequence[tuple[Concern, Issue]]) -> int:
    """Tell those who just wrote of an issue how many others did before; return how many were told.

    Once a concern, however often it is gathered. Two reads for a whole batch, none where nobody just wrote: imports
    and old messages cost nothing.
    """
    fresh = [(concern, issue) for concern, issue in placed if _is_fresh(uow, concern)]
    if not fresh:
        return 0
    people = await uow.following.people_behind(issue.root_id for _, issue in fresh)
    told = _who_came_later(fresh, people)
    if not told:
        return 0
    writers = {concern.person_id for concern, _, _ in told if concern.person_id is not None}
    found = {one.person_id: one for one in await uow.following.reachable(writers)}
    roots = await uow.issues.by_ids({issue.root_id for _, issue, _ in told})
    count = 0
    for concern, issue, before in told:
        writer = found.get(concern.person_id or 0)
        if writer is None:
            continue
        part = press.reported(writer.language, concern.id, Known(roots[issue.root_id], 0, before))
        sending.send(uow, writer.contact_id, part, f"reported:{concern.id}", Priority.DIGEST)
        count += 1
    return count


def _who_came_later(
    fresh: Sequence[tuple[Concern, Issue]], people: Mapping[int, int]
) -> list[tuple[Concern, Issue, int]]:
    """Return those concerns before which others stood behind the issue already, and how many they were.

    Within a batch the order of arrival counts: who came first is not told of those who came after.
    """
    writers: dict[int, set[int | None]] = {}
    for concern, issue in fresh:
        writers.setdefault(issue.root_id, set()).add(concern.person_id)
    earlier: dict[int, set[int | None]] = {}
    found = []
    for concern, issue in fresh:
        root = issue.root_id
        met = earlier.setdefault(root, set())
        before = people.get(root, 0) - len(writers[root]) + len(met - {concern.person_id})
        met.add(concern.person_id)
        if before > 0:
            found.append((concern, issue, before))
    return found


def _is_fresh(uow: UnitOfWork, concern: Concern) -> bool:
    is_own = concern.source is Source.BOT and concern.person_id is not None
    return is_own and uow.now - concern.created_at < _FRESH


async def say_same(uow: UnitOfWork, person: Person, concern_id: int) -> Known:
    """Let the writer of a concern stand behind the issue that it fell into.

    Raises:
        NotFound: it is somebody else's, was erased, or is in no issue.
    """
    _, issue = await _own(uow, person, concern_id)
    uow.following.support(issue.id, person.id, uow.now)
    people = await uow.following.people_behind([issue.id])
    return Known(issue, 0, people.get(issue.id, 0))


async def keep_apart(uow: UnitOfWork, person: Person, concern_id: int) -> Concern:
    """Take a concern out of its issue for good: it opens one of its own when it is gathered next.

    Twice is harmless: the question is asked once, so what was taken out once is not taken out of its own issue.

    Raises:
        NotFound: it is somebody else's, was erased, or is in no issue.
    """
    if await uow.following.apart([concern_id]):
        return await concerns.own(uow, person, concern_id)
    concern, issue = await _own(uow, person, concern_id)
    leaf_id = concern.issue_id or issue.id
    await uow.issues.forget_words(leaf_id, concern)
    await uow.following.withdraw(issue.id, person.id)
    uow.following.keep_apart(concern.id, leaf_id)
    uow.concerns.change(concern.id, issue_id=None, state=ConcernState.RECEIVED.value)
    return replace(concern, issue_id=None, state=ConcernState.RECEIVED)


async def _own(uow: UnitOfWork, person: Person, concern_id: int) -> tuple[Concern, Issue]:
    concern = await uow.concerns.by_id(concern_id)
    if concern is None or concern.person_id != person.id or concern.issue_id is None:
        raise NotFound
    leaf = (await uow.issues.by_ids([concern.issue_id]))[concern.issue_id]
    return concern, (await uow.issues.by_ids([leaf.root_id]))[leaf.root_id]
