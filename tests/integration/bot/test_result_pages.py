"""Results of surveys and one's own data are read after the turn, and counted again only when something came."""

from collections.abc import Sequence

import pytest

from backend.domain.survey import Survey
from backend.domain.survey_tally import Tally
from backend.services import survey_results
from bot.result_pages import Page, Wish
from tests.integration.bot.conftest import Bench
from tests.integration.bot.surveys import Asked
from tests.integration.bot.test_errands import turns, waiting
from tests.integration.bot.test_survey_results import ADMIN, MEMBER, STRANGER, a_response, asked, pressed

__all__ = ["asked"]
PAGES = ("r:show:1", "r:qs:1:0", "r:q:1:0", "r:by:1:1:d", "r:who:1", "r:off:1", "r:pic:1", "r:chart:1:0")


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The surveys that were counted, one entry for each time."""
    found: list[int] = []
    count = survey_results.count

    async def noting(uow: object, survey: Survey) -> Tally:
        found.append(survey.number)
        return await count(uow, survey)  # type: ignore[arg-type]

    monkeypatch.setattr(survey_results, "count", noting)
    return found


async def turn(bench: Bench, chat: int, presses: Sequence[str]) -> None:
    """Work presses, and leave undone what they wish for."""
    await bench.intake.keep([bench.press(chat, data) for data in presses])
    await turns(bench)


async def test_no_turn_counts_answers(asked: Asked, counted: list[int]) -> None:
    await turn(asked.bench, ADMIN, PAGES)
    assert counted == []
    assert await waiting(asked.bench.store) == len(PAGES)
    await asked.bench.work()
    assert await waiting(asked.bench.store) == 0
    assert counted == [1], "eight pages of one survey are counted once"


async def test_an_answer_that_came_since_is_counted(asked: Asked, counted: list[int]) -> None:
    assert "پاسخ کامل: ۲۴ نفر" in await pressed(asked, "r:show:1")
    async with asked.bench.store.begin() as uow:
        uow.surveys.add_response(a_response(asked, 20, finished_on=uow.now))
        await uow.commit()
    assert "پاسخ کامل: ۲۵ نفر" in await pressed(asked, "r:show:1")
    assert "پاسخ کامل: ۲۵ نفر" in await pressed(asked, "r:show:1", MEMBER)
    assert counted == [1, 1]


async def test_who_was_asked_or_stopped_since_is_counted_too(asked: Asked, counted: list[int]) -> None:
    await pressed(asked, "r:off:1")
    async with asked.bench.store.begin() as uow:
        uow.answering.begun(asked.survey.id, await asked.person(STRANGER), uow.now)
        uow.answering.draw(asked.survey.id, [await asked.person(STRANGER)])
        uow.answering.begun(asked.survey.id, await asked.person(STRANGER), uow.now)
        await uow.commit()
    await pressed(asked, "r:off:1")
    assert counted == [1, 1]


async def test_a_page_takes_the_place_of_the_one_whose_button_was_pressed(asked: Asked) -> None:
    await asked.bench.play(asked.bench.press(ADMIN, "r:who:1", message_id=77))
    await asked.bench.send()
    method, fields, _ = [call for call in asked.bench.api.calls if call[1].get("chat_id") == ADMIN][-1]
    assert (method, fields["message_id"]) == ("editMessageText", 77)
    await asked.bench.play(asked.bench.message(ADMIN, "/results 1"))
    await asked.bench.send()
    assert [call[0] for call in asked.bench.api.calls if call[1].get("chat_id") == ADMIN][-1] == "sendMessage"


async def test_who_may_not_see_results_leaves_no_errand(asked: Asked) -> None:
    await turn(asked.bench, STRANGER, PAGES)
    assert await waiting(asked.bench.store) == 0


async def test_ones_own_data_are_collected_after_the_turn_and_name_nobody_meanwhile(asked: Asked) -> None:
    await turn(asked.bench, MEMBER, ["f:data"])
    assert not [method for method, _, _ in asked.bench.api.calls if method == "sendDocument"]
    async with asked.bench.store.look() as uow:
        errand = await uow.errands.next(())
    assert errand is not None
    assert errand.data == {"language": "fa"}
    await asked.bench.work()
    await asked.bench.send()
    names = [file[1] for method, _, file in asked.bench.api.calls if method == "sendDocument" and file]
    assert names == ["hamandish.html", "hamandish.json"]


async def test_data_that_were_asked_for_are_not_collected_for_who_was_forgotten(asked: Asked) -> None:
    await turn(asked.bench, MEMBER, ["f:data"])
    await turn(asked.bench, MEMBER, ["f:gone:keep"])
    assert await waiting(asked.bench.store) == 0
    await asked.bench.work()
    await asked.bench.send()
    assert not [method for method, _, _ in asked.bench.api.calls if method == "sendDocument"]


@pytest.mark.parametrize("wish", [Wish(Page.SUMMARY), Wish(Page.QUESTIONS, 3), Wish(Page.TABLE, 1, "d")])
def test_a_wish_is_kept_and_read(wish: Wish) -> None:
    assert Wish.read(wish.written()) == wish
