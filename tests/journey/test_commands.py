"""The operator's commands beside the running product: examining, copying, exporting."""

import asyncio
import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.simulator.client import SimUser
from tests.journey.acts import bare, code_in, tell
from tests.journey.database import Database
from tests.journey.town import Town, own_town

_MOBILE = "09151112233"


async def test_doctor_finds_nothing_wrong_beside_the_running_product(town: Town, citizen: SimUser) -> None:
    await tell(citizen, "ایستگاه اتوبوس سایبان ندارد")
    said = town.product.command("doctor")
    subjects = [line.split()[1].rstrip(":") for line in said.stdout.splitlines() if line[:1] in "✓✗"]
    assert subjects == ["token", "database", "schedule", "disk", "clock", "unsent", "failed"]
    assert "✓ token: @" in said.stdout
    assert "✓ database: SQLite" in said.stdout


async def test_the_database_is_checked_and_copied_while_the_service_runs(
    town: Town, citizen: SimUser, tmp_path: Path
) -> None:
    code = bare(code_in(await tell(citizen, "ایستگاه اتوبوس سایبان ندارد")))
    assert town.product.command("db", "check").returncode == 0
    copy = tmp_path / "copy.db"
    assert town.product.command("db", "backup", str(copy)).returncode == 0
    assert Database(copy).value("SELECT count(*) FROM concern WHERE code = ?", code) == 1
    again = town.product.command("db", "backup", str(copy))
    assert again.returncode == 1
    assert "exists already" in again.stderr
    refused = town.product.command("db", "restore", str(copy))
    assert refused.returncode == 1
    assert "in use" in refused.stderr


@pytest.mark.timeout(120)
async def test_a_copy_is_restored_and_what_was_there_is_kept_beside_it(tmp_path: Path) -> None:
    async with own_town(tmp_path) as town:
        citizen = await town.sim.user("زهرا")
        first = bare(code_in(await tell(citizen, "ایستگاه اتوبوس سایبان ندارد")))
        copy = tmp_path / "copy.db"
        assert town.product.command("db", "backup", str(copy)).returncode == 0
        second = bare(code_in(await tell(citizen, "جدول کنار خیابان شکسته است")))
        await town.product.terminate()
        restored = town.product.command("db", "restore", str(copy))
        assert restored.returncode == 0, restored.stderr
        assert town.db.column("SELECT code FROM concern") == [first]
        (former,) = await asyncio.to_thread(lambda: [*tmp_path.glob("hamandish.db.before-restore-*")])
        assert set(Database(former).column("SELECT code FROM concern")) == {first, second}
        assert town.product.command("db", "check").returncode == 0


async def test_exports_open_and_tell_nothing_personal(town: Town, citizen: SimUser, tmp_path: Path) -> None:
    text = f"=1+1 سطل زباله نداریم، زنگ بزنید {_MOBILE}"
    code = bare(code_in(await tell(citizen, text)))
    lines = town.product.command("export", "concerns")
    rows = {row["code"]: row for row in map(json.loads, lines.stdout.splitlines())}
    assert set(rows[code]) == {
        "code", "text", "created_at", "source", "stakeholder_group", "district", "locality", "topics", "kind",
        "urgency", "issue", "state",
    }  # fmt: skip
    table = town.product.command("export", "concerns", "--format", "csv").stdout
    (row,) = [row for row in csv.DictReader(StringIO(table.lstrip("\ufeff"))) if row["code"] == code]
    assert not row["text"].startswith("=")
    assert _MOBILE not in lines.stdout + table
    book = tmp_path / "concerns.xlsx"
    assert town.product.command("export", "concerns", "--format", "xlsx", "--out", str(book)).returncode == 0
    sheet = load_workbook(book).active
    assert sheet is not None
    assert sheet.sheet_view.rightToLeft
    assert all(cell.data_type != "f" for cells in sheet.iter_rows() for cell in cells)
    with_identity = town.product.command("export", "concerns", "--with-identity").stdout
    whole = next(row for row in map(json.loads, with_identity.splitlines()) if row["code"] == code)
    assert (whole["raw_text"], whole["chat_id"]) == (text, citizen.id)
