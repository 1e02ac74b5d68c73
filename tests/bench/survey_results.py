"""Results of a large survey: counted from the database, drawn, written as files; seconds and memory."""

import asyncio
import random
import resource
import sys
import time
import tracemalloc
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from backend.bootstrap import city_of
from backend.domain.city import City
from backend.domain.people import StakeholderGroup
from backend.domain.survey import (
    Answer,
    Form,
    Option,
    Question,
    QuestionKind,
    Response,
    Survey,
    SurveyAudience,
    SurveyState,
)
from backend.reports.survey_files import SurveyPictures
from backend.services import survey_results
from backend.storage import migrate
from backend.storage.unit_of_work import SqlStore

ANSWERS, QUESTIONS = 20_000, 20
_AT_ONCE = 2_000
_OPTIONS = tuple(
    Option(code, title) for code, title in zip("abcde", ("نخست", "دوم", "سوم", "چهارم", "پنجم"), strict=True)
)
_KINDS = (
    QuestionKind.ONE,
    QuestionKind.SCALE,
    QuestionKind.MANY,
    QuestionKind.YES_NO,
    QuestionKind.NUMBER,
    QuestionKind.RANKING,
    QuestionKind.DISTRICT,
    QuestionKind.TEXT,
    QuestionKind.DATE,
    QuestionKind.ONE,
)
_MIB = 1024


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: seconds, and MiB that counting needs at its peak beyond what was there."""

    answers: int
    questions: int
    seconds: float
    again_seconds: float
    longest_pause: float
    picture_seconds: float
    files_seconds: float
    counting_mib: float
    peak_mib: float


async def measure(directory: Path, answers: int = ANSWERS, questions: int = QUESTIONS) -> Figures:
    """Fill a database with answers and measure what is done with them."""
    city = city_of("tabriz")
    url = f"sqlite+aiosqlite:///{directory}/results.db"
    store = SqlStore(url)
    try:
        await migrate.upgrade(store.writer)
        survey = await _filled(store, city, answers, questions)
        return await figures(store, city, survey, answers, questions)
    finally:
        await store.close()


async def figures(store: SqlStore, city: City, survey: Survey, answers: int, questions: int) -> Figures:
    """Measure the results of a survey that is there."""
    first, pause = await _timed(store, city, survey)
    again, _ = await _timed(store, city, survey)
    async with store.look() as uow:
        results = await survey_results.results(uow, city, survey)
        forms = await uow.surveys.forms(survey.id)
        pages = SurveyPictures(city)
        began = time.perf_counter()
        await pages.picture(survey, results)
        picture = time.perf_counter() - began
        responses = await uow.surveys.responses(survey.id, 0, answers)
        began = time.perf_counter()
        await pages.written(survey, forms, results, responses)
        files = time.perf_counter() - began
        del responses
        tracemalloc.start()
        await survey_results.results(uow, city, survey)
        _, counting = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB
    return Figures(answers, questions, first, again, pause, picture, files, counting / _MIB**2, peak)


async def _timed(store: SqlStore, city: City, survey: Survey) -> tuple[float, float]:
    """Return how long counting took, and the longest time for which nothing else was worked meanwhile."""
    longest, last = 0.0, time.perf_counter()

    async def watch() -> None:
        nonlocal longest, last
        while True:
            await asyncio.sleep(0.005)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now

    watching = asyncio.create_task(watch())
    began = time.perf_counter()
    async with store.look() as uow:
        await survey_results.results(uow, city, survey)
    seconds = time.perf_counter() - began
    watching.cancel()
    return seconds, longest


async def _filled(store: SqlStore, city: City, answers: int, questions: int) -> Survey:
    chance = random.Random(5)
    now = datetime.now(UTC)
    asked = tuple(_question(place, _KINDS[place % len(_KINDS)]) for place in range(questions))
    survey = Survey(1, 1, "نظرسنجی بزرگ", "", "", False, SurveyAudience(), (), "s_1", SurveyState.CLOSED, 1, None, now)
    async with store.begin() as uow:
        uow.surveys.add(survey, Form(1, 1, asked, now))
        await uow.commit()
    for first in range(0, answers, _AT_ONCE):
        async with store.begin() as uow:
            for number in range(first, min(first + _AT_ONCE, answers)):
                uow.surveys.add_response(_response(city, asked, number + 1, chance, now))
            await uow.commit()
    return survey


def _question(place: int, kind: QuestionKind) -> Question:
    options = _OPTIONS if kind in {QuestionKind.ONE, QuestionKind.MANY, QuestionKind.RANKING} else ()
    return Question(f"q{place}", kind, f"پرسش شمارهٔ {place}", options=options, lowest=0, highest=100)


def _response(
    city: City, questions: tuple[Question, ...], number: int, chance: random.Random, now: datetime
) -> Response:
    groups, districts = list(StakeholderGroup), list(city.districts)
    answers = {one.code: _answer(city, one, chance) for one in questions}
    return Response(
        id=number,
        survey_id=1,
        version=1,
        answers=answers,
        finished_on=now,
        is_complete=chance.random() > 0.1,
        stakeholder_group=chance.choice(groups),
        district=chance.choice(districts),
        seconds=90,
    )


def _answer(city: City, question: Question, chance: random.Random) -> Answer:  # noqa: PLR0911 - one line a kind
    codes = [option.code for option in question.options]
    if chance.random() < 0.05:
        return None
    match question.kind:
        case QuestionKind.ONE:
            return chance.choice(codes)
        case QuestionKind.MANY:
            many: list[Any] = chance.sample(codes, 2)
            return many
        case QuestionKind.RANKING:
            order: list[Any] = chance.sample(codes, len(codes))
            return order
        case QuestionKind.SCALE:
            return chance.randint(1, 5)
        case QuestionKind.NUMBER:
            return chance.randint(0, 100)
        case QuestionKind.YES_NO:
            return chance.choice(("yes", "no"))
        case QuestionKind.DISTRICT:
            return chance.choice(list(city.districts))
        case QuestionKind.DATE:
            return f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        case _:
            return {"text": "اتوبوس‌ها دیر می‌آیند و شلوغ‌اند", "topics": chance.sample(list(city.topics), 2)}


async def main(directory: Path, answers: int = ANSWERS) -> None:
    """Measure and print."""
    found = await measure(directory, answers)
    sys.stdout.write(
        f"{found.answers:,} answers × {found.questions} questions: counted in {found.seconds:.2f} s, again "
        f"{found.again_seconds:.2f} s, longest pause {found.longest_pause * 1000:.0f} ms; picture "
        f"{found.picture_seconds:.2f} s; files {found.files_seconds:.2f} s; counting needs "
        f"{found.counting_mib:.1f} MiB; peak of the process {found.peak_mib:.0f} MiB\n"
    )
