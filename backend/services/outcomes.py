"""Asking whether what was called done is really done, and opening an issue again where it is not."""

from dataclasses import dataclass, replace
from datetime import timedelta

from backend.domain.city import City
from backend.domain.desk import homes
from backend.domain.errors import NotFound, QuestionClosed
from backend.domain.following import Announcement, Check, Follower, Tally, Verdict
from backend.domain.issue import Issue, IssueState
from backend.domain.people import Person
from backend.domain.quiet import after_quiet
from backend.ports import NoticePress, Part, UnitOfWork
from backend.services import desks, issue_states, notices

ASKED_AFTER = timedelta(weeks=4)
_OPEN_FOR = timedelta(weeks=2)


@dataclass(frozen=True, slots=True)
class Answered:
    """What a person's answer led to."""

    issue: Issue
    tally: Tally
    reopened: bool


async def are_due(uow: UnitOfWork, delay: timedelta) -> bool:
    """Say whether anything is to be asked or closed now."""
    return bool(await uow.following.unchecked(uow.now - delay, 1)) or await uow.following.is_any_old(
        uow.now - _OPEN_FOR
    )


async def ask(uow: UnitOfWork, city: City, press: NoticePress, delay: timedelta, limit: int) -> int:
    """Ask everybody behind issues that were called done so long ago; return how many issues.

    The question is kept under the announcement that it asks about, so it is put once, however often this is called.
    """
    announcements = await uow.following.unchecked(uow.now - delay, limit)
    issues = await uow.issues.by_ids(one.issue_id for one in announcements)
    for announcement in announcements:
        await _ask(uow, city, press, announcement, issues[announcement.issue_id])
    await uow.following.close_old_checks(uow.now - _OPEN_FOR, uow.now)
    return len(announcements)


async def _ask(uow: UnitOfWork, city: City, press: NoticePress, announcement: Announcement, issue: Issue) -> None:
    check = Check(uow.new_id(), issue.id, announcement.id, uow.now)
    uow.following.add_check(check)

    def said(to: Follower) -> Part:
        return press.check(to.language, issue, check.id)

    followers = await uow.following.followers(issue.id)
    notices.tell_people(uow, followers, said, f"check:{check.id}", after_quiet(uow.now, city.zone))


async def answer(
    uow: UnitOfWork, city: City, press: NoticePress, person: Person, check_id: int, verdict: Verdict
) -> Answered:
    """Keep what a person says, in the place of what they said before; open the issue again when enough say no.

    Raises:
        NotFound: there is no such question, or the person does not stand behind the issue.
        QuestionClosed: it was answered, or the issue moved on meanwhile.
    """
    check = await uow.following.check(check_id)
    if check is None or not await uow.following.follows(person.id, check.issue_id):
        raise NotFound
    issue = await desks.locked(uow, check.issue_id)
    if check.closed_at is not None or issue.state is not IssueState.DONE or issue.is_merged:
        raise QuestionClosed
    uow.following.answer(check.id, person.id, verdict, uow.now)
    tally = await uow.following.tally(check.id)
    if tally.reopens:
        await _reopen(uow, city, press, check, issue, tally)
    return Answered(issue, tally, tally.reopens)


async def _reopen(uow: UnitOfWork, city: City, press: NoticePress, check: Check, issue: Issue, tally: Tally) -> None:
    """Take the issue up again, tell the groups at whose desk it lies, and those who stand behind it."""
    uow.following.close_check(check.id, uow.now, reopened=True)
    opened = replace(issue, state=IssueState.UNDER_STUDY)
    reason = press.reopening_reason(tally)
    await issue_states.reopen(uow, opened, reason)
    for group in homes(opened, await uow.groups.all()):
        await notices.tell_group(uow, group, press.reopened(opened, tally, group), f"reopened:{check.id}:{group.id}")
    await notices.tell_state(uow, city, press, opened, reason)
