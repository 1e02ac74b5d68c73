"""What people are shown: in both languages, within the platform's limits, without what is not theirs to see."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from backend.domain.city import City, Topic
from backend.domain.concern import ConcernState, TopicTag
from backend.domain.groups import Level
from backend.domain.horizon import Horizon
from backend.domain.issue import IssueState
from backend.domain.people import StakeholderGroup
from backend.domain.schedule import Rhythm, Schedule
from backend.domain.tracking_code import spoken
from backend.services.standings import Course, Followed, Standing
from bot.texts.speaker import LANGUAGES, Speaker, speaker_of
from bot.views import concern as concern_views
from bot.views import digest as digest_views
from bot.views import failure, following, group, person
from bot.views import measure as measures
from bot.views.splitting import LIMIT
from bot.views.view import Button, View
from tests.builders import NOON, a_city, a_concern, a_digest, a_group, an_issue, an_item
from tests.card_views import IN_PLACE, card_views
from tests.intake_views import intake_views
from tests.result_views import result_views
from tests.staff_views import staff_views

_LARGEST_ID = 2**63 - 1
_LARGEST_NUMBER = 2**31 - 1
_MOST_BYTES = 64


@pytest.fixture(params=LANGUAGES)
def say(request: pytest.FixtureRequest) -> Speaker:
    return speaker_of(request.param)


@pytest.fixture
def city() -> City:
    return a_city()


def the_largest_city() -> City:
    """A city whose codes are as long as the columns that keep them allow in practice."""
    city = a_city()
    longest = "t" * 24
    topics = {**city.topics, longest: Topic(longest, "موضوع", "a" * 24)}
    return replace(city, topics=topics, axes={**city.axes, "a" * 24: "محور"})


def every_view(say: Speaker, city: City) -> dict[str, View]:
    tags = tuple(TopicTag(code, 0.1, "m", asserted=False) for code in city.topics)
    concern = a_concern(1, id=_LARGEST_ID, topics=tags)
    urgent = replace(concern, urgency="urgent", district="9", locality="کوچهٔ بهار")
    known = replace(concern, topics=(replace(tags[0], asserted=True),))
    unit = a_group(number=_LARGEST_NUMBER, topics=frozenset({"roads", "parks"}), districts=frozenset({"9"}))
    rest = a_group(number=2, takes_rest=True, schedule=Schedule(Rhythm.QUARTERLY))
    items = tuple(
        an_item(issue_id=n, rank=n + 1, messages=n % 7, people=n % 7, messages_before=n % 3, urgent=n % 2,
                districts=("1", "9")[: n % 3], example="متن " * 80, score=3.5)
        for n in range(14)
    )  # fmt: skip
    full = a_digest(unit, id=_LARGEST_ID, messages=60, people=40, unplaced=2, items=items,
                    stakeholder_groups={"citizens": 30, "elites": 2}, districts={"1": 9, "9": 31})  # fmt: skip
    course = Course(an_issue(), 4, 3, (("کارگروه", NOON),), "بودجه‌اش رسید", 3.5)
    standing = Standing(concern, course)
    unplaced = Standing(gathered(concern))
    return {
        "taken": concern_views.taken(say, city, concern, is_first=True),
        "urgent": concern_views.taken(say, city, urgent, is_first=False),
        "other": concern_views.taken(say, city, replace(concern, topic="other-agency"), is_first=False),
        "nothing": concern_views.taken(say, city, replace(concern, topic="nothing"), is_first=False),
        "unread": concern_views.taken(say, city, replace(concern, topic=None, topics=()), is_first=False),
        "confirmed": concern_views.confirmed(say, city, known),
        "rechosen": concern_views.rechosen(say, city, known),
        "likeliest": concern_views.likeliest_topics(say, city, concern),
        "axes": concern_views.axes(say, city, concern),
        "topics": concern_views.topics_of_axis(say, city, concern, list(city.axes)[-1]),
        "shown": concern_views.shown_again(say, city, known),
        "edited": concern_views.edited(say, city, known),
        "ask delete": concern_views.ask_delete(say, concern),
        "deleted": concern_views.deleted(say, concern),
        "mine": following.mine(say, city, Followed((standing, Standing(concern), unplaced), (course,))),
        "mine none": following.mine(say, city, Followed((), ())),
        "tracked": following.tracked(say, city, standing),
        "ask code": following.ask_code(say),
        "welcome": person.welcome(say, city, person.menu(say, is_member=True, has_role=True)),
        "stakeholder": person.ask_stakeholder_group(say),
        "district": person.ask_district(say, city),
        "done": person.profile_done(say),
        "help": person.helped(say, person.menu(say, is_member=True, has_role=False)),
        "ask name": group.ask_name(say),
        "ask level": group.ask_level(say),
        "ask topics": group.ask_topics(say, city, frozenset(city.axes)),
        "ask districts": group.ask_districts(say),
        "ask schedule": group.ask_schedule(say),
        "founded": group.founded(say, city, unit, NOON),
        "rest": group.opened(say, city, rest, NOON),
        "listed": group.listed(say, [unit, rest]),
        "listed none": group.listed(say, []),
        "which": group.ask_which_to_bind(say, [unit, rest]),
        "bound": group.bound(say, unit),
        "invited": group.invited(say, city, unit, "https://t.me/bot?start=x", NOON),
        "joined": group.joined(say, unit, person.menu(say, is_member=True, has_role=False)),
        "rescheduled": group.rescheduled(say, unit, Schedule(Rhythm.MONTHLY)),
        "digest": digest_views.written(say, city, unit, full, is_live=False),
        "digest empty": digest_views.written(say, city, unit, a_digest(unit), is_live=False),
        "digest without issue": digest_views.written(say, city, unit, replace(full, items=()), is_live=False),
        "explained": digest_views.explained(say, full),
        "which digest": digest_views.ask_which(say, [unit, rest]),
        "failure": failure.failure(say, "abcd1234"),
        **staff_views(say, city, concern, [unit, rest]),
        **intake_views(say, city, concern),
        **card_views(say, city, unit),
        **result_views(say, city),
    }


def gathered(concern: object) -> object:
    return replace(concern, state=ConcernState.GATHERED)  # type: ignore[type-var]


def test_every_view_is_said_in_every_language_without_a_hole(say: Speaker) -> None:
    for name, view in every_view(say, a_city()).items():
        assert view.text.strip(), name
        assert "{" not in view.text, name
        assert "None" not in view.text, name


def test_callback_data_has_at_most_64_bytes_for_the_largest_ids(say: Speaker) -> None:
    for name, view in every_view(say, the_largest_city()).items():
        for button in (button for row in view.buttons for button in row):
            assert 0 < len(button.data.encode()) <= _MOST_BYTES, (name, button.data)


def test_every_button_of_every_view_leads_to_a_handler(say: Speaker) -> None:
    from tests.unit.bot.test_routes import handler_of, pressed

    for name, view in every_view(say, a_city()).items():
        for button in (button for row in view.buttons for button in row):
            assert handler_of(pressed(button.data)) is not None, (name, button.data)


def test_every_payload_fits_the_platform(say: Speaker) -> None:
    for view in every_view(say, a_city()).values():
        payloads = list(view.payloads())
        assert all(0 < len(payload["text"].encode("utf-16-le")) // 2 <= LIMIT for payload in payloads)
        assert all("reply_markup" not in payload for payload in payloads[:-1])


def test_what_is_edited_in_place_fits_one_message(say: Speaker) -> None:
    views = every_view(say, a_city())
    for name in IN_PLACE:
        (payload,) = views[name].payloads()
        assert payload["reply_markup"], name


def test_persian_views_have_no_latin_digits_but_in_codes_and_links() -> None:
    views = every_view(speaker_of("fa"), a_city())
    for name in set(views) - {"audited", "invited", "failure", "deleted", "ask delete"}:
        for line in views[name].text.splitlines():
            bare = line if "\u2066" not in line else line.split("\u2066")[0] + line.split("\u2069")[-1]
            assert not any(c in "0123456789" for c in bare), (name, line)


def test_no_dot_stands_before_a_persian_digit_where_it_reads_as_a_zero() -> None:
    views = every_view(speaker_of("fa"), a_city())
    read_wrongly = re.compile("· *\u2066?[۰-۹]")
    lines = [(name, line) for name, view in views.items() for line in view.text.splitlines()]
    assert [(name, line) for name, line in lines if read_wrongly.search(line)] == []


def test_a_code_keeps_its_order_between_persian_words() -> None:
    concern = a_concern(1)
    text = concern_views.taken(speaker_of("fa"), a_city(), concern, is_first=False).text
    assert f"\u2066{spoken(concern.code)}\u2069" in text


def test_a_tracked_concern_does_not_show_its_words() -> None:
    concern = a_concern(1, text="راز من", redacted="راز من", headline="راز من")
    assert "راز" not in following.tracked(speaker_of("fa"), a_city(), Standing(concern)).text


def test_small_counts_of_people_are_not_told_in_a_digest() -> None:
    unit = a_group()
    item = an_item(rank=1, messages=9, people=3, messages_before=9)
    told = a_digest(unit, messages=9, people=9, items=(item,), stakeholder_groups={"citizens": 7, "elites": 2})
    text = digest_views.written(speaker_of("fa"), a_city(), unit, told, is_live=False).text
    assert "۳ نفر" not in text
    assert "۲ نفر" not in text
    assert "۷ نفر" not in text, "the rest would name the small one"
    assert "نخبه" in text, "who is represented is told, without a number"


def test_a_digest_with_nothing_new_is_one_line() -> None:
    unit = a_group()
    view = digest_views.written(speaker_of("fa"), a_city(), unit, a_digest(unit), is_live=False)
    assert "\n" not in view.text
    assert [button.data for row in view.buttons for button in row] == ["i:l:1"], "the way to the issues stays"


def test_the_order_is_explained_with_persian_points() -> None:
    unit = a_group()
    told = a_digest(unit, messages=9, people=9, items=(an_item(rank=1, messages=9, people=9, score=12.5),))
    assert "۱۲٫۵" in digest_views.explained(speaker_of("fa"), told).text


def test_a_score_that_gives_a_hidden_number_away_is_not_told() -> None:
    unit = a_group()
    told = a_digest(unit, messages=3, people=3, items=(an_item(rank=1, messages=3, people=3, score=12.5),))
    assert "۱۲٫۵" not in digest_views.explained(speaker_of("fa"), told).text


@pytest.mark.parametrize("state", IssueState)
def test_every_state_of_an_issue_can_be_told(say: Speaker, city: City, state: IssueState) -> None:
    concern = a_concern(1, state=ConcernState.GATHERED)
    assert following.tracked(say, city, Standing(concern, Course(an_issue(state=state), 2, 2))).text


@pytest.mark.parametrize("level", Level)
def test_every_level_can_be_told(say: Speaker, city: City, level: Level) -> None:
    assert group.founded(say, city, a_group(level=level), NOON + timedelta(days=1)).text


def test_all_five_stakeholder_groups_and_all_districts_are_offered(say: Speaker, city: City) -> None:
    offered = {button.data for row in person.ask_stakeholder_group(say).buttons for button in row}
    assert offered == {f"p:group:{one}" for one in [*StakeholderGroup, "-"]}
    offered = {button.data for row in person.ask_district(say, city).buttons for button in row}
    assert offered == {f"p:district:{one}" for one in [*city.districts, "-"]}


def test_the_menu_shows_only_what_a_person_may_do(say: Speaker) -> None:
    citizen = {entry for row in person.menu(say, is_member=False, has_role=False) for entry in row}
    admin = {entry for row in person.menu(say, is_member=False, has_role=True) for entry in row}
    assert citizen == {say(f"menu-{name}") for name in ("new", "mine", "top", "track", "settings", "help")}
    assert admin - citizen == {say("menu-digest"), say("menu-manage")}
    member = {entry for row in person.menu(say, is_member=True, has_role=False) for entry in row}
    assert member - citizen == {say("menu-digest"), say("menu-measures"), say("menu-rules")}


def test_keyboards_have_the_platforms_form() -> None:
    view = View("متن", ((Button("آری", "y"), Button("نه", "n")),))
    assert list(view.payloads()) == [
        {
            "text": "متن",
            "reply_markup": {
                "inline_keyboard": [[{"text": "آری", "callback_data": "y"}, {"text": "نه", "callback_data": "n"}]]
            },
        }
    ]
    assert View("متن", menu=(("یک",),)).markup() == {"keyboard": [[{"text": "یک"}]], "resize_keyboard": True}


def test_danger_is_answered_first_with_the_number_to_call() -> None:
    say, city = speaker_of("fa"), a_city()
    burning = a_concern(1, urgency="urgent", text="خانه آتش گرفته")
    for view in (intake_views(say, city, burning)["anonymous"], concern_views.taken(say, city, burning, is_first=True)):
        assert "🚨" in view.text.splitlines()[0]
    assert "۱۲۵" in concern_views.taken(say, city, burning, is_first=True).text.splitlines()[0]


def test_a_receipt_without_name_has_nothing_to_press() -> None:
    assert intake_views(speaker_of("fa"), a_city(), a_concern(None))["anonymous"].buttons == ()


def test_every_step_of_founding_and_proposing_can_be_given_up() -> None:
    say, city = speaker_of("fa"), a_city()
    founding = [
        group.ask_name(say),
        group.ask_level(say),
        group.ask_topics(say, city, frozenset()),
        group.ask_districts(say),
        group.ask_schedule(say),
    ]
    proposing = [measures.ask_custodian(say), measures.ask_horizon(say, Horizon(1405, 3))]
    proposing.append(measures.ask_issues(say, [an_issue(), an_issue()], set()))
    for views, data in ((founding, "g:drop"), (proposing, "x:drop")):
        assert all(any(button.data == data for row in view.buttons for button in row) for view in views)


def test_an_old_group_is_not_founded_anew_when_it_is_opened() -> None:
    say, city, unit = speaker_of("fa"), a_city(), a_group()
    assert "ساخته شد" in group.founded(say, city, unit, NOON).text
    assert "ساخته شد" not in group.opened(say, city, unit, NOON).text


def test_one_list_that_went_to_several_groups_is_told_in_one_line() -> None:
    say, city = speaker_of("fa"), a_city()
    course = Course(an_issue(), 4, 3, (("الف", NOON), ("ب", NOON)), None, None)
    told = following.mine(say, city, Followed((), (course,))).text
    assert told.count("گزارش شد") == 1
    assert "به «الف»، «ب» گزارش شد" in told
