"""What becomes of a row of the outbox, by what the platform answered."""

from contextlib import suppress
from typing import Any

import pytest

from backend.domain.outgoing import Attachment, Delivery, Outcome, Priority, SendState
from bot import api as calls
from bot.pacing import Pace
from bot.sender import Sender
from tests.builders import an_outgoing
from tests.fakes import FakeApi

ANSWER, DIGEST = Priority.ANSWER, Priority.DIGEST


class SpyPace(Pace):
    """Remembers who was told to wait."""

    def __init__(self) -> None:
        super().__init__(30)
        self.held: dict[int, float] = {}
        self.stopped = 0.0

    def hold(self, contact_id: int, seconds: float) -> None:
        self.held[contact_id] = seconds

    def stop(self, seconds: float) -> None:
        self.stopped = seconds


async def outcome_of(
    answer: Any, priority: Priority = ANSWER, *, is_group: bool = False, **fields: Any
) -> tuple[Outcome, SpyPace, FakeApi]:
    api, pace = FakeApi(), SpyPace()
    api.answers = answer if isinstance(answer, list) else [answer]
    sender = Sender(None, api, pace, None)  # type: ignore[arg-type]
    attachment = fields.pop("attachment", None)
    await sender._deliver(Delivery(an_outgoing(7, "k", priority, **fields), 101, is_group, attachment))
    (outcome,) = sender._outcomes
    return outcome, pace, api


async def test_what_was_sent_keeps_its_message_id() -> None:
    outcome, _, api = await outcome_of({"message_id": 55})
    assert (outcome.state, outcome.message_id) == (SendState.SENT, 55)
    assert api.calls == [("sendMessage", {"chat_id": 101, "text": "k"}, None)]


async def test_an_attachment_goes_with_its_call() -> None:
    file = Attachment(1, "chart.png", b"png")
    _, _, api = await outcome_of({"message_id": 1}, method="sendPhoto", attachment=file)
    assert api.calls[0][2] == ("photo", "chart.png", b"png")


@pytest.mark.parametrize("priority", Priority)
async def test_what_surely_was_not_sent_is_tried_again(priority: Priority) -> None:
    outcome, pace, _ = await outcome_of(calls.NotSent("refused"), priority)
    assert outcome.state is SendState.PENDING
    assert outcome.attempts == 1
    assert outcome.retry_at is not None
    assert outcome.retry_at > outcome.at
    assert 7 in pace.held


async def test_pauses_grow_up_to_a_bound() -> None:
    pauses = []
    for attempts in (0, 1, 4, 30):
        outcome, _, _ = await outcome_of(calls.NotSent("refused"), attempts=attempts)
        assert outcome.retry_at is not None
        pauses.append((outcome.retry_at - outcome.at).total_seconds())
    assert pauses == [1, 2, 16, 300]


async def test_an_answer_that_was_perhaps_sent_goes_again() -> None:
    outcome, _, _ = await outcome_of(calls.PerhapsSent("timed out"), ANSWER)
    assert outcome.state is SendState.PENDING


async def test_an_answer_is_not_repeated_for_ever() -> None:
    outcome, _, _ = await outcome_of(calls.PerhapsSent("timed out"), ANSWER, attempts=12)
    assert outcome.state is SendState.UNKNOWN


@pytest.mark.parametrize("priority", [Priority.DIGEST, Priority.BROADCAST])
async def test_a_digest_that_was_perhaps_sent_waits_for_a_persons_word(priority: Priority) -> None:
    outcome, _, _ = await outcome_of(calls.PerhapsSent("timed out"), priority)
    assert (outcome.state, outcome.retry_at) == (SendState.UNKNOWN, None)


async def test_a_429_of_a_group_holds_only_that_group_to_the_second() -> None:
    outcome, pace, _ = await outcome_of(calls.TooFast(17), DIGEST, is_group=True, attempts=2)
    assert pace.held == {7: 17}
    assert pace.stopped == 0
    assert outcome.retry_at is not None
    assert (outcome.retry_at - outcome.at).total_seconds() == 17
    assert outcome.attempts == 2, "a 429 is no attempt"


async def test_a_429_of_a_private_chat_stops_everything_to_the_second() -> None:
    _, pace, _ = await outcome_of(calls.TooFast(17))
    assert pace.stopped == 17


@pytest.mark.parametrize("error", [calls.Blocked("blocked by the user"), calls.Rejected("Bad Request: chat not found")])
async def test_a_chat_that_is_gone_is_deactivated(error: calls.CallError) -> None:
    outcome, _, _ = await outcome_of(error)
    assert (outcome.state, outcome.deactivate_contact) == (SendState.FAILED, 7)


async def test_a_group_that_moved_is_followed_and_the_call_made_again() -> None:
    outcome, _, _ = await outcome_of(calls.Moved(-1007), DIGEST, is_group=True)
    assert (outcome.state, outcome.moved_contact) == (SendState.PENDING, (7, -1007))


async def test_a_rejected_call_is_not_repeated() -> None:
    outcome, _, api = await outcome_of(calls.Rejected("Bad Request: message text is empty"))
    assert outcome.state is SendState.FAILED
    assert outcome.deactivate_contact is None
    assert len(api.calls) == 1


async def test_an_edit_that_changes_nothing_is_as_good_as_sent() -> None:
    outcome, _, _ = await outcome_of(calls.Rejected("message is not modified"), method="editMessageText")
    assert outcome.state is SendState.SENT


async def test_an_edit_whose_message_is_gone_is_said_anew() -> None:
    answers = [calls.Rejected("Bad Request: message to edit not found"), {"message_id": 9}]
    payload = {"text": "تازه", "message_id": 3}
    outcome, _, api = await outcome_of(answers, method="editMessageText", payload=payload)
    assert (outcome.state, outcome.message_id) == (SendState.SENT, 9)
    assert api.calls[1][:2] == ("sendMessage", {"chat_id": 101, "text": "تازه"})


async def test_a_rejected_token_stops_everything_and_loses_nothing() -> None:
    outcome, pace, _ = await outcome_of(calls.BadToken("Unauthorized"), DIGEST)
    assert outcome.state is SendState.PENDING
    assert pace.stopped > 0


async def test_a_fault_of_ours_is_kept_as_failed_and_never_looped() -> None:
    with suppress(TypeError):
        outcome, _, _ = await outcome_of(TypeError("our bug"), DIGEST)
    assert (outcome.state, outcome.error) == (SendState.FAILED, "internal")
