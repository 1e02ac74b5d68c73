"""Withholding a message until a moderator has looked: what is asked at its arrival."""

from dataclasses import replace

from backend.domain.concern import IN_SIGHT, Concern, ConcernState, Reading
from backend.domain.moderation import Standing, Withheld, WithholdReason
from backend.domain.withholding import withholding
from backend.ports import UnitOfWork

__all__ = ["Standing", "WithholdReason", "checked", "withholding"]


def checked(uow: UnitOfWork, concern: Concern, reading: Reading, standing: Standing | None = None) -> Concern:
    """Return the concern as it may be kept: withheld and in the moderators' queue if there is a reason, else as it is.

    Call it before the concern is added or its new words are saved, and keep the state that it returns. What waits or
    was hidden already stays so: new words do not set it free.
    """
    reason = withholding(concern.text, reading, standing or Standing())
    if reason is None or concern.state not in IN_SIGHT:
        return concern
    uow.moderation.withhold(Withheld(concern.id, reason, uow.now))
    return replace(concern, state=ConcernState.WITHHELD, issue_id=None)
