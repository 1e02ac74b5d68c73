"""A moderator hears voices and looks at pictures without words, and writes down what they say."""

from backend.domain.concern import Concern
from backend.domain.outgoing import Priority
from backend.ports import Part
from backend.services import files, sending, transcripts
from bot.handlers import telling
from bot.texts.speaker import speaker_of
from bot.turn import Desk
from bot.views import voices as views
from bot.views.view import View

STEP_TRANSCRIBE = "transcribe"
# Enough to find the one after the one that was put off.
_LOOKED_AT = 50


async def list_all(desk: Desk) -> None:
    """Open what has waited longest."""
    await _open_after(desk, 0)


async def open_next(desk: Desk, concern_id: int) -> None:
    """Open what comes after one that was dealt with or put off; after the last one comes the first again."""
    await _open_after(desk, concern_id)


async def hear(desk: Desk, concern_id: int) -> None:
    """Send the files of a concern, and ask what they say."""
    if _is_elsewhere(desk):
        return
    turn = desk.turn
    unheard = await transcripts.open_one(desk.uow, turn.actor, concern_id)
    _, count = await transcripts.waiting(desk.uow, turn.actor, 1)
    desk.toast()
    await files.send(desk.uow, turn.chat.id, unheard.files, desk.next_key())
    desk.expect(STEP_TRANSCRIBE, concern=str(concern_id))
    desk.say(views.ask(turn.speaker, desk.city, unheard, count))


async def transcribe(desk: Desk) -> None:
    """Take the words, tell the writer, and offer the next."""
    turn, service = desk.turn, desk.service
    concern_id = int(turn.data["concern"])
    concern = await transcripts.transcribe(
        desk.uow, service.reader, service.signer, desk.city, turn.actor, concern_id, turn.event.text
    )
    desk.finish()
    desk.say(views.noted(turn.speaker, concern))
    await _tell(desk, concern, is_clear=True)
    await telling.warn(desk, concern)


async def give_up(desk: Desk, concern_id: int) -> None:
    """Put aside what cannot be made out, and ask the writer for words."""
    concern = await transcripts.give_up(desk.uow, desk.turn.actor, concern_id)
    if desk.turn.step == STEP_TRANSCRIBE:
        desk.finish()
    desk.toast()
    desk.edit(views.given_up(desk.turn.speaker, concern))
    await _tell(desk, concern, is_clear=False)


async def _open_after(desk: Desk, concern_id: int) -> None:
    found, _ = await transcripts.waiting(desk.uow, desk.turn.actor, _LOOKED_AT)
    if _is_elsewhere(desk):
        return
    if not found:
        desk.toast()
        desk.say(views.none(desk.turn.speaker))
        return
    later = [concern for concern in found if concern.id > concern_id]
    await hear(desk, (later or found)[0].id)


def _is_elsewhere(desk: Desk) -> bool:
    """What a citizen said aloud is not for a group's chat."""
    if not desk.turn.event.is_group:
        return False
    desk.toast(desk.turn.speaker("voices-in-private"), alert=True)
    return True


async def _tell(desk: Desk, concern: Concern, *, is_clear: bool) -> None:
    """Tell the writer, where there is one to be reached."""
    if concern.person_id is None:
        return
    persons = await desk.uow.people.persons([concern.person_id])
    for contact in await desk.uow.people.contacts_of([concern.person_id]):
        say = speaker_of(persons[concern.person_id].language)
        view = views.heard(say, desk.city, concern) if is_clear else views.unclear(say, concern)
        _queue(desk, contact.id, view, desk.next_key())


def _queue(desk: Desk, contact_id: int, view: View, key: str) -> None:
    parts = [Part("sendMessage", payload) for payload in view.payloads()]
    sending.send_all(desk.uow, contact_id, parts, key, Priority.ANSWER)
