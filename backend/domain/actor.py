"""Who acts: a person with rights, in a chat."""

from dataclasses import dataclass

from backend.domain.people import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind an update, as the server knows them; a button press itself proves nothing."""

    person_id: int
    roles: frozenset[Role]
    chat_contact_id: int

    @property
    def is_admin(self) -> bool:
        """Say whether the person runs the city's service."""
        return Role.ADMIN in self.roles
