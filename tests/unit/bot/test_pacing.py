"""The platform's limits, kept on our side."""

from collections import deque

import pytest

from bot.pacing import Pace


class FakeClock:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def send_as_fast_as_allowed(
    pace: Pace, clock: FakeClock, seconds: float, contacts: list[int], *, is_group: bool
) -> list[float]:
    """Play a sender that always has something for each contact; return when it sent."""
    sent: list[float] = []
    end = clock.now + seconds
    while clock.now < end:
        closed = set(pace.closed())
        for contact in contacts:
            if contact not in closed and pace.room() > 0:
                pace.sent(contact, is_group=is_group)
                sent.append(clock.now)
        clock.now += 0.05
    return sent


def most_within(sent: list[float], seconds: float) -> int:
    window: deque[float] = deque()
    most = 0
    for at in sent:
        window.append(at)
        while window[0] <= at - seconds + 1e-6:
            window.popleft()
        most = max(most, len(window))
    return most


def test_thirty_a_second_over_all_chats_in_any_second(clock: FakeClock) -> None:
    sent = send_as_fast_as_allowed(Pace(30, clock), clock, 10, list(range(500)), is_group=False)
    assert most_within(sent, 1.0) == 30
    assert len(sent) >= 0.9 * 30 * 10


def test_what_can_wait_is_spread_so_that_an_answer_never_waits_for_a_whole_second(clock: FakeClock) -> None:
    pace, sent, waited = Pace(30, clock), 0, 0.0
    for step in range(200):
        # An answer is asked for first, so it has the room that is free before the others take it.
        waited = 0.0 if pace.room() else waited + 0.05
        assert waited <= 0.4
        for contact in range(pace.room_behind()):
            pace.sent(step * 100 + contact, is_group=False, can_wait=True)
            sent += 1
        clock.now += 0.05
    assert sent >= 0.9 * 30 / 1.1 * 10


def test_a_private_chat_gets_three_at_once_and_then_one_a_second(clock: FakeClock) -> None:
    sent = send_as_fast_as_allowed(Pace(30, clock), clock, 20, [7], is_group=False)
    assert most_within(sent, 0.5) <= 3
    assert 20 <= len(sent) <= 23


def test_a_group_gets_twenty_in_any_minute(clock: FakeClock) -> None:
    sent = send_as_fast_as_allowed(Pace(30, clock), clock, 180, [-7], is_group=True)
    assert most_within(sent, 60.0) == 20
    assert len(sent) == 60


def test_a_busy_chat_does_not_hold_others_up(clock: FakeClock) -> None:
    pace = Pace(30, clock)
    for _ in range(3):
        pace.sent(1, is_group=False)
    assert pace.closed() == [1]
    assert pace.room() > 0


def test_a_slow_rate_is_one_message_in_a_longer_stretch(clock: FakeClock) -> None:
    sent = send_as_fast_as_allowed(Pace(0.5, clock), clock, 20, [1, 2, 3, 4, 5], is_group=False)
    assert len(sent) == 10


def test_a_held_contact_waits_to_the_second_and_only_it(clock: FakeClock) -> None:
    pace = Pace(30, clock)
    pace.hold(-7, 12)
    clock.now += 11.9
    assert pace.closed() == [-7]
    assert pace.room() > 0
    clock.now += 0.2
    assert pace.closed() == []


def test_a_shorter_hold_does_not_end_a_longer_one(clock: FakeClock) -> None:
    pace = Pace(30, clock)
    pace.hold(-7, 12)
    pace.hold(-7, 1)
    clock.now += 5
    assert pace.closed() == [-7]


def test_a_global_stop_stops_everything_to_the_second(clock: FakeClock) -> None:
    pace = Pace(30, clock)
    pace.stop(5)
    pace.stop(1)
    clock.now += 4.9
    assert pace.room() == 0
    clock.now += 0.2
    assert pace.room() == 30


def test_rate_zero_is_no_limit_but_a_429_is_obeyed(clock: FakeClock) -> None:
    pace = Pace(0, clock)
    for _ in range(1000):
        pace.sent(1, is_group=False)
    assert pace.room() > 1000
    assert pace.closed() == []
    pace.hold(1, 3)
    assert pace.closed() == [1]
    pace.stop(3)
    assert pace.room() == 0


def test_chats_that_rest_are_forgotten(clock: FakeClock) -> None:
    pace = Pace(1_000_000, clock)
    for contact in range(10_001):
        pace.sent(contact, is_group=False)
        clock.now += 0.01
    assert len(pace._chats) < 10_001
