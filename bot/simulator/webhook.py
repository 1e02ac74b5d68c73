"""Posting updates to the bot's webhook: in order within a chat, again until the bot answers 2xx."""

import asyncio
from http import HTTPStatus

import aiohttp

from bot.simulator.api import BotApi
from bot.simulator.params import Params
from bot.simulator.updates import Update
from bot.simulator.wire import to_bytes
from bot.simulator.world import Webhook, World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 — the header's name
_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 5.0
_TIMEOUT = aiohttp.ClientTimeout(total=60)


class WebhookSender:
    """Hands updates over side by side, but one at a time for each chat, so that order within it holds.

    The platform waits longer between attempts than this stand-in, whose tests must not take minutes.
    """

    def __init__(self, world: World, api: BotApi) -> None:
        self._world = world
        self._api = api
        self._busy: dict[int, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Work until cancelled."""
        async with aiohttp.ClientSession(timeout=_TIMEOUT) as session:
            try:
                while True:
                    hook = self._world.webhook
                    if hook is None or not self._start(session, hook):
                        await self._world.updates.news()
            finally:
                for task in self._busy.values():
                    task.cancel()

    def _start(self, session: aiohttp.ClientSession, hook: Webhook) -> bool:
        """Begin what may go now; says whether anything did."""
        begun = False
        passed: set[int] = set()
        for update in self._world.updates.pending(10 * hook.max_connections):
            if len(self._busy) >= hook.max_connections:
                break
            if update.lane not in self._busy and update.lane not in passed:
                self._busy[update.lane] = asyncio.create_task(self._deliver(session, hook, update))
                begun = True
            passed.add(update.lane)
        return begun

    async def _deliver(self, session: aiohttp.ClientSession, hook: Webhook, update: Update) -> None:
        pause = _FIRST_PAUSE
        try:
            while self._world.webhook is hook and not await self._post(session, hook, update):
                await asyncio.sleep(pause)
                pause = min(_LONGEST_PAUSE, 2 * pause)
            if self._world.webhook is hook:
                self._world.updates.confirm(update)
                if self._world.plan.repeats():
                    await self._post(session, hook, update)
        finally:
            del self._busy[update.lane]
            self._world.updates.wake()

    async def _post(self, session: aiohttp.ClientSession, hook: Webhook, update: Update) -> bool:
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers[SECRET_HEADER] = hook.secret
        try:
            async with session.post(hook.url, data=to_bytes(update.body), headers=headers) as answer:
                if answer.status < HTTPStatus.MULTIPLE_CHOICES:
                    await self._obey(answer)
                    return True
                self._fail(hook, f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except (aiohttp.ClientError, TimeoutError) as error:
            self._fail(hook, f"{type(error).__name__}: {error}")
        return False

    async def _obey(self, answer: aiohttp.ClientResponse) -> None:
        """Do the one call that a bot may put into its answer."""
        if answer.content_type != "application/json":
            return
        body = await answer.json()
        if isinstance(body, dict) and "method" in body:
            self._api.perform(str(body.pop("method")), Params(body))

    def _fail(self, hook: Webhook, why: str) -> None:
        hook.last_error_date = self._world.now()
        hook.last_error_message = why
