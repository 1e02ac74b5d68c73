"""Files, albums, pins and several messages in a row, from the update to the row."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, text, update

from backend.cleaning import clean
from backend.domain.concern import Concern, ConcernState
from backend.domain.enclosure import ConcernFile
from backend.domain.people import Role
from backend.jobs import tasks
from backend.storage import tables as t
from backend.storage.leadership import SoleLeadership
from backend.storage.tables import metadata
from backend.storage.unit_of_work import SqlStore
from bot.api import NotSent, Rejected
from bot.fetcher import Fetcher
from tests.builders import a_reading
from tests.fakes import FakeGatherer
from tests.integration.bot.conftest import Bench
from tests.pictures import photo_with_exif

MARYAM, REZA = 5551234567, 5557654321
_POTHOLE, _BUS = "چالهٔ خیابان سناباد", "اتوبوس دیر می‌آید"


@pytest.fixture(autouse=True)
def readings(bench: Bench) -> None:
    bench.reader.readings |= {
        _BUS: a_reading("bus", redacted=_BUS),
        "نزدیک نانوایی": a_reading(None, redacted="نزدیک نانوایی"),
        "سناباد": a_reading("nothing", redacted="سناباد", district="1", locality="سناباد"),
    }


async def concerns(store: SqlStore) -> list[Concern]:
    async with store.look() as uow:
        ids = [row[0] for row in await uow._collector.rows(select(t.concern.c.id).order_by(t.concern.c.id))]  # type: ignore[attr-defined]
        found = [await uow.concerns.by_id(one) for one in ids]
    return [one for one in found if one is not None and one.state is not ConcernState.DELETED]


async def files(store: SqlStore) -> list[ConcernFile]:
    return [file for one in await concerns(store) for file in await _files(store, one.id)]


async def _files(store: SqlStore, concern_id: int) -> Sequence[ConcernFile]:
    async with store.look() as uow:
        return await uow.files.of_concern(concern_id)


def photo(bench: Bench, chat_id: int, caption: str = "", **more: Any) -> dict[str, Any]:
    size = {"file_id": f"photo-{bench._updates}", "file_unique_id": "u", "width": 9, "height": 9, "file_size": 90}
    return bench.message(chat_id, "", photo=[size], **({"caption": caption} if caption else {}), **more)


def voice(bench: Bench, chat_id: int) -> dict[str, Any]:
    body = {"file_id": "voice-1", "file_unique_id": "v", "duration": 3, "mime_type": "audio/ogg", "file_size": 50}
    return bench.message(chat_id, "", voice=body)


def pin(bench: Bench, chat_id: int, latitude: float = 36.123456789, longitude: float = 59.5) -> dict[str, Any]:
    return bench.message(chat_id, "", location={"latitude": latitude, "longitude": longitude})


async def grow_older(store: SqlStore, chat_id: int, by: timedelta) -> None:
    """Let the open concern of somebody have been told earlier."""
    async with store.begin() as uow:
        contact = (await uow.people.contacts_at("telegram", [chat_id]))[chat_id]
        ((data,),) = await uow._collector.rows(select(t.dialogue.c.data).where(t.dialogue.c.contact_id == contact.id))  # type: ignore[attr-defined]
        data = data | {"at": str(int(data["at"]) - int(by.total_seconds()))}
        await uow._collector.run(update(t.dialogue).where(t.dialogue.c.contact_id == contact.id).values(data=data))  # type: ignore[attr-defined]
        await uow.commit()


async def test_an_album_is_one_concern_with_one_answer(bench: Bench) -> None:
    await bench.play(*(photo(bench, MARYAM, _POTHOLE if n == 0 else "", media_group_id="7") for n in range(4)))
    (one,) = await concerns(bench.store)
    assert (one.text, one.state) == (_POTHOLE, ConcernState.RECEIVED)
    assert len(await files(bench.store)) == 4
    (answer,) = await bench.heard(MARYAM)
    assert one.code[:4] in answer


async def test_two_matters_in_a_row_stay_two_and_may_be_joined(bench: Bench) -> None:
    await bench.play(bench.message(MARYAM, _POTHOLE))
    await bench.play(bench.message(MARYAM, _BUS))
    one, two = await concerns(bench.store)
    assert (one.topic, two.topic) == ("roads", "bus")
    for _ in range(2):
        await bench.play(bench.press(MARYAM, f"w:join:{two.id}:{one.id}"))
    (whole,) = await concerns(bench.store)
    assert (whole.id, whole.text) == (one.id, f"{_POTHOLE}\n{_BUS}")
    await bench.play(bench.message(MARYAM, two.code))
    assert one.code[:4] in (await bench.heard(MARYAM))[-1]


async def test_words_that_say_no_matter_join_and_may_be_parted(bench: Bench) -> None:
    await bench.play(bench.message(MARYAM, _POTHOLE), bench.message(MARYAM, "نزدیک نانوایی", message_id=70))
    (one,) = await concerns(bench.store)
    assert one.text == one.redacted == f"{_POTHOLE}\nنزدیک نانوایی"
    assert one.text not in bench.reader.read_texts, (
        "what says nothing new is not worth a reading within the transaction"
    )
    *_, said = await bench.heard(MARYAM)
    assert one.code[:4] in said
    async with bench.store.look() as uow:
        part = (await uow.parts.of(one.id))[-1]
    await bench.play(bench.press(MARYAM, f"w:apart:{one.id}:{part.id}"))
    first, second = await concerns(bench.store)
    assert (first.text, second.text, second.message_id) == (_POTHOLE, "نزدیک نانوایی", 70)
    assert first.code != second.code


async def test_after_three_minutes_or_when_finished_words_are_a_concern_of_their_own(bench: Bench) -> None:
    await bench.play(bench.message(MARYAM, _POTHOLE))
    await grow_older(bench.store, MARYAM, timedelta(minutes=4))
    await bench.play(bench.message(MARYAM, "نزدیک نانوایی"))
    *_, last = await concerns(bench.store)
    await bench.play(bench.press(MARYAM, f"w:done:{last.id}"), bench.message(MARYAM, "نزدیک نانوایی"))
    assert len(await concerns(bench.store)) == 3


async def test_a_reader_that_is_away_makes_no_two_concerns_one(bench: Bench) -> None:
    bench.reader.is_away = True
    await bench.play(bench.message(MARYAM, _POTHOLE), bench.message(MARYAM, _BUS))
    assert [one.text for one in await concerns(bench.store)] == [_POTHOLE, _BUS]


async def test_a_picture_without_words_gets_a_code_and_then_its_words(bench: Bench) -> None:
    await bench.play(photo(bench, MARYAM))
    (one,) = await concerns(bench.store)
    assert one.state is ConcernState.UNHEARD
    assert one.code[:4] in (await bench.heard(MARYAM))[0]
    await tasks.gather(bench.store, FakeGatherer(bench.store))
    assert (await concerns(bench.store))[0].state is ConcernState.UNHEARD
    await bench.play(bench.message(MARYAM, _POTHOLE))
    (one,) = await concerns(bench.store)
    assert (one.text, one.topic, one.state) == (_POTHOLE, "roads", ConcernState.RECEIVED)
    await tasks.gather(bench.store, FakeGatherer(bench.store))
    assert (await concerns(bench.store))[0].state is ConcernState.GATHERED


async def test_a_part_is_edited_within_the_hour(bench: Bench) -> None:
    first = bench.message(MARYAM, _POTHOLE, message_id=11)
    second = bench.message(MARYAM, "نزدیک نانوایی", message_id=12)
    await bench.play(first, second)
    bench._updates += 1
    changed = {"update_id": bench._updates, "edited_message": second["message"] | {"text": "سناباد"}}
    await bench.play(changed)
    (one,) = await concerns(bench.store)
    assert one.text == f"{_POTHOLE}\nسناباد"
    bench._updates += 1
    await bench.play({"update_id": bench._updates, "edited_message": first["message"] | {"text": _BUS}})
    (one,) = await concerns(bench.store)
    assert one.text == f"{_BUS}\nسناباد"


async def test_a_withheld_concern_is_not_set_free_by_what_is_added(bench: Bench) -> None:
    await bench.play(bench.message(MARYAM, _POTHOLE))
    (one,) = await concerns(bench.store)
    async with bench.store.begin() as uow:
        uow.concerns.change(one.id, state=ConcernState.WITHHELD.value)
        await uow.commit()
    await bench.play(bench.message(MARYAM, "نزدیک نانوایی"), pin(bench, MARYAM))
    (one,) = await concerns(bench.store)
    assert one.state is ConcernState.WITHHELD
    assert one.latitude == 36.12346


async def test_a_pin_before_the_words_waits_for_them(bench: Bench) -> None:
    await bench.play(pin(bench, MARYAM))
    assert await concerns(bench.store) == []
    await bench.play(bench.message(MARYAM, _POTHOLE))
    (one,) = await concerns(bench.store)
    assert (one.latitude, one.longitude) == (36.12346, 59.5)


async def test_a_changed_place_has_the_concern_gathered_anew(bench: Bench) -> None:
    gatherer = FakeGatherer(bench.store)
    await bench.play(bench.message(MARYAM, _POTHOLE))
    await tasks.gather(bench.store, gatherer)
    (one,) = await concerns(bench.store)
    await bench.play(bench.press(MARYAM, f"w:place:{one.id}"), bench.message(MARYAM, "سناباد"))
    (one,) = await concerns(bench.store)
    assert (one.district, one.locality, one.state, one.issue_id) == ("1", "سناباد", ConcernState.RECEIVED, None)
    assert one.text == _POTHOLE
    await tasks.gather(bench.store, gatherer)
    (one,) = await concerns(bench.store)
    assert one.state is ConcernState.GATHERED


async def test_a_strangers_press_touches_nothing(bench: Bench) -> None:
    await bench.play(
        bench.message(MARYAM, _POTHOLE), bench.message(MARYAM, "نزدیک نانوایی"), bench.message(MARYAM, _BUS)
    )
    one, two = await concerns(bench.store)
    async with bench.store.look() as uow:
        part = (await uow.parts.of(one.id))[-1]
    for data in (
        f"w:place:{one.id}",
        f"w:n:{one.id}:1:0",
        f"w:join:{two.id}:{one.id}",
        f"w:apart:{one.id}:{part.id}",
        f"w:done:{one.id}",
    ):
        await bench.play(bench.press(REZA, data))
    assert await concerns(bench.store) == [one, two]


async def test_only_moderators_hear_and_write_down(bench: Bench) -> None:
    await bench.play(voice(bench, MARYAM))
    (one,) = await concerns(bench.store)
    for data in (f"w:hear:{one.id}", "w:voices", f"w:next:{one.id}", f"w:unclear:{one.id}"):
        await bench.play(bench.press(REZA, data))
    await bench.play(bench.message(REZA, "/voices"))
    async with bench.store.look() as uow:
        refused = [entry for entry in await uow.records.audited(20) if not entry.allowed]
    assert {entry.act for entry in refused} == {"hear", "see-voices", "hear-nothing"}
    assert len(refused) == 5


async def test_a_voice_is_written_down_corrected_and_its_first_version_kept(bench: Bench) -> None:
    await bench.play(voice(bench, MARYAM), bench.message(REZA, "/start"))
    (one,) = await concerns(bench.store)
    await make_moderator(bench.store, REZA)
    for words in (_BUS, _POTHOLE):
        await bench.play(bench.press(REZA, f"w:hear:{one.id}"), bench.message(REZA, words))
    (kept,) = await concerns(bench.store)
    assert (kept.text, kept.topic, kept.state, kept.person_id) == (
        _POTHOLE,
        "roads",
        ConcernState.RECEIVED,
        one.person_id,
    )
    async with bench.store.look() as uow:
        assert await uow.parts.transcripts(one.id) == [_BUS, _POTHOLE]
        assert await uow.parts.count_unheard() == 0
    assert any(_POTHOLE in said for said in await bench.heard(MARYAM))


async def make_moderator(store: SqlStore, chat_id: int) -> None:
    async with store.begin() as uow:
        contact = (await uow.people.contacts_at("telegram", [chat_id]))[chat_id]
        assert contact.person_id is not None
        uow.people.grant(contact.person_id, Role.MODERATOR)
        await uow.commit()


class Platform:
    """Hands out one content under every name; `fails` are raised first."""

    def __init__(self, content: bytes, *fails: Exception) -> None:
        self.content = content
        self.fails = list(fails)
        self.asked = 0

    async def call(self, method: str, fields: dict[str, Any]) -> dict[str, Any]:
        assert method == "getFile"
        self.asked += 1
        if self.fails:
            raise self.fails.pop(0)
        return {"file_id": fields["file_id"], "file_path": "photos/file 1.jpg"}

    async def download(self, path: str) -> bytes:
        assert path == "photos/file 1.jpg"
        return self.content


async def fetch(store: SqlStore, platform: Platform) -> int:
    return await Fetcher(store, platform, SoleLeadership(), clean).round()  # type: ignore[arg-type]


async def make_due(store: SqlStore) -> None:
    async with store.begin() as uow:
        await uow._collector.run(update(t.concern_file).values(due_at=t.concern_file.c.created_at))  # type: ignore[attr-defined]
        await uow.commit()


async def test_a_fetched_picture_is_kept_without_exif_and_without_the_platforms_name(bench: Bench) -> None:
    await bench.play(photo(bench, MARYAM, _POTHOLE))
    raw = photo_with_exif()
    assert await fetch(bench.store, Platform(raw)) == 1
    (file,) = await files(bench.store)
    assert (file.state, file.platform_id, file.mime) == ("kept", "", "image/jpeg")
    async with bench.store.look() as uow:
        content = await uow.files.content(file.id)
    assert content is not None
    assert b"Exif" in raw
    assert b"Exif" not in content
    assert await fetch(bench.store, Platform(raw)) == 0


async def test_a_file_that_cannot_be_had_now_is_tried_later_and_not_for_ever(bench: Bench) -> None:
    await bench.play(photo(bench, MARYAM, _POTHOLE))
    platform = Platform(photo_with_exif(), *[NotSent("away")] * 3)
    assert await fetch(bench.store, platform) == 1
    assert await fetch(bench.store, platform) == 0
    for _ in range(3):
        await make_due(bench.store)
        await fetch(bench.store, platform)
    (file,) = await files(bench.store)
    assert (file.state, file.attempts, platform.asked) == ("kept", 3, 4)


@pytest.mark.parametrize(
    "platform", [Platform(b"no picture"), Platform(b""), Platform(b"", Rejected("wrong file_id"))], ids=repr
)
async def test_a_file_that_will_never_come_is_given_up(bench: Bench, platform: Platform) -> None:
    await bench.play(photo(bench, MARYAM, _POTHOLE))
    await fetch(bench.store, Platform(platform.content, *platform.fails))
    (file,) = await files(bench.store)
    assert (file.state, file.platform_id) == ("lost", "")


async def test_a_file_that_is_too_large_is_said_so_and_not_fetched(bench: Bench) -> None:
    body = {"file_id": "big", "file_unique_id": "b", "file_size": 30_000_000, "mime_type": "video/mp4"}
    await bench.play(bench.message(MARYAM, "", video=body, caption=_POTHOLE))
    assert "۲۰ مگابایت" in (await bench.heard(MARYAM))[0]
    assert await fetch(bench.store, Platform(b"x")) == 0


async def test_erasing_a_concern_erases_its_files_also_one_on_its_way(bench: Bench) -> None:
    await bench.play(photo(bench, MARYAM, _POTHOLE), photo(bench, MARYAM))
    (one,) = await concerns(bench.store)
    await fetch(bench.store, Platform(photo_with_exif()))
    await bench.play(photo(bench, MARYAM))
    (*_, late) = await files(bench.store)
    await bench.play(bench.press(MARYAM, f"c:erase:{one.id}"))
    async with bench.store.begin() as uow:
        await uow.files.keep(late, b"came too late", "image/jpeg")
        await uow.commit()
    async with bench.store.writer.connect() as connection:
        for table in (t.concern_file, t.file_content, t.concern_part, t.transcript, t.concern_place):
            assert (await connection.execute(select(table))).all() == []


async def everything(store: SqlStore) -> dict[str, list[str]]:
    async with store.writer.connect() as connection:
        return {
            table.name: [
                " ".join(value.hex() if isinstance(value, bytes) else str(value) for value in row)
                for row in (await connection.execute(text(f'SELECT * FROM "{table.name}"'))).all()
            ]
            for table in metadata.sorted_tables
        }


@pytest.mark.parametrize("way", ["/anonymous", "w:anon"])
async def test_nothing_leads_from_a_message_without_name_to_its_writer(bench: Bench, way: str) -> None:
    """After the answer was sent, all rows that name the person are those from before."""
    await bench.play(bench.message(MARYAM, "/start"))
    await bench.send()
    before = await everything(bench.store)
    await bench.play(bench.message(MARYAM, way) if way.startswith("/") else bench.press(MARYAM, way))
    await bench.play(pin(bench, MARYAM))
    await bench.play(photo(bench, MARYAM, _POTHOLE, message_id=4711))
    (code,) = [one.code for one in await concerns(bench.store)]
    receipt = (await bench.heard(MARYAM))[-1]
    assert code[:4] in receipt
    await fetch(bench.store, Platform(photo_with_exif()))
    after = await everything(bench.store)

    (one,) = await concerns(bench.store)
    assert (one.person_id, one.message_id, one.stakeholder_group, one.latitude) == (None, None, None, 36.12346)
    async with bench.store.look() as uow:
        contact = (await uow.people.contacts_at("telegram", [MARYAM]))[MARYAM]
    for name, rows in after.items():
        for identity in (str(contact.person_id), str(contact.id), str(MARYAM), "4711"):
            assert [row for row in rows if identity in row] == [row for row in before[name] if identity in row], name
    holders = {name for name, rows in after.items() if any(str(one.id) in row or code in row for row in rows)}
    assert holders <= {"concern", "concern_file", "concern_topic", "concern_place", "file_content"}
    assert one.created_at.second == 0

    await bench.play(bench.message(MARYAM, "/my"), bench.message(MARYAM, code))
    *_, mine, tracked = await bench.heard(MARYAM)
    assert code[:4] not in mine
    assert code[:4] in tracked
    await bench.play(bench.message(MARYAM, _BUS))
    *_, named = await concerns(bench.store)
    assert named.person_id == contact.person_id


async def test_the_rest_of_an_album_without_name_is_not_taken_with_one(bench: Bench) -> None:
    await bench.play(bench.message(MARYAM, "/anonymous"))
    await bench.play(*(photo(bench, MARYAM, _POTHOLE if n == 0 else "", media_group_id="7") for n in range(3)))
    (one,) = await concerns(bench.store)
    assert one.person_id is None
    assert len(await files(bench.store)) == 1


async def test_who_thinks_better_of_it_writes_with_a_name_again(bench: Bench) -> None:
    await bench.play(bench.message(MARYAM, "/anonymous"), bench.press(MARYAM, "w:named"))
    await bench.play(bench.message(MARYAM, _POTHOLE))
    (one,) = await concerns(bench.store)
    assert one.person_id is not None


async def test_a_plain_text_costs_no_read_more_than_before(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    from backend.storage.collector import Collector

    await bench.play(bench.message(MARYAM, _POTHOLE))
    counted: list[str] = []
    rows = Collector.rows

    async def count(self: Collector, statement: Any) -> Any:
        counted.append(str(statement))
        return await rows(self, statement)

    monkeypatch.setattr(Collector, "rows", count)
    await bench.intake.keep([bench.message(MARYAM, _BUS)])
    counted.clear()
    await bench.dispatcher.work()
    assert not [one for one in counted if "FROM concern " in one or "concern_part" in one or "concern_file" in one]
