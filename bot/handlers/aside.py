"""Going on in private with what began in a group chat: what is typed there is nobody else's business."""

from backend.domain.outgoing import Priority
from backend.domain.people import Dialogue
from backend.ports import Part
from backend.services import sending
from bot.turn import Desk
from bot.views.view import View


def say(desk: Desk, view: View) -> None:
    """Say something to the person alone."""
    for payload in view.payloads():
        part = Part("sendMessage", payload)
        sending.send(desk.uow, desk.turn.own.id, part, desk.next_key(), Priority.ANSWER)


def expect(desk: Desk, step: str, **data: str) -> None:
    """Begin or continue a dialogue with the person alone."""
    desk.uow.people.put_dialogue(Dialogue(desk.turn.own.id, desk.turn.person.id, step, data))


def toast(desk: Desk) -> None:
    """Show after a press in a group where it goes on."""
    desk.toast(desk.turn.speaker("aside") if desk.turn.event.is_group else "")
