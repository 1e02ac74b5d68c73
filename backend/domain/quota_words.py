"""Quotas as makers type them, one a line: «منطقه ۹: ۱۰۰»، «شهروندان: ۲۰۰»."""

import re
from collections.abc import Mapping

from backend.domain.city import City
from backend.domain.number_words import fold, whole_number
from backend.domain.survey import Quota

_LINE = re.compile(r"^(.+?)\s*[:：=؛]\s*(.+?)(?:\s*نفر)?$")


def quotas_in(text: str, city: City, groups: Mapping[str, str]) -> tuple[Quota, ...] | None:
    """Return the quotas that are written, one a line; None if a line is none.

    `groups` are the codes of the stakeholder groups by the names that people read.
    """
    known = {fold(name): code for name, code in groups.items()}
    quotas: dict[tuple[str, str], Quota] = {}
    for line in filter(None, (one.strip() for one in text.splitlines())):
        found = _LINE.match(line)
        limit = whole_number(found[2]) if found else None
        if not found or not limit or limit < 1:
            return None
        group, district = known.get(fold(found[1])), city.district_named(found[1])
        if group is None and district is None:
            return None
        quota = Quota("stakeholder_group", group, limit) if group else Quota("district", str(district), limit)
        quotas[quota.field, quota.value] = quota
    return tuple(quotas.values()) or None
