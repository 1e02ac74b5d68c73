"""Notes, questions and answers on an issue's card; handing it on."""

from collections.abc import Sequence

from backend.domain.acts import Note, Question, QuestionAnswer
from backend.domain.city import City
from backend.domain.groups import WorkingGroup
from backend.domain.persian import date_words
from backend.services.desks import AtDesk
from bot.texts.speaker import Speaker
from bot.views.asking import asking
from bot.views.card import back, data, fitting
from bot.views.card_menus import cancel, reach
from bot.views.digest import excerpt
from bot.views.view import Button, View


def notes(say: Speaker, city: City, at: AtDesk, kept: Sequence[Note]) -> View:
    """List the group's notes."""
    lines = [say("notes-title", title=at.issue.title), ""]
    lines += [say("notes-line", date=date_words(one.at, city.zone), text=one.text) for one in kept]
    if not kept:
        lines.append(say("notes-none"))
    return View(fitting(lines), ((Button(say("button-note-new"), data("nn", at)), back(say, at)),))


def ask_note(say: Speaker, at: AtDesk, *, in_group: bool) -> View:
    """Ask for a note."""
    return View(asking(say, say("notes-ask"), in_group=in_group), ((cancel(say, at),),))


def ask_question(say: Speaker, at: AtDesk, *, in_group: bool) -> View:
    """Ask what citizens are to be asked."""
    text = say("questions-ask", title=at.issue.title)
    return View(asking(say, text, in_group=in_group), ((cancel(say, at),),))


def preview_question(say: Speaker, at: AtDesk, text: str, people: int) -> View:
    """Show the question as citizens will read it."""
    buttons = ((Button(say("button-question-send"), data("qy", at)), cancel(say, at)),)
    return View("\n\n".join([say("card-preview"), text, reach(say, people)]), buttons)


def answers(say: Speaker, city: City, at: AtDesk, told: Sequence[tuple[Question, Sequence[QuestionAnswer]]]) -> View:
    """List the questions with what citizens answered."""
    lines = [say("answers-title", title=at.issue.title)]
    for question, given in told:
        lines += ["", say("answers-question", date=date_words(question.at, city.zone), text=question.text)]
        lines += [say("card-example", example=excerpt(one.text)) for one in given] or [say("answers-none")]
    return View(fitting(lines), ((back(say, at),),))


def ask_answer(say: Speaker, question: Question) -> View:
    """Ask a citizen for the answer."""
    return View("\n".join([question.text, "", say("answers-write")]))


def thanked(say: Speaker) -> View:
    """Thank a citizen for the answer."""
    return View(say("answers-thanks"))


def hand_targets(say: Speaker, at: AtDesk, groups: Sequence[WorkingGroup], *, upwards: bool) -> View:
    """Offer the groups to which the issue may go."""
    if not groups:
        return View(say("hand-nowhere-up" if upwards else "hand-nowhere-down"), ((back(say, at),),))
    act = "ug" if upwards else "dg"
    rows = tuple((Button(group.name, data(act, at, group.number)),) for group in groups)
    text = say("hand-up-which" if upwards else "hand-down-which", title=at.issue.title)
    return View(text, (*rows, (back(say, at),)))


def ask_hand_note(say: Speaker, at: AtDesk, target: WorkingGroup, *, upwards: bool, in_group: bool) -> View:
    """Ask for the note that goes with the issue; upwards it may go without one."""
    text = asking(say, say("hand-note-ask", group=target.name), in_group=in_group)
    without = ((Button(say("button-hand-no-note"), data("uy", at)),),) if upwards else ()
    return View(text, (*without, (cancel(say, at),)))


def handed(say: Speaker, at: AtDesk, sender: WorkingGroup, note: str, *, upwards: bool) -> View:
    """Tell a group that an issue came to its desk."""
    name = "hand-arrived" if upwards else "hand-came-back"
    lines = [say(name, title=at.issue.title, group=sender.name)]
    if note:
        lines.append(say("hand-note", note=note))
    opening = Button(say("button-open-card"), f"i:o:{at.group.number}:{at.issue.id}")
    return View("\n".join(lines), ((opening,),))
