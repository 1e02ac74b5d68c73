import json
from pathlib import Path

import pytest

from nlp.messages import MessageError, corrections, read, within


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


def test_corrections_carry_the_weight_of_their_role(tmp_path: Path) -> None:
    path = write(
        tmp_path / "c.jsonl",
        {"text": "آب نداریم", "topics": ["other-agency"], "role": "citizen", "model": "1"},
        {"text": "آب نداریم ما", "topics": ["other-agency"], "role": "member"},
        {"text": "چاله", "topics": ["pavement"], "role": "member", "weight": 5},
    )
    assert [message.weight for message in corrections(path)] == [0.7, 2.0, 5.0]


def test_personal_data_is_out_before_anything_is_learnt(tmp_path: Path) -> None:
    path = write(
        tmp_path / "c.jsonl", {"text": "زنگ بزنید ۰۹۱۵۱۲۳۴۵۶۷ چاله هست", "topics": ["pavement"], "role": "admin"}
    )
    assert "۰۹۱۵" not in next(corrections(path)).text


@pytest.mark.parametrize(
    "row", [{"text": "بی‌برچسب"}, {"topics": ["bus"]}, {"text": "x", "topics": ["bus"], "role": "ghost"}, [1]]
)
def test_a_bad_correction_is_told_with_its_line(tmp_path: Path, row: object) -> None:
    with pytest.raises(MessageError, match="line 1"):
        list(corrections(write(tmp_path / "c.jsonl", row)))


def test_a_message_without_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MessageError, match="line 1"):
        list(read(write(tmp_path / "m.jsonl", {"text": "سلام"})))


def test_corrections_to_a_topic_of_one_city_alone_are_left_out(tmp_path: Path) -> None:
    path = write(
        tmp_path / "c.jsonl",
        {"text": "قنات خشک شد", "topics": ["qanats"], "role": "member"},
        {"text": "چاله", "topics": ["pavement"], "role": "member"},
    )
    assert [message.text for message in within(corrections(path), {"pavement", "bus"})] == ["چاله"]
