"""A digest in words."""

from collections.abc import Mapping, Sequence

from backend.domain.city import City
from backend.domain.digest import Digest, DigestItem
from backend.domain.groups import WorkingGroup
from backend.domain.persian import date_words
from backend.domain.suppression import SMALLEST_SHOWN, shown, shown_cells
from bot.texts.speaker import Speaker
from bot.views.view import Button, View, in_rows

MOST_SHOWN = 10
_EXAMPLE_LENGTH = 180
_EXPLAINED = 5
_LIVE = 0
_A_ROW = 5


def written(say: Speaker, city: City, group: WorkingGroup, digest: Digest, *, is_live: bool) -> View:
    """Write a digest out; one that is empty becomes one line."""
    every_issue = Button(say("button-all-issues"), f"i:l:{group.number}")
    if digest.is_empty:
        return View(say("digest-empty", group=group.name, **_period(city, digest)), ((every_issue,),))
    parts = [_head(say, city, group, digest)]
    parts += [_item(say, city, item) for item in digest.items[:MOST_SHOWN]]
    left = len(digest.items) - MOST_SHOWN
    if left > 0:
        parts.append(say("digest-more", count=left))
    if not digest.items:
        return View("\n\n".join(parts))
    why = Button(say("button-why"), f"d:why:{group.number}:{_LIVE if is_live else digest.id}")
    first = [item.issue_id for item in digest.items[:MOST_SHOWN]]
    opening = [
        Button(say.figures(rank), f"i:o:{group.number}:{issue_id}") for rank, issue_id in enumerate(first, start=1)
    ]
    return View("\n\n".join(parts), (*in_rows(opening, _A_ROW), (why, every_issue)))


def explained(say: Speaker, digest: Digest) -> View:
    """Explain the order by the formula and the first issues' scores, where these give no hidden number away."""
    scores = [
        say("digest-item", rank=item.rank, title=item.title)
        if shown(item.people) is None
        else say("why-item", rank=item.rank, title=item.title, score=round(item.score, 1))
        for item in digest.items[:_EXPLAINED]
    ]
    return View("\n".join([say("why-formula"), "", *scores]))


def ask_which(say: Speaker, groups: Sequence[WorkingGroup]) -> View:
    """Offer the groups whose digest may be seen."""
    return View(say("digest-which"), in_rows([Button(g.name, f"d:show:{g.number}") for g in groups], 1))


def _head(say: Speaker, city: City, group: WorkingGroup, digest: Digest) -> str:
    lines = [say("digest-title", group=group.name), say("digest-period", **_period(city, digest))]
    lines.append(counts(say, "digest-counts", digest.messages, digest.people))
    groups = {say(f"stakeholder-{code}"): people for code, people in digest.stakeholder_groups.items()}
    if groups:
        lines.append(say("digest-stakeholders", groups=_cells(say, groups)))
    districts = {city.districts.get(code, code): people for code, people in digest.districts.items()}
    if districts:
        lines.append(say("digest-districts", districts=_cells(say, districts)))
    if digest.unplaced:
        lines.append(say("digest-unplaced", count=digest.unplaced))
    return "\n".join(lines)


def _item(say: Speaker, city: City, item: DigestItem) -> str:
    lines = [say("digest-item", rank=item.rank, title=item.title)]
    lines.append(counts(say, "digest-item-figures", item.messages, item.people, trend=_trend(say, item)))
    since = date_words(item.first_seen, city.zone)
    if item.districts:
        names = "، ".join(city.districts.get(code, code) for code in item.districts)
        lines.append(say("digest-item-districts", districts=names, since=since))
    else:
        lines.append(say("digest-item-since", since=since))
    if item.urgent:
        lines.append(say("digest-item-urgent", count=item.urgent))
    if item.example:
        lines.append(say("digest-item-example", example=excerpt(item.example)))
    return "\n".join(lines)


def counts(say: Speaker, name: str, messages: int, people: int, **more: str) -> str:
    """Say how many messages came from how many people, as far as it may be told."""
    if messages < SMALLEST_SHOWN:
        # So few messages cannot come from more people: the second figure would tell nothing.
        return say(f"{name}-messages", messages=messages, **more)
    if shown(people) is None:
        return say(f"{name}-few", messages=messages, few=SMALLEST_SHOWN, **more)
    return say(name, messages=messages, people=people, **more)


def _cells(say: Speaker, cells: Mapping[str, int]) -> str:
    """Name all that are represented, with numbers only where they may be told."""
    told = sorted(shown_cells(cells).items(), key=lambda cell: -(cell[1] or 0))
    return "، ".join(
        say("digest-cell-hidden", name=name) if people is None else say("digest-cell", name=name, people=people)
        for name, people in told
    )


def _trend(say: Speaker, item: DigestItem) -> str:
    if item.messages_before == 0:
        return say("trend-new")
    if item.messages == item.messages_before:
        return say("trend-same")
    name = "trend-up" if item.messages > item.messages_before else "trend-down"
    return say(name, before=item.messages_before)


def _period(city: City, digest: Digest) -> dict[str, str]:
    period = digest.period
    return {"start": date_words(period.start, city.zone), "end": date_words(period.end, city.zone)}


def excerpt(text: str) -> str:
    """Return the beginning of a message, on one line."""
    flat = " ".join(text.split())
    if len(flat) <= _EXAMPLE_LENGTH:
        return flat
    return flat[:_EXAMPLE_LENGTH].rsplit(" ", 1)[0] + "…"
