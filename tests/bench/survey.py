"""A survey of 20 questions to 20,000 people: pace of the invitations, answers meanwhile, memory, time of the results.

The limit of the platform (30 messages a second) would take eleven minutes for the invitations alone, so the bench
runs at ten times that; what is measured is whether the pace is held at the limit that is set, and whether answers stay
prompt behind it.
"""

import asyncio
import random
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles

import aiohttp
import psutil

from backend.bootstrap import city_of
from backend.domain.ids import IdSource
from backend.domain.people import Contact, ContactKind, Person, StakeholderGroup
from backend.domain.quiet import after_quiet
from backend.domain.survey import (
    Answers,
    Form,
    Option,
    Question,
    QuestionKind,
    Response,
    Survey,
    SurveyAudience,
    SurveyState,
)
from backend.services import survey_results
from backend.storage import migrate
from backend.storage.unit_of_work import SqlStore
from bot.simulator.client import NothingCameError, SimMessage, SimulatorClient, SimUser
from tests.bench.processes import Watched, watched

PEOPLE, QUESTIONS, RATE = 20_000, 20, 300
ANSWERING = 40
_FIRST_ID = 3_000_000
_TOKEN = "1234567:BENCH-token-of-the-simulator"
_PORT = "8198"
_PATIENCE = 900.0
_THINKING = 1.1
_MIB = 1 << 20
_CHUNK = 2_000
_OPTIONS = tuple(Option(str(number), f"گزینهٔ {number}") for number in range(5))
_KINDS = (QuestionKind.ONE, QuestionKind.SCALE, QuestionKind.YES_NO, QuestionKind.DISTRICT)


@dataclass(slots=True)
class Result:
    """What the survey cost."""

    people: int
    rate: int
    invited_a_second: float = 0.0
    answered: int = 0
    latencies: list[float] = field(default_factory=list)
    memory_early: float = 0.0
    memory_late: float = 0.0
    peak_mib: float = 0.0
    results_seconds: float = 0.0

    @property
    def latency_p95(self) -> float:
        """The seconds within which 19 of 20 answers were followed by the next question."""
        return quantiles(self.latencies, n=20)[-1] if len(self.latencies) > 1 else float("nan")


async def measure(directory: Path, people: int = PEOPLE, rate: int = RATE) -> Result:
    """Invite everybody while some answer; then count what as many answers as people brought."""
    result = Result(people, rate)
    database = directory / "survey.db"
    store = SqlStore(f"sqlite+aiosqlite:///{database}")
    try:
        await migrate.upgrade(store.writer)
        survey = await _prepared(store, people)
        async with AsyncExitStack() as stack:
            sim = await stack.enter_async_context(_simulator(directory))
            await _let_everybody_open_the_chat(sim, people)
            environment = _settings(directory, store.url, sim.url, rate)
            log = directory / "survey.log"
            product = await stack.enter_async_context(watched("bot.cli", "run", environment=environment, log=log))
            await _invite_while_some_answer(sim, database, survey, product, result)
            result.peak_mib = product.peak_mib
        await _fill(store, survey, people)
        begun = time.monotonic()
        async with store.look() as uow:
            await survey_results.results(uow, city_of("mashhad"), survey)
        result.results_seconds = time.monotonic() - begun
    finally:
        await store.close()
    return result


async def _invite_while_some_answer(
    sim: SimulatorClient, database: Path, survey: Survey, product: Watched, result: Result
) -> None:
    waiting = iter(range(_FIRST_ID, _FIRST_ID + result.people))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_answer_one_after_the_other(sim, survey, waiting, result)) for _ in range(ANSWERING)]
        tasks.append(group.create_task(_wake(database)))
        await _watch_invitations(database, survey, product, result)
        for task in tasks:
            task.cancel()


