"""Four weeks after «done» people are asked whether it is; enough «no» opens the issue again."""

import asyncio

from sqlalchemy import text

from backend.domain.errors import QuestionClosed
from backend.domain.following import Verdict
from backend.domain.issue import Issue, IssueState
from backend.jobs import tasks
from backend.services import outcomes
from tests.builders import a_city, a_contact, a_group
from tests.integration.bot.conftest import Bench
from tests.integration.bot.loop import NOTICES, brought_up, heard, only_issue, set_state, weeks_pass

PEOPLE = (71, 72, 73)
CHAT = -500


async def done_long_ago(bench: Bench) -> tuple[Issue, int]:
    async with bench.store.begin() as uow:
        contact = a_contact(chat_id=CHAT)
        uow.people.add_contact(contact)
        uow.groups.add(a_group(contact_id=contact.id))
        await uow.commit()
    issue = await brought_up(bench, *PEOPLE)
    await set_state(bench, issue, IssueState.DONE, "آسفالت شد")
    assert await tasks.ask_whether_done(bench.store, a_city(), NOTICES) == 0, "not before four weeks"
    await weeks_pass(bench)
    assert await tasks.ask_whether_done(bench.store, a_city(), NOTICES) == 1
    async with bench.store.look() as uow:
        check_id = await uow._collector.value(text("SELECT id FROM outcome_check"))
    return issue, int(check_id)


async def test_everybody_behind_it_is_asked_once(bench: Bench) -> None:
    await done_long_ago(bench)
    assert await tasks.ask_whether_done(bench.store, a_city(), NOTICES) == 0
    for chat in PEOPLE:
        assert len([one for one in await heard(bench, chat) if "واقعاً درست شد؟" in one]) == 1


async def test_enough_noes_open_it_again_and_tell_the_group_and_the_people(bench: Bench) -> None:
    _, check_id = await done_long_ago(bench)
    await bench.play(bench.press(71, f"f:check:{check_id}:yes"))
    await bench.play(bench.press(72, f"f:check:{check_id}:no"), bench.press(72, f"f:check:{check_id}:no"))
    assert (await only_issue(bench)).state is IssueState.DONE, "one person's no is one, however often it is pressed"
    await bench.play(bench.press(73, f"f:check:{check_id}:no"))
    assert (await only_issue(bench)).state is IssueState.UNDER_STUDY
    assert len([one for one in await heard(bench, CHAT) if "دوباره باز شد" in one]) == 1
    assert any("در دست بررسی" in one for one in await heard(bench, 71))
    await bench.play(bench.press(71, f"f:check:{check_id}:no"))
    assert "این پرسش بسته شده است" in str(bench.api.toasts()[-1])


async def test_an_answer_may_be_changed(bench: Bench) -> None:
    _, check_id = await done_long_ago(bench)
    for verdict in ("no", "yes", "unsure"):
        await bench.play(bench.press(71, f"f:check:{check_id}:{verdict}"))
    async with bench.store.look() as uow:
        tally = await uow.following.tally(check_id)
    assert (tally.yes, tally.no, tally.unsure) == (0, 0, 1)


async def test_a_stranger_and_a_made_up_answer_are_refused(bench: Bench) -> None:
    _, check_id = await done_long_ago(bench)
    await bench.play(bench.press(99, f"f:check:{check_id}:no"), bench.press(71, f"f:check:{check_id}:maybe"))
    async with bench.store.look() as uow:
        assert (await uow.following.tally(check_id)).answers == 0


async def test_an_issue_that_moved_on_is_not_asked_about(bench: Bench) -> None:
    issue = await brought_up(bench, *PEOPLE)
    await set_state(bench, issue, IssueState.DONE, "")
    await set_state(bench, issue, IssueState.IN_PROGRESS, "")
    await weeks_pass(bench)
    assert await tasks.ask_whether_done(bench.store, a_city(), NOTICES) == 0


async def test_two_who_say_no_at_the_same_moment_open_it_once(bench: Bench) -> None:
    issue, check_id = await done_long_ago(bench)
    async with bench.store.look() as uow:
        ids = [one.person_id for one in await uow.concerns.page(0, 10)]
        persons = await uow.people.persons([one for one in ids if one is not None])

    async def say_no(person_id: int) -> bool:
        async with bench.store.begin() as uow:
            try:
                found = await outcomes.answer(uow, a_city(), NOTICES, persons[person_id], check_id, Verdict.NO)
            except QuestionClosed:
                return False
            await asyncio.sleep(0.05)
            await uow.commit()
        return found.reopened

    opened = await asyncio.gather(*(say_no(person_id) for person_id in persons))
    assert sum(opened) == 1
    assert (await only_issue(bench)).state is IssueState.UNDER_STUDY
    assert issue.id == (await only_issue(bench)).id
