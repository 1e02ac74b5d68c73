"""What surveys do by the clock."""

from dataclasses import dataclass

import structlog

from backend.domain.city import City
from backend.ports import Store, SurveyPress, TextReader
from backend.services import survey_running
from backend.services.survey_running import Announce

# A closed survey of any size is settled in so many steps; what would be left waits for the next tick.
_MOST_STEPS = 200
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class SurveyClock:
    """Runs surveys: each step is a transaction of its own, so that answers are worked in between."""

    store: Store
    city: City
    press: SurveyPress
    reader: TextReader
    announce: Announce

    async def tick(self) -> bool:
        """Do what is due now; say whether something was queued to be sent."""
        async with self.store.look() as uow:
            if not await uow.answering.has_work():
                return False
        await self._open_and_close()
        queued = await self._invite()
        await self._pour()
        return await self._settle() or queued

    async def _open_and_close(self) -> None:
        async with self.store.begin() as uow:
            opened, closed = await survey_running.open_due(uow), await survey_running.close_due(uow)
            await uow.commit()
        for survey in opened:
            log.info("survey_opened", survey=survey.number)
        for survey in closed:
            log.info("survey_closed", survey=survey.number)

    async def _invite(self) -> bool:
        queued = False
        for step in (survey_running.invite_due, survey_running.remind_due):
            for _ in range(_MOST_STEPS):
                async with self.store.begin() as uow:
                    is_more = await step(uow, self.city, self.press)
                    await uow.commit()
                queued = queued or is_more
                if not is_more:
                    break
        return queued

    async def _pour(self) -> None:
        async with self.store.begin() as uow:
            count = await survey_running.pour_due(uow, self.city, self.reader)
            await uow.commit()
        if count:
            log.info("survey_poured", answers=count)

    async def _settle(self) -> bool:
        announced = False
        for _ in range(_MOST_STEPS):
            async with self.store.begin() as uow:
                is_more = await survey_running.settle_due(uow, self.city, self.reader, self.announce)
                await uow.commit()
            announced = announced or is_more
            if not is_more:
                break
        return announced
