"""Voices, and pictures without words: a moderator writes down what they say."""

from dataclasses import dataclass

from backend.domain.actor import Actor
from backend.domain.city import City
from backend.domain.concern import Concern, ConcernState
from backend.domain.enclosure import ConcernFile, FileState
from backend.domain.errors import BadInput, NotFound
from backend.domain.rights import Right
from backend.ports import Signer, TextReader, UnitOfWork
from backend.services import access, joining

_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Unheard:
    """A concern that waits for its words, with its files here and what was written down so far, oldest first."""

    concern: Concern
    files: tuple[ConcernFile, ...]
    versions: tuple[str, ...] = ()


async def waiting(uow: UnitOfWork, actor: Actor, limit: int) -> tuple[list[Concern], int]:
    """Return the concerns that have waited longest, and how many wait in all.

    Raises:
        NotAllowed: the person is no moderator.
    """
    access.allow(uow, actor, Right.MODERATE, "see-voices", "")
    return await uow.parts.unheard(limit), await uow.parts.count_unheard()


async def open_one(uow: UnitOfWork, actor: Actor, concern_id: int) -> Unheard:
    """Return a concern with what there is to hear or see.

    Raises:
        NotAllowed: the person is no moderator.
        NotFound: it is not there (any more), or has nothing to hear or see.
    """
    access.allow(uow, actor, Right.MODERATE, "hear", f"concern {concern_id}")
    concern = await _heard(uow, concern_id)
    files = [file for file in await uow.files.of_concern(concern_id) if file.state is FileState.KEPT]
    return Unheard(concern, tuple(files), tuple(await uow.parts.transcripts(concern_id)))


async def transcribe(
    uow: UnitOfWork, reader: TextReader, signer: Signer, city: City, actor: Actor, concern_id: int, text: str
) -> Concern:
    """Write down what a concern says, or correct it; it is then read and gathered like words that were typed.

    Raises:
        NotAllowed: the person is no moderator.
        NotFound: it is not there (any more).
        BadInput: there are no words, or too many.
    """
    access.allow(uow, actor, Right.MODERATE, "transcribe", f"concern {concern_id}")
    if not text.strip() or len(text) > _LONGEST:
        raise BadInput(what="transcript")
    concern = await _heard(uow, concern_id)
    return await joining.transcribe(uow, reader, signer, city, concern, text.strip(), uow.now)


async def give_up(uow: UnitOfWork, actor: Actor, concern_id: int) -> Concern:
    """Note that nobody can make out what a concern says, so that it leaves the queue; it may still be heard later.

    Raises:
        NotAllowed: the person is no moderator.
        NotFound: it is not there (any more).
    """
    access.allow(uow, actor, Right.MODERATE, "hear-nothing", f"concern {concern_id}")
    concern = await _heard(uow, concern_id)
    uow.parts.add_transcript(concern_id, "", uow.now)
    return concern


async def _heard(uow: UnitOfWork, concern_id: int) -> Concern:
    concern = await uow.concerns.by_id(concern_id)
    if concern is None or concern.state is ConcernState.DELETED or not await uow.files.of_concern(concern_id):
        raise NotFound
    return concern
