"""Queueing what is to be sent: the only place where services and conversations make a row of the outbox."""

from collections.abc import Sequence
from datetime import datetime

from backend.domain.outgoing import Attachment, Outgoing, Priority
from backend.ports import Part, UnitOfWork


def send(
    uow: UnitOfWork,
    contact_id: int,
    part: Part,
    key: str,
    priority: Priority,
    *,
    due_at: datetime | None = None,
    batch: str | None = None,
    attachment_id: int | None = None,
) -> None:
    """Queue a message for an address, once for its key; a file that goes with it is kept until it was sent.

    `attachment_id` names a file that is kept already, because it goes to many.
    """
    if part.file is not None:
        attachment_id = uow.new_id()
        uow.outbox.add_attachment(Attachment(attachment_id, *part.file))
    uow.outbox.add(
        Outgoing(
            id=uow.new_id(),
            contact_id=contact_id,
            priority=priority,
            method=part.method,
            payload=dict(part.payload),
            dedupe_key=key,
            created_at=uow.now,
            attachment_id=attachment_id,
            due_at=due_at,
            batch=batch,
        )
    )


def send_all(uow: UnitOfWork, contact_id: int, parts: Sequence[Part], key: str, priority: Priority) -> None:
    """Queue several messages for an address in their order, each under its own number behind the key."""
    for number, part in enumerate(parts):
        send(uow, contact_id, part, f"{key}:{number}", priority)
