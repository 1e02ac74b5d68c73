"""The figures of a digest equal what plain Python counts, and the SQL remit equals `WorkingGroup.covers`."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import pytest

from backend.domain.concern import Concern, ConcernState
from backend.domain.groups import WorkingGroup
from backend.domain.issue import Issue
from backend.domain.people import StakeholderGroup
from backend.domain.schedule import Period
from backend.ports import Figures
from backend.services import digests, people
from backend.storage.unit_of_work import SqlStore
from tests.builders import NOON, a_concern, a_group, an_issue

TOPICS = ["roads", "bus", "parks", None]
DISTRICTS = ["1", "9", "samen", None]
WEEK = Period(NOON - timedelta(days=7), NOON)


@dataclass
class Town:
    """What is in the database, as plain nouns."""

    groups: list[WorkingGroup]
    issues: dict[int, Issue]
    concerns: list[Concern]


async def a_town(store: SqlStore, seed: int) -> Town:
    """Fill the database with random groups, issues and concerns of two and a half periods."""
    chance = random.Random(seed)
    issues = {
        issue.id: issue
        for issue in (an_issue(topic=chance.choice(TOPICS), district=chance.choice(DISTRICTS)) for _ in range(14))
    }
    groups = [
        a_group(
            number=number,
            topics=frozenset(filter(None, chance.sample(TOPICS, chance.randint(0, 2)))),
            districts=frozenset(filter(None, chance.sample(DISTRICTS, chance.randint(0, 2)))),
        )
        for number in range(1, 5)
    ]
    # One that everybody's remit would swallow is left out now and then, so that the secretariat has a rest.
    if seed % 2:
        groups = [group for group in groups if group.topics and group.districts]
    groups += [a_group(number=9, takes_rest=True)]
    async with store.begin() as uow:
        met = [people.meet(uow, "telegram", n)[1] for n in range(8)]
        concerns = [a_random_concern(chance, [person.id for person in met], [*issues, None]) for _ in range(150)]
        for issue in issues.values():
            uow.issues.add(issue)
        for group in groups:
            uow.groups.add(group)
        for concern in concerns:
            uow.concerns.add(concern)
        await uow.commit()
    return Town(groups, issues, concerns)


def a_random_concern(chance: random.Random, persons: list[int], issues: list[int | None]) -> Concern:
    # The bounds of the period are hit on purpose.
    ages = [timedelta(0), timedelta(days=7), timedelta(days=14), timedelta(days=17 * chance.random())]
    age = timedelta(milliseconds=round(chance.choice(ages) / timedelta(milliseconds=1)))
    state = chance.choices([ConcernState.GATHERED, ConcernState.DELETED], [9, 1])[0]
    return a_concern(
        chance.choice([*persons, None]),
        created_at=NOON - age,
        issue_id=chance.choice(issues),
        state=state,
        district=chance.choice(DISTRICTS),
        stakeholder_group=chance.choice([*StakeholderGroup, None]),
        urgency=chance.choice(["normal", "normal", "urgent"]),
        redacted=f"متن {chance.random()}",
    )


def is_of(group: WorkingGroup, others: Sequence[WorkingGroup], concern: Concern, town: Town) -> bool:
    issue = town.issues.get(concern.issue_id or 0)
    topic, district = (issue.topic, issue.district) if issue else (None, None)
    if not group.takes_rest:
        return group.covers(topic, district)
    return not any(other.covers(topic, district) for other in others)


def counted(group: WorkingGroup, town: Town, period: Period) -> tuple[dict[str, object], dict[int, dict[str, object]]]:
    """Count in plain Python what the figures of a group must be."""
    others = [other for other in town.groups if other.id != group.id]
    kept = [c for c in town.concerns if c.state is not ConcernState.DELETED]
    remit = [c for c in kept if is_of(group, others, c, town)]
    here = [c for c in remit if period.start <= c.created_at < period.end]
    before = [c for c in remit if period.before.start <= c.created_at < period.before.end]
    totals = {
        "messages": len(here),
        "people": people_of(here),
        "unplaced": sum(c.issue_id is None for c in here),
        "stakeholder_groups": by(here, "stakeholder_group"),
        "districts": by(here, "district"),
    }
    by_issue: dict[int, list[Concern]] = defaultdict(list)
    for concern in here:
        if concern.issue_id is not None:
            by_issue[concern.issue_id].append(concern)
    items = {
        issue_id: {
            "messages": len(told),
            "people": people_of(told),
            "messages_before": sum(c.issue_id == issue_id for c in before),
            "total": sum(c.issue_id == issue_id for c in kept),
            "urgent": sum(c.urgency == "urgent" for c in told),
            "districts": tuple(sorted({c.district for c in told if c.district})),
            "example": max(told, key=lambda c: c.id).redacted,
            "title": town.issues[issue_id].title,
        }
        for issue_id, told in by_issue.items()
    }
    return totals, items


def people_of(concerns: list[Concern]) -> int:
    return len({concern.person_id or concern.id for concern in concerns})


def by(concerns: list[Concern], field: str) -> dict[str, int]:
    cells: dict[str, list[Concern]] = defaultdict(list)
    for concern in concerns:
        if (cell := getattr(concern, field)) is not None:
            cells[cell].append(concern)
    return {cell: people_of(told) for cell, told in cells.items()}


async def figures_of(store: SqlStore, group: WorkingGroup, town: Town) -> Figures:
    others = [other for other in town.groups if other.id != group.id]
    async with store.look() as uow:
        return await uow.digests.figures(group, others, WEEK)


@pytest.mark.parametrize("seed", range(8))
async def test_the_figures_equal_what_plain_python_counts(store: SqlStore, seed: int) -> None:
    town = await a_town(store, seed)
    for group in town.groups:
        figures = await figures_of(store, group, town)
        totals, items = counted(group, town, WEEK)
        assert {name: getattr(figures, name) for name in totals} == totals
        found = {
            item.issue_id: {name: getattr(item, name) for name in next(iter(items.values()))} for item in figures.items
        }
        assert found == items


@pytest.mark.parametrize("seed", range(4))
async def test_every_message_is_counted_in_exactly_the_right_groups(store: SqlStore, seed: int) -> None:
    """Each message is in every group whose remit it lies in, else in the secretariat, and so never in none."""
    town = await a_town(store, seed)
    expected: Counter[int] = Counter()
    for concern in town.concerns:
        if concern.state is not ConcernState.DELETED and WEEK.start <= concern.created_at < WEEK.end:
            issue = town.issues.get(concern.issue_id or 0)
            topic, district = (issue.topic, issue.district) if issue else (None, None)
            own = [group for group in town.groups if group.covers(topic, district)]
            expected.update(group.number for group in own or [town.groups[-1]])
    found = Counter({group.number: (await figures_of(store, group, town)).messages for group in town.groups})
    assert +found == expected
    assert expected.total() > 0


async def test_the_remit_in_sql_equals_covers_for_every_topic_and_district(store: SqlStore) -> None:
    issues = [an_issue(topic=topic, district=district) for topic in TOPICS for district in DISTRICTS]
    groups = [
        a_group(number=number, topics=frozenset(topics), districts=frozenset(districts))
        for number, (topics, districts) in enumerate(
            [((), ()), (("roads",), ()), ((), ("9",)), (("roads", "bus"), ("9", "samen")), (("parks",), ("1",))],
            start=1,
        )
    ]
    async with store.begin() as uow:
        for issue in issues:
            uow.issues.add(issue)
            uow.concerns.add(a_concern(issue_id=issue.id, state=ConcernState.GATHERED, created_at=WEEK.start))
        await uow.commit()
    async with store.look() as uow:
        for group in groups:
            found = {item.issue_id for item in (await uow.digests.figures(group, [], WEEK)).items}
            assert found == {issue.id for issue in issues if group.covers(issue.topic, issue.district)}


async def test_the_secretariat_alone_gets_everything(store: SqlStore) -> None:
    rest = a_group(takes_rest=True)
    async with store.begin() as uow:
        uow.groups.add(rest)
        uow.concerns.add(a_concern(created_at=WEEK.start, topic="nothing", state=ConcernState.GATHERED))
        await uow.commit()
    async with store.look() as uow:
        digest = await digests.build(uow, rest, WEEK)
    assert (digest.messages, digest.unplaced, digest.items) == (1, 1, ())


async def test_an_empty_period_has_an_empty_digest(store: SqlStore) -> None:
    group = a_group()
    async with store.look() as uow:
        digest = await digests.build(uow, group, WEEK)
    assert digest.is_empty
    assert (digest.people, digest.items, digest.districts) == (0, (), {})
