"""Which handler an event goes to; no words of a citizen go nowhere."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from backend.domain.errors import NotFound
from backend.domain.people import Dialogue
from backend.domain.tracking_code import new_code, spoken
from bot.conversations import COMMANDS, ROUTES
from bot.event import Event, EventKind
from bot.handlers import admin, concern, digest, following, groups, measures, rules, start
from bot.routes import Handler, Router, button
from bot.texts.speaker import LANGUAGES, speaker_of
from bot.turn import Turn
from tests.builders import a_contact, a_person, an_update


def a_turn(event: Event, step: str = "") -> Turn:
    person = a_person()
    contact = a_contact(person.id)
    dialogue = Dialogue(contact.id, person.id, step, {}) if step else None
    return Turn(an_update(1), event, person, contact, contact, frozenset(), dialogue)


def handler_of(event: Event, step: str = "") -> Handler | None:
    route = Router(ROUTES).route_of(a_turn(event, step))
    return route.handler if route else None


def said(text: str, *, is_group: bool = False) -> Event:
    return Event(EventKind.MESSAGE, chat_id=1, user_id=1, text=text, is_group=is_group)


def pressed(button: str) -> Event:
    return Event(EventKind.BUTTON, chat_id=1, user_id=1, callback_id="1", button=button)


@pytest.mark.parametrize(
    ("text", "handler"),
    [
        ("چراغ کوچهٔ ما خاموش است", concern.take),
        ("سلام", concern.take),
        ("/", concern.take),
        ("/ کوچهٔ ما تاریک است", concern.take),
        ("12345678", concern.take),
        ("/start", start.greet),
        ("/start@hamandish_bot token", start.greet),
        ("/help", start.explain),
        ("/my", following.mine),
        ("/track", following.track),
        ("/track ABCD", following.track),
        ("/digest", digest.show),
        ("/manage", admin.menu),
        ("/groups", groups.list_all),
        ("/newgroup", groups.begin),
        ("/bind ۱", groups.bind),
        ("/audit", admin.audit),
        ("/nonsense", start.explain),
    ],
)
def test_a_private_text_goes_to_its_handler(text: str, handler: Handler) -> None:
    assert handler_of(said(text)) is handler


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("entry", "handler"),
    [
        ("menu-new", start.invite_to_write),
        ("menu-mine", following.mine),
        ("menu-track", following.ask_code),
        ("menu-help", start.explain),
        ("menu-digest", digest.show),
        ("menu-measures", measures.list_all),
        ("menu-rules", rules.show),
        ("menu-manage", admin.menu),
    ],
)
def test_a_menu_entry_goes_to_its_handler_in_every_language(language: str, entry: str, handler: Handler) -> None:
    assert handler_of(said(speaker_of(language)(entry))) is handler


@pytest.mark.parametrize("step", ["", following.STEP_CODE, groups.STEP_NAME, groups.STEP_SCHEDULE])
def test_a_menu_entry_leads_out_of_any_dialogue(step: str) -> None:
    assert handler_of(said(speaker_of("fa")("menu-help")), step) is start.explain


@pytest.mark.parametrize(
    ("step", "handler"),
    [
        (groups.STEP_NAME, groups.take_name),
        (groups.STEP_DISTRICTS, groups.take_districts),
        (groups.STEP_SCHEDULE, groups.take_schedule),
        (groups.STEP_RETIME, groups.retime),
    ],
)
def test_a_text_answers_the_step_at_which_the_dialogue_stands(step: str, handler: Handler) -> None:
    assert handler_of(said("کارگروه تازه"), step) is handler


def test_a_bare_tracking_code_is_looked_up() -> None:
    assert handler_of(said(spoken(new_code()))) is following.track_typed


def test_a_mistyped_code_answers_the_question_for_one() -> None:
    assert handler_of(said("ABCD-1234"), following.STEP_CODE) is following.track_typed


def test_words_where_a_code_was_asked_for_are_kept_as_a_concern() -> None:
    assert handler_of(said("راستی آسفالت کوچه هم خراب است"), following.STEP_CODE) is concern.take


@pytest.mark.parametrize(
    ("button", "handler"),
    [
        ("p:ask", start.introduce),
        ("p:group:citizens", start.note_stakeholder_group),
        ("p:district:9", start.note_district),
        ("c:ok:7", concern.confirm),
        ("c:more:7", concern.offer_likeliest),
        ("c:axes:7", concern.offer_axes),
        ("c:axis:7:transport", concern.offer_topics),
        ("c:set:7:roads", concern.choose),
        ("c:show:7", concern.show),
        ("c:del:7", concern.ask_delete),
        ("c:erase:7", concern.erase),
        ("g:new", groups.begin),
        ("g:list", groups.list_all),
        ("g:open:1", groups.open_one),
        ("g:level:district", groups.take_level),
        ("g:axis:green", groups.tick_axis),
        ("g:axes:done", groups.end_topics),
        ("g:districts:all", groups.take_all_districts),
        ("g:when:0", groups.take_suggested_schedule),
        ("g:again:0", groups.retime_pressed),
        ("g:bind:1", groups.bind_pressed),
        ("g:invite:1", groups.invite),
        ("g:retime:1", groups.begin_retime),
        ("d:show:1", digest.show_pressed),
        ("d:why:1:0", digest.explain),
    ],
)
def test_a_press_goes_to_its_handler(button: str, handler: Handler) -> None:
    assert handler_of(pressed(button)) is handler


@pytest.mark.parametrize("button", ["", "x", "c:okay:7", "c:o", "g:newest", "old:button"])
def test_an_unknown_button_goes_to_no_handler(button: str) -> None:
    assert handler_of(pressed(button)) is None


def test_a_citizens_words_in_a_group_are_left_alone() -> None:
    assert handler_of(said("چراغ کوچه خاموش است", is_group=True)) is None
    assert handler_of(said("/nonsense", is_group=True)) is None
    assert handler_of(said("/bind 1", is_group=True)) is groups.bind


def test_an_edit_a_file_and_a_stop_have_their_handlers() -> None:
    assert handler_of(Event(EventKind.EDITED, text="تازه")) is concern.edit
    assert handler_of(Event(EventKind.EDITED, text="تازه", is_group=True)) is None
    assert handler_of(Event(EventKind.MESSAGE, has_only_file=True)) is concern.take_file
    assert handler_of(Event(EventKind.STOPPED)) is start.stopped
    assert handler_of(Event(EventKind.OTHER)) is None


@given(st.text(min_size=1).map(str.strip))
def test_no_private_text_whatever_goes_nowhere(text: str) -> None:
    assume(text)
    assert handler_of(said(text)) is not None


@given(st.text(alphabet="ابپتچ آکی ‌؟.", min_size=1).map(str.strip), st.sampled_from(["", following.STEP_CODE]))
def test_persian_words_are_always_kept_as_a_concern(text: str, step: str) -> None:
    assume(text)
    assert handler_of(said(text), step) is concern.take


def test_every_command_in_the_platforms_menu_has_a_handler_of_its_own() -> None:
    assert all(handler_of(said(f"/{name}")) not in (None, concern.take) for name in COMMANDS)
    assert handler_of(said("/nonsense")) is start.explain


class DeskOf:
    """As much of a desk as a route looks at."""

    def __init__(self, button: str) -> None:
        self.turn = a_turn(pressed(button))


async def press(data: str) -> list[tuple[int, str]]:
    got: list[tuple[int, str]] = []

    async def handler(_: object, concern_id: int, topic: str) -> None:
        got.append((concern_id, topic))

    await button("c:set", handler).call(DeskOf(data))  # type: ignore[arg-type]
    return got


async def test_a_handler_gets_what_the_button_carries() -> None:
    assert await press("c:set:7:roads") == [(7, "roads")]


@pytest.mark.parametrize(
    "forged", ["c:set", "c:set:7", "c:set:x:roads", "c:set:7:roads:more", "c:set:" + "9" * 40 + ":roads"]
)
async def test_a_button_that_nobody_was_shown_is_refused(forged: str) -> None:
    with pytest.raises(NotFound):
        await press(forged)
