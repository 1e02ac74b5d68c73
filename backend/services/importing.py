"""Taking concerns from other channels: the 137 line, the city app, councils' minutes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from hashlib import blake2b

from persiantools.jdatetime import JalaliDate

from backend.domain.city import City
from backend.domain.concern import Concern, Source
from backend.domain.errors import Conflict
from backend.domain.people import StakeholderGroup
from backend.domain.persian import ascii_digits
from backend.domain.tracking_code import new_code
from backend.ports import Store, TextReader, UnitOfWork
from backend.services.concerns import with_reading

_LONGEST_TEXT = 20_000
_REF_BYTES = 16
_ATTEMPTS = 5
# A smaller number is no count of seconds since 1970 but a year, a day written together, a spreadsheet's own date.
_EARLIEST_SECONDS = 1e9
_JALALI_CENTURY = re.compile(r"^1[34]\d\d\b")
_DATE = re.compile(r"^(\d{4})[/-](\d{1,2})[/-](\d{1,2})")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file, on its way to become a concern."""

    line: int
    text: str
    ref: str
    created_at: datetime
    district: str | None
    stakeholder_group: StakeholderGroup | None


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be taken, and why."""

    line: int
    reason: str


def check(line: int, fields: dict[str, str], source: Source, city: City, now: datetime) -> Row | RefusedRow:
    """Return a row that can be taken, or why it cannot.

    A row is known by its own id in its source, else by its words and date: so it is never in twice, however often
    a file is imported.
    """
    text = _storable(fields.get("text", ""))
    if not text:
        return RefusedRow(line, "no text")
    if len(text) > _LONGEST_TEXT:
        return RefusedRow(line, f"text longer than {_LONGEST_TEXT} characters")
    created_at = _moment(fields.get("created_at", ""), city, now)
    if created_at is None:
        return RefusedRow(line, "date not understood")
    said_district = fields.get("district", "").strip()
    district = city.district_named(said_district)
    if said_district and district is None:
        return RefusedRow(line, "no such district")
    group = fields.get("stakeholder_group", "").strip()
    if group and group not in set(StakeholderGroup):
        return RefusedRow(line, "no such stakeholder group")
    own_id = fields.get("id", "").strip() or f"{fields.get('created_at', '')}|{text}"
    ref = f"{source}:{blake2b(own_id.encode('utf-8', 'replace'), digest_size=_REF_BYTES).hexdigest()}"
    return Row(line, text, ref, created_at, district, StakeholderGroup(group) if group else None)


async def keep_rows(store: Store, reader: TextReader, rows: Sequence[Row], source: Source) -> int:
    """Keep rows in a transaction of their own; return how many were new.

    Tracking codes are random, so among hundreds of thousands one comes up twice now and then: the rows are then
    taken once more, with other codes.

    Raises:
        Conflict: again and again; then it is not the codes.
    """
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            async with store.begin() as uow:
                new = await take_rows(uow, reader, rows, source)
                await uow.commit()
        except Conflict:
            if attempt == _ATTEMPTS:
                raise
        else:
            return new
    return 0


async def take_rows(uow: UnitOfWork, reader: TextReader, rows: Sequence[Row], source: Source) -> int:
    """Keep the rows that are not kept yet; return how many were new."""
    known = await uow.concerns.known_refs(row.ref for row in rows)
    new = list({row.ref: row for row in rows if row.ref not in known}.values())
    readings = await reader.read([row.text for row in new])
    for row, reading in zip(new, readings, strict=True):
        concern = Concern(
            id=uow.new_id(),
            code=new_code(),
            person_id=None,
            text=row.text,
            redacted="",
            source=source,
            created_at=row.created_at,
            stakeholder_group=row.stakeholder_group,
        )
        uow.concerns.add(with_reading(concern, reading, home_district=row.district), source_ref=row.ref)
    return len(new)


def _storable(text: str) -> str:
    """Drop what no database keeps: half surrogate pairs and the null character."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "").strip()


def _moment(text: str, city: City, now: datetime) -> datetime | None:
    """Return when a row happened: an ISO or Jalali date, seconds since 1970, or now if it says nothing."""
    said = ascii_digits(text).strip()
    if not said:
        return now
    try:
        found = _DATE.match(said)
        if found and _JALALI_CENTURY.match(said):
            day = JalaliDate(*(int(part) for part in found.groups())).to_gregorian()
            return datetime.combine(day, time(12), city.zone)
        if said.replace(".", "", 1).isdigit():
            if float(said) < _EARLIEST_SECONDS:
                return None
            return datetime.fromtimestamp(float(said), UTC)
        moment = datetime.fromisoformat(said)
    except (ValueError, OverflowError, OSError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=city.zone)
