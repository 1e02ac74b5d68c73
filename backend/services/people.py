"""Meeting people and learning, if they wish, who they are in the plan."""

from collections.abc import Iterable
from dataclasses import replace

from backend.domain.audit import AuditEntry
from backend.domain.city import City
from backend.domain.errors import BadInput
from backend.domain.people import Contact, ContactKind, Person, Role, StakeholderGroup
from backend.domain.roles import dismissal_of
from backend.ports import UnitOfWork


def meet(uow: UnitOfWork, platform: str, chat_id: int) -> tuple[Contact, Person]:
    """Keep a person who speaks for the first time, and apart from the person the address."""
    person = Person(uow.new_id(), uow.now)
    contact = Contact(uow.new_id(), platform, chat_id, ContactKind.PRIVATE, person.id, active=True, created_at=uow.now)
    uow.people.add(person)
    uow.people.add_contact(contact)
    return contact, person


def meet_group_chat(uow: UnitOfWork, platform: str, chat_id: int) -> Contact:
    """Keep the address of a group chat that was not known."""
    contact = Contact(uow.new_id(), platform, chat_id, ContactKind.GROUP, None, active=True, created_at=uow.now)
    uow.people.add_contact(contact)
    return contact


async def contact_or_meet(uow: UnitOfWork, platform: str, chat_id: int) -> Contact:
    """Return the contact at a private address, meeting the person if need be."""
    known = (await uow.people.contacts_at(platform, [chat_id])).get(chat_id)
    return known or meet(uow, platform, chat_id)[0]


def join_stakeholder_group(uow: UnitOfWork, person: Person, group: StakeholderGroup | None) -> Person:
    """Note which of the five groups a person speaks for; later concerns carry it."""
    uow.people.set_profile(person.id, stakeholder_group=group.value if group else None)
    return replace(person, stakeholder_group=group)


def live_in(uow: UnitOfWork, city: City, person: Person, district: str | None) -> Person:
    """Note the district in which a person lives.

    Raises:
        BadInput: the city has no such district.

    """
    if district is not None and district not in city.districts:
        raise BadInput(what="district")
    uow.people.set_profile(person.id, district=district)
    return replace(person, district=district)


def speak(uow: UnitOfWork, person: Person, language: str) -> Person:
    """Note in which language a person is spoken to."""
    uow.people.set_profile(person.id, language=language)
    return replace(person, language=language)


def come_back(uow: UnitOfWork, contact: Contact) -> None:
    """Send again to an address that had stopped the bot: whoever speaks there is reached there."""
    if not contact.active:
        uow.people.set_contact_active(contact.id, active=True)


async def follow_move(uow: UnitOfWork, platform: str, chat_id: int, new_chat_id: int) -> None:
    """Follow a group that became a supergroup, which is another chat to the platform."""
    known = (await uow.people.contacts_at(platform, [chat_id])).get(chat_id)
    if known is not None:
        await uow.people.move_contact(known.id, new_chat_id)


async def appoint_admins(uow: UnitOfWork, platform: str, chat_ids: Iterable[int]) -> None:
    """Give the admin role to these users, known or not yet, whatever was before."""
    for chat_id in sorted(chat_ids):
        contact = await contact_or_meet(uow, platform, chat_id)
        if contact.person_id is not None:
            uow.people.grant(contact.person_id, Role.ADMIN)


async def appoint_first_admins(uow: UnitOfWork, platform: str, chat_ids: Iterable[int]) -> list[int]:
    """Give the admin role to the users whom the settings name, as at each start; return those who do not get it.

    A name in the settings is how the first admins come in, and not a second word against a dismissal: nobody gets the
    role back from whom it was taken, in the chat or by the operator, and nobody gets it who is banned. The audit log
    is what remembers dismissals. The operator's explicit word is `appoint_admins`.
    """
    passed_over = [chat_id for chat_id in chat_ids if await _is_shut_out(uow, platform, chat_id)]
    await appoint_admins(uow, platform, set(chat_ids) - set(passed_over))
    return passed_over


async def _is_shut_out(uow: UnitOfWork, platform: str, chat_id: int) -> bool:
    contact = (await uow.people.contacts_at(platform, [chat_id])).get(chat_id)
    if contact is None or contact.person_id is None:
        return False
    person_id = contact.person_id
    if Role.ADMIN in (await uow.people.roles([person_id])).get(person_id, frozenset()):
        return False
    was_dismissed = await uow.records.has_audited("dismiss", dismissal_of(Role.ADMIN, person_id))
    return was_dismissed or await uow.moderation.is_banned(person_id)


async def dismiss_admin(uow: UnitOfWork, platform: str, chat_id: int) -> bool:
    """Take the admin role from a user on the operator's word; say whether the user was known."""
    contact = (await uow.people.contacts_at(platform, [chat_id])).get(chat_id)
    if contact is None or contact.person_id is None:
        return False
    await uow.people.revoke(contact.person_id, Role.ADMIN)
    subject = dismissal_of(Role.ADMIN, contact.person_id)
    uow.records.audit(AuditEntry(uow.new_id(), uow.now, None, "dismiss", subject, allowed=True))
    return True
