"""Playing people: the client, bulk talk, bounded memory, the process of its own."""

import asyncio
import signal
import sys

import aiohttp
import pytest
from telegram import Bot

from bot.simulator.client import NothingCameError, SimulatorClient, SimulatorError, SimUser
from bot.simulator.server import SimulatorServer, running_simulator
from bot.simulator.world import Settings


async def test_waiting_looks_only_at_what_came_after_the_last_act(bot: Bot, maryam: SimUser) -> None:
    await bot.send_message(maryam.id, "پاسخ کهنه")
    await maryam.say("پرسش")
    with pytest.raises(NothingCameError, match="no fitting message"):
        await maryam.wait_for(timeout=0.2)
    assert (await maryam.wait_for(since=0)).text == "پاسخ کهنه"
    waiting = asyncio.create_task(maryam.wait_for(lambda message: "تازه" in message.text))
    await asyncio.sleep(0.1)
    await bot.send_message(maryam.id, "چیز دیگر")
    await bot.send_message(maryam.id, "پاسخ تازه")
    assert (await waiting).text == "پاسخ تازه"


async def test_the_failure_names_what_came_instead(bot: Bot, maryam: SimUser) -> None:
    await bot.send_message(maryam.id, "نشناختم")
    with pytest.raises(NothingCameError, match="نشناختم"):
        await maryam.wait_for(lambda message: "کد پیگیری" in message.text, timeout=0.2)


async def test_deep_links(bot: Bot, sim: SimulatorClient) -> None:
    user = await sim.user("حسین احمدی")
    await user.start("invite_7fQ")
    assert (await bot.get_updates())[0].message.text == "/start invite_7fQ"


async def test_a_person_edits_only_an_own_message(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    said = await maryam.say("چاله")
    await maryam.edit(said, "چالهٔ بزرگ")
    update = (await bot.get_updates(offset=-1))[0]
    assert update.edited_message.text == "چالهٔ بزرگ"
    assert update.edited_message.message_id == said.id
    await bot.send_message(maryam.id, "پاسخ")
    answer = await maryam.wait_for()
    with pytest.raises(SimulatorError, match="of one's own"):
        await maryam.edit(answer, "دستکاری")


@pytest.mark.parametrize("text", ["", "   ", "ا" * 4097])
async def test_what_an_app_would_not_send(text: str, maryam: SimUser) -> None:
    with pytest.raises(SimulatorError, match="1 to 4096"):
        await maryam.say(text)


async def test_unknown_people_and_chats_are_refused(sim: SimulatorClient) -> None:
    with pytest.raises(SimulatorError, match="no person"):
        await sim.post("say", user=5, text="سلام")
    with pytest.raises(SimulatorError, match="no chat"):
        await sim.messages(5)
    with pytest.raises(SimulatorError, match="needs a name"):
        await sim.user("  ")
    with pytest.raises(SimulatorError, match="must be a number"):
        await sim.post("say", text="سلام")


async def test_many_texts_at_once_keep_their_order(bot: Bot, sim: SimulatorClient) -> None:
    assert await sim.say_bulk((5000 + number % 10, f"پیام {number}") for number in range(250)) == 250
    got: list[str] = []
    offset = 0
    while updates := await bot.get_updates(offset=offset):
        got += [update.message.text for update in updates]
        offset = updates[-1].update_id + 1
    assert got == [f"پیام {number}" for number in range(250)]
    assert (await sim.stats())["confirmed_updates"] == 250


async def test_memory_is_bounded_in_load_runs() -> None:
    async with (
        running_simulator(Settings(keep=3, log_calls=0)) as server,
        SimulatorClient(server.url) as sim,
        aiohttp.ClientSession() as http,
    ):
        user = await sim.user("مریم رضایی")
        await user.start()
        for number in range(10):
            body = {"chat_id": user.id, "text": f"پاسخ {number}"}
            async with http.post(f"{server.url}/bot{server.token}/sendMessage", json=body) as answer:
                assert answer.status == 200
        assert [message.text for message in await user.messages()] == ["پاسخ 7", "پاسخ 8", "پاسخ 9"]
        assert await sim.calls() == []
        assert (await sim.stats())["counts"]["sendMessage"] == {"ok": 10}


async def test_files_are_never_shown_as_pages(server: SimulatorServer, sim: SimulatorClient, maryam: SimUser) -> None:
    sent = await maryam.send_document(b"<script>alert(1)</script>", "page.html")
    async with aiohttp.ClientSession() as http, http.get(f"{server.url}/sim/files/{sent.document.id}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    async with aiohttp.ClientSession() as http, http.get(f"{server.url}/static/%2e%2e/server.py") as answer:
        assert answer.status in (403, 404)


async def test_as_a_process_of_its_own() -> None:
    program = "import typer; from bot.simulator.cli import simulate; typer.run(simulate)"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, "--port", "0", "--latency", "0.01", stdout=asyncio.subprocess.PIPE
    )
    try:
        lines = [(await process.stdout.readline()).decode().strip() for _ in range(3)]
        settings = dict(line.split("=", 1) for line in lines[1:])
        url, token = settings["HAMANDISH_BOT_API_URL"], settings["HAMANDISH_BOT_TOKEN"]
        async with aiohttp.ClientSession() as http, http.get(f"{url}/bot{token}/getMe") as answer:
            assert (await answer.json())["result"]["is_bot"] is True
        async with SimulatorClient(url) as sim:
            assert (await sim.get("faults"))["latency"] == 0.01
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 10) == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
