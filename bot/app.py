"""The running product: settings, services and platform wired together."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

import structlog
import uvicorn

from backend.bootstrap import Backend
from backend.cleaning import clean
from backend.domain.errors import Conflict, StorageError
from backend.reports.mess_files import MessPictures
from backend.reports.statistics_files import StatisticsPictures
from backend.reports.survey_files import SurveyPictures
from backend.services import people
from backend.web import app as web
from bot.api import BotApi, CallError
from bot.ballots import ChatBallots
from bot.conversations import COMMANDS, ROUTES
from bot.dispatch import Dispatcher, Parts
from bot.errands import ErrandRunner
from bot.fetcher import Fetcher
from bot.form_fetcher import FormFetcher
from bot.intake import Intake, Poller
from bot.notices import ChatNotices
from bot.pacing import Pace
from bot.platforms import PLATFORMS, Platform
from bot.press import ChatPress
from bot.routes import Router
from bot.sender import Sender
from bot.timetable import Timetable
from bot.turn import Identity, Service

_WEBHOOK_SECRET_BYTES = 24
_BEAT_SECONDS = 20.0
_APPOINTING_ATTEMPTS = 5
_RETRY_PAUSE = 10.0
_COURTESY_SECONDS = 5.0
_EVERYWHERE = "0.0.0.0"  # noqa: S104 - the webhook must be reachable from the platform
log = structlog.get_logger(__name__)


class Role(StrEnum):
    """The parts of the product that a process may run."""

    INTAKE = "intake"
    WORK = "work"
    SEND = "send"
    SCHEDULE = "schedule"
    WEB = "web"


@dataclass(slots=True)
class Product:
    """What runs in this process."""

    backend: Backend
    api: BotApi
    platform: Platform
    intake: Intake
    dispatcher: Dispatcher
    sender: Sender
    timetable: Timetable
    identity: Identity
    fetcher: Fetcher
    form_fetcher: FormFetcher
    errands: ErrandRunner

    async def run(self, roles: frozenset[Role], stop: asyncio.Event) -> None:
        """Run the parts until `stop` is set, then end them in the order in which messages flow.

        A part that fails is logged and begun again: nothing is lost by that, since each begins from the database.
        """
        await self._appoint_admins(self.backend.settings.admin_ids)
        running = [asyncio.create_task(self._keep_alive(name, part)) for name, part in self._parts(roles)]
        log.info("running", roles=sorted(roles))
        await stop.wait()
        log.info("stopping")
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await self.dispatcher.drain()
        if Role.SEND in roles:
            await self.sender.close()

    async def _appoint_admins(self, user_ids: frozenset[int]) -> None:
        """Appoint the admins of the settings; a process that starts at the same moment may do it at once."""
        if not user_ids:
            return
        for _ in range(_APPOINTING_ATTEMPTS):
            try:
                async with self.backend.store.begin() as uow:
                    passed_over = await people.appoint_first_admins(uow, self.platform.name, user_ids)
                    await uow.commit()
            except Conflict:
                log.info("admins_met_elsewhere")
            else:
                if passed_over:
                    log.warning("dismissed_admins_stay_dismissed", count=len(passed_over))
                return

    def _parts(self, roles: frozenset[Role]) -> list[tuple[str, Callable[[], Awaitable[None]]]]:
        settings = self.backend.settings
        parts: list[tuple[str, Callable[[], Awaitable[None]]]] = []
        if Role.INTAKE in roles and not settings.webhook_url:
            parts.append(("intake", self._poll))
        if Role.WORK in roles:
            parts += [("work", self.dispatcher.run), ("identity", self._learn_identity), ("reader", self._warm_up)]
            parts += [("fetch", self.fetcher.run), ("forms", self.form_fetcher.run), ("errands", self.errands.run)]
        if Role.SEND in roles:
            parts.append(("send", self.sender.run))
        if Role.SCHEDULE in roles:
            parts.append(("schedule", self.timetable.run))
        if Role.WEB in roles and settings.web_port:
            parts.append(("web", self._serve))
        return parts

    async def _keep_alive(self, name: str, part: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await part()
            except StorageError as error:
                log.warning("part_waits_for_database", part=name, error=error.code)
            except Exception:
                log.exception("part_failed", part=name)
            await asyncio.sleep(1.0)

    async def _poll(self) -> None:
        """Fetch updates; a webhook that was set before, or a menu that cannot be set, is no reason not to try."""
        await self._try("deleteWebhook", {})
        if self.platform.has_command_menu:
            commands = [{"command": name, "description": words} for name, words in COMMANDS.items()]
            await self._try("setMyCommands", {"commands": commands})
        await Poller(self.api, self.intake, self.platform).run()

    async def _warm_up(self) -> None:
        """Start the reader before the first text comes; updates are kept meanwhile."""
        await self.backend.reader.start()
        await asyncio.Event().wait()

    async def _learn_identity(self) -> None:
        """Ask the platform for the bot's name, as often as it takes; meanwhile everything else goes on."""
        while not self.identity.username:
            try:
                self.identity.username = str((await self.api.call("getMe", {}))["username"])
            except (CallError, KeyError, TypeError) as error:
                log.warning("bot_name_unknown", error=type(error).__name__)
                await asyncio.sleep(_RETRY_PAUSE)
        await asyncio.Event().wait()

    async def _serve(self) -> None:
        settings = self.backend.settings
        hook = None
        if settings.webhook_url:
            secret = webhook_secret(settings.bot_token.get_secret_value())
            hook = web.Webhook(self.intake.keep, secret, self.platform.has_secret_header)
        # A port that is taken must not stop the bot, and uvicorn would end the process; so the socket is ours.
        listening = await self._listen(settings.web_port)
        server = uvicorn.Server(uvicorn.Config(web.build(self.backend.store, hook), log_config=None, lifespan="off"))
        async with asyncio.TaskGroup() as group:
            # `serve` would take the signals from us.
            serving = group.create_task(server._serve(sockets=[listening]))  # noqa: SLF001
            beating = None
            try:
                if hook is not None:
                    await self._set_webhook(hook.secret)
                    beating = group.create_task(self._beat_between_updates())
                await asyncio.shield(serving)
            finally:
                server.should_exit = True
                if beating is not None:
                    beating.cancel()

    async def _listen(self, port: int) -> socket.socket:
        while True:
            listening = socket.socket()
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listening.bind((_EVERYWHERE, port))
            except OSError as error:
                listening.close()
                log.warning("web_port_taken", port=port, error=type(error).__name__)
                await asyncio.sleep(_RETRY_PAUSE)
            else:
                return listening

    async def _beat_between_updates(self) -> None:
        """Show that updates would be kept, also while none come."""
        while True:
            try:
                await self.intake.keep([])
            except StorageError as error:
                log.warning("beat_missed", error=error.code)
            await asyncio.sleep(_BEAT_SECONDS)

    async def _set_webhook(self, secret: str) -> None:
        fields = {"url": f"{self.backend.settings.webhook_url}/webhook/{secret}"}
        if self.platform.has_secret_header:
            fields["secret_token"] = secret
        await self._try("setWebhook", fields)

    async def _try(self, method: str, fields: Mapping[str, object]) -> None:
        """Make a call that a platform may lack or refuse without harm to the start."""
        try:
            await self.api.call(method, fields, read_timeout=_COURTESY_SECONDS)
        except CallError as error:
            log.warning("platform_refused", method=method, error=type(error).__name__)


