"""The views of an issue's card, each in its fullest form."""

from dataclasses import replace

from backend.domain.acts import EventKind, IssueEvent, Merge, Note, Question, QuestionAnswer
from backend.domain.city import City
from backend.domain.groups import WorkingGroup
from backend.domain.issue import DeskLine, IssueFigures, IssueLine, IssueState
from backend.services.desks import AtDesk
from backend.services.issue_cards import Attached, Card, Priority
from bot.texts.speaker import Speaker
from bot.views import card, card_menus, card_merges, card_words, reasons
from bot.views.view import View
from tests.builders import NOON, an_issue

_LARGEST_ID = 2**63 - 1
_DETAILS = {
    EventKind.STATE: {"from": "new", "to": "done"},
    EventKind.TOPIC: {"from": "roads", "to": "bus"},
    EventKind.MERGED: {"other": "5", "title": "چاله"},
    EventKind.UNMERGED: {"other": "5", "title": "چاله"},
    EventKind.SPLIT: {"count": "3", "into": "7"},
    EventKind.HANDED: {"to": "9"},
    EventKind.RETURNED: {"to": "1"},
}


def card_views(say: Speaker, city: City, group: WorkingGroup) -> dict[str, View]:
    """Everything that can come of a card."""
    issue = an_issue(id=_LARGEST_ID, title="چالهٔ خیابان", locality="خیابان عبادی", district="9")
    at = AtDesk(issue, group, [group])
    elsewhere = AtDesk(replace(issue, group_id=3), replace(group, id=2), [group, replace(group, id=3, name="سازمان")])
    events = tuple(
        IssueEvent(n, issue.id, None if n == 1 else 1, NOON, 5, kind, _DETAILS.get(kind, {}), "دلیل " * 99)
        for n, kind in enumerate([*EventKind, EventKind.STATE], start=1)
    )
    split_from = IssueEvent(50, issue.id, 1, NOON, 5, EventKind.SPLIT, {"from": "5", "title": "چاله"})
    figures = IssueFigures(40, 9, 6, 4, 2, 1, ("9", "1"), ((36.297, 59.606),), ("متن " * 90,) * 3)
    told = Card(at, figures, Priority(3.5, 4), Attached(2, (), 1, 2, 3, 4, 1), events[:5], events[0], NOON,
                is_owned=True, is_own=True, seen=3)  # fmt: skip
    bare = Card(at, IssueFigures(), Priority(), Attached(), ())
    states = {f"reasons {s}": card_menus.reasons(say, at, s, reasons.defaults(say, s)) for s in IssueState}
    lines = [IssueLine(_LARGEST_ID - n, "متن " * 60, NOON) for n in range(6)]
    question = Question(_LARGEST_ID, issue.id, 1, 5, NOON, "کجا؟")
    answers = [QuestionAnswer(n, question.id, n, NOON, "آنجا " * 99) for n in range(60)]
    merge = Merge(_LARGEST_ID, 5, issue.id, 1, 5, NOON)
    listed = [DeskLine(replace(issue, title="عنوان " * 20), 4)] * 8
    return states | {
        "card": card.card(say, city, told, in_group=False),
        "card in group": card.card(say, city, told, in_group=True),
        "card bare": card.card(say, city, bare, in_group=False),
        "card elsewhere": card.card(say, city, replace(told, at=elsewhere), in_group=False),
        "history": card.history(say, city, at, [*events * 9, split_from]),
        "history none": card.history(say, city, at, []),
        "votes": card_menus.votes(say, at),
        "states": card_menus.states(say, at),
        "agencies": card_menus.agencies(say, at, in_group=True),
        "ask reason": card_menus.ask_reason(say, at, in_group=True),
        "preview": card_menus.preview(say, at, "متن", 12),
        "preview few": card_menus.preview(say, at, "متن", 2),
        "preview nobody": card_menus.preview(say, at, "متن", 0),
        "list": card_menus.listed(say, group, listed, 1, has_more=True),
        "list none": card_menus.listed(say, group, [], 0, has_more=False),
        "which list": card_menus.which_list(say, [group]),
        "coded": card_menus.coded(say, [(group, issue), (group, issue)]),
        "candidates": card_merges.candidates(
            say, at, [issue], [(merge, replace(issue, title="عنوان " * 20))], in_group=True
        ),
        "no candidates": card_merges.candidates(say, at, [], [], in_group=False),
        "confirm merge": card_merges.confirm(say, at, issue),
        "split": card_merges.lines_to_split(say, city, at, lines, frozenset({_LARGEST_ID}), 1, has_more=True),
        "axes of card": card_merges.axes(say, city, at),
        "topics of card": card_merges.topics(say, city, at, list(city.axes)[-1]),
        "notes": card_words.notes(say, city, at, [Note(1, issue.id, 1, 5, NOON, "یادداشت " * 60)] * 20),
        "notes none": card_words.notes(say, city, at, []),
        "ask note": card_words.ask_note(say, at, in_group=False),
        "ask question": card_words.ask_question(say, at, in_group=False),
        "preview question": card_words.preview_question(say, at, "متن", 12),
        "answers": card_words.answers(say, city, at, [(question, answers), (question, [])]),
        "ask answer": card_words.ask_answer(say, question),
        "thanked": card_words.thanked(say),
        "up": card_words.hand_targets(say, at, [group], upwards=True),
        "down": card_words.hand_targets(say, at, [], upwards=False),
        "nowhere up": card_words.hand_targets(say, at, [], upwards=True),
        "hand note": card_words.ask_hand_note(say, at, group, upwards=True, in_group=True),
        "handed": card_words.handed(say, at, group, "یادداشت", upwards=True),
        "came back": card_words.handed(say, at, group, "", upwards=False),
        "reasons by state": reasons.by_state(say),
        "reasons of state": reasons.of_state(say, IssueState.DONE, ["الف", "ب"]),
        "ask words": reasons.ask_words(say, IssueState.DONE),
    }


# These are edited in place, so that they must fit into one message.
IN_PLACE = ("card", "card in group", "history", "notes", "answers", "split", "list", "reasons done")
