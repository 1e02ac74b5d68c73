"""Standing behind issues, and wishing to hear of them or not."""

from datetime import timedelta

from backend.domain.city import City
from backend.domain.errors import BadInput, NotFound
from backend.domain.following import Known, Tie
from backend.domain.issue import Issue
from backend.domain.people import Person
from backend.ports import UnitOfWork

# «The most important of late»: what people brought up in these days, against as many before.
_OF_LATE = timedelta(days=30)
_FOREMOST = 8


async def foremost(uow: UnitOfWork, city: City, person: Person, district: str) -> list[tuple[Known, Tie]]:
    """Return the issues of a district behind which most people stand of late, with the person's ties to them.

    Raises:
        BadInput: the city has no such district.
    """
    if district not in city.districts:
        raise BadInput(what="district")
    since = uow.now - _OF_LATE
    weights = await uow.following.foremost(district, since, since - _OF_LATE, _FOREMOST)
    ids = [weight.issue_id for weight in weights]
    if not ids:
        return []
    issues = await uow.issues.by_ids(ids)
    ties = await uow.following.ties(person.id, ids)
    return [(Known(issues[w.issue_id], w.messages, w.people, w.growth), ties[w.issue_id]) for w in weights]


async def support(uow: UnitOfWork, person: Person, issue_id: int, *, supports: bool) -> Issue:
    """Let a person stand behind an issue, or no more; return the issue into which it was merged, or itself.

    Raises:
        NotFound: there is no such issue.
    """
    root = await _root(uow, issue_id)
    if supports:
        uow.following.support(root.id, person.id, uow.now)
        await uow.following.set_silent(root.id, person.id, silent=False)
    else:
        await uow.following.withdraw(root.id, person.id)
    return root


async def set_silent(uow: UnitOfWork, person: Person, issue_id: int, *, silent: bool) -> Issue:
    """Send a person no more of what happens to an issue, or again; what they said of it stays.

    Raises:
        NotFound: there is no such issue.
    """
    root = await _root(uow, issue_id)
    await uow.following.set_silent(root.id, person.id, silent=silent)
    return root


def mute(uow: UnitOfWork, person: Person, *, muted: bool) -> None:
    """Send a person nothing but answers, or everything again."""
    if person.muted is not muted:
        uow.people.set_muted(person.id, muted=muted)


async def _root(uow: UnitOfWork, issue_id: int) -> Issue:
    leaf = (await uow.issues.by_ids([issue_id])).get(issue_id)
    if leaf is None:
        raise NotFound
    return leaf if not leaf.is_merged else (await uow.issues.by_ids([leaf.root_id]))[leaf.root_id]
