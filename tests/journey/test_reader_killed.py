"""The process that reads texts dies: people get their codes all the same, and what was kept is read later."""

import os
import signal
from pathlib import Path

import psutil
import pytest

from tests.journey.acts import bare, code_in, tell
from tests.journey.town import OwnTown, own_town


@pytest.mark.timeout(150)
async def test_codes_are_given_without_a_reader_and_texts_are_read_later(tmp_path: Path) -> None:
    async with own_town(tmp_path) as town:
        citizen = await town.sim.user("رضا کریمی")
        first = await tell(citizen, "چاله‌های خیابان سناباد ماشین‌ها را خراب کرده")
        assert "محور" in first.text
        os.kill(_reader_of(town), signal.SIGKILL)
        second = await tell(citizen, "زباله‌های کوچهٔ ما جمع نمی‌شود")
        assert "ثبت شد" in second.text
        model = "SELECT model != '' FROM concern WHERE code = ?"
        await town.db.until(model, bare(code_in(second)), seconds=90)
        await town.db.gathered()
        topic = town.db.value("SELECT topic FROM concern WHERE code = ?", bare(code_in(second)))
        assert topic == "waste"


def _reader_of(town: OwnTown) -> int:
    assert town.product.process is not None
    children = psutil.Process(town.product.process.pid).children(recursive=True)
    (reader,) = [child.pid for child in children if "backend.reading_worker" in child.cmdline()]
    return reader
