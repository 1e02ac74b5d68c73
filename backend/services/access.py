"""Who may do what. Every act of a member or admin passes here, and is kept in the audit log."""

from backend.domain.actor import Actor
from backend.domain.audit import AuditEntry
from backend.domain.errors import NotAllowed
from backend.domain.groups import WorkingGroup
from backend.domain.rights import Right
from backend.ports import UnitOfWork


def allow_admin(uow: UnitOfWork, actor: Actor, act: str, subject: str) -> None:
    """Let an admin pass and write the act down.

    Raises:
        NotAllowed: the person is no admin; the caller's transaction falls, and `record_refusal` keeps the attempt.

    """
    if not actor.is_admin:
        raise NotAllowed(act=act, subject=subject)
    _record(uow, actor, act, subject, allowed=True)


def allow_staff(uow: UnitOfWork, actor: Actor, act: str) -> None:
    """Let anybody pass who holds a role of the city, and write the act down.

    Raises:
        NotAllowed: the person holds none.

    """
    if not actor.roles:
        raise NotAllowed(act=act, subject="")
    _record(uow, actor, act, "", allowed=True)


def allow(uow: UnitOfWork, actor: Actor, right: Right, act: str, subject: str) -> None:
    """Let somebody pass whose role gives the right, and write the act down.

    Raises:
        NotAllowed: none of the person's roles gives it.

    """
    if not actor.may(right):
        raise NotAllowed(act=act, subject=subject)
    _record(uow, actor, act, subject, allowed=True)


async def allow_member(uow: UnitOfWork, actor: Actor, group: WorkingGroup, act: str, subject: str) -> None:
    """Let a member of the group act for it, or the secretary, who serves every group, and write the act down.

    Raises:
        NotAllowed: the person is neither; being in the group's chat is not enough to act.

    """
    if not (actor.may(Right.ACT_ON_ISSUES) or group.id in await uow.groups.groups_of(actor.person_id)):
        raise NotAllowed(act=act, subject=subject)
    _record(uow, actor, act, subject, allowed=True)


async def allow_insider(uow: UnitOfWork, actor: Actor, group: WorkingGroup, act: str) -> None:
    """Let an admin, a member of the group, or anybody speaking in the group's own chat pass.

    Raises:
        NotAllowed: the person is none of these.

    """
    subject = f"group {group.number}"
    in_its_chat = group.contact_id is not None and group.contact_id == actor.chat_contact_id
    if not (actor.is_admin or in_its_chat or group.id in await uow.groups.groups_of(actor.person_id)):
        raise NotAllowed(act=act, subject=subject)
    _record(uow, actor, act, subject, allowed=True)


def record_refusal(uow: UnitOfWork, actor: Actor, refusal: NotAllowed) -> None:
    """Write down an attempt that was refused, in a transaction of its own."""
    act, subject = str(refusal.fields.get("act", "")), str(refusal.fields.get("subject", ""))
    _record(uow, actor, act, subject, allowed=False)


def record(uow: UnitOfWork, actor: Actor, act: str, subject: str) -> None:
    """Write down an act that anybody may do."""
    _record(uow, actor, act, subject, allowed=True)


def _record(uow: UnitOfWork, actor: Actor, act: str, subject: str, *, allowed: bool) -> None:
    uow.records.audit(AuditEntry(uow.new_id(), uow.now, actor.person_id, act, subject, allowed))
