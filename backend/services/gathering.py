"""Gathering concerns into issues, in order of arrival, by one worker at a time."""

from collections.abc import Iterable
from dataclasses import replace

from backend.domain.concern import Concern, ConcernState
from backend.domain.issue import Issue
from backend.ports import Gatherer, NoticePress, UnitOfWork, Unplaced
from backend.services import reported

# Greetings, thanks without a subject and noise: counted, but they raise no issue.
RAISES_NOTHING = "nothing"


async def gather(uow: UnitOfWork, gatherer: Gatherer, limit: int, press: NoticePress | None = None) -> int:
    """Give each waiting concern its issue; return how many there were.

    With a press, those who just wrote hear that others brought the same up before them.
    """
    concerns = await uow.concerns.waiting(limit)
    problems = [concern for concern in concerns if concern.topic != RAISES_NOTHING]
    apart = await uow.following.apart(concern.id for concern in problems) if problems else {}
    unplaced = [
        Unplaced(one.signature, one.created_at, uow.new_id(), apart.get(one.id, frozenset())) for one in problems
    ]
    issue_ids = await gatherer.place(unplaced) if unplaced else []
    issues = await uow.issues.by_ids(set(issue_ids) - {one.fresh_id for one in unplaced})
    opened: set[int] = set()
    for concern, issue_id in zip(problems, issue_ids, strict=True):
        if issue_id in issues:
            issues[issue_id] = _widened(issues[issue_id], concern)
        else:
            issues[issue_id] = _opened_by(uow, concern, issue_id)
            opened.add(issue_id)
        uow.concerns.change(concern.id, state=ConcernState.GATHERED.value, issue_id=issue_id)
    for concern in concerns:
        if concern.topic == RAISES_NOTHING:
            uow.concerns.change(concern.id, state=ConcernState.GATHERED.value, issue_id=None)
    _save(uow, issues.values(), opened)
    if press is not None:
        placed = [(concern, issues[issue_id]) for concern, issue_id in zip(problems, issue_ids, strict=True)]
        await reported.tell_writers(uow, press, placed)
    return len(concerns)


def _save(uow: UnitOfWork, issues: Iterable[Issue], opened: set[int]) -> None:
    for issue in issues:
        if issue.id in opened:
            uow.issues.add(issue)
        else:
            told = {"title": issue.title, "district": issue.district, "locality": issue.locality}
            uow.issues.change(issue.id, first_seen=issue.first_seen, last_seen=issue.last_seen, **told)


def _opened_by(uow: UnitOfWork, concern: Concern, issue_id: int) -> Issue:
    return Issue(
        id=issue_id,
        title=concern.headline or concern.redacted,
        topic=concern.topic,
        district=concern.district,
        locality=concern.locality,
        created_at=uow.now,
        first_seen=concern.created_at,
        last_seen=concern.created_at,
        root_id=issue_id,
    )


def _widened(issue: Issue, concern: Concern) -> Issue:
    """The issue as one more concern leaves it: a later message may be the first to name the place, in the title too.

    It gives the title as well where the messages from which the issue had it were erased.
    """
    names_place_first = issue.locality is None and concern.locality is not None and concern.headline != ""
    return replace(
        issue,
        title=concern.headline if names_place_first else issue.title or concern.headline or concern.redacted,
        first_seen=min(issue.first_seen, concern.created_at),
        last_seen=max(issue.last_seen, concern.created_at),
        district=issue.district or concern.district,
        locality=issue.locality or concern.locality,
    )
