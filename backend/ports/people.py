"""Persons, their addresses, roles and dialogues."""

from collections.abc import Iterable
from typing import Protocol

from backend.domain.people import Contact, Dialogue, Person, Role
from backend.domain.roles import Holder


class People(Protocol):
    """Persons, their contacts, roles and dialogues."""

    async def contacts_at(self, platform: str, chat_ids: Iterable[int]) -> dict[int, Contact]:
        """Return the known contacts by chat id."""

    async def contacts_of(self, person_ids: Iterable[int]) -> list[Contact]:
        """Return the active private contacts of these persons."""

    async def contacts_by_ids(self, contact_ids: Iterable[int]) -> list[Contact]:
        """Return the active contacts with these ids."""

    async def persons(self, person_ids: Iterable[int]) -> dict[int, Person]:
        """Return persons by id."""

    async def roles(self, person_ids: Iterable[int]) -> dict[int, frozenset[Role]]:
        """Return the roles of those persons that have any."""

    async def dialogues(self, contact_ids: Iterable[int]) -> dict[tuple[int, int], Dialogue]:
        """Return the open dialogues by contact and person."""

    async def dialogues_at(self, step: str, limit: int) -> list[Dialogue]:
        """Return dialogues that stand at a step; an index serves only `READING_STEP`."""

    async def admins(self, platform: str) -> list[int]:
        """Return the chat ids of the admins."""

    def add(self, person: Person) -> None:
        """Keep a new person."""

    def add_contact(self, contact: Contact) -> None:
        """Keep a new contact."""

    def set_profile(self, person_id: int, **profile: str | None) -> None:
        """Change the stakeholder group, district or language."""

    def set_muted(self, person_id: int, *, muted: bool) -> None:
        """Note whether a person wishes to be sent nothing but answers."""

    def set_contact_active(self, contact_id: int, *, active: bool) -> None:
        """Note that a person stopped the bot, or came back."""

    async def move_contact(self, contact_id: int, chat_id: int) -> None:
        """Give a contact a new address; if that is known already, hand over to it what hangs on the contact."""

    async def holders(self, role: Role) -> list[Holder]:
        """Return who holds a role, since when, locked against a change at the same moment."""

    def grant(self, person_id: int, role: Role) -> None:
        """Give a role; giving it twice is harmless."""

    async def revoke(self, person_id: int, role: Role) -> None:
        """Take a role away."""

    def put_dialogue(self, dialogue: Dialogue) -> None:
        """Begin or continue a dialogue."""

    def end_dialogue(self, contact_id: int, person_id: int) -> None:
        """End a dialogue; ending none is harmless."""
