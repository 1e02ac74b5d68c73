import json

import pytest
from typer.testing import CliRunner

from nlp.cli import app

LINES = [
    {"id": "1", "text": "سلام، آسفالت بلوار وکیل‌آباد منطقه ۹ پر از چاله است. شماره من ۰۹۱۵۱۲۳۴۵۶۷"},
    {"id": 2, "text": ""},
    {"id": "3", "text": "شکسته \ud800"},
    {"id": "4", "text": None},
]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, object]]:
    given = "\n".join(json.dumps(line) for line in LINES) + "\n\n"
    result = CliRunner().invoke(app, ["tag"], input=given)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.splitlines()]


def test_each_line_has_its_answer_in_order(rows: list[dict[str, object]]) -> None:
    assert [row["id"] for row in rows] == ["1", 2, "3", "4"]


def test_the_answer_has_the_promised_form(rows: list[dict[str, object]]) -> None:
    first = rows[0]
    assert list(first) == ["id", "topics", "axes", "kind", "urgency", "place", "redacted", "spans", "ranked"]
    assert first["topics"][0]["code"] == "pavement"  # type: ignore[index]
    assert first["axes"] == {"tabriz": ["civil"], "mashhad": ["sustainable"]}
    assert first["place"]["district"] == "9"  # type: ignore[index]
    assert len(first["ranked"]) == 5  # type: ignore[arg-type]


def test_spans_count_characters_of_the_input(rows: list[dict[str, object]]) -> None:
    span = rows[0]["spans"][0]  # type: ignore[index]
    assert LINES[0]["text"][span["start"] : span["end"]] == "۰۹۱۵۱۲۳۴۵۶۷"  # type: ignore[index]
    assert "۰۹۱۵" not in rows[0]["redacted"]  # type: ignore[operator]


@pytest.mark.parametrize("line", ["not json", "[1, 2]"])
def test_a_bad_line_is_named(line: str) -> None:
    result = CliRunner().invoke(app, ["tag"], input=line)
    assert result.exit_code == 2
    assert "line 1" in result.output


def test_a_missing_model_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    result = CliRunner().invoke(app, ["tag", "--model", str(tmp_path_factory.mktemp("m") / "none.model")])
    assert result.exit_code == 1
