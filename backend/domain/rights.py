"""What each role of the city may do. Membership of a working group gives the rights of that group, and is apart."""

from collections.abc import Mapping
from enum import StrEnum

from backend.domain.people import Role


class Right(StrEnum):
    """A kind of act that needs leave."""

    RUN_THE_SERVICE = "run-the-service"
    GIVE_ROLES = "give-roles"
    SEE_AUDIT = "see-audit"
    SEE_STATISTICS = "see-statistics"
    BROADCAST = "broadcast"
    MAKE_SURVEYS = "make-surveys"
    MODERATE = "moderate"
    ACT_ON_ISSUES = "act-on-issues"


RIGHTS: Mapping[Role, frozenset[Right]] = {
    # An admin runs the service, yet does not speak for a working group: no vote, no state, no reason in its name.
    Role.ADMIN: frozenset(Right) - {Right.ACT_ON_ISSUES},
    Role.MODERATOR: frozenset({Right.MODERATE, Right.SEE_STATISTICS}),
    # The secretariat serves every group: it hands issues on, notes states that were agreed in a meeting, asks citizens.
    Role.SECRETARY: frozenset({Right.ACT_ON_ISSUES, Right.SEE_STATISTICS, Right.MAKE_SURVEYS, Right.BROADCAST}),
}


def rights_of(roles: frozenset[Role]) -> frozenset[Right]:
    """Return what these roles together allow."""
    return frozenset[Right]().union(*(RIGHTS[role] for role in roles))
