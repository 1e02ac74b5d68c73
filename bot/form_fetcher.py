"""Fetches and reads the files from which surveys are made, beside the dispatcher.

A file that waits stands in the dialogue in which it was sent, so that a restart forgets nothing, and giving the
dialogue up gives the file up.
"""

import asyncio
from collections.abc import Sequence

import structlog

from backend.domain.actor import Actor
from backend.domain.city import City
from backend.domain.errors import NotAllowed, StorageError
from backend.domain.form_problem import BadForm
from backend.domain.outgoing import Priority
from backend.domain.people import Dialogue
from backend.domain.survey_plan import READING_STEP, SurveyPlan
from backend.ports import FormReader, Leadership, Part, Store, UnitOfWork
from backend.services import access, sending, survey_making
from bot.api import BotApi, CallError, Rejected, TooFast
from bot.fetcher import LEAD
from bot.handlers.surveys import STEP_FILE
from bot.texts.speaker import Speaker, speaker_of
from bot.views import failure
from bot.views import survey as views
from bot.views.view import View

_AT_ONCE = 4
_IDLE_SECONDS = 1.0
_LONGEST_PAUSE = 30.0
_MOST_ATTEMPTS = 8
log = structlog.get_logger(__name__)


class FormFetcher:
    """Reads what waits. The process that fetches files fetches these, too."""

    def __init__(
        self, store: Store, api: BotApi, leadership: Leadership, city: City, forms: FormReader, queued: asyncio.Event
    ) -> None:
        """Fetch nothing yet; `queued` is set when there is something to send."""
        self._city = city
        self._store = store
        self._api = api
        self._leadership = leadership
        self._forms = forms
        self._queued = queued
        self._attempts: dict[str, int] = {}

    async def run(self) -> None:
        """Read until cancelled. A database that is away is waited for."""
        while True:
            pause = _IDLE_SECONDS
            try:
                if await self._leadership.holds(LEAD):
                    await self.round()
                    pause = min(_LONGEST_PAUSE, _IDLE_SECONDS * 2 ** max(self._attempts.values(), default=0))
            except StorageError as error:
                log.warning("form_fetcher_pauses", error=error.code)
            await asyncio.sleep(pause)

    async def round(self) -> int:
        """Read what waits; return how many files there were."""
        async with self._store.look() as uow:
            waiting = await uow.people.dialogues_at(READING_STEP, _AT_ONCE)
        keys = {dialogue.data["key"] for dialogue in waiting}
        self._attempts = {key: tried for key, tried in self._attempts.items() if key in keys}
        for dialogue in waiting:
            await self._work(dialogue)
        return len(waiting)

    async def _work(self, dialogue: Dialogue) -> None:
        try:
            outcome = await self._read(dialogue.data["file"])
        except Rejected:
            outcome = None
        except CallError as error:
            key = dialogue.data["key"]
            self._attempts[key] = self._attempts.get(key, 0) + 1
            log.info("form_waits", error=type(error).__name__, attempts=self._attempts[key])
            if isinstance(error, TooFast):
                await asyncio.sleep(error.seconds)
            if self._attempts[key] < _MOST_ATTEMPTS:
                return
            outcome = None
        self._attempts.pop(dialogue.data["key"], None)
        async with self._store.begin() as uow:
            await self._answer(uow, dialogue, outcome)
            await uow.commit()
        self._queued.set()

    async def _read(self, platform_id: str) -> SurveyPlan | BadForm | None:
        """Return what the file holds, what is wrong with it, or None if it cannot be had.

        Raises:
            CallError: the platform did not give it; it may later.
        """
        found = await self._api.call("getFile", {"file_id": platform_id})
        path = found.get("file_path") if isinstance(found, dict) else None
        if not isinstance(path, str) or not path:
            return None
        try:
            return await self._forms.read(await self._api.download(path))
        except BadForm as error:
            return error

    async def _answer(self, uow: UnitOfWork, dialogue: Dialogue, outcome: SurveyPlan | BadForm | None) -> None:
        """Keep the draft or say what is wrong, if the file is still waited for."""
        key = (dialogue.contact_id, dialogue.person_id)
        if (await uow.people.dialogues([dialogue.contact_id])).get(key) != dialogue:
            return
        say = await _speaker(uow, dialogue.person_id)
        if isinstance(outcome, SurveyPlan):
            uow.people.end_dialogue(*key)
            shown = await self._created(uow, dialogue, say, outcome)
        else:
            uow.people.put_dialogue(Dialogue(*key, STEP_FILE, {}))
            shown = [views.file_lost(say) if outcome is None else views.bad_form(say, outcome)]
        _queue(uow, dialogue, shown)

    async def _created(self, uow: UnitOfWork, dialogue: Dialogue, say: Speaker, plan: SurveyPlan) -> list[View]:
        """Keep the draft; who lost the right while the file was read is refused, as a handler would be."""
        roles = await uow.people.roles([dialogue.person_id])
        actor = Actor(dialogue.person_id, roles.get(dialogue.person_id, frozenset()), dialogue.contact_id)
        try:
            survey = await survey_making.create(uow, actor, plan)
        except NotAllowed as refusal:
            access.record_refusal(uow, actor, refusal)
            return [View(failure.refusal(say, refusal))]
        survey, form = await survey_making.found(uow, survey.number)
        flaws = await survey_making.flaws_of(uow, survey, form)
        lead = say("survey-read" if not flaws else "survey-read-flawed", count=len(form.questions))
        shown = [View("\n".join([lead, *views.flaw_lines(say, form, flaws)]))]
        return [*shown, views.opened(say, self._city, survey, form, (0, 0, 0))]


async def _speaker(uow: UnitOfWork, person_id: int) -> Speaker:
    persons = await uow.people.persons([person_id])
    return speaker_of(persons[person_id].language if person_id in persons else "fa")


def _queue(uow: UnitOfWork, dialogue: Dialogue, shown: Sequence[View]) -> None:
    parts = [Part("sendMessage", payload) for view in shown for payload in view.payloads()]
    sending.send_all(uow, dialogue.contact_id, parts, f"{dialogue.data['key']}:read", Priority.ANSWER)
