"""What the tests of the loop do again and again at the bench."""

from datetime import timedelta

from sqlalchemy import text, update

from backend.domain.concern import Concern
from backend.domain.issue import Issue, IssueState
from backend.jobs import tasks
from backend.services import notices
from backend.storage import tables as t
from bot.notices import ChatNotices
from tests.builders import a_city
from tests.fakes import FakeGatherer
from tests.integration.bot.conftest import Bench

NOTICES = ChatNotices(a_city())


async def gathered(bench: Bench, gatherer: FakeGatherer | None = None) -> None:
    await tasks.gather(bench.store, gatherer or FakeGatherer(bench.store), NOTICES)


async def concerns_of(bench: Bench) -> list[Concern]:
    async with bench.store.look() as uow:
        return await uow.concerns.page(0, 100)


async def only_issue(bench: Bench) -> Issue:
    async with bench.store.look() as uow:
        (issue,) = [one for one in await uow.issues.page(0, 10) if not one.is_merged]
    return issue


async def brought_up(bench: Bench, *chats: int) -> Issue:
    """Let people write of the same thing; return the issue."""
    await bench.play(*(bench.message(chat, "چاله‌ای در خیابان ماست") for chat in chats))
    await gathered(bench)
    return await only_issue(bench)


async def set_state(bench: Bench, issue: Issue, state: IssueState, reason: str) -> int:
    async with bench.store.begin() as uow:
        uow.issues.change(issue.id, state=state.value)
        changed = (await uow.issues.by_ids([issue.id]))[issue.id]
        told = await notices.tell_state(uow, a_city(), NOTICES, changed, reason)
        await uow.commit()
    return told


async def next_morning(bench: Bench) -> None:
    """Let what waits for the morning be due."""
    async with bench.store.begin() as uow:
        await uow._collector.run(update(t.outbox).values(due_at=uow.now - timedelta(seconds=1)))
        await uow.commit()


async def weeks_pass(bench: Bench) -> None:
    """Let everything that was announced and asked be four weeks older."""
    async with bench.store.begin() as uow:
        await uow._collector.run(text("UPDATE announcement SET at = at - 2419300000"))
        await uow.commit()


async def heard(bench: Bench, chat: int) -> list[str]:
    await next_morning(bench)
    return await bench.heard(chat)
