"""The clock: asks at short intervals what is due.

APScheduler keeps nothing but the beat. What was built for which period is the truth of our own tables, because its
stores run their SQL in the event loop and are not safe for several processes.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from backend.domain.errors import StorageError
from backend.ports import Leadership

LEAD = "schedule"
type Task = Callable[[], Awaitable[object]]
log = structlog.get_logger(__name__)


class Clock:
    """Runs tasks at intervals, in the one process that leads the schedule."""

    def __init__(self, leadership: Leadership) -> None:
        """Run nothing yet."""
        self._leadership = leadership
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._forgets: list[Task] = []

    def every(self, interval: timedelta, name: str, task: Task) -> None:
        """Add a task; a run that takes longer than the interval is not joined by a second one."""
        self._scheduler.add_job(
            self._run,
            "interval",
            seconds=interval.total_seconds(),
            args=[name, task],
            id=name,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )

    def when_lost(self, forget: Task) -> None:
        """Call this whenever the lead may be somebody else's: what was remembered of the database is stale then."""
        self._forgets.append(forget)

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop ticking; a run under way is cancelled with its transaction."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _run(self, name: str, task: Task) -> None:
        # A task that fails is tried again at the next tick; the clock itself must never stop.
        try:
            if await self._leads():
                await task()
        except StorageError as error:
            log.warning("task_waits_for_database", task=name, error=error.code)
        except Exception:
            log.exception("task_failed", task=name)

    async def _leads(self) -> bool:
        leads = False
        try:
            leads = await self._leadership.holds(LEAD)
        finally:
            if not leads:
                for forget in self._forgets:
                    await forget()
        return leads
