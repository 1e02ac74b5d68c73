"""`hamandish import`: rows of other channels, killed in the middle, run again, never in twice."""

import asyncio
import json
import sys
from pathlib import Path

import pytest

from tests.journey.database import Database
from tests.journey.product import RunningProduct, show
from tests.journey.town import settings_for

_ROWS = 1500


@pytest.mark.kill
@pytest.mark.timeout(150)
async def test_an_import_killed_in_the_middle_is_finished_by_the_next(tmp_path: Path) -> None:
    file = tmp_path / "137.jsonl"
    rows = [
        {"id": f"t{n}", "text": f"زباله‌های خیابان {n} جمع نشده است", "created_at": "1405-06-12", "district": "منطقه ۹"}
        for n in range(_ROWS)
    ]
    bad = [
        {"id": "x1", "text": ""},
        {"id": "x2", "text": "متن", "district": "۹۹"},
        {"id": "x3", "text": "متن", "created_at": "دیروز"},
    ]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows[:3] + bad + rows[3:]] + ["{broken"]
    file.write_text("\n".join(lines), encoding="utf-8")
    product = RunningProduct(tmp_path, settings_for(tmp_path, "http://127.0.0.1:9", "1:x"))
    db = Database(tmp_path / "hamandish.db")
    assert product.command("db", "upgrade").returncode == 0

    arguments = [sys.executable, "-m", "bot.cli", "import", str(file), "--source", "137"]
    running = await asyncio.create_subprocess_exec(
        *arguments, env=product.environment, cwd=tmp_path, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await db.until("SELECT count(*) > 0 FROM concern", seconds=60)
    finally:
        running.kill()
        await running.wait()
    half = db.value("SELECT count(*) FROM concern")
    second = product.command("import", str(file), "--source", "137")
    assert second.returncode == 0, second.stderr
    assert f"{_ROWS - half} taken, {half} known already, 4 refused" in second.stdout
    for line, reason in ((4, "no text"), (5, "no such district"), (6, "date not understood"), (_ROWS + 4, "")):
        assert f"line {line}: {reason}" in second.stdout
    third = product.command("import", str(file), "--source", "137")
    assert f"0 taken, {_ROWS} known already, 4 refused" in third.stdout
    show(f"killed after {half} of {_ROWS} rows")
    assert db.rows("SELECT count(*), count(DISTINCT source_ref), min(source), max(district) FROM concern") == [
        (_ROWS, _ROWS, "137", "9")
    ]
