"""Nouns for tests: everything has a usual value, a test names only what it is about."""

from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from backend.domain.city import City, Topic
from backend.domain.concern import Concern, Reading, Source
from backend.domain.digest import Digest, DigestItem
from backend.domain.groups import Level, WorkingGroup
from backend.domain.ids import IdSource
from backend.domain.incoming import RawUpdate
from backend.domain.issue import Issue, IssueState
from backend.domain.outgoing import Outgoing, Priority
from backend.domain.people import Contact, ContactKind, Person
from backend.domain.said import Said
from backend.domain.schedule import Period, Rhythm, Schedule
from backend.domain.survey import Survey, SurveyAudience, SurveyState
from backend.domain.tracking_code import new_code

TEHRAN = ZoneInfo("Asia/Tehran")
NOON = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
WEEKLY = Schedule(Rhythm.WEEKLY, 0, time(8, 0))
MODEL = "test-1"
new_id = IdSource()


def a_city() -> City:
    """A small city with three districts, two axes and four topics."""
    topics = {
        "roads": Topic("roads", "خیابان و معبر", "transport"),
        "bus": Topic("bus", "اتوبوس", "transport"),
        "parks": Topic("parks", "فضای سبز", "green"),
        "nothing": Topic("nothing", "بی‌موضوع", None),
    }
    districts = {"1": "منطقهٔ ۱", "9": "منطقهٔ ۹", "samen": "منطقهٔ ثامن"}
    axes = {"transport": "حمل‌ونقل", "green": "سبزی و زندگی"}
    return City("test", "آزمون‌شهر", TEHRAN, districts, axes, topics)


def a_reading(topic: str | None = "roads", **fields: Any) -> Reading:
    """What a reader understood; the signature is the topic, which the fake gatherer gathers by."""
    ranked = (("roads", 0.8), ("bus", 0.1), ("parks", 0.05))
    usual: dict[str, Any] = {
        "topics": ((topic, 0.8),) if topic else (),
        "ranked": ranked,
        "redacted": "متن بی‌نام",
        "headline": "چالهٔ خیابان",
        "signature": (topic or "").encode(),
        "model": MODEL,
    }
    return Reading(**usual | fields)


def a_person(**fields: Any) -> Person:
    """Somebody of whom nothing is known."""
    return Person(**{"id": new_id(), "created_at": NOON} | fields)


def a_contact(person_id: int | None = None, chat_id: int = 101, **fields: Any) -> Contact:
    """A private chat of a person, or without person a group chat."""
    usual = {
        "id": new_id(),
        "platform": "telegram",
        "chat_id": chat_id,
        "kind": ContactKind.GROUP if person_id is None else ContactKind.PRIVATE,
        "person_id": person_id,
        "active": True,
        "created_at": NOON,
    }
    return Contact(**usual | fields)


def a_concern(person_id: int | None = None, **fields: Any) -> Concern:
    """A concern about a road, read and waiting to be gathered."""
    usual = {
        "id": new_id(),
        "code": new_code(),
        "person_id": person_id,
        "text": "چاله‌ای در خیابان ماست",
        "redacted": "چاله‌ای در خیابان ماست",
        "source": Source.BOT,
        "created_at": NOON,
        "topic": "roads",
        "headline": "چالهٔ خیابان",
        "signature": b"roads",
        "model": MODEL,
    }
    return Concern(**usual | fields)


def said(text: str = "چاله", reading: Reading | None = None, **fields: Any) -> Said:
    """A message of somebody, understood as about a road."""
    usual = {"at": NOON, "message_id": 7, "text": text, "reading": reading or a_reading(redacted=text)}
    return Said(**usual | fields)


def an_issue(**fields: Any) -> Issue:
    """An issue about a road, first and last heard of at noon."""
    issue_id = fields.get("id") or new_id()
    usual = {
        "id": issue_id,
        "root_id": issue_id,
        "title": "چالهٔ خیابان",
        "topic": "roads",
        "district": None,
        "locality": None,
        "created_at": NOON,
        "first_seen": NOON,
        "last_seen": NOON,
    }
    return Issue(**usual | fields)


def an_item(**fields: Any) -> DigestItem:
    """A line of a digest: one message of one person, as before."""
    usual = {
        "issue_id": 1,
        "title": "چالهٔ خیابان",
        "topic": "roads",
        "state": IssueState.NEW,
        "messages": 1,
        "people": 1,
        "messages_before": 1,
        "total": 2,
        "districts": (),
        "first_seen": NOON,
        "last_seen": NOON,
    }
    return DigestItem(**usual | fields)


def a_group(**fields: Any) -> WorkingGroup:
    """A working group for everything, every Saturday at eight."""
    usual = {
        "id": new_id(),
        "number": 1,
        "name": "کارگروه آزمون",
        "level": Level.ORGANISATION,
        "topics": frozenset(),
        "districts": frozenset(),
        "takes_rest": False,
        "schedule": WEEKLY,
        "created_at": NOON,
    }
    return WorkingGroup(**usual | fields)


def a_digest(group: WorkingGroup, **fields: Any) -> Digest:
    """A digest of the week that ended by noon."""
    usual = {
        "id": new_id(),
        "group_id": group.id,
        "period": a_period(),
        "built_at": NOON,
        "messages": 0,
        "people": 0,
        "stakeholder_groups": {},
        "districts": {},
    }
    return Digest(**usual | fields)


def a_period() -> Period:
    """The week that ended by noon."""
    return WEEKLY.period_ending_by(NOON.astimezone(TEHRAN))


def an_update(update_id: int, chat_key: int = 1, **fields: Any) -> RawUpdate:
    """A raw update of some chat."""
    usual = {
        "id": new_id(),
        "platform": "telegram",
        "bot": "42",
        "update_id": update_id,
        "chat_key": chat_key,
        "raw": f'{{"update_id": {update_id}}}',
        "received_at": NOON,
    }
    return RawUpdate(**usual | fields)


def an_outgoing(contact_id: int, key: str, priority: Priority = Priority.ANSWER, **fields: Any) -> Outgoing:
    """A message that waits to be sent."""
    usual = {
        "id": new_id(),
        "contact_id": contact_id,
        "priority": priority,
        "method": "sendMessage",
        "payload": {"text": key},
        "dedupe_key": key,
        "created_at": NOON,
    }
    return Outgoing(**usual | fields)


def a_survey(**fields: Any) -> Survey:
    """An open survey for everybody that is not anonymous."""
    usual = {
        "id": new_id(),
        "number": 1,
        "title": "نظرسنجی اتوبوس",
        "introduction": "",
        "thanks": "",
        "is_anonymous": False,
        "audience": SurveyAudience(),
        "quotas": (),
        "token": f"s_{new_id()}",
        "state": SurveyState.OPEN,
        "version": 1,
        "created_by": None,
        "created_at": NOON,
    }
    return Survey(**usual | fields)
