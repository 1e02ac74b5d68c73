"""Who acts: a person with rights, in a chat."""

from dataclasses import dataclass

from backend.domain.people import Role
from backend.domain.rights import Right, rights_of


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind an update, as the server knows them; a button press itself proves nothing."""

    person_id: int
    roles: frozenset[Role]
    chat_contact_id: int

    def may(self, right: Right) -> bool:
        """Say whether the person's roles give this right."""
        return right in rights_of(self.roles)

    @property
    def is_admin(self) -> bool:
        """Say whether the person runs the city's service."""
        return Role.ADMIN in self.roles
