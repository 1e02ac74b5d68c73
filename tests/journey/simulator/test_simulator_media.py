"""Files both ways."""

import struct

import pytest
from telegram import Bot, InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest

from bot.simulator.client import SimulatorClient, SimulatorError, SimUser


def png(width: int = 40, height: int = 30) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + header + b"\0" * 4


async def test_a_photo_from_the_bot(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    sent = await bot.send_photo(maryam.id, png(), caption="<b>نمودار</b>", parse_mode="HTML")
    assert (sent.photo[-1].width, sent.photo[-1].height) == (40, 30)
    assert sent.caption == "نمودار"
    assert sent.caption_entities[0].type == "bold"
    seen = await maryam.wait_for(lambda message: message.photo is not None)
    assert await sim.download(seen.photo) == png()
    again = await bot.send_photo(maryam.id, sent.photo[-1].file_id)
    assert again.photo == sent.photo


async def test_a_document_from_the_bot(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    sent = await bot.send_document(maryam.id, b"sheet", filename="فهرست.xlsx", caption="فهرست کامل")
    assert sent.document.file_name == "فهرست.xlsx"
    seen = await maryam.wait_for(lambda message: message.document is not None)
    assert await sim.download(seen.document) == b"sheet"
    edited = await sent.edit_caption("فهرست تازه")
    assert edited.caption == "فهرست تازه"


async def test_a_voice_and_a_place_from_the_bot(bot: Bot, maryam: SimUser) -> None:
    assert (await bot.send_voice(maryam.id, b"OggS", duration=4)).voice.duration == 4
    assert (await bot.send_location(maryam.id, 36.3, 59.6)).location.latitude == 36.3
    with pytest.raises(BadRequest):
        await bot.send_location(maryam.id, 136.3, 59.6)


async def test_an_album(bot: Bot, maryam: SimUser) -> None:
    album = [InputMediaPhoto(png(), caption="یک"), InputMediaPhoto(png(50, 50))]
    sent = await bot.send_media_group(maryam.id, album)
    assert [message.caption for message in sent] == ["یک", None]
    assert len({message.media_group_id for message in sent}) == 1
    files = [InputMediaDocument(b"a", filename="a.csv"), InputMediaDocument(b"b", filename="b.csv")]
    assert [m.document.file_name for m in await bot.send_media_group(maryam.id, files)] == ["a.csv", "b.csv"]
    with pytest.raises(BadRequest, match=r"(?i)2-10"):
        await bot.send_media_group(maryam.id, album[:1])


@pytest.mark.parametrize("content", [b"no picture", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"])
async def test_what_is_no_photo(content: bytes, bot: Bot, maryam: SimUser) -> None:
    with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
        await bot.send_photo(maryam.id, content)


async def test_other_refused_files(bot: Bot, maryam: SimUser) -> None:
    with pytest.raises(BadRequest, match=r"(?i)caption is too long"):
        await bot.send_photo(maryam.id, png(), caption="ا" * 1025)
    with pytest.raises(BadRequest, match=r"(?i)wrong remote file identifier"):
        await bot.send_document(maryam.id, "no-such-id")
    with pytest.raises(BadRequest, match=r"(?i)HTTP URL"):
        await bot.send_photo(maryam.id, "https://example.org/x.png")
    with pytest.raises(BadRequest, match=r"(?i)dimensions"):
        await bot.send_photo(maryam.id, png(9000, 9000))


async def test_files_from_a_person(bot: Bot, maryam: SimUser) -> None:
    await maryam.send_photo(png(), "چالهٔ خیابان")
    await maryam.send_document(b"%PDF", "نامه.pdf")
    await maryam.send_voice(b"OggS")
    await maryam.send_location(36.3, 59.6)
    photo, document, voice, place = [update.message for update in await bot.get_updates(offset=-4)]
    assert photo.caption == "چالهٔ خیابان"
    file = await bot.get_file(photo.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == png()
    assert document.document.file_name == "نامه.pdf"
    assert voice.voice.mime_type == "audio/ogg"
    assert place.location.longitude == 59.6
    with pytest.raises(SimulatorError, match=r"(?i)no picture"):
        await maryam.send_photo(b"text")


async def test_large_files_are_not_for_download(bot: Bot, maryam: SimUser) -> None:
    await maryam.send_document(bytes(21 * 1024 * 1024), "big.bin")
    document = (await bot.get_updates(offset=-1))[0].message.document
    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await bot.get_file(document.file_id)
