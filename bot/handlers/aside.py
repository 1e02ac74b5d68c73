"""Going on in private with what began in a group chat: what is typed there is nobody else's business."""

from backend.domain.outgoing import Outgoing, Priority
from backend.domain.people import Dialogue
from bot.turn import Desk
from bot.views.view import View


def say(desk: Desk, view: View) -> None:
    """Say something to the person alone."""
    for payload in view.payloads():
        desk.uow.outbox.add(
            Outgoing(
                id=desk.uow.new_id(),
                contact_id=desk.turn.own.id,
                priority=Priority.ANSWER,
                method="sendMessage",
                payload=payload,
                dedupe_key=desk.next_key(),
                created_at=desk.uow.now,
            )
        )


def expect(desk: Desk, step: str, **data: str) -> None:
    """Begin or continue a dialogue with the person alone."""
    desk.uow.people.put_dialogue(Dialogue(desk.turn.own.id, desk.turn.person.id, step, data))


def toast(desk: Desk) -> None:
    """Show after a press in a group where it goes on."""
    desk.toast(desk.turn.speaker("aside") if desk.turn.event.is_group else "")
