"""Where a matter is, by a button, a pin on the map, or words."""

from dataclasses import replace

from backend.domain.city import City
from backend.domain.concern import Concern
from backend.domain.errors import NotFound
from backend.domain.place import ChosenPlace, Point
from backend.ports import Signer, TextReader, UnitOfWork
from backend.services import concerns
from backend.services.rereading import place_words


async def choose(
    uow: UnitOfWork, reader: TextReader, signer: Signer, city: City, concern: Concern, place: ChosenPlace
) -> Concern:
    """Note the place that the writer chose, and have the concern gathered by it.

    Raises:
        NotFound: the city has no such district.
    """
    if place.district is not None and place.district not in city.districts:
        raise NotFound
    return await _put(uow, reader, signer, city, concern, place, concern.point)


async def pin(
    uow: UnitOfWork, reader: TextReader, signer: Signer, city: City, concern: Concern, point: Point
) -> Concern:
    """Note a point on the map, and the district in which it lies where the city's borders are known."""
    district = city.borders.district_at(point.latitude, point.longitude)
    if district is None or district == concern.district:
        place = ChosenPlace(district or concern.district, concern.locality)
    else:
        # A name in the words that lies elsewhere is not where the pin is.
        place = ChosenPlace(district, None)
    return await _put(uow, reader, signer, city, concern, place, point)


async def _put(
    uow: UnitOfWork,
    reader: TextReader,
    signer: Signer,
    city: City,
    concern: Concern,
    place: ChosenPlace,
    point: Point | None,
) -> Concern:
    if concern.issue_id is not None:
        await uow.issues.forget_words(concern.issue_id, concern)
    uow.parts.choose_place(concern.id, place)
    placed = replace(
        concern,
        district=place.district,
        locality=place.locality,
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
        issue_id=None,
        state=concerns.gathered_anew(concern),
    )
    if words := place_words(city, place):
        placed = await _signed(reader, signer, placed, words)
    uow.concerns.change(
        concern.id,
        district=placed.district,
        locality=placed.locality,
        latitude=placed.latitude,
        longitude=placed.longitude,
        headline=placed.headline,
        signature=placed.signature,
        issue_id=None,
        state=placed.state.value,
    )
    return placed


async def _signed(reader: TextReader, signer: Signer, concern: Concern, place: str) -> Concern:
    """Return the concern with title and signature as if it had named its place; unread words stay as they are."""
    if not (concern.text and concern.model):
        return concern
    (reading,) = await reader.read([f"{concern.text}\n{place}"])
    if not reading.model:
        return concern
    topic = concerns.chosen_topic(concern)
    signature = signer(reading.signature, topic) if topic else reading.signature
    return replace(concern, headline=reading.headline, signature=signature)
