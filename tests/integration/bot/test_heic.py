"""A picture of an iPhone, sent as a file: its sender hears what that means, and the group gets it."""

from typing import Any

from tests.integration.bot.conftest import Bench
from tests.integration.bot.test_intake import Platform, fetch, files
from tests.pictures import picture_in_boxes

MARYAM = 11


def picture(bench: Bench, **more: Any) -> dict[str, Any]:
    body = {"file_id": "h", "file_unique_id": "h", "file_size": 2_000, "mime_type": "image/heic"}
    return bench.message(MARYAM, "", document=body, **more)


async def test_it_is_kept_and_its_sender_hears_that_few_can_open_it(bench: Bench) -> None:
    await bench.play(picture(bench))
    (answer,) = await bench.heard(MARYAM)
    assert "کد پیگیری" in answer
    assert "قالب ویژهٔ آیفون" in answer
    raw = picture_in_boxes()
    assert await fetch(bench.store, Platform(raw)) == 1
    (file,) = await files(bench.store)
    assert (file.state, file.mime, file.name) == ("kept", "image/heic", f"hamandish-{file.id}.heic")
    async with bench.store.look() as uow:
        content = await uow.files.content(file.id)
    assert content is not None
    assert (len(content), b"Maryam" in content) == (len(raw), False)


async def test_it_is_said_also_where_words_came_with_it(bench: Bench) -> None:
    await bench.play(picture(bench, caption="چاله‌ای در خیابان ماست"))
    (answer,) = await bench.heard(MARYAM)
    assert "ثبت شد" in answer
    assert "قالب ویژهٔ آیفون" in answer
