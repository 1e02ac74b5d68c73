"""Several messages that are one concern: adding to the open one, joining and parting afterwards, editing a part."""

from dataclasses import replace
from datetime import datetime

from backend.domain.city import City
from backend.domain.concern import EDIT_WINDOW, Concern, ConcernState
from backend.domain.enclosure import MOST_FILES
from backend.domain.errors import NotFound, TooLateToEdit
from backend.domain.moderation import Standing
from backend.domain.parts import OpenConcern, Part, adds_nothing, belongs, is_too_long, joined
from backend.domain.people import Person
from backend.domain.said import Said
from backend.domain.withholding import withholding
from backend.ports import Signer, TextReader, UnitOfWork
from backend.services import concerns, files, places
from backend.services.rereading import read_words


async def add(
    uow: UnitOfWork, reader: TextReader, signer: Signer, city: City, person: Person, to: OpenConcern, said: Said
) -> tuple[Concern, Part] | None:
    """Add a message to the concern that its writer is still telling; None if it is a concern of its own.

    It is one by the rule of `backend.domain.parts`, or because the concern before it cannot take more.
    """
    if not belongs(to, said.at, said.text, said.reading, said.album):
        return None
    if said.enclosed is not None and to.files >= MOST_FILES:
        return None
    concern = await uow.concerns.by_id(to.concern_id)
    if concern is None or concern.person_id != person.id or concern.state is ConcernState.DELETED:
        return None
    part = Part(uow.new_id(), concern.id, said.message_id, said.at, said.text)
    if said.text:
        parts = [*await _parts(uow, concern), part]
        texts = [one.text for one in parts]
        if is_too_long(texts):
            return None
        uow.parts.add(part)
        if to.has_words and concern.model and _is_harmless_addition(said):
            # Reading the whole again takes its time inside the transaction, and would find what it found before.
            concern = concerns.append(uow, concern, said.text, said.reading)
        else:
            concern = await read_words(uow, reader, signer, city, concern, joined(texts))
    else:
        uow.parts.add(part)
    files.add(uow, concern, said)
    if said.point is not None:
        concern = await places.pin(uow, reader, signer, city, concern, said.point)
    return concern, part


def _is_harmless_addition(said: Said) -> bool:
    return adds_nothing(said.text, said.reading) and withholding(said.text, said.reading, Standing()) is None


async def join(
    uow: UnitOfWork, reader: TextReader, signer: Signer, city: City, person: Person, later_id: int, earlier_id: int
) -> Concern:
    """Make a concern part of the one before it, on the writer's word; its code leads there from then on.

    Doing it twice does no more.

    Raises:
        NotFound: one of them is not there (any more), or somebody else's.
        TooLateToEdit: the hour is over.
    """
    if await uow.parts.joined_into(later_id) == earlier_id:
        return await concerns.own(uow, person, earlier_id)
    later = await concerns.own(uow, person, later_id)
    earlier = await concerns.own(uow, person, earlier_id)
    if later.created_at < earlier.created_at or later.id == earlier.id:
        raise NotFound
    if uow.now - earlier.created_at > EDIT_WINDOW:
        raise TooLateToEdit
    added = await _parts(uow, later)
    parts = await _parts(uow, earlier)
    for part in added:
        moved = replace(part, id=uow.new_id(), concern_id=earlier.id)
        uow.parts.add(moved)
        parts.append(moved)
    uow.files.move(later.id, earlier.id)
    await concerns.erase(uow, later)
    uow.parts.join(later.id, earlier.id)
    return await read_words(uow, reader, signer, city, earlier, joined([part.text for part in parts]))


async def part_from(
    uow: UnitOfWork, reader: TextReader, signer: Signer, city: City, person: Person, concern_id: int, part_id: int
) -> Concern:
    """Make a message that was added to a concern a concern of its own, on the writer's word; return that one.

    Raises:
        NotFound: there is no such part (any more), or it is somebody else's.
    """
    concern = await concerns.own(uow, person, concern_id)
    parts = await uow.parts.of(concern.id)
    part = next((one for one in parts if one.id == part_id and one.id != concern.id and one.text), None)
    if part is None:
        raise NotFound
    uow.parts.remove(part.id)
    rest = joined([one.text for one in parts if one is not part])
    await read_words(uow, reader, signer, city, concern, rest)
    (reading,) = await reader.read([part.text])
    return concerns.take(uow, city, person, Said(part.at, part.message_id, part.text, reading))


async def edit(uow: UnitOfWork, reader: TextReader, signer: Signer, city: City, person: Person, said: Said) -> Concern:
    """Follow an edit of one of the messages of a concern, within the hour, and have it gathered anew.

    Raises:
        NotFound: the message is no concern (any more).
        TooLateToEdit: the hour is over; the concern stays as it was.

    """
    message_id = said.message_id or 0
    concern = await concerns.edited(uow, person, message_id, said.at)
    parts = await uow.parts.of(concern.id)
    part = next((one for one in parts if one.message_id == message_id), None)
    if part is not None:
        uow.parts.set_text(part.id, said.text)
    elif parts:
        raise NotFound
    words = joined([said.text if one is part else one.text for one in parts]) if parts else said.text
    # The words are others now: neither the topic that was chosen for the old ones nor their district holds.
    unconfirmed = replace(concern, topics=(), district=person.district)
    return await read_words(uow, reader, signer, city, unconfirmed, words, edited_at=said.at)


async def transcribe(
    uow: UnitOfWork, reader: TextReader, signer: Signer, city: City, concern: Concern, text: str, at: datetime
) -> Concern:
    """Put what somebody heard or saw into the words of a concern; a later version takes the earlier one's place."""
    parts = await _parts(uow, concern)
    written = next((part for part in parts if part.message_id is None and part.id != concern.id), None)
    if written is None:
        written = Part(uow.new_id(), concern.id, None, at, text)
        uow.parts.add(written)
        parts.append(written)
    else:
        uow.parts.set_text(written.id, text)
    uow.parts.add_transcript(concern.id, text, at)
    words = joined([text if part.id == written.id else part.text for part in parts])
    return await read_words(uow, reader, signer, city, concern, words)


async def _parts(uow: UnitOfWork, concern: Concern) -> list[Part]:
    """Return the messages of a concern, its first one among them: that becomes a part when another one comes."""
    parts = await uow.parts.of(concern.id)
    if not any(part.id == concern.id for part in parts):
        first = Part(concern.id, concern.id, concern.message_id, concern.created_at, concern.text)
        uow.parts.add(first)
        parts.insert(0, first)
    return parts
