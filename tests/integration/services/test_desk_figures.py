"""Where an issue lies in SQL equals the rule; merged, handed-over and supported issues are counted where they are."""

from datetime import timedelta

import pytest

from backend.domain.acts import EventKind, IssueEvent, Merge, Note, Question, QuestionAnswer, Vote
from backend.domain.concern import ConcernState
from backend.domain.desk import homes
from backend.domain.groups import WorkingGroup
from backend.domain.issue import Issue
from backend.domain.schedule import Period
from backend.ports import Figures
from backend.services import people
from backend.storage.unit_of_work import SqlStore, SqlUnitOfWork
from tests.builders import NOON, a_concern, a_group, an_issue

WEEK = Period(NOON - timedelta(days=7), NOON)
TOPICS = ["roads", "bus", "parks", None]
DISTRICTS = ["1", "9", None]


def the_groups(*, with_rest: bool) -> list[WorkingGroup]:
    groups = [
        a_group(number=1, topics=frozenset({"roads"}), districts=frozenset({"9"})),
        a_group(number=2, topics=frozenset({"roads", "bus"})),
        a_group(number=3, topics=frozenset({"parks"}), districts=frozenset({"1"})),
    ]
    return [*groups, a_group(number=4, takes_rest=True)] if with_rest else groups


async def keep(store: SqlStore, groups: list[WorkingGroup], issues: list[Issue]) -> None:
    async with store.begin() as uow:
        for group in groups:
            uow.groups.add(group)
        for issue in issues:
            uow.issues.add(issue)
        await uow.commit()


async def figures(uow: SqlUnitOfWork, group: WorkingGroup, groups: list[WorkingGroup]) -> Figures:
    return await uow.digests.figures(group, [other for other in groups if other.id != group.id], WEEK)


@pytest.mark.parametrize("with_rest", [True, False])
async def test_where_an_issue_lies_in_sql_equals_the_rule(store: SqlStore, *, with_rest: bool) -> None:
    groups = the_groups(with_rest=with_rest)
    issues = [
        an_issue(topic=topic, district=district, group_id=handed)
        for topic in TOPICS
        for district in DISTRICTS
        for handed in (None, groups[0].id, groups[-1].id)
    ]
    await keep(store, groups, issues)
    async with store.begin() as uow:
        for issue in issues:
            uow.concerns.add(a_concern(issue_id=issue.id, state=ConcernState.GATHERED, created_at=WEEK.start))
        await uow.commit()
    async with store.look() as uow:
        for group in groups:
            others = [other for other in groups if other.id != group.id]
            listed = {line.issue.id for line in await uow.issues.at_desk(group, others, 0, 999)}
            told = {item.issue_id for item in (await figures(uow, group, groups)).items}
            rule = {issue.id for issue in issues if group.id in {home.id for home in homes(issue, groups)}}
            assert listed == told == rule, group.number


async def test_an_issue_of_which_nothing_is_left_does_not_stand_in_the_list(store: SqlStore) -> None:
    groups = the_groups(with_rest=True)
    taken_back, left, merged = (an_issue(topic="roads", district="9", title=title) for title in ("", "چاله", ""))
    await keep(store, groups, [taken_back, left, merged])
    async with store.begin() as uow:
        uow.concerns.add(a_concern(issue_id=merged.id, state=ConcernState.GATHERED, created_at=WEEK.start))
        await uow.commit()
    async with store.look() as uow:
        listed = {line.issue.id for group in groups for line in await uow.issues.at_desk(group, [], 0, 999)}
    assert listed == {left.id, merged.id}


async def test_a_merged_issue_is_counted_in_its_root_wherever_its_own_remit_is(store: SqlStore) -> None:
    groups = the_groups(with_rest=True)
    root, leaf = an_issue(topic="roads", district="9"), an_issue(topic="parks", district="1")
    await keep(store, groups, [root, leaf])
    async with store.begin() as uow:
        met = [people.meet(uow, "telegram", n)[1].id for n in range(4)]
        for issue, person in ((root, met[0]), (root, met[1]), (leaf, met[1]), (leaf, met[2])):
            gathered = {"issue_id": issue.id, "state": ConcernState.GATHERED, "created_at": WEEK.start}
            uow.concerns.add(a_concern(person, **gathered))
        for issue, person in ((leaf, met[3]), (root, met[3]), (root, met[0])):
            uow.following.support(issue.id, person, WEEK.start)
        uow.acts.add_merge(Merge(uow.new_id(), leaf.id, root.id, groups[0].id, None, NOON))
        uow.issues.change(leaf.id, root_id=root.id)
        await uow.commit()
    async with store.look() as uow:
        first = await figures(uow, groups[0], groups)
        assert (await figures(uow, groups[2], groups)).messages == 0, "it left the remit of its own topic"
        assert await uow.issues.sizes([root.id, leaf.id]) == {root.id: (4, 4), leaf.id: (4, 4)}
        told = await uow.issues.figures(root.id, WEEK.start, WEEK.before.start)
    (item,) = first.items
    assert (first.messages, first.people) == (4, 4), "three who wrote, one who only supports"
    assert (item.issue_id, item.messages, item.people, item.total) == (root.id, 4, 4, 4)
    assert (told.messages, told.people, told.supporters, told.recent) == (4, 4, 2, 4)


async def test_what_was_handed_over_leaves_one_digest_and_comes_to_the_other(store: SqlStore) -> None:
    groups = the_groups(with_rest=True)
    issue = an_issue(topic="roads", district="9", group_id=groups[2].id)
    await keep(store, groups, [issue])
    async with store.begin() as uow:
        uow.concerns.add(a_concern(issue_id=issue.id, state=ConcernState.GATHERED, created_at=WEEK.start))
        await uow.commit()
    async with store.look() as uow:
        counted = {group.number: (await figures(uow, group, groups)).messages for group in groups}
    assert counted == {1: 0, 2: 0, 3: 1, 4: 0}


async def test_forgetting_a_person_leaves_the_acts_and_no_trace_of_who_did_them(store: SqlStore) -> None:
    issue = an_issue()
    await keep(store, [], [issue])
    async with store.begin() as uow:
        somebody = people.meet(uow, "telegram", 1)[1].id
        uow.acts.vote(Vote(issue.id, 1, somebody, 3, NOON))
        uow.acts.see(issue.id, 1, somebody, NOON)
        uow.acts.take(issue.id, 1, somebody, NOON)
        uow.acts.add_note(Note(uow.new_id(), issue.id, 1, somebody, NOON, "یادداشت"))
        uow.acts.add_event(IssueEvent(uow.new_id(), issue.id, 1, NOON, somebody, EventKind.TAKEN))
        question = Question(uow.new_id(), issue.id, 1, somebody, NOON, "کجا؟")
        uow.questions.add(question)
        await uow.questions.answer(QuestionAnswer(uow.new_id(), question.id, somebody, NOON, "آنجا"))
        await uow.questions.answer(QuestionAnswer(uow.new_id(), question.id, somebody, NOON, "اینجا"))
        await uow.acts.forget(somebody)
        await uow.commit()
    async with store.look() as uow:
        assert await uow.acts.votes([issue.id]) == {}
        assert await uow.acts.owner(issue.id, 1) is None
        (note,) = await uow.acts.notes(issue.id, 1, 9)
        (event,) = await uow.acts.history(issue.id, 9)
        (answer,) = (await uow.questions.answers([question.id]))[question.id]
    assert (note.author_id, event.actor_id, answer.person_id) == (None, None, None)
    assert answer.text == "اینجا"
