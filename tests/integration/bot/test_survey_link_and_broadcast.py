"""One survey goes out as a broadcast and opens by a link to whoever has it."""

from collections.abc import Iterator

import pytest
import time_machine

from backend.domain.people import Role
from backend.domain.survey import Survey, SurveyAudience, SurveyState
from bot.texts.speaker import speaker_of
from bot.views.survey import audience_words
from tests.builders import a_city
from tests.integration.bot.conftest import Bench
from tests.integration.bot.surveys import Asked, ask, settle
from tests.integration.bot.test_survey_running import DAYTIME, change, invited, scheduled

ADMIN, NEWCOMER = 901, 902
BOTH = SurveyAudience(by_link=True, everybody=True)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(DAYTIME, tick=True) as traveller:
        yield traveller


async def audience(asked: Asked) -> SurveyAudience:
    async with asked.bench.store.look() as uow:
        survey = await uow.surveys.by_number(asked.survey.number)
    assert isinstance(survey, Survey)
    return survey.audience


async def drafted(bench: Bench) -> Asked:
    """A draft, and an admin who may change it."""
    await settle(bench, 1, first=ADMIN)
    asked = await ask(bench, state=SurveyState.DRAFT, opened_at=None, audience=SurveyAudience())
    async with bench.store.begin() as uow:
        uow.people.grant(await asked.person(ADMIN), Role.ADMIN)
        await uow.commit()
    return asked


async def test_everybody_is_invited_and_who_comes_by_the_link_answers_too(bench: Bench) -> None:
    people = await settle(bench, 6)
    asked = await scheduled(bench)
    await change(asked, audience=BOTH)
    await asked.clock.tick()
    assert await invited(asked) == list(people)
    await bench.play(bench.message(NEWCOMER, f"/start {asked.survey.token}"))
    await bench.play(bench.message(people[0], f"/start {asked.survey.token}"))
    for chat in (NEWCOMER, people[0]):
        await asked.begin(chat)
        await asked.press(chat, "a", 0, "0")
        await asked.press(chat, "a", 1, "4")
    # Who was invited and opens the link besides is one person, who answers once.
    await asked.begin(people[0])
    await asked.clock.tick()
    assert len(await asked.responses()) == 2
    async with bench.store.look() as uow:
        assert await uow.surveys.counts(asked.survey.id) == (6, 2, 2)


@pytest.mark.parametrize(
    ("presses", "chosen", "words"),
    [
        (["s:al:1:1"], BOTH, "همهٔ مردم"),
        (["s:ao:1:1"], SurveyAudience(by_link=True), "هر که لینک را دارد"),
        (["s:ao:1:1", "s:a0:1"], BOTH, "همهٔ مردم"),
        (["s:ao:1:1", "s:al:1:1"], BOTH, "همهٔ مردم"),
        (["s:al:1:1", "s:ao:1:1", "s:ao:1:0"], SurveyAudience(), "همهٔ مردم"),
        (["s:al:1:1", "s:al:1:0"], SurveyAudience(), "همهٔ مردم"),
        (["s:dt:1:9:1", "s:al:1:1"], SurveyAudience(districts=("9",), by_link=True, everybody=True), "منطقهٔ ۹"),
    ],
)
async def test_an_admin_chooses_either_or_both(
    bench: Bench, presses: list[str], chosen: SurveyAudience, words: str
) -> None:
    asked = await drafted(bench)
    for press in presses:
        await bench.play(bench.press(ADMIN, press))
    assert await audience(asked) == chosen
    told = audience_words(speaker_of("fa"), a_city(), chosen)
    assert words in told
    assert ("و هر که لینک" in told) is (chosen.by_link and not chosen.is_link_alone)
    assert told in await asked.last(ADMIN)


async def test_nobody_else_chooses(bench: Bench) -> None:
    asked = await drafted(bench)
    for press in ("s:al:1:1", "s:ao:1:1"):
        await bench.play(bench.press(NEWCOMER, press))
    assert await audience(asked) == SurveyAudience()
    async with bench.store.look() as uow:
        assert len(await uow.records.audited(9, refused=True)) == 2