@contextlib.asynccontextmanager
async def product(backend: Backend) -> AsyncIterator[Product]:
    """Wire the product on an open backend."""
    settings = backend.settings
    token = settings.bot_token.get_secret_value()
    platform = PLATFORMS[settings.platform]
    api = BotApi(settings.bot_api_url, token)
    await api.open()
    sender = Sender(backend.store, api, Pace(settings.send_rate), backend.leadership)
    press = ChatPress(backend.city, backend.files)
    identity = Identity()
    notices = ChatNotices(backend.city)
    service = Service(
        backend.city,
        backend.signer,
        press,
        identity,
        notices,
        backend.reader,
        mess_files=MessPictures(),
        measure_press=ChatBallots(backend.city),
        statistics=StatisticsPictures(backend.city),
        survey_files=SurveyPictures(backend.city),
    )
    parts = Parts(backend.store, backend.reader, api, platform, Router(ROUTES), service)
    errands = ErrandRunner(backend.store, service, backend.leadership, sender.waiting)
    dispatcher = Dispatcher(parts, sender.waiting, errands.waiting)
    fetcher = Fetcher(backend.store, api, backend.leadership, clean)
    forms = FormFetcher(backend.store, api, backend.leadership, backend.city, backend.forms, sender.waiting)
    intake = Intake(backend.store, platform, token, dispatcher.waiting.set)
    timetable = Timetable(backend, press, notices, sender.waiting)
    try:
        yield Product(backend, api, platform, intake, dispatcher, sender, timetable, identity, fetcher, forms, errands)
    finally:
        await api.close()


def webhook_secret(token: str) -> str:
    """Return a secret that needs no keeping: it follows from the token and does not lead back to it."""
    return blake2b(b"webhook", key=token.encode()[:64], digest_size=_WEBHOOK_SECRET_BYTES).hexdigest()
