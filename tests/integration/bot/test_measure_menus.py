"""Measures and a group's rules are found by buttons alone: nobody has to know a command."""

import pytest

from tests.integration.bot.conftest import Bench
from tests.integration.bot.desk_town import (
    ADMIN,
    DISTRICT,
    MEMBER,
    OF_ORGANISATION,
    SECRETARY,
    STRANGER,
    DeskTown,
    a_desk_town,
)

MEASURES, RULES = "💡 راهکارها", "⚖️ شیوهٔ تصمیم"


@pytest.fixture
async def town(bench: Bench) -> DeskTown:
    return await a_desk_town(bench)


async def keyboard(town: DeskTown, who: int) -> set[str]:
    await town.say(who, "/help")
    shown = [call for _, call, _ in town.bench.api.calls if call.get("chat_id") == who][-1]
    return {key["text"] for row in shown["reply_markup"]["keyboard"] for key in row}


async def test_a_members_keyboard_leads_to_measures_and_rules(town: DeskTown) -> None:
    assert {MEASURES, RULES} <= await keyboard(town, MEMBER)
    assert not {MEASURES, RULES} & await keyboard(town, STRANGER)
    await town.say(MEMBER, MEASURES)
    assert "راهکارهای «کارگروه منطقهٔ ۹»" in town.last(MEMBER)
    await town.say(MEMBER, RULES)
    assert "شیوهٔ تصمیم «کارگروه منطقهٔ ۹»" in town.last(MEMBER)
    assert town.buttons(MEMBER) == [], "a member sees the rules and does not set them"


@pytest.mark.parametrize("who", [ADMIN, SECRETARY])
async def test_the_menu_of_who_runs_the_service_leads_to_every_group(town: DeskTown, who: int) -> None:
    await town.say(who, "⚙️ مدیریت")
    assert {"x:measures", "x:deciding"} <= set(town.buttons(who))
    await town.press(who, "x:measures")
    assert town.buttons(who) == [f"x:list:{number}:open:0" for number in town.groups]
    await town.press(who, "x:list", DISTRICT, "open", 0)
    assert "راهکارهای" in town.last(who)
    await town.press(who, "x:deciding")
    assert town.buttons(who) == [f"x:rules:{number}" for number in town.groups]
    await town.press(who, "x:rules", DISTRICT)
    assert any(data.startswith("x:quorum") for data in town.buttons(who)) is (who == ADMIN)


async def test_nobody_else_comes_in_by_these_buttons(town: DeskTown) -> None:
    await town.press(STRANGER, "x:measures")
    assert "عضو کارگروهی نیستید" in town.last(STRANGER)
    assert "در اختیار شما نیست" in await town.press(STRANGER, "x:rules", DISTRICT)
    assert "در اختیار شما نیست" in await town.press(OF_ORGANISATION, "x:list", DISTRICT, "open", 0)
    assert await town.refused() == [("see-measures", f"group {DISTRICT}"), ("see-rules", f"group {DISTRICT}")]