async def _watch_invitations(database: Path, survey: Survey, product: Watched, result: Result) -> None:
    """Follow the invitations until the last was sent; note pace and memory."""
    begun = first = 0.0
    async with asyncio.timeout(_PATIENCE):
        while True:
            sent = await asyncio.to_thread(_sent, database, survey)
            now = time.monotonic()
            if sent and not begun:
                begun, first = now, sent
            if not result.memory_early and sent >= result.people / 10:
                result.memory_early = await asyncio.to_thread(_memory, product)
            if sent >= result.people - result.answered:
                break
            await asyncio.sleep(0.25)
    result.memory_late = await asyncio.to_thread(_memory, product)
    result.invited_a_second = (sent - first) / (now - begun) if now > begun else float("nan")


async def _answer_one_after_the_other(
    sim: SimulatorClient, survey: Survey, waiting: Iterator[int], result: Result
) -> None:
    for chat_id in waiting:
        user = SimUser(sim, chat_id, "")
        message = await user.wait_for(lambda one: any(b.text == "شروع" for b in one.buttons), timeout=_PATIENCE)
        try:
            await _answer(user, survey, message, result)
        except NothingCameError:
            # It counts as the slowest answer there is; a bench that stops at it would hide how the rest fared.
            result.latencies.append(user.sim.timeout)


async def _answer(user: SimUser, survey: Survey, message: SimMessage, result: Result) -> None:
    await user.press(message, "شروع")
    message = await user.wait_for(lambda one: one.edited)
    for _ in range(QUESTIONS):
        # Whoever presses faster than once a second is slowed down by the platform's limit of a chat, not by us.
        await asyncio.sleep(_THINKING)
        begun = time.monotonic()
        button = next(one for one in message.buttons if one.data.startswith("q:a:"))
        await user.press(message, button.data)
        revision = message.revision
        message = await user.wait_for(lambda one, seen=revision: one.revision > seen)  # type: ignore[misc]
        result.latencies.append(time.monotonic() - begun)
    result.answered += 1


@asynccontextmanager
async def _simulator(directory: Path) -> AsyncIterator[SimulatorClient]:
    options = ("simulate", "--port", _PORT, "--latency", "0.05", "--token", _TOKEN, "--keep", "2", "--log-calls", "0")
    log = directory / "survey.log"
    async with (
        watched("bot.cli", *options, environment={}, log=log),
        SimulatorClient(f"http://127.0.0.1:{_PORT}", timeout=60) as sim,
    ):
        async with asyncio.timeout(60):
            await _until_up(sim)
        yield sim


async def _until_up(sim: SimulatorClient) -> None:
    while True:
        try:
            await sim.stats()
        except OSError:
            await asyncio.sleep(0.2)
        else:
            return


async def _let_everybody_open_the_chat(sim: SimulatorClient, people: int) -> None:
    """Nobody can be written to who never wrote; what they wrote is confirmed away, since it is not measured here."""
    for first in range(0, people, _CHUNK):
        ids = range(_FIRST_ID + first, _FIRST_ID + min(people, first + _CHUNK))
        await sim.say_bulk([(chat_id, "/start") for chat_id in ids])
    async with aiohttp.ClientSession() as http:
        offset = 0
        while True:
            body = {"offset": offset, "timeout": 0, "limit": 100}
            async with http.post(f"{sim.url}/bot{_TOKEN}/getUpdates", json=body) as answer:
                updates = (await answer.json())["result"]
            if not updates:
                return
            offset = updates[-1]["update_id"] + 1


async def _prepared(store: SqlStore, people: int) -> Survey:
    """Keep the people and a survey that opens as soon as the product runs."""
    chance, city, groups = random.Random(1), city_of("mashhad"), list(StakeholderGroup)
    districts = list(city.districts)
    now = datetime.now(UTC)
    for first in range(0, people, _CHUNK):
        async with store.begin() as uow:
            for number in range(first, min(people, first + _CHUNK)):
                person = Person(uow.new_id(), now, chance.choice(groups), chance.choice(districts))
                uow.people.add(person)
                address = (uow.new_id(), "telegram", _FIRST_ID + number, ContactKind.PRIVATE, person.id)
                uow.people.add_contact(Contact(*address, active=True, created_at=now))
            await uow.commit()
    survey = Survey(
        IdSource()(), 1, "رفت‌وآمد در شهر", "دربارهٔ یک سال گذشته", "", False, SurveyAudience(), (), "s_bench",
        SurveyState.SCHEDULED, 1, None, now, closes_at=now + timedelta(days=9),
    )  # fmt: skip
    async with store.begin() as uow:
        uow.surveys.add(survey, Form(survey.id, 1, questions(), now))
        await uow.commit()
    return survey


