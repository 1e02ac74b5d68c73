"""A measure: what a working group sets against issues, and how its members come to agree on it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from backend.domain.horizon import Horizon

LONGEST_TITLE = 200
LONGEST_CUSTODIAN = 100
LONGEST_REASON = 500
_WHOLE = 100


class MeasureKind(StrEnum):
    """What is answered for under a subject of the plan: راهبرد، سیاست اجرایی، پروژه."""

    STRATEGY = "strategy"
    POLICY = "policy"
    PROJECT = "project"


class MeasureState(StrEnum):
    """Where a measure stands. What is agreed goes on to the drafting-and-revision committee at once."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    WITH_COMMITTEE = "with-committee"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Stand(StrEnum):
    """What a member says to a measure."""

    AGREE = "agree"
    OBJECT = "object"
    ABSTAIN = "abstain"


class Majority(StrEnum):
    """What carries a measure among those who agree or object; who abstains counts for the quorum only."""

    SIMPLE = "simple"
    TWO_THIRDS = "two-thirds"
    CONSENSUS = "consensus"

    def carries(self, agree: int, object_: int) -> bool:
        """Say whether a measure is carried."""
        match self:
            case Majority.SIMPLE:
                return agree > object_
            case Majority.TWO_THIRDS:
                return agree > 0 and agree >= 2 * object_
            case Majority.CONSENSUS:
                return agree > 0 and object_ == 0


@dataclass(frozen=True, slots=True)
class Rules:
    """How a group decides: the percentage of members who must take part, what carries, and how many days it takes."""

    quorum: int = 50
    majority: Majority = Majority.SIMPLE
    days: int = 7

    def deadline(self, proposed_at: datetime) -> datetime:
        """Return until when members may vote."""
        return proposed_at + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes of those who are members now, and how many members there are."""

    agree: int
    object: int
    abstain: int
    members: int

    @property
    def voters(self) -> int:
        """Return how many took part."""
        return self.agree + self.object + self.abstain

    @property
    def silent(self) -> int:
        """Return how many members have not voted."""
        return max(0, self.members - self.voters)

    def has_quorum(self, rules: Rules) -> bool:
        """Say whether enough members took part."""
        return self.voters > 0 and self.voters * _WHOLE >= rules.quorum * self.members


@dataclass(frozen=True, slots=True)
class Vote:
    """What one member said; an objection has a reason, which the others read without a name."""

    measure_id: int
    person_id: int
    stand: Stand
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Measure:
    """A strategy, executive policy or project of a group, with the issues that it answers.

    `subject` is the topic of the plan. The group's rules are those of the moment at which it was proposed, so that
    nobody moves the bar while others vote. `result` is the tally with which it was closed.
    """

    id: int
    number: int
    group_id: int
    kind: MeasureKind
    title: str
    subject: str | None
    custodian: str
    horizon: Horizon
    issue_ids: frozenset[int]
    proposed_by: int | None
    proposed_at: datetime
    deadline: datetime
    rules: Rules
    state: MeasureState = MeasureState.PROPOSED
    decided_at: datetime | None = None
    result: Tally | None = None

    @property
    def is_open(self) -> bool:
        """Say whether members still vote on it."""
        return self.state is MeasureState.PROPOSED


def decide(tally: Tally, rules: Rules, *, is_over: bool) -> MeasureState | None:
    """Return agreed or rejected, or None while it is open.

    Before the deadline a measure is decided once enough members took part and those who are still silent could not
    turn the outcome, were they all to agree or all to object. After the deadline the votes decide as they are; without
    a quorum a measure is rejected.
    """
    if is_over:
        carried = tally.has_quorum(rules) and rules.majority.carries(tally.agree, tally.object)
        return MeasureState.AGREED if carried else MeasureState.REJECTED
    if not tally.has_quorum(rules):
        return None
    if rules.majority.carries(tally.agree, tally.object + tally.silent):
        return MeasureState.AGREED
    if not rules.majority.carries(tally.agree + tally.silent, tally.object):
        return MeasureState.REJECTED
    return None
