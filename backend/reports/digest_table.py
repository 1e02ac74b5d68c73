"""The whole list of a digest as a spreadsheet, from right to left."""

from io import BytesIO

import xlsxwriter

from backend.domain.city import City
from backend.domain.digest import Digest, DigestItem
from backend.domain.persian import date_short
from backend.domain.suppression import SMALLEST_SHOWN, shown

_COLUMNS = (
    ("رتبه", 7), ("مسئله", 48), ("موضوع", 26), ("محور برنامه", 24), ("منطقه‌ها", 22), ("پیام در این دوره", 15),
    ("افراد در این دوره", 16), ("پیام در دورهٔ پیش", 16), ("پیام از آغاز", 12), ("هشدار خطر", 11),
    ("نخستین بار", 13), ("آخرین بار", 13), ("امتیاز", 9), ("نمونه (بی‌نام)", 80),
)  # fmt: skip


def write(digest: Digest, city: City, sheet_name: str) -> bytes:
    """Return an XLSX with a row for every issue, in the order of the digest."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet(_sheet_name(sheet_name))
    sheet.right_to_left()
    sheet.freeze_panes(1, 2)
    head = book.add_format({"bold": True, "bg_color": "#0f766e", "font_color": "#ffffff", "text_wrap": True})
    cell = book.add_format({"text_wrap": True, "valign": "top", "reading_order": 2})
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    for row, item in enumerate(digest.items, start=1):
        for column, value in enumerate(_cells(item, city)):
            if isinstance(value, str):
                # What people wrote is never a formula, whatever it begins with.
                sheet.write_string(row, column, value, cell)
            else:
                sheet.write_number(row, column, value, cell)
    sheet.autofilter(0, 0, max(1, len(digest.items)), len(_COLUMNS) - 1)
    book.close()
    return out.getvalue()


def _cells(item: DigestItem, city: City) -> tuple[str | float, ...]:
    people = shown(item.people)
    return (
        item.rank,
        item.title,
        city.topic_title(item.topic) or "—",
        city.axis_title(item.topic) or "—",
        "، ".join(city.districts.get(code, code) for code in item.districts) or "—",
        item.messages,
        f"کمتر از {SMALLEST_SHOWN}" if people is None else people,
        item.messages_before,
        item.total,
        item.urgent,
        date_short(item.first_seen, city.zone),
        date_short(item.last_seen, city.zone),
        # The score would give a hidden number of people away.
        "—" if people is None else item.score,
        item.example,
    )


def _sheet_name(name: str) -> str:
    """Spreadsheets allow 31 characters and none of these in a name."""
    return "".join(c for c in name if c not in "[]:*?/\\'")[:31] or "فهرست"