def questions(count: int = QUESTIONS) -> tuple[Question, ...]:
    """Return questions of the kinds with a button an answer, in turn."""
    return tuple(
        Question(f"q{number}", kind, f"پرسش شمارهٔ {number}؟", options=_OPTIONS if kind is QuestionKind.ONE else ())
        for number, kind in zip(range(count), _KINDS * count, strict=False)
    )


async def _fill(store: SqlStore, survey: Survey, people: int) -> None:
    """Answer for all who have not, so that the results are those of as many answers as people."""
    chance, city = random.Random(2), city_of("mashhad")
    async with store.look() as uow:
        known = len(await uow.surveys.responses(survey.id, 0, people))
    districts, groups, now = list(city.districts), list(StakeholderGroup), datetime.now(UTC)
    for first in range(known, people, _CHUNK):
        async with store.begin() as uow:
            for _ in range(first, min(people, first + _CHUNK)):
                answers = _answers(chance, districts)
                giver = {"stakeholder_group": chance.choice(groups), "district": chance.choice(districts)}
                uow.surveys.add_response(Response(uow.new_id(), survey.id, 1, answers, now, True, **giver))  # type: ignore[arg-type]
            await uow.commit()


def _answers(chance: random.Random, districts: Sequence[str]) -> Answers:
    given: Answers = {}
    for one in questions():
        choices: dict[QuestionKind, Sequence[str | int]] = {
            QuestionKind.ONE: [option.code for option in _OPTIONS],
            QuestionKind.SCALE: range(1, 6),
            QuestionKind.YES_NO: ("yes", "no"),
            QuestionKind.DISTRICT: districts,
        }
        given[one.code] = chance.choice(choices[one.kind])
    return given


def _settings(directory: Path, database_url: str, api_url: str, rate: int) -> dict[str, str]:
    return {
        "HAMANDISH_DATABASE_URL": database_url,
        "HAMANDISH_DATA_DIR": str(directory),
        "HAMANDISH_BOT_API_URL": api_url,
        "HAMANDISH_BOT_TOKEN": _TOKEN,
        "HAMANDISH_SEND_RATE": str(rate),
        "HAMANDISH_WEB_PORT": "0",
    }


async def _wake(database: Path) -> None:
    """Nobody is invited at night; a bench that runs then lets the morning come for its invitations."""
    zone = city_of("mashhad").zone
    now = datetime.now(UTC)
    while after_quiet(now, zone) != now:
        await asyncio.to_thread(_let_the_morning_come, database)
        await asyncio.sleep(0.5)
        now = datetime.now(UTC)


def _let_the_morning_come(database: Path) -> None:
    statement = "UPDATE outbox SET due_at = created_at WHERE batch LIKE 'survey:%' AND due_at > created_at"
    with closing(sqlite3.connect(database, timeout=30)) as connection, connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute(statement)


def _sent(database: Path, survey: Survey) -> int:
    statement = "SELECT count(*) FROM outbox WHERE batch = ? AND state = 'sent'"
    with closing(sqlite3.connect(database, timeout=30)) as connection:
        return int(connection.execute(statement, (f"survey:{survey.id}",)).fetchone()[0])


def _memory(product: Watched) -> float:
    root = psutil.Process(product.process.pid)
    return float(sum(one.memory_full_info().pss for one in [root, *root.children(recursive=True)]) / _MIB)
