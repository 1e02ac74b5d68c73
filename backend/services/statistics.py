"""The figures for those who run the service."""

from backend.domain.actor import Actor
from backend.domain.city import City
from backend.domain.rights import Right
from backend.domain.statistics import WEEK, WEEKS, Statistics, week_of
from backend.ports import UnitOfWork
from backend.services import access


def allow_seeing(uow: UnitOfWork, actor: Actor) -> None:
    """Let somebody see the figures, which `collect` counts.

    Raises:
        NotAllowed: none of the person's roles gives the right.
    """
    access.allow(uow, actor, Right.SEE_STATISTICS, "see-statistics", "")


async def collect(uow: UnitOfWork, city: City) -> Statistics:
    """Count the last twelve weeks, the running one among them. It takes up to seconds."""
    running = week_of(uow.now.astimezone(city.zone))
    begins = [running - WEEK * back for back in reversed(range(WEEKS))]
    since, source = begins[0], uow.statistics
    counts = await source.by_week(begins)
    responses, unanswered = await source.responses(since)
    return Statistics(
        since=since,
        until=uow.now,
        total=await source.total(since),
        weeks=tuple(zip(begins, counts, strict=True)),
        topics=await source.by_topic(since),
        districts=await source.by_district(since),
        stakeholders=await source.by_stakeholders(since),
        states=await source.by_state(),
        responses=tuple(responses),
        unanswered=unanswered,
    )
