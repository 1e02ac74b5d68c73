"""Reading a concern anew after its words or its place changed."""

from dataclasses import replace

from backend.domain.city import City
from backend.domain.concern import IN_SIGHT, Concern, ConcernState, Reading
from backend.domain.place import ChosenPlace
from backend.ports import Signer, TextReader, UnitOfWork
from backend.services import concerns, moderation

_NEIGHBOURHOOD = "محلهٔ"


def place_words(city: City, place: ChosenPlace) -> str:
    """Return a chosen place as one would write it, so that a reader finds it: «محلهٔ سناباد، منطقهٔ ۱»."""
    named = place.locality or ""
    if named and any(named in names for names in city.neighbourhoods.values()):
        named = f"{_NEIGHBOURHOOD} {named}"
    return "، ".join(part for part in (named, city.districts.get(place.district or "", "")) if part)


async def read_words(
    uow: UnitOfWork, reader: TextReader, signer: Signer, city: City, concern: Concern, words: str, **more: object
) -> Concern:
    """Give a concern other words, read them as a whole, and have it gathered by them.

    A place that the writer chose comes before what the words say, and the topic they chose stays, even where the
    words were read differently.
    """
    if concern.issue_id is not None:
        await uow.issues.forget_words(concern.issue_id, concern)
    chosen = (await uow.parts.chosen_places([concern.id])).get(concern.id)
    reading = await _read(reader, city, words, chosen)
    fresh = concerns.with_reading(
        replace(concern, text=words, state=_state(concern, words)), reading, home_district=concern.district
    )
    if topic := concerns.chosen_topic(concern):
        tags = concerns.corrected(fresh, topic)
        fresh = replace(fresh, topic=topic, topics=tags, signature=signer(fresh.signature, topic))
    fresh = moderation.checked(uow, fresh, reading)
    await concerns.save_reading(uow, fresh, text=words, **more)
    return replace(fresh, issue_id=None, state=concerns.gathered_anew(fresh))


def _state(concern: Concern, words: str) -> ConcernState:
    """Words bring an unheard concern into sight; without any it waits for them again."""
    if concern.state is ConcernState.UNHEARD and words:
        return ConcernState.RECEIVED
    return ConcernState.UNHEARD if concern.state in IN_SIGHT and not words else concern.state


async def _read(reader: TextReader, city: City, words: str, chosen: ChosenPlace | None) -> Reading:
    if chosen is None:
        return (await reader.read([words]))[0]
    bare, placed = await reader.read([words, f"{words}\n{place_words(city, chosen)}"])
    return replace(
        bare,
        district=chosen.district or bare.district,
        locality=chosen.locality or bare.locality,
        headline=placed.headline,
        signature=placed.signature,
    )
