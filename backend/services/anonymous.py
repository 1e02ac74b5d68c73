"""A concern that nothing leads back from: kept without its writer, to be asked for by its code alone."""

import secrets
from dataclasses import replace

from backend.domain.city import City
from backend.domain.concern import Concern, Source
from backend.domain.moderation import Standing
from backend.domain.said import Said
from backend.domain.tracking_code import new_code
from backend.ports import UnitOfWork
from backend.services import concerns

_MINUTE_US = 60_000_000
_MICROS_SHIFT = 12


def take(uow: UnitOfWork, city: City, said: Said, standing: Standing) -> Concern:
    """Keep what somebody said without a trace of who it was.

    Neither person nor message, stakeholder group nor home is kept with it. Since ids and moments would tell by their
    order which answer belongs to it, the moment is that of the full minute (periods of digests end on one, so it
    still falls into its own), and the id is drawn from the last minute. `standing` may withhold it like any other.
    """
    at = said.at.replace(second=0, microsecond=0)
    concern = Concern(
        id=uow.new_id() - (secrets.randbelow(_MINUTE_US) << _MICROS_SHIFT),
        code=new_code(),
        person_id=None,
        text=said.text,
        redacted="",
        source=Source.BOT,
        created_at=at,
    )
    return concerns.keep(uow, city, concern, replace(said, at=at, message_id=None), standing)
