"""What a batch of updates needs to be worked, looked up in a handful of queries; who is new is met."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from backend.domain.concern import Reading
from backend.domain.errors import HamandishError
from backend.domain.incoming import RawUpdate
from backend.domain.moderation import Standing
from backend.domain.people import Contact
from backend.ports import UnitOfWork
from backend.services import answering, people
from bot.event import Event, EventKind
from bot.handlers.asking import survey_ids
from bot.turn import Turn


@dataclass(frozen=True, slots=True)
class Work:
    """A claimed row, understood, with its words read."""

    row: RawUpdate
    event: Event
    reading: Reading


async def turns_of(uow: UnitOfWork, platform: str, batch: Sequence[Work]) -> list[Turn]:
    """Return the turns of a batch, in its order; what is neither said nor pressed has none."""
    minded = [work for work in batch if work.event.kind not in {EventKind.OTHER, EventKind.MOVED}]
    senders = {work.event.user_id for work in minded}
    contacts = await uow.people.contacts_at(platform, senders | {work.event.chat_id for work in minded})
    persons = await uow.people.persons(c.person_id for c in contacts.values() if c.person_id is not None)
    roles = await uow.people.roles(persons) if persons else {}
    dialogues = await uow.people.dialogues(c.id for c in contacts.values()) if contacts else {}
    standings = await _standings(uow, minded, contacts)
    new = senders - contacts.keys()
    for user_id in new:
        contacts[user_id], person = people.meet(uow, platform, user_id)
        persons[person.id] = person
    turns = []
    for work in minded:
        event = work.event
        if event.is_group and event.chat_id not in contacts:
            contacts[event.chat_id] = people.meet_group_chat(uow, platform, event.chat_id)
        own, chat = contacts[event.user_id], contacts[event.chat_id]
        if event.kind is not EventKind.STOPPED:
            people.come_back(uow, chat)
        person = persons[_person_id(own)]
        held, dialogue = roles.get(person.id, frozenset()), dialogues.get((chat.id, person.id))
        is_new = event.user_id in new
        standing = standings.get(person.id) or Standing()
        turns.append(Turn(work.row, event, person, own, chat, held, dialogue, is_new, work.reading, standing))
    return await _asked(uow, turns)


async def _asked(uow: UnitOfWork, turns: list[Turn]) -> list[Turn]:
    """Look up where those stand who answer a survey: the one that a button names, or that they touched last."""
    wanted = {(survey_id, turn.person.id) for turn in turns for survey_id in survey_ids(turn)}
    if not wanted:
        return turns
    found = await answering.load(uow, wanted)
    return [
        replace(turn, asking={one: at for (one, person_id), at in found.items() if person_id == turn.person.id})
        for turn in turns
    ]


async def _standings(uow: UnitOfWork, batch: Sequence[Work], contacts: Mapping[int, Contact]) -> dict[int, Standing]:
    """Look up how those stand whose words may be a concern; who is new has a clean slate."""
    said = {
        work.event.user_id: work.event.text
        for work in batch
        if work.event.may_be_concern or (work.event.has_only_file and not work.event.is_group)
    }
    known = {user_id: contacts[user_id].person_id for user_id in said if user_id in contacts}
    wanted = {person_id: said[user_id] for user_id, person_id in known.items() if person_id is not None}
    return await uow.moderation.standings(wanted) if wanted else {}


def _person_id(contact: Contact) -> int:
    if contact.person_id is None:
        raise HamandishError(detail="a sender without person")
    return contact.person_id
