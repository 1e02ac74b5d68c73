"""Pictures and files: words beside them are a concern, alone they are asked for words."""

import base64

from bot.simulator.client import SimUser
from tests.journey.acts import bare, code_in, has_code
from tests.journey.database import Database

_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


async def test_a_picture_with_a_caption_is_a_concern(citizen: SimUser, db: Database) -> None:
    await citizen.send_photo(_PIXEL, "این درخت خشک روی کابل برق افتاده است")
    answer = await citizen.wait_for(has_code)
    kept = db.value("SELECT text FROM concern WHERE code = ?", bare(code_in(answer)))
    assert kept == "این درخت خشک روی کابل برق افتاده است"


async def test_files_alone_get_a_code_and_wait_for_words(citizen: SimUser, db: Database) -> None:
    await citizen.send_photo(_PIXEL)
    answer = await citizen.wait_for(has_code)
    assert "در چند کلمه بنویسید" in answer.text
    assert db.value("SELECT state FROM concern WHERE code = ?", bare(code_in(answer))) == "unheard"


async def test_a_point_alone_waits_for_words(citizen: SimUser, db: Database) -> None:
    await citizen.send_location(36.3, 59.6)
    assert "بنویسید آنجا چه شده است" in (await citizen.wait_for()).text
    kept = "SELECT count(*) FROM concern k JOIN contact c ON c.person_id = k.person_id WHERE c.chat_id = ?"
    assert db.value(kept, citizen.id) == 0


async def test_a_phone_number_is_not_kept(citizen: SimUser, db: Database) -> None:
    await citizen.send_contact()
    assert "نمی‌توانیم نگه داریم" in (await citizen.wait_for()).text
    assert db.holders_of("+98915") == []
