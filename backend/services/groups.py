"""Setting up working groups: founding, binding to a chat, inviting, rescheduling."""

from dataclasses import dataclass

from backend.domain.actor import Actor
from backend.domain.errors import InviteInvalid, NotFound
from backend.domain.groups import Level, Membership, WorkingGroup
from backend.domain.invites import Invite, hash_of, new_token
from backend.domain.people import Person
from backend.domain.schedule import Schedule
from backend.ports import UnitOfWork
from backend.services import access


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """What an admin says of a new working group; empty topics or districts mean all of them."""

    name: str
    level: Level
    topics: frozenset[str]
    districts: frozenset[str]
    schedule: Schedule
    takes_rest: bool = False


async def found(uow: UnitOfWork, actor: Actor, plan: GroupPlan) -> WorkingGroup:
    """Create a working group."""
    access.allow_admin(uow, actor, "found-group", plan.name[:80])
    group = WorkingGroup(
        id=uow.new_id(),
        number=await uow.groups.next_number(),
        name=plan.name,
        level=plan.level,
        topics=plan.topics,
        districts=plan.districts,
        takes_rest=plan.takes_rest,
        schedule=plan.schedule,
        created_at=uow.now,
    )
    uow.groups.add(group)
    return group


async def by_number(uow: UnitOfWork, number: int) -> WorkingGroup:
    """Return the group with this number.

    Raises:
        NotFound: there is none.

    """
    for group in await uow.groups.all():
        if group.number == number:
            return group
    raise NotFound


async def all_for_admin(uow: UnitOfWork, actor: Actor) -> list[WorkingGroup]:
    """Return every group, to an admin."""
    access.allow_admin(uow, actor, "list-groups", "")
    return await uow.groups.all()


async def of_actor(uow: UnitOfWork, actor: Actor, *, sees_all: bool | None = None) -> list[WorkingGroup]:
    """Return the groups that an actor looks at here: the chat's own, else all for who sees all, else one's own.

    Unless it is said, an admin sees all.
    """
    groups = await uow.groups.all()
    here = [group for group in groups if group.contact_id == actor.chat_contact_id]
    if here:
        return here
    if actor.is_admin if sees_all is None else sees_all:
        return groups
    seats = await uow.groups.groups_of(actor.person_id)
    return [group for group in groups if group.id in seats]


async def bind(uow: UnitOfWork, actor: Actor, number: int) -> WorkingGroup:
    """Bind a group to the chat in which the admin speaks."""
    access.allow_admin(uow, actor, "bind-group", f"group {number}")
    group = await by_number(uow, number)
    uow.groups.bind(group.id, actor.chat_contact_id)
    return group


async def reschedule(uow: UnitOfWork, actor: Actor, number: int, schedule: Schedule) -> WorkingGroup:
    """Change when a group gets its digest, from now on."""
    access.allow_admin(uow, actor, "reschedule-group", f"group {number}")
    group = await by_number(uow, number)
    uow.groups.set_schedule(group.id, schedule, uow.now)
    return group


async def invite(uow: UnitOfWork, actor: Actor, number: int) -> tuple[WorkingGroup, str]:
    """Make a one-time invite; return the group and the token, which is told only now and kept nowhere."""
    access.allow_admin(uow, actor, "invite-member", f"group {number}")
    group = await by_number(uow, number)
    token = new_token()
    uow.group_invites.add(Invite.made(uow.new_id(), group.id, token, actor.person_id, uow.now))
    return group, token


async def join(uow: UnitOfWork, actor: Actor, person: Person, token: str) -> WorkingGroup:
    """Give the holder of an invite a seat.

    Raises:
        InviteInvalid: unknown, expired, used by somebody else, or the person is banned; one's own second press
            is harmless.

    """
    found_invite = await uow.group_invites.by_hash(hash_of(token))
    if found_invite is None:
        raise InviteInvalid(act="join-group", subject="")
    (group,) = [one for one in await uow.groups.all() if one.id == found_invite.aim]
    if found_invite.used_by == person.id:
        return group
    if not found_invite.usable(uow.now) or await uow.moderation.is_banned(person.id):
        raise InviteInvalid(act="join-group", subject=f"group {group.number}")
    uow.group_invites.use(found_invite.id, person.id, uow.now)
    uow.groups.add_member(Membership(group.id, person.id, uow.now))
    access.record(uow, actor, "join-group", f"group {group.number}")
    return group
