"""At whose desk an issue lies, and where it may go."""

from backend.domain.desk import SECRETARIAT, above, below, homes, may_act, may_look
from backend.domain.groups import Level
from tests.builders import a_group, an_issue

ROADS = frozenset({"roads"})
DISTRICT = a_group(number=1, level=Level.DISTRICT, topics=ROADS, districts=frozenset({"9"}))
CITY = a_group(number=2, level=Level.ORGANISATION, topics=ROADS)
TOP = a_group(number=3, level=Level.HEADQUARTERS, topics=ROADS)
PARKS = a_group(number=4, level=Level.HEADQUARTERS, topics=frozenset({"parks"}))
REST = a_group(number=5, takes_rest=True)
ALL = [DISTRICT, CITY, TOP, PARKS, REST]
HERE = an_issue(topic="roads", district="9")


def test_an_issue_lies_with_all_that_cover_it_with_the_one_it_was_handed_to_or_with_the_rest() -> None:
    assert homes(HERE, ALL) == [DISTRICT, CITY, TOP]
    assert homes(an_issue(topic="roads", group_id=PARKS.id), ALL) == [PARKS]
    assert homes(an_issue(topic="bus"), ALL) == [REST]
    assert homes(an_issue(topic="bus"), ALL[:-1]) == [SECRETARIAT], "never nowhere"


def test_only_its_desk_and_those_over_it_may_act() -> None:
    handed_down = an_issue(topic="roads", district="9", group_id=DISTRICT.id)
    assert [may_act(group, handed_down, ALL) for group in ALL] == [True, True, True, False, False]
    handed_up = an_issue(topic="roads", district="9", group_id=TOP.id)
    assert [may_act(group, handed_up, ALL) for group in ALL] == [False, False, True, False, False]
    assert [may_look(group, handed_up, ALL) for group in ALL] == [True, True, True, False, True]


def test_upwards_goes_to_the_next_level_that_covers_it_else_to_the_secretariat() -> None:
    assert above(DISTRICT, HERE, ALL) == [CITY]
    assert above(DISTRICT, HERE, [DISTRICT, TOP, REST]) == [TOP]
    assert above(TOP, HERE, ALL) == [REST]
    assert above(REST, HERE, ALL) == [DISTRICT, CITY, TOP, PARKS]


def test_downwards_goes_to_the_sender_else_to_the_nearest_level_that_covers_it() -> None:
    assert below(TOP, HERE, ALL, DISTRICT.id) == [DISTRICT]
    assert below(TOP, HERE, ALL, None) == [CITY]
    assert below(DISTRICT, HERE, ALL, None) == []
