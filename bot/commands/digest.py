"""`hamandish digest`: a group's issue list on the terminal, or sent now."""

from datetime import UTC, datetime

from backend.bootstrap import Backend
from backend.domain.errors import BadInput
from backend.domain.groups import WorkingGroup
from backend.domain.outgoing import Priority
from backend.domain.schedule import Period
from backend.services import digests, groups, sending
from bot.press import LANGUAGE_OF_GROUPS, ChatPress
from bot.texts.speaker import speaker_of
from bot.views import digest as views

CURRENT, LAST = "current", "last"


async def show(backend: Backend, number: int, period: str, *, send: bool) -> str:
    """Return the text of a group's digest; with `send`, queue it for the group.

    Raises:
        NotFound: there is no such group.
        BadInput: the period is neither `current` nor `last` nor the key of a past one.
    """
    async with backend.store.look() as uow:
        group = await groups.by_number(uow, number)
        digest = await digests.build(uow, group, _period(backend, group, period))
        recipients = await digests.recipients_of(uow, group)
    view = views.written(speaker_of(LANGUAGE_OF_GROUPS), backend.city, group, digest, is_live=period == CURRENT)
    if send:
        parts = await ChatPress(backend.city, backend.files).parts(digest, group, is_live=True)
        async with backend.store.begin() as uow:
            for contact in recipients:
                key = f"digest-by-hand:{digest.id}:{contact.id}"
                sending.send_all(uow, contact.id, parts, key, Priority.DIGEST)
            await uow.commit()
    return view.text


def _period(backend: Backend, group: WorkingGroup, name: str) -> Period:
    now = datetime.now(UTC).astimezone(backend.city.zone)
    if name == CURRENT:
        return group.schedule.period_running_at(now)
    latest = group.schedule.period_ending_by(now)
    if name in {LAST, latest.key}:
        return latest
    past = group.schedule.periods_due(datetime.fromtimestamp(0, UTC), now)
    for period in past:
        if period.key == name or period.key.startswith(name):
            return period
    raise BadInput(what="period", known=", ".join(period.key for period in past))
