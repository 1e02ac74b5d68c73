"""A ban is silent also in the data that people are handed, and a moderator is handed nothing of others."""

import json

import pytest

from backend.domain.concern import ConcernState
from backend.domain.people import Role
from backend.services import people
from tests.integration.bot.conftest import Bench
from tests.integration.bot.test_moderation import FOUL, PLAIN, concern_ids

MODERATOR, BANNED, OTHER = 2, 3, 4


@pytest.fixture(autouse=True)
async def moderator(bench: Bench) -> None:
    async with bench.store.begin() as uow:
        _, person = people.meet(uow, "telegram", MODERATOR)
        uow.people.grant(person.id, Role.MODERATOR)
        await uow.commit()


async def files_of(bench: Bench, chat: int) -> dict[str, str]:
    await bench.play(bench.press(chat, "f:data"))
    await bench.send()
    return {
        file[1]: file[2].decode()
        for method, fields, file in bench.api.calls
        if method == "sendDocument" and file and fields["chat_id"] == chat
    }


async def ban(bench: Bench) -> int:
    """Ban somebody for what they wrote; return the number of the person."""
    await bench.play(bench.message(BANNED, FOUL))
    (concern_id,) = await concern_ids(bench, ConcernState.WITHHELD)
    await bench.play(bench.press(MODERATOR, f"a:banned:{concern_id}"))
    async with bench.store.look() as uow:
        (banned,) = await uow.moderation.banned(10)
    return banned.person_id


async def test_who_is_banned_is_handed_what_anybody_is(bench: Bench) -> None:
    await ban(bench)
    await bench.play(bench.message(OTHER, PLAIN), bench.message(BANNED, PLAIN))
    banned, other = await files_of(bench, BANNED), await files_of(bench, OTHER)
    of_banned, of_other = json.loads(banned["hamandish.json"]), json.loads(other["hamandish.json"])
    assert of_banned.keys() == of_other.keys()
    assert "audit" not in of_banned
    assert len(of_banned["concern"]) == 2
    assert of_banned["concern"][-1].keys() == of_other["concern"][-1].keys()
    assert of_banned["left_out"] == of_other["left_out"] == ["ban", "concern.state", "contact.chat_id", "withheld"]
    told = banned["hamandish.json"].replace('"ban"', "").replace('"withheld"', "") + banned["hamandish.html"]
    assert not any(word in told for word in ("banned", "withheld", "offensive"))
    for page in (banned["hamandish.html"], other["hamandish.html"]):
        assert "یادداشت‌های بازبینی" in page, "it is said to everybody that something is left out, and why"


async def test_a_moderator_is_handed_no_words_of_others(bench: Bench) -> None:
    person_id = await ban(bench)
    await bench.send()
    files = await files_of(bench, MODERATOR)
    assert not any(FOUL in file for file in files.values())
    assert str(person_id) not in files["hamandish.json"]


async def test_the_words_of_privacy_say_what_is_left_out(bench: Bench) -> None:
    await bench.play(bench.message(OTHER, "/privacy"))
    assert "یادداشت ناظر در «دادهٔ من» نمی‌آید" in (await bench.heard(OTHER))[-1]
