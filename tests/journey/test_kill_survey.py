"""`kill -9` while people answer a survey: every answer is kept once, everybody goes on where they were."""

import asyncio
import json
import random
from pathlib import Path

import pytest

from backend.domain.survey import Question, Survey
from bot.simulator.client import SimUser
from bot.simulator.faults import Faults
from tests.journey.database import Database
from tests.journey.product import show
from tests.journey.surveys import MODES, K, asks, open_survey, publish
from tests.journey.town import ADMIN_ID, OwnTown, own_town

_SEED = 14050901
_PEOPLE, _KILLS, _PATIENCE = 20, 3, 120.0
QUESTIONS = (
    Question("how", K.ONE, "با چه می‌روید؟", options=MODES),
    Question("points", K.SCALE, "چه نمره‌ای؟"),
    Question("people", K.NUMBER, "چند نفرید؟"),
    Question("car", K.YES_NO, "خودرو دارید؟"),
    Question("district", K.DISTRICT, "کدام منطقه؟"),
)


@pytest.mark.kill
@pytest.mark.timeout(300)
async def test_a_survey_goes_on_over_kills(tmp_path: Path) -> None:
    chance = random.Random(_SEED)
    async with own_town(tmp_path, Faults(latency=0.03)) as town:
        admin = await town.sim.user("مدیر هم‌اندیش", id=ADMIN_ID)
        await admin.start()
        await admin.wait_for(lambda message: bool(message.keyboard))
        survey = await publish(town, *QUESTIONS, title="در میان قطع برق")
        people = [await town.sim.user(f"شهروند {number}") for number in range(_PEOPLE)]
        answering = asyncio.gather(*(_answer(user, number, survey) for number, user in enumerate(people)))
        moments = []
        for number in range(_KILLS):
            # Somewhere in the crowd's answers, each time further on.
            worked = 40 + 35 * number + chance.randrange(10)
            await town.db.until(f"SELECT count(*) >= {worked} FROM inbox WHERE state = 'done'", seconds=60)
            await town.product.kill()
            moments.append(_figures(town.db))
            await town.product.start()
        await answering
        await _finished(town, moments)


async def _finished(town: OwnTown, moments: list[str]) -> None:
    await town.settled()
    kept = [json.loads(row) for row in town.db.column("SELECT answers FROM survey_response")]
    show(f"seed {_SEED}, {_KILLS} kills, {_PEOPLE} people, {len(QUESTIONS)} questions", *moments)
    show(f"  in the end: {len(kept)} responses, {_figures(town.db)}")
    assert sorted(kept, key=lambda one: one["people"]) == [_answers(number) for number in range(_PEOPLE)]
    assert town.db.value("SELECT count(DISTINCT person_id) FROM survey_response") == _PEOPLE
    assert town.db.value("SELECT count(*) FROM survey_draft") == 0
    assert town.db.value("SELECT count(*) FROM survey_participation WHERE finished_at IS NOT NULL") == _PEOPLE
    assert town.db.value("SELECT count(*) FROM inbox WHERE state != 'done'") == 0


def _answers(number: int) -> dict[str, object]:
    mode, points = MODES[number % 3], number % 5 + 1
    return {"how": mode.code, "points": points, "people": number, "car": "yes", "district": "9"}


async def _answer(user: SimUser, number: int, survey: Survey) -> None:
    asked = await open_survey(user, survey)
    await user.press(asked, MODES[number % 3].title)
    asked = await user.wait_for(asks(2), timeout=_PATIENCE)
    await user.press(asked, f"q:a:{survey.id}:1:1:{number % 5 + 1}")
    await user.wait_for(asks(3), timeout=_PATIENCE)
    await user.say(str(number))
    asked = await user.wait_for(asks(4), timeout=_PATIENCE)
    await user.press(asked, "بله")
    await user.wait_for(asks(5), timeout=_PATIENCE)
    await user.say("منطقهٔ ۹")
    await user.wait_for(lambda message: "ثبت شد" in message.text, timeout=_PATIENCE)


def _figures(db: Database) -> str:
    done = db.value("SELECT count(*) FROM survey_response")
    open_drafts = db.value("SELECT count(*) FROM survey_draft")
    waiting = db.value("SELECT count(*) FROM inbox WHERE state = 'new'")
    return f"{done} finished, {open_drafts} on their way, {waiting} updates waiting"
