"""Giving concerns, issues and answers out, page by page."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from backend.domain.suppression import shown
from backend.domain.survey import Form, QuestionKind, Response
from backend.ports import Store

_PAGE = 1000


async def concerns(store: Store, platform: str, *, with_identity: bool) -> AsyncIterator[dict[str, Any]]:
    """Yield the concerns; `with_identity` adds the raw words and the chat id, which are personal data."""
    after_id = 0
    while True:
        async with store.look() as uow:
            page = await uow.concerns.page(after_id, _PAGE)
            people = {concern.person_id for concern in page if concern.person_id} if with_identity else set()
            contacts = {c.person_id: c.chat_id for c in await uow.people.contacts_of(people)} if people else {}
        if not page:
            return
        for concern in page:
            row: dict[str, Any] = {
                "code": concern.code,
                "text": concern.redacted,
                "created_at": concern.created_at.isoformat(),
                "source": concern.source.value,
                "stakeholder_group": concern.stakeholder_group,
                "district": concern.district,
                "locality": concern.locality,
                "topics": [tag.code for tag in concern.topics if tag.asserted],
                "kind": concern.kind,
                "urgency": concern.urgency,
                "issue": concern.issue_id,
                "state": concern.state.value,
            }
            if with_identity:
                row |= {"raw_text": concern.text, "platform": platform, "chat_id": contacts.get(concern.person_id)}
            yield row
        after_id = page[-1].id


async def issues(store: Store) -> AsyncIterator[dict[str, Any]]:
    """Yield the issues with their counts; a count of fewer than five people is left out.

    What was merged into another issue says so and has no counts of its own: they are in that one's.
    """
    after_id = 0
    while True:
        async with store.look() as uow:
            page = await uow.issues.page(after_id, _PAGE)
            sizes = await uow.issues.sizes(issue.id for issue in page)
        if not page:
            return
        for issue in page:
            messages, people = sizes.get(issue.id, (0, 0))
            yield {
                "issue": issue.id,
                "title": issue.title,
                "topic": issue.topic,
                "district": issue.district,
                "locality": issue.locality,
                "state": issue.state.value,
                "part_of": issue.root_id if issue.is_merged else None,
                "messages": None if issue.is_merged else messages,
                "people": None if issue.is_merged else shown(people),
                "first_seen": issue.first_seen.isoformat(),
                "last_seen": issue.last_seen.isoformat(),
            }
        after_id = page[-1].id


async def corrections(store: Store) -> AsyncIterator[dict[str, Any]]:
    """Yield what people said that messages are about: training examples, with who said it and to which model."""
    after_id = 0
    while True:
        async with store.look() as uow:
            page = await uow.concerns.corrected(after_id, _PAGE)
        if not page:
            return
        for concern in page:
            tag = next(tag for tag in concern.topics if tag.asserted)
            topics = [tag.code]
            yield {"text": concern.redacted, "topics": topics, "role": tag.by, "model": concern.model}
        after_id = page[-1].id


async def answers(store: Store, platform: str, *, with_identity: bool) -> AsyncIterator[dict[str, Any]]:
    """Yield the answers to all surveys, a row for each question of each response.

    `status` tells what was skipped from what was never asked. Group and district come only with identity: beside all
    the other answers they would point at people. Of anonymous surveys nothing is known of who answered.
    """
    async with store.look() as uow:
        surveys = await uow.surveys.all()
    for survey in surveys:
        async with store.look() as uow:
            forms = {form.version: form for form in await uow.surveys.forms(survey.id)}
        ordinal, after_id = 0, 0
        while True:
            async with store.look() as uow:
                page = await uow.surveys.responses(survey.id, after_id, _PAGE)
                people = {one.person_id for one in page if one.person_id} if with_identity else set()
                contacts = {c.person_id: c.chat_id for c in await uow.people.contacts_of(people)} if people else {}
            if not page:
                break
            for response in page:
                ordinal += 1
                own: dict[str, Any] = {"survey": survey.number, "version": response.version, "response": ordinal}
                if with_identity:
                    chat_id = contacts.get(response.person_id)
                    group = response.stakeholder_group
                    own |= {"stakeholder_group": group, "district": response.district, "chat_id": chat_id}
                    own["platform"] = platform
                for row in _answers_of(forms[response.version], response):
                    yield own | row
            after_id = page[-1].id


def _answers_of(form: Form, response: Response) -> Iterator[dict[str, Any]]:
    marks = [mark.value for mark in response.marks]
    for question in form.questions:
        if question.kind is QuestionKind.NOTE:
            continue
        answer = response.answers.get(question.code)
        status = "answered" if answer is not None else "skipped" if question.code in response.answers else "unasked"
        said = {"question": question.code, "kind": question.kind.value, "status": status, "answer": answer}
        yield said | {"complete": response.is_complete, "marks": marks}
