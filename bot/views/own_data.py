"""A person's data as files: a page to read, right to left where the language is, and the same for a computer."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape

from backend.domain.city import City
from backend.domain.own_data import LEFT_OUT_COLUMNS, LEFT_OUT_TABLES, Entry, OwnData
from backend.domain.persian import date_short, digits
from backend.ports import Part
from bot.texts.speaker import Speaker
from bot.views.audit import act_words, subject_words
from bot.views.privacy import NAMES

_PAGE, _JSON = "hamandish.html", "hamandish.json"
# What a person reads of their rows; numbers of rows and what only the machine needs stand in the other file.
FIELDS = (
    "created_at", "platform", "active", "role", "since", "language", "muted", "stakeholder_group", "district", "code",
    "text", "redacted", "topic", "locality", "latitude", "longitude", "source", "edited_at", "at", "answer", "answers",
    "asserted", "probability", "by", "mime", "size", "step", "data", "method", "payload", "sent_at", "due_at", "act",
    "subject", "allowed", "priority", "reason", "stand", "title",
)  # fmt: skip
TABLES = (
    "person", "contact", "person_role", "membership", "concern", "concern_topic", "concern_file", "concern_part",
    "support", "silence", "outcome_answer", "issue_answer", "issue_vote", "measure_vote", "survey_response",
    "survey_participation", "survey_draft", "dialogue", "outbox", "audit",
)  # fmt: skip
# A column whose name means something else in its table, and what only the machine needs.
_MEANT = {("concern_topic", "code"): "topic"}
_FOR_COMPUTERS = {("outbox", "priority")}
BY = ("citizen", "member", "admin")
METHODS = {"sendMessage": "data-method-say", "editMessageText": "data-method-edit"}
# Codes of these columns are said by a sentence that begins so.
_FAMILIES = {
    "stakeholder_group": "stakeholder-",
    "platform": "data-platform-",
    "source": "data-source-",
    "role": "role-",
    "stand": "stand-",
    "answer": "notice-check-",
}
_STYLE = """
body { font-family: Vazirmatn, Tahoma, sans-serif; line-height: 1.9; max-width: 46rem; margin: 2rem auto }
body { padding: 0 1rem }
h1 { font-size: 1.5rem }
h2 { font-size: 1.15rem; border-bottom: 2px solid #2a7; padding-bottom: .2rem; margin-top: 2rem }
table { width: 100%; border-collapse: collapse; margin: 0 0 1rem; background: #f7f9f8; border-radius: .5rem }
th { text-align: start; width: 11rem; vertical-align: top; color: #456; font-weight: 500 }
th, td { padding: .25rem .75rem; overflow-wrap: anywhere; white-space: pre-wrap }
p { color: #345 }
"""


def files(say: Speaker, city: City, data: OwnData) -> list[Part]:
    """Return the two files with a word before them."""
    return [
        Part("sendMessage", {"text": say("data-sent")}),
        Part("sendDocument", {"caption": say("data-caption-page")}, (_PAGE, page(say, city, data).encode())),
        Part("sendDocument", {"caption": say("data-caption-json")}, (_JSON, as_json(data).encode())),
    ]


def as_json(data: OwnData) -> str:
    """Return the rows by table, and what is in no such file; moments in ISO 8601, in UTC."""
    left_out = sorted({*LEFT_OUT_TABLES, *(f"{table}.{column}" for table, column in LEFT_OUT_COLUMNS)})
    content = {"made_at": data.made_at, "left_out": left_out} | {name: list(rows) for name, rows in data.tables.items()}
    return json.dumps(content, ensure_ascii=False, indent=2, default=_plain)


def page(say: Speaker, city: City, data: OwnData) -> str:
    """Return one page that needs nothing beside itself."""
    direction = "rtl" if say.language == "fa" else "ltr"
    title, made = say("data-page-title"), say("data-page-made", date=_moment(say, city, data.made_at))
    known = sorted(data.tables.items(), key=lambda item: TABLES.index(item[0]) if item[0] in TABLES else len(TABLES))
    sections = "\n".join(_section(say, city, name, rows) for name, rows in known)
    return (
        f'<!doctype html>\n<html lang="{say.language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n<p>{escape(made)}</p>\n"
        f"<p>{escape(say('data-page-intro'))}</p>\n{sections}\n</body>\n</html>\n"
    )


def _section(say: Speaker, city: City, table: str, rows: Sequence[Entry]) -> str:
    title = say(f"data-table-{table}") if table in TABLES else say("data-table-other")
    bodies = "\n".join(_entry(say, city, table, row) for row in rows)
    return f"<h2>{escape(title)} <small>({say.figures(len(rows))})</small></h2>\n{bodies}"


def _entry(say: Speaker, city: City, table: str, entry: Entry) -> str:
    told = [
        (_MEANT.get((table, name), name), entry[name])
        for name in FIELDS
        if entry.get(name) not in (None, "", [], {}) and (table, name) not in _FOR_COMPUTERS
    ]
    cells = "".join(
        f"<tr><th>{escape(say(f'data-field-{name}'))}</th><td>{escape(_words(say, city, name, value))}</td></tr>"
        for name, value in told
    )
    return f"<table>{cells}</table>" if cells else ""


def _words(say: Speaker, city: City, name: str, value: object) -> str:
    if isinstance(value, bool):
        return say("data-yes") if value else say("data-no")
    if isinstance(value, datetime):
        return _moment(say, city, value)
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    if isinstance(value, float) and name == "probability":
        return say("data-percent", percent=round(100 * value, 1))
    if isinstance(value, int | float):
        return say.figures(value)
    return _code_words(say, city, name, str(value)) or str(value)


def _code_words(say: Speaker, city: City, name: str, code: str) -> str | None:
    """Return what a code stands for; None where the value is no code, or one that has no words yet."""
    family = _FAMILIES.get(name)
    if family is not None:
        return say(f"{family}{code}") if say.has(f"{family}{code}") else None
    tellers: dict[str, Callable[[str], str | None]] = {
        "district": city.districts.get,
        "topic": city.topic_title,
        "language": NAMES.get,
        "act": lambda act: act_words(say, act),
        "subject": lambda subject: subject_words(say, subject),
        "by": lambda by: say(f"data-by-{by}") if by in BY else say("data-by-model"),
        "method": lambda method: say(METHODS.get(method, "data-method-file")),
    }
    return tellers[name](code) if name in tellers else None


def _moment(say: Speaker, city: City, moment: datetime) -> str:
    here = moment.astimezone(city.zone)
    if say.language != "fa":
        return here.strftime("%Y-%m-%d %H:%M")
    return f"{date_short(moment, city.zone)}، {digits(here.strftime('%H:%M'))}"


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
