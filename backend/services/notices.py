"""What citizens and groups are told without having asked: one short message each, and not at night."""

from collections.abc import Callable, Sequence
from datetime import datetime

from backend.domain.city import City
from backend.domain.concern import IN_SIGHT, Concern
from backend.domain.following import Announcement, Follower
from backend.domain.groups import WorkingGroup
from backend.domain.issue import Issue
from backend.domain.outgoing import Priority
from backend.domain.quiet import after_quiet
from backend.ports import NoticePress, Part, UnitOfWork
from backend.services import digests, sending


async def tell_state(uow: UnitOfWork, city: City, press: NoticePress, issue: Issue, reason: str) -> int:
    """Tell everybody who stands behind an issue its new state and the reason; return how many.

    `issue` carries the state that it has now; `reason` was read for personal data already.
    """
    announcement = Announcement(uow.new_id(), issue.root_id, issue.state, reason, uow.now)
    uow.following.announce(announcement)

    def said(to: Follower) -> Part:
        return press.state(to.language, issue, reason)

    followers = await uow.following.followers(issue.root_id)
    return tell_people(uow, followers, said, f"state:{announcement.id}", after_quiet(uow.now, city.zone))


async def tell_question(
    uow: UnitOfWork, city: City, press: NoticePress, issue: Issue, question_id: int, text: str
) -> int:
    """Ask everybody who stands behind an issue what a group wants to know; return how many."""

    def said(to: Follower) -> Part:
        return press.question(to.language, issue, question_id, text)

    followers = await uow.following.followers(issue.root_id)
    return tell_people(uow, followers, said, f"question:{question_id}", after_quiet(uow.now, city.zone))


async def tell_urgent(uow: UnitOfWork, press: NoticePress, concern: Concern) -> int:
    """Tell the groups in whose remit it lies of danger, at once; return how many chats.

    Danger knows no quiet hours. What lies in nobody's remit goes to the secretariat. A concern that is out of sight
    is told to nobody.
    """
    if concern.state not in IN_SIGHT:
        return 0
    told = 0
    groups = await uow.groups.all()
    covering = [group for group in groups if group.covers(concern.topic, concern.district)]
    for group in covering or [group for group in groups if group.takes_rest]:
        key = f"urgent:{concern.id}:{group.id}"
        told += await tell_group(uow, group, press.urgent(concern, group), key, Priority.ANSWER)
    return told


async def tell_group(
    uow: UnitOfWork, group: WorkingGroup, part: Part, key: str, priority: Priority = Priority.DIGEST
) -> int:
    """Tell a group something in its chat, or each member where it has none; return how many chats.

    `key` must be the same if the same thing is told again, and at most 70 characters.
    """
    recipients = await digests.recipients_of(uow, group)
    for contact in recipients:
        sending.send(uow, contact.id, part, f"{key}:{contact.id}", priority)
    return len(recipients)


def tell_people(
    uow: UnitOfWork,
    followers: Sequence[Follower],
    said: Callable[[Follower], Part],
    key: str,
    due_at: datetime,
    priority: Priority = Priority.DIGEST,
) -> int:
    """Queue a message for each of these people; return how many."""
    for follower in followers:
        own_key = f"{key}:{follower.contact_id}"
        sending.send(uow, follower.contact_id, said(follower), own_key, priority, due_at=due_at)
    return len(followers)
