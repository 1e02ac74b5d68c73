"""Taking, changing, tracking and deleting concerns."""

from dataclasses import replace
from datetime import datetime

from backend.domain.city import City
from backend.domain.concern import IN_SIGHT, Concern, ConcernState, Reading, Source, TopicTag, tags_of
from backend.domain.errors import NotFound, TooLateToEdit
from backend.domain.moderation import Standing as WriterStanding
from backend.domain.parts import joined
from backend.domain.people import Person
from backend.domain.place import ChosenPlace
from backend.domain.said import Said
from backend.domain.tracking_code import new_code
from backend.ports import Signer, TextReader, UnitOfWork
from backend.services import files, moderation

_BY_CITIZEN = "citizen"


def take(uow: UnitOfWork, city: City, person: Person, said: Said, standing: WriterStanding | None = None) -> Concern:
    """Keep what a person said as a concern with a tracking code, however well or badly it was understood.

    The district of a pin comes before that of the text, and this before the one in which the person lives. The
    concern is dated to when it reached us, so that it can fall into no period whose digest was already built. What
    came without words waits for somebody to listen or look.
    """
    concern = Concern(
        id=uow.new_id(),
        code=new_code(),
        person_id=person.id,
        text=said.text,
        redacted="",
        source=Source.BOT,
        created_at=said.at,
        stakeholder_group=person.stakeholder_group,
        message_id=said.message_id,
    )
    return keep(uow, city, concern, said, standing, home_district=person.district)


def keep(
    uow: UnitOfWork,
    city: City,
    concern: Concern,
    said: Said,
    standing: WriterStanding | None,
    home_district: str | None = None,
) -> Concern:
    """Keep a new concern with its reading, its file and its pin; return it as it was kept."""
    concern = with_reading(concern, said.reading, home_district)
    if said.point is not None:
        district = city.borders.district_at(said.point.latitude, said.point.longitude) or concern.district
        concern = replace(concern, district=district, latitude=said.point.latitude, longitude=said.point.longitude)
    if not said.text:
        # Pictures without words are no repetition of one another.
        standing = replace(standing or WriterStanding(), same_text=0)
    concern = moderation.checked(uow, concern, said.reading, standing)
    if not said.text and concern.state in IN_SIGHT:
        concern = replace(concern, state=ConcernState.UNHEARD)
    uow.concerns.add(concern)
    files.add(uow, concern, said)
    if said.point is not None:
        uow.parts.choose_place(concern.id, ChosenPlace(concern.district, None))
    return concern


def with_reading(concern: Concern, reading: Reading, home_district: str | None = None) -> Concern:
    """Return the concern with what was understood of its text."""
    return replace(
        concern,
        redacted=reading.redacted,
        topic=reading.topics[0][0] if reading.topics else None,
        kind=reading.kind,
        urgency=reading.urgency,
        district=reading.district or home_district,
        locality=reading.locality,
        headline=reading.headline,
        signature=reading.signature,
        model=reading.model,
        topics=tags_of(reading),
    )


async def edited(uow: UnitOfWork, person: Person, message_id: int, at: datetime) -> Concern:
    """Return the concern whose words, or whose part, a person changes by editing a message.

    Raises:
        NotFound: the message is no concern (any more).
        TooLateToEdit: the hour is over; the concern stays as it was.

    """
    concern = await uow.concerns.by_message(person.id, message_id)
    if concern is None:
        part_of = await uow.parts.concern_of(person.id, message_id)
        concern = await uow.concerns.by_id(part_of) if part_of else None
    if concern is None or concern.state is ConcernState.DELETED:
        raise NotFound
    if not concern.may_be_edited(at):
        raise TooLateToEdit
    return concern


async def confirm_topic(uow: UnitOfWork, person: Person, concern_id: int) -> Concern:
    """Note that the writer agrees with the topic as understood."""
    concern = await _own(uow, person, concern_id)
    if concern.topic is None:
        raise NotFound
    await uow.concerns.set_topics(concern.id, corrected(concern, concern.topic))
    return concern


async def choose_topic(uow: UnitOfWork, signer: Signer, person: Person, concern_id: int, topic: str) -> Concern:
    """Set the topic that the writer chose, and have the concern gathered anew."""
    concern = await _own(uow, person, concern_id)
    tags = corrected(concern, topic)
    await uow.concerns.set_topics(concern.id, tags)
    signature = signer(concern.signature, topic)
    state = gathered_anew(concern)
    uow.concerns.change(concern.id, topic=topic, signature=signature, issue_id=None, state=state.value)
    return replace(concern, topic=topic, topics=tags, issue_id=None, state=state)


