"""Who holds which role and seat: giving by one-time invites, taking away by an opaque number."""

from backend.domain.actor import Actor
from backend.domain.errors import InviteInvalid, NotAllowed, NotFound, OwnRole
from backend.domain.groups import WorkingGroup
from backend.domain.invites import Invite, hash_of, new_token
from backend.domain.people import Person, Role
from backend.domain.rights import Right
from backend.domain.roles import Holder, dismissal_of
from backend.ports import UnitOfWork
from backend.services import access
from backend.services.groups import by_number

PREFIX = "r_"


async def held(uow: UnitOfWork, actor: Actor) -> dict[Role, list[Holder]]:
    """Return the holders of each role."""
    access.allow(uow, actor, Right.GIVE_ROLES, "see-roles", "")
    return {role: await uow.people.holders(role) for role in Role}


async def holders(uow: UnitOfWork, actor: Actor, role: Role) -> list[Holder]:
    """Return the holders of a role."""
    access.allow(uow, actor, Right.GIVE_ROLES, "see-holders", f"role {role}")
    return await uow.people.holders(role)


def invite(uow: UnitOfWork, actor: Actor, role: Role) -> str:
    """Make a one-time invite to a role; return the token, which is told only now and kept nowhere."""
    access.allow(uow, actor, Right.GIVE_ROLES, "invite-role", f"role {role}")
    token = PREFIX + new_token()
    uow.role_invites.add(Invite.made(uow.new_id(), role, token, actor.person_id, uow.now))
    return token


async def accept(uow: UnitOfWork, actor: Actor, person: Person, token: str) -> Role | None:
    """Give the holder of an invite its role; return None if the token is of no invite to a role.

    Raises:
        InviteInvalid: expired, used by somebody else, or the person is banned; one's own second press is harmless.
        OwnRole: an admin follows an invite of their own making.

    """
    if not token.startswith(PREFIX):
        return None
    found = await uow.role_invites.by_hash(hash_of(token))
    if found is None:
        return None
    if found.used_by == person.id:
        return found.aim
    if found.created_by == person.id:
        raise OwnRole
    if not found.usable(uow.now) or await uow.moderation.is_banned(person.id):
        raise InviteInvalid(act="take-role", subject=f"role {found.aim}")
    uow.role_invites.use(found.id, person.id, uow.now)
    uow.people.grant(person.id, found.aim)
    access.record(uow, actor, "take-role", f"role {found.aim}")
    return found.aim


async def dismiss(uow: UnitOfWork, actor: Actor, role: Role, person_id: int) -> None:
    """Take a role away; taking it away twice is harmless.

    An admin is left whatever happens, since nobody dismisses themself: of two who dismiss each other at the same
    moment the second waits for the lock on the list of admins, and is none any more.

    Raises:
        OwnRole: nobody dismisses themself.
        NotAllowed: the actor was dismissed a moment ago.

    """
    access.allow(uow, actor, Right.GIVE_ROLES, "dismiss", dismissal_of(role, person_id))
    if person_id == actor.person_id:
        raise OwnRole
    if actor.person_id not in {holder.person_id for holder in await uow.people.holders(Role.ADMIN)}:
        raise NotAllowed(act="dismiss", subject=dismissal_of(role, person_id))
    await uow.people.revoke(person_id, role)


async def seats(uow: UnitOfWork, actor: Actor, number: int) -> tuple[WorkingGroup, list[Holder]]:
    """Return a working group with those who have a seat in it."""
    access.allow(uow, actor, Right.GIVE_ROLES, "see-seats", f"group {number}")
    group = await by_number(uow, number)
    return group, await uow.groups.seats(group.id)


async def unseat(uow: UnitOfWork, actor: Actor, number: int, person_id: int) -> WorkingGroup:
    """Take a seat away.

    Raises:
        OwnRole: nobody takes their own seat away.
        NotFound: there is no such group.

    """
    access.allow(uow, actor, Right.GIVE_ROLES, "unseat", f"group {number} of {person_id}")
    if person_id == actor.person_id:
        raise OwnRole
    group = await by_number(uow, number)
    uow.groups.remove_member(group.id, person_id)
    return group


def role_named(code: str) -> Role:
    """Return the role of a code.

    Raises:
        NotFound: there is none.

    """
    if code not in set(Role):
        raise NotFound
    return Role(code)
