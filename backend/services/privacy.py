"""Showing a person everything that is kept on them, and forgetting them."""

from backend.domain.audit import AuditEntry
from backend.domain.concern import IN_SIGHT, Concern
from backend.domain.errors import LastAdmin, NotFound
from backend.domain.own_data import OwnData
from backend.domain.people import Person, Role
from backend.ports import UnitOfWork
from backend.services import concerns

# Of a pin as much stays as everybody may see: about a hundred metres.
_PUBLIC_DECIMALS = 3


async def own_data(uow: UnitOfWork, contact_id: int) -> OwnData:
    """Return everything that is kept on the person who has an address. It reads every table that may name somebody.

    Raises:
        NotFound: nobody has it any more.
    """
    for contact in await uow.people.contacts_by_ids([contact_id]):
        if contact.person_id is not None:
            return OwnData(uow.now, await uow.privacy.kept_on(contact.person_id))
    raise NotFound


async def forget(uow: UnitOfWork, person: Person, *, with_words: bool) -> None:
    """Remove a person and every way back to them.

    What they wrote stays with its issue in redacted words, as one voice an issue, unless they wish it erased with the
    rest (`with_words`). What nobody has read yet, files and exact places go in any case. See
    docs/decisions/0009-forgetting.md.

    Raises:
        LastAdmin: nobody would be left to run the service.
    """
    if Role.ADMIN in (await uow.people.roles([person.id])).get(person.id, frozenset()):
        holders = await uow.people.holders(Role.ADMIN)
        if all(holder.person_id == person.id for holder in holders):
            raise LastAdmin
    voices: dict[int, int] = {}
    for concern_id, root_id in (await uow.privacy.concerns_of(person.id)).items():
        concern = await uow.concerns.by_id(concern_id)
        if concern is None:
            continue
        if with_words or concern.state not in IN_SIGHT or not concern.model:
            await concerns.erase(uow, concern)
        else:
            await _part(uow, concern, voices.setdefault(root_id, concern_id) if root_id is not None else None)
    await uow.acts.forget(person.id)
    await uow.privacy.forget(person.id)
    uow.records.audit(AuditEntry(uow.new_id(), uow.now, None, "be-forgotten", "", allowed=True))


async def _part(uow: UnitOfWork, concern: Concern, voice: int | None) -> None:
    """Leave a concern to its issue: its redacted words, its topic and about its place, and nobody's name."""
    uow.moderation.forget(concern.id)
    await uow.files.erase(concern.id)
    await uow.parts.erase(concern.id)
    uow.concerns.change(
        concern.id,
        text=concern.redacted,
        latitude=_rounded(concern.latitude),
        longitude=_rounded(concern.longitude),
        person_id=None,
        message_id=None,
        voice_id=voice,
    )


def _rounded(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, _PUBLIC_DECIMALS)
