"""What people are told without having asked."""

from backend.domain.city import City
from backend.domain.concern import Concern
from backend.domain.following import Known, Tally, Verdict
from backend.domain.groups import WorkingGroup
from backend.domain.issue import Issue
from backend.domain.suppression import shown
from bot.texts.speaker import Speaker
from bot.views.view import Button, View


def state(say: Speaker, issue: Issue, reason: str) -> View:
    """Tell an issue's new state with the group's reason."""
    lines = [say("notice-state", title=issue.title, state=state_words(say, issue))]
    if reason:
        lines.append(say("notice-state-reason", reason=reason))
    silence = Button(say("notice-silence"), f"f:silence:{issue.root_id}")
    return View("\n".join(lines), ((silence,),))


def question(say: Speaker, issue: Issue, question_id: int, text: str) -> View:
    """Ask what a group wants to know."""
    answer = Button(say("notice-question-answer"), f"i:answer:{question_id}")
    return View("\n".join([say("notice-question", title=issue.title), text]), ((answer,),))


def urgent(say: Speaker, city: City, concern: Concern, group: WorkingGroup) -> View:
    """Tell a group of danger."""
    lines = [say("notice-urgent", group=group.name), concern.redacted]
    if where := place(city, concern.district, concern.locality):
        lines.append(say("notice-urgent-place", place=where))
    return View("\n".join(lines))


def reported(say: Speaker, city: City, concern_id: int, known: Known) -> View:
    """Tell that others brought this up before; `known.people` counts the others only."""
    who = people(say, known.people)
    where = place(city, known.issue.district, known.issue.locality)
    first = say("notice-reported-place", people=who, place=where) if where else say("notice-reported", people=who)
    title = say("notice-reported-title", title=known.issue.title, state=state_words(say, known.issue))
    same = Button(say("notice-me-too"), f"f:same:{concern_id}")
    differs = Button(say("notice-differs"), f"f:apart:{concern_id}")
    return View("\n".join([first, title, say("notice-reported-ask")]), ((same, differs),))


def check(say: Speaker, issue: Issue, check_id: int) -> View:
    """Ask whether it is really done."""
    return View(say("notice-check", title=issue.title), verdicts(say, check_id))


def verdicts(say: Speaker, check_id: int, chosen: Verdict | None = None) -> tuple[tuple[Button, ...], ...]:
    """Return the three answers, the chosen one marked."""
    marks = {verdict: "● " if verdict is chosen else "" for verdict in Verdict}
    return tuple(
        (Button(marks[verdict] + say(f"notice-check-{verdict}"), f"f:check:{check_id}:{verdict}"),)
        for verdict in Verdict
    )


def reopened(say: Speaker, issue: Issue, tally: Tally) -> View:
    """Tell a group that an issue is open again."""
    return View(say("notice-reopened", title=issue.title, answers=tally.answers, no=tally.no))


def people(say: Speaker, count: int) -> str:
    """Return a number of people in words; a small one is not told."""
    told = shown(count)
    return say("people-few") if told is None else say("people-count", count=told)


def place(city: City, district: str | None, locality: str | None) -> str:
    """Return a place in words, from the large to the small; empty if it is not known."""
    return "، ".join(part for part in (city.districts.get(district or "", ""), locality) if part)


def state_words(say: Speaker, issue: Issue) -> str:
    """Return an issue's state in words."""
    return say(f"issue-state-{issue.state}")
