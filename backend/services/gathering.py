"""Gathering concerns into issues, in order of arrival, by one worker at a time."""

from collections.abc import Iterable
from dataclasses import replace

from backend.domain.concern import Concern, ConcernState
from backend.domain.issue import Issue
from backend.ports import Gatherer, UnitOfWork

# Greetings, thanks without a subject and noise: counted, but they raise no issue.
RAISES_NOTHING = "nothing"


async def gather(uow: UnitOfWork, gatherer: Gatherer, limit: int) -> int:
    """Give each waiting concern its issue; return how many there were.

    The gatherer's memory runs ahead of the database until the caller commits; if the commit fails, the caller
    drops the gatherer and builds a new one from what is stored.
    """
    concerns = await uow.concerns.waiting(limit)
    placed: list[tuple[Concern, int]] = []
    issues: dict[int, Issue] = {}
    for concern in concerns:
        if concern.topic == RAISES_NOTHING:
            uow.concerns.change(concern.id, state=ConcernState.GATHERED.value, issue_id=None)
            continue
        issue_id = gatherer.place(concern.signature, concern.created_at)
        if issue_id is None:
            issue = _opened_by(uow, concern)
            issues[issue.id] = issue
            issue_id = issue.id
        gatherer.add(issue_id, concern.signature, concern.created_at)
        placed.append((concern, issue_id))
    opened = set(issues)
    issues |= await uow.issues.by_ids({issue_id for _, issue_id in placed} - opened)
    for concern, issue_id in placed:
        issues[issue_id] = _widened(issues[issue_id], concern)
        uow.concerns.change(concern.id, state=ConcernState.GATHERED.value, issue_id=issue_id)
    _save(uow, issues.values(), opened)
    return len(concerns)


def _save(uow: UnitOfWork, issues: Iterable[Issue], opened: set[int]) -> None:
    for issue in issues:
        if issue.id in opened:
            uow.issues.add(issue)
        else:
            place = {"district": issue.district, "locality": issue.locality}
            uow.issues.change(issue.id, first_seen=issue.first_seen, last_seen=issue.last_seen, **place)


def _opened_by(uow: UnitOfWork, concern: Concern) -> Issue:
    return Issue(
        id=uow.new_id(),
        title=concern.headline or concern.redacted,
        topic=concern.topic,
        district=concern.district,
        locality=concern.locality,
        created_at=uow.now,
        first_seen=concern.created_at,
        last_seen=concern.created_at,
    )


def _widened(issue: Issue, concern: Concern) -> Issue:
    """The issue as one more concern leaves it: a later message may be the first that names the place."""
    return replace(
        issue,
        first_seen=min(issue.first_seen, concern.created_at),
        last_seen=max(issue.last_seen, concern.created_at),
        district=issue.district or concern.district,
        locality=issue.locality or concern.locality,
    )