async def delete(uow: UnitOfWork, person: Person, concern_id: int) -> Concern:
    """Erase the words of a concern on the writer's wish; only its code and date stay."""
    concern = await _own(uow, person, concern_id)
    await erase(uow, concern)
    return concern


async def erase(uow: UnitOfWork, concern: Concern) -> None:
    """Erase the words, files and places of a concern, and who wrote it."""
    if concern.issue_id is not None:
        await uow.issues.forget_words(concern.issue_id, concern)
    uow.moderation.forget(concern.id)
    await uow.files.erase(concern.id)
    await uow.parts.erase(concern.id)
    uow.concerns.change(
        concern.id,
        state=ConcernState.DELETED.value,
        text="",
        redacted="",
        headline="",
        signature=b"",
        topic=None,
        district=None,
        locality=None,
        latitude=None,
        longitude=None,
        stakeholder_group=None,
        issue_id=None,
        person_id=None,
        message_id=None,
    )
    await uow.concerns.set_topics(concern.id, ())


async def own(uow: UnitOfWork, person: Person, concern_id: int) -> Concern:
    """Return a concern of this person.

    Raises:
        NotFound: there is none, it was deleted, or it is somebody else's.

    """
    return await _own(uow, person, concern_id)


async def read_again(uow: UnitOfWork, reader: TextReader, limit: int) -> int:
    """Read concerns that were kept while the reader was away; return how many were understood now."""
    concerns = await uow.concerns.unread(limit)
    readings = await reader.read([concern.text for concern in concerns])
    understood = [(c, reading) for c, reading in zip(concerns, readings, strict=True) if reading.model]
    chosen = await uow.parts.chosen_places([concern.id for concern, _ in understood]) if understood else {}
    for concern, reading in understood:
        fresh = with_reading(concern, reading, home_district=concern.district)
        if place := chosen.get(concern.id):
            fresh = replace(fresh, district=place.district or fresh.district, locality=place.locality or fresh.locality)
        await save_reading(uow, moderation.checked(uow, fresh, reading))
    return len(understood)


def append(uow: UnitOfWork, concern: Concern, words: str, reading: Reading) -> Concern:
    """Add words that change nothing of what was understood; the concern stays where it was gathered."""
    text, redacted = joined([concern.text, words]), joined([concern.redacted, reading.redacted])
    uow.concerns.change(concern.id, text=text, redacted=redacted)
    return replace(concern, text=text, redacted=redacted)


async def save_reading(uow: UnitOfWork, concern: Concern, **more: object) -> None:
    """Save what was understood of a concern anew, and have it gathered by that."""
    await uow.concerns.set_topics(concern.id, concern.topics)
    uow.concerns.change(
        concern.id,
        redacted=concern.redacted,
        topic=concern.topic,
        kind=concern.kind,
        urgency=concern.urgency,
        district=concern.district,
        locality=concern.locality,
        headline=concern.headline,
        signature=concern.signature,
        model=concern.model,
        issue_id=None,
        state=gathered_anew(concern).value,
        **more,
    )


def gathered_anew(concern: Concern) -> ConcernState:
    """Return the state in which a changed concern waits for its issue; what is out of sight stays there."""
    return ConcernState.RECEIVED if concern.state in IN_SIGHT else concern.state


async def _own(uow: UnitOfWork, person: Person, concern_id: int) -> Concern:
    concern = await uow.concerns.by_id(concern_id)
    if concern is None or concern.person_id != person.id or concern.state is ConcernState.DELETED:
        raise NotFound
    return concern


def chosen_topic(concern: Concern) -> str | None:
    """Return the topic that the writer chose or confirmed, if they did."""
    return next((tag.code for tag in concern.topics if tag.asserted and tag.by == _BY_CITIZEN), None)


def corrected(concern: Concern, topic: str) -> tuple[TopicTag, ...]:
    """Return the topics once the writer chose one; the model's stay beside it: together they are a training example."""
    models = tuple(replace(tag, asserted=False) for tag in concern.topics if tag.code != topic)
    return (TopicTag(topic, 1.0, _BY_CITIZEN, asserted=True), *models)
