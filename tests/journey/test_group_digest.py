"""A digest reaches its group by schedule: once, with chart and list, explained, and with nobody's number in it."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.simulator.client import SimGroup, SimulatorClient, SimUser
from tests.journey.acts import bare, bind, code_in, found_group, invite, tell
from tests.journey.database import Database
from tests.journey.due import make_due
from tests.journey.town import Town

_DIGESTS = "SELECT count(*) FROM digest WHERE group_id = (SELECT id FROM working_group WHERE number = ?)"
_MOBILE = "09151234567"
_MOBILE_FA = "۰۹۱۵۱۲۳۴۵۶۷"


async def _write(sim: SimulatorClient, *texts: str) -> tuple[str, ...]:
    """Let as many people as there are texts write one each; return the bare codes."""
    people = [await sim.user(f"ساکن {n}") for n in range(len(texts))]
    return tuple([bare(code_in(await tell(person, text))) for person, text in zip(people, texts, strict=True)])


def _is_digest(message: object) -> bool:
    return getattr(message, "text", "").startswith("📊 فهرست مسائل")


async def test_a_digest_arrives_by_schedule_once_with_files_that_open(
    admin: SimUser, citizen: SimUser, sim: SimulatorClient, db: Database, town: Town
) -> None:
    number = await found_group(admin, "کارگروه منطقهٔ هفت", districts="۷", when="هر شنبه ساعت ۸")
    chat = await bind(admin, sim, number, "کارگروه منطقهٔ هفت", citizen)
    codes = await _write(
        sim,
        "زباله‌های کوچهٔ مهر در منطقه ۷ سه روز است جمع نشده",
        '=HYPERLINK("http://x") در منطقه ۷ زباله‌ها را سه روز است کسی جمع نمی‌کند',
        f"چاله‌های بولوار فدائیان اسلام در منطقه ۷؛ شماره‌ام {_MOBILE} است زنگ بزنید",
        f"در منطقه ۷ روشنایی بوستان کم است، زنگ بزنید {_MOBILE_FA}",
    )
    await db.gathered()
    make_due(db, number, codes=codes)
    digest = await chat.wait_for(_is_digest, timeout=60)
    assert "\n۴ پیام\n" in digest.text  # of fewer than five people, so these are not counted out
    assert "منطقه‌ها: منطقهٔ ۷" in digest.text
    chart = await chat.wait_for(lambda message: message.photo is not None)
    assert (await sim.download(chart.photo)).startswith(b"\x89PNG")
    table = await chat.wait_for(lambda message: message.document is not None)
    content = await sim.download(table.document)
    await _check_table(content)
    await _check_privacy(content, digest.text, town)

    why = await citizen.press(digest, "چرا این ترتیب؟")
    await why.answered()
    explained = await chat.wait_for(lambda message: "امتیاز هر مسئله" in message.text)
    assert "۱. " in explained.text
    await sim.settled()
    assert db.value(_DIGESTS, number) == 1
    assert len([message for message in await chat.messages() if _is_digest(message)]) == 1


async def _check_table(content: bytes) -> None:
    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    assert sheet.sheet_view.rightToLeft
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    formulas = [cell for cell in cells if cell.data_type == "f"]
    assert formulas == []
    examples = [str(cell.value) for cell in cells if "زباله" in str(cell.value)]
    assert any(example.startswith("=HYPERLINK") for example in examples)


async def _check_privacy(content: bytes, text: str, town: Town) -> None:
    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    told = text + " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    for secret in (_MOBILE, _MOBILE_FA):
        assert secret not in told
        assert secret not in town.product.log()


async def test_an_empty_period_gets_one_line(admin: SimUser, sim: SimulatorClient, db: Database) -> None:
    number = await found_group(admin, "کارگروه خلوت", districts="۱۲", when="هر شنبه ساعت ۸")
    chat = await bind(admin, sim, number, "کارگروه خلوت")
    make_due(db, number)
    line = await chat.wait_for(lambda message: "پیام تازه‌ای نرسید" in message.text, timeout=60)
    assert "\n" not in line.text
    await sim.settled()
    assert db.value(_DIGESTS, number) == 1
    assert [m.text for m in await chat.messages() if m.photo or m.document] == []


async def test_members_without_a_group_chat_get_it_each(admin: SimUser, sim: SimulatorClient, db: Database) -> None:
    number = await found_group(admin, "کارگروه بی‌گفت‌وگو", districts="۶", when="هر شنبه ساعت ۸")
    members = [await sim.user("عضو یک"), await sim.user("عضو دو")]
    for member in members:
        await member.start(await invite(admin, number))
        await member.wait_for(lambda message: message.text.startswith("خوش آمدید"))
    codes = await _write(sim, "در منطقه ۶ جوی‌ها پر از لجن است")
    await db.gathered()
    make_due(db, number, codes=codes)
    for member in members:
        await member.wait_for(_is_digest, timeout=60)


async def test_digest_now_for_members_and_in_the_groups_chat(
    admin: SimUser, citizen: SimUser, sim: SimulatorClient, db: Database
) -> None:
    number = await found_group(admin, "کارگروه منطقهٔ چهار", districts="۴", when="هر شنبه ساعت ۸")
    chat = await bind(admin, sim, number, "کارگروه منطقهٔ چهار", citizen)
    await _write(sim, "در منطقه ۴ اتوبوس‌ها خیلی شلوغ است و دیر می‌آید")
    await db.gathered()
    await citizen.say("/digest", chat)
    shown = await chat.wait_for(_is_digest, timeout=60)
    assert "اتوبوس" in shown.text
    await citizen.press(shown, "چرا این ترتیب؟")
    await chat.wait_for(lambda message: "امتیاز هر مسئله" in message.text)

    member = await sim.user("عضو تازه")
    await member.start(await invite(admin, number))
    await member.wait_for(lambda message: message.text.startswith("خوش آمدید"))
    await member.tap("📊 فهرست مسائل")
    await member.wait_for(_is_digest, timeout=60)
    assert db.value(_DIGESTS, number) == 0  # what is asked for is no digest of a period

    stranger = await sim.user("رهگذر")
    assert "عضو کارگروهی نیستید" in (await stranger.ask("/digest")).text


async def test_the_digest_of_another_group_is_refused_and_audited(
    admin: SimUser, sim: SimulatorClient, db: Database
) -> None:
    theirs = await found_group(admin, "کارگروه آنان", districts="۵", when="هر شنبه ساعت ۸")
    member = await sim.user("عضو گروه دیگر")
    own = await found_group(admin, "کارگروه خودش", districts="۱۲", when="هر شنبه ساعت ۸")
    await member.start(await invite(admin, own))
    await member.wait_for(lambda message: message.text.startswith("خوش آمدید"))
    await _write(sim, "در منطقه ۵ زمین بازی بچه‌ها خراب است")
    await db.gathered()
    chat = await sim.group("گفت‌وگوی آزاد", admin, [member])
    await admin.say("/digest", chat)
    asked = await chat.wait_for(lambda message: any(b.data == f"d:show:{theirs}" for b in message.buttons))
    answer = await (await member.press(asked, f"d:show:{theirs}")).answered()
    assert answer.alert
    assert "در اختیار شما نیست" in answer.text
    await admin.press(asked, f"d:show:{theirs}")
    shown = await chat.wait_for(_is_digest, timeout=60)
    assert (await (await member.press(shown, "چرا این ترتیب؟")).answered()).alert
    refused = db.rows(
        "SELECT act, subject FROM audit WHERE NOT allowed AND actor_id = "
        "(SELECT person_id FROM contact WHERE chat_id = ?)",
        member.id,
    )
    assert set(refused) == {("see-digest", f"group {theirs}"), ("explain-digest", f"group {theirs}")}


@pytest.mark.parametrize("speaks_first", [True, False], ids=["somebody-speaks-first", "nobody-speaks"])
async def test_a_group_that_becomes_a_supergroup_is_followed(
    admin: SimUser, citizen: SimUser, sim: SimulatorClient, db: Database, *, speaks_first: bool
) -> None:
    number = await found_group(admin, "کارگروه کوچنده", districts="۳", when="هر شنبه ساعت ۸")
    chat = await bind(admin, sim, number, "کارگروه کوچنده", citizen)
    codes = await _write(sim, "در منطقه ۳ آسفالت خیابان‌ها خراب است")
    await db.gathered()
    heir: SimGroup = await chat.migrate(admin)
    if speaks_first:
        await citizen.say("/digest", heir)
        await heir.wait_for(_is_digest, timeout=60)
    make_due(db, number, codes=codes)
    await db.until(_DIGESTS, number, equals=1, seconds=60)
    await db.settled()
    files = [message for message in await heir.messages() if message.document]
    assert len(files) == (2 if speaks_first else 1)
    bound = "SELECT c.chat_id FROM contact c JOIN working_group g ON g.contact_id = c.id WHERE g.number = ?"
    assert db.value(bound, number) == heir.id
