"""Giving concerns and issues out, page by page."""

from collections.abc import AsyncIterator
from typing import Any

from backend.domain.suppression import shown
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
    """Yield the issues with their counts; a count of fewer than five people is left out."""
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
                "messages": messages,
                "people": shown(people),
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
