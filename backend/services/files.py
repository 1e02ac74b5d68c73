"""Files of concerns: noting what came, keeping what was fetched, sending on what is kept."""

from collections.abc import Sequence

from backend.domain.concern import Concern
from backend.domain.enclosure import LARGEST, ConcernFile, FileKind, FileState
from backend.domain.outgoing import Priority
from backend.domain.said import Said
from backend.ports import Part, UnitOfWork
from backend.services import sending

_LONGEST_MIME = 96


def add(uow: UnitOfWork, concern: Concern, said: Said) -> None:
    """Note the file of a message, if it has one, so that it is fetched; one that no bot may fetch is noted as lost."""
    enclosed = said.enclosed
    if enclosed is None:
        return
    is_anonymous = concern.person_id is None
    fits = enclosed.size <= LARGEST
    file = ConcernFile(
        id=concern.id if is_anonymous else uow.new_id(),
        concern_id=concern.id,
        kind=enclosed.kind,
        created_at=concern.created_at if is_anonymous else said.at,
        message_id=None if is_anonymous else said.message_id,
        platform_id=enclosed.platform_id if fits else "",
        mime=enclosed.mime[:_LONGEST_MIME],
        size=enclosed.size,
        state=FileState.WAITING if fits else FileState.LOST,
    )
    uow.files.add(file)


async def send(uow: UnitOfWork, contact_id: int, files: Sequence[ConcernFile], key: str, caption: str = "") -> int:
    """Queue kept files for a chat, the caption under the first; return how many. `key` begins their dedupe keys."""
    sent = 0
    for file in files:
        content = await uow.files.content(file.id)
        if content is None:
            continue
        payload = {"caption": caption} if caption and not sent else {}
        part = Part(_method(file), payload, (file.name, content))
        sending.send(uow, contact_id, part, f"{key}:{file.id}", Priority.ANSWER)
        sent += 1
    return sent


def _method(file: ConcernFile) -> str:
    if file.is_shown:
        return "sendPhoto"
    return "sendVoice" if file.kind is FileKind.VOICE else "sendDocument"
