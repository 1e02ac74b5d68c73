"""`hamandish demo`: the whole product on the simulator, playing a small Mashhad."""

import asyncio
import os
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr
from rich.console import Console
from rich.progress import Progress

from backend.bootstrap import Backend, build
from backend.config import Settings
from backend.domain.persian import digits
from bot.demo import check, scenes, survey, town
from bot.demo.scenes import Stage
from bot.simulator.client import SimulatorClient
from bot.simulator.server import SimulatorServer, running_simulator
from bot.simulator.world import Settings as SimulatorSettings

_WAIT_SECONDS = 30.0
_STOP_SECONDS = 30.0
console = Console()


async def play(*, headless: bool, port: int) -> int:
    """Play the city. Headless, check everything, print the digests and return 0 if all went well, else 1.

    Otherwise say where the chat page is, and stay until the person who tries it says stop.
    """
    with tempfile.TemporaryDirectory(prefix="hamandish-demo-") as directory:
        simulator = running_simulator(SimulatorSettings(), port=0 if headless else port)
        async with simulator as server, SimulatorClient(server.url, timeout=_WAIT_SECONDS) as sim:
            admin = await sim.user("مدیر هم‌اندیش", role="مدیر")
            settings = _settings(server, Path(directory), admin.id)
            async with _product(settings), _open(settings) as backend:
                stage = Stage(sim, backend.city, town.load(), admin)
                problems = await _play(stage, backend)
                if headless:
                    return await _report(stage, problems)
                await _stay(server.url, problems)
    return 0


async def _play(stage: Stage, backend: Backend) -> list[str]:
    console.print(f"[bold]هم‌اندیش[/bold]: شهری کوچک به نام {stage.city.title}")
    for person in stage.town.people:
        stage.people[person.key] = await stage.sim.user(person.name, role=person.role)
    await scenes.set_up_groups(stage)
    console.print(f"مدیر {digits(len(stage.town.groups))} کارگروه را در سه سطح ساخت و به گفت‌وگوها وصل کرد.")
    await _introduce_all(stage)
    total = len(stage.town.messages)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("پیام‌های شهروندان", total=total)
        await scenes.write_all(stage, lambda count: progress.update(task, completed=count))
    console.print(f"{digits(len(stage.town.people))} نفر {digits(total)} پیام نوشتند و کد پیگیری گرفتند.")
    await scenes.confirm_and_correct(stage)
    played = await _play_survey(stage)
    moment = await scenes.hasten_digests(stage, datetime.now(UTC).astimezone(backend.city.zone))
    console.print(f"برای آنکه تا شنبه نمانیم، مدیر زمان فهرست‌ها را {digits(f'{moment:%H:%M}')} گذاشت؛ کمی صبر…")
    await _wait_for_digests(stage, moment)
    return await check.failures(stage, backend, played)


async def _play_survey(stage: Stage) -> survey.Played:
    played = await survey.make(stage)
    total = len(stage.town.people)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("پاسخ به نظرسنجی", total=total)
        await survey.answer_all(stage, played, lambda count: progress.update(task, completed=count))
    await survey.close(stage, played)
    console.print(f"{digits(total)} نفر به نظرسنجی «{survey.TITLE}» پاسخ دادند و نتیجه در یک تصویر رسید.")
    return played


async def _introduce_all(stage: Stage) -> None:
    async with asyncio.TaskGroup() as crowd:
        for person in stage.town.people:
            crowd.create_task(scenes.introduce(stage, person))


async def _wait_for_digests(stage: Stage, moment: datetime) -> None:
    """Wait until the digests are there, but not for ever: what is missing then is a failure of the check."""
    patience = (moment - datetime.now(moment.tzinfo)).total_seconds() + _WAIT_SECONDS
    chats = [chat for chats in scenes.recipients(stage).values() for chat in chats]
    try:
        async with asyncio.timeout(patience):
            for chat in chats:
                await stage.sim.wait_for(chat, lambda m: m.from_bot and check.is_digest(m.text), timeout=patience)
            await stage.sim.settled(quiet=2.0)
    except TimeoutError:
        console.print("برخی فهرست‌ها نرسید.")


async def _report(stage: Stage, problems: list[str]) -> int:
    for plan in stage.town.groups:
        chat = scenes.recipients(stage)[plan.key][0]
        for message in await check.digests_in(stage, chat):
            console.rule(plan.name)
            console.print(message.text, markup=False, highlight=False)
    console.rule()
    for problem in problems:
        console.print(f"✗ {problem}", style="red", markup=False)
    if not problems:
        count = digits(len(stage.town.messages))
        console.print(f"✓ هر {count} پیام نگه داشته شد، پاسخ گرفت و در فهرستی شمرده شد.", style="green")
    return 1 if problems else 0


async def _stay(url: str, problems: list[str]) -> None:
    for problem in problems:
        console.print(f"✗ {problem}", style="red", markup=False)
    console.rule()
    console.print(f"حالا نوبت شماست — now it is yours to try:  [bold]{url}[/bold]")
    console.print("پایان با Ctrl+C — stop with Ctrl+C")
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()


def _settings(server: SimulatorServer, directory: Path, admin: int) -> Settings:
    return Settings(
        bot_token=SecretStr(server.token),
        bot_api_url=server.url,
        platform="telegram",
        database_url=f"sqlite+aiosqlite:///{directory}/hamandish.db",
        city="mashhad",
        admins=str(admin),
        send_rate=0,
        webhook_url="",
        web_port=0,
        data_dir=directory,
    )


@asynccontextmanager
async def _product(settings: Settings) -> AsyncIterator[None]:
    """Run the product as it is run in earnest: a process of its own, with its settings in the environment."""
    environment = os.environ | {
        f"HAMANDISH_{name.upper()}": value.get_secret_value() if isinstance(value, SecretStr) else str(value)
        for name, value in settings
    }
    log = settings.data_dir / "hamandish.log"
    with log.open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.cli", "run", env=environment, stderr=errors, start_new_session=True
        )
        try:
            yield
        except BaseException:
            console.print(log.read_text(encoding="utf-8")[-2000:], markup=False)
            raise
        finally:
            if process.returncode is None:
                process.terminate()
            await asyncio.wait_for(process.wait(), _STOP_SECONDS)


@asynccontextmanager
async def _open(settings: Settings) -> AsyncIterator[Backend]:
    """Look into the same database, to check what the chats do not show."""
    backend = build(settings)
    try:
        yield backend
    finally:
        await backend.close()
