"""The acts that stand in the code, as they are written into the audit log."""

import ast
from collections.abc import Iterator
from pathlib import Path

import backend
import bot

# Where the name of the act stands among the arguments of each function that authorises or records.
_PLACES = {
    "allow_admin": 2,
    "allow_staff": 2,
    "record": 2,
    "allow": 3,
    "allow_member": 3,
    "allow_insider": 3,
    "to_act": 4,
    "to_look": 4,
}

# Acts whose name reaches the log through a variable.
ACTS_BY_OTHER_WAYS = frozenset(
    {
        "add-note",
        "add-reason",
        "ask-citizens",
        "be-forgotten",
        "begin-measure",
        "change-reason",
        "choose-link",
        "choose-linked-issue",
        "correct-topic",
        "edited-withheld",
        "escalate-issue",
        "find-alike",
        "find-group",
        "hidden-withheld",
        "link-issues",
        "list-issues",
        "merge-issues",
        "propose-measure",
        "published-withheld",
        "read-answers",
        "read-notes",
        "release-issue",
        "remove-reason",
        "return-issue",
        "see-card",
        "see-issue",
        "see-reasons",
        "see-measure",
        "see-measures",
        "see-mess",
        "see-rules",
        "set-state",
        "set-up-group",
        "split-issue",
        "take-issue",
        "undo-merge",
        "unlink-issues",
        "vote-priority",
    }
)
# The kinds of thing that an act is about.
SUBJECTS = (
    "group",
    "concern",
    "issue",
    "person",
    "role",
    "of",
    "broadcast",
    "measure",
    "survey",
    "everybody",
    "stakeholders",
    "district",
    "causes",
    "worsens",
    "shares-cause",
)


def acts_in_code() -> set[str]:
    """Return every act that is named outright where it is authorised."""
    return {argument.value for call in _calls() for argument in _acts(call) if isinstance(argument.value, str)}


def _calls() -> Iterator[ast.Call]:
    for package in (backend, bot):
        for file in Path(str(package.__file__)).parent.rglob("*.py"):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _acts(call: ast.Call) -> Iterator[ast.Constant]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    place = _PLACES.get(name)
    if place is not None and len(call.args) > place and isinstance(call.args[place], ast.Constant):
        yield call.args[place]
