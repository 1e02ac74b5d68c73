"""A file is told by its bytes, and one that would fill the machine is refused."""

import io
import zipfile

import pytest

from backend.domain.form_problem import BadForm, FormProblem
from backend.forms.reading import FileForms
from tests.builders import a_city
from tests.unit.backend.forms.test_xlsform import HOW, workbook

YAML = "title: آب\nquestions:\n  - {ask: چه؟, kind: text}\n"


async def refused(content: bytes) -> FormProblem:
    with pytest.raises(BadForm) as caught:
        await FileForms(a_city()).read(content)
    return caught.value.problem


async def test_both_kinds_of_file_are_told_apart() -> None:
    assert (await FileForms(a_city()).read(YAML.encode())).title == "آب"
    assert (await FileForms(a_city()).read(workbook(HOW))).title == "راه‌های شهر"


@pytest.mark.parametrize("content", [b"%PDF-1.4 \xff", b"\xd0\xcf\x11\xe0\x00", b"\x00"])
async def test_other_files_are_not_known(content: bytes) -> None:
    assert await refused(content) is FormProblem.UNKNOWN_FORMAT


async def test_what_is_too_large_is_refused_before_it_is_parsed() -> None:
    assert await refused(b" " * (2 * 1024 * 1024 + 1)) is FormProblem.TOO_LARGE
    assert await refused(b" " * (300 * 1024)) is FormProblem.TOO_LARGE


async def test_a_workbook_that_unpacks_to_much_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", b"0" * (21 * 1024 * 1024))
    assert len(packed.getvalue()) < 100_000
    assert await refused(packed.getvalue()) is FormProblem.TOO_LARGE


async def test_names_that_unfold_to_more_names_are_refused() -> None:
    rules = "\n".join(f"  - &r{n} {{all: [*r{n - 1}, *r{n - 1}]}}" for n in range(1, 40))
    assert await refused(f"x:\n  - &r0 {{how: bus}}\n{rules}\n{YAML}".encode()) is FormProblem.UNSUPPORTED


async def test_what_nests_too_deep_is_refused() -> None:
    assert await refused(b"title: " + b"[" * 20_000) is FormProblem.NOT_READABLE
