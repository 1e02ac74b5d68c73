"""Surveys as those see them who make them: the list, one survey with its buttons, what is wrong with it."""

from collections.abc import Sequence

from backend.domain.city import City
from backend.domain.form_problem import BadForm, FormPlace, FormProblem
from backend.domain.persian import date_words
from backend.domain.suppression import shown
from backend.domain.survey import IN_THE_MAKING, Form, Survey, SurveyAudience, SurveyState
from backend.domain.survey_check import Flaw
from backend.domain.survey_walk import minutes, questions_asked_for
from bot.texts.speaker import Speaker
from bot.views.survey_rule import condition_words
from bot.views.view import Button, View, in_rows

PAGE = 8
WORDS = ("title", "introduction", "thanks")
_LONGEST_SHOWN = 60
_ACTS = {
    SurveyState.DRAFT: ("pv", "qs", "wd", "au", "tm", "pb", "cp", "rm"),
    SurveyState.SCHEDULED: ("pv", "wt", "ln", "cl", "cp"),
    SurveyState.OPEN: ("pv", "ch", "ln", "cl", "cp", "results"),
    SurveyState.CLOSED: ("pv", "cp", "results"),
}
_CHANGING = ("pv", "qs", "gl", "dc", "ln", "cl", "cp", "results")
ACTS = frozenset(_CHANGING).union(*_ACTS.values())


def listed(say: Speaker, surveys: Sequence[Survey], page: int) -> View:
    """List a page of the surveys, the newest first."""
    here = surveys[page * PAGE : (page + 1) * PAGE]
    lines = [say("surveys-title" if surveys else "surveys-none")]
    lines += [_line(say, survey) for survey in here]
    buttons = [Button(say("survey-button", number=one.number, title=_short(one.title)), _to("o", one)) for one in here]
    turns = []
    if page:
        turns.append(Button(say("button-newer"), f"s:page:{page - 1}"))
    if len(surveys) > (page + 1) * PAGE:
        turns.append(Button(say("button-older"), f"s:page:{page + 1}"))
    new = (Button(say("button-survey-new"), "s:new"),)
    rows = (*in_rows(buttons, 1), *((tuple(turns),) if turns else ()), new)
    return View("\n".join(lines), (*rows, (Button(say("button-admin-back"), "a:menu"),)))


def opened(say: Speaker, city: City, survey: Survey, form: Form, counts: tuple[int, int, int], lead: str = "") -> View:
    """Show one survey with what can be done with it now; `lead` says what has just been done."""
    lines = [lead, ""] if lead else []
    lines += [say("survey-head", number=survey.number, title=survey.title), say(f"survey-state-{survey.state}")]
    lines.append(_length(say, form))
    lines.append(say("survey-anonymous" if survey.is_anonymous else "survey-named"))
    lines.append(say("survey-for", audience=audience_words(say, city, survey.audience)))
    lines += date_lines(say, city, survey)
    if survey.version > 1:
        lines.append(say("survey-version", version=survey.version))
    if survey.state in {SurveyState.OPEN, SurveyState.CLOSED}:
        invited, begun, finished = (_count(say, one) for one in counts)
        lines.append(say("survey-counts", invited=invited, begun=begun, finished=finished))
    if form.version == IN_THE_MAKING:
        lines += ["", say("survey-in-the-making")]
    return View("\n".join(lines), _acts(say, survey, form))


def ask_how(say: Speaker) -> View:
    """Ask how a new survey is to be made."""
    ways = (Button(say("button-by-dialogue"), "s:talk"), Button(say("button-by-file"), "s:file"))
    return View(say("survey-ask-how"), (ways, (Button(say("button-back"), "s:list"),)))


def ask_title(say: Speaker) -> View:
    """Ask for the title of a new survey."""
    return View(say("survey-ask-title"), (_cancel(say),))


def ask_anonymous(say: Speaker) -> View:
    """Ask whether a new survey is anonymous, and say what that means."""
    named = Button(say("button-make-survey-named"), "s:mk:0")
    anonymous = Button(say("button-make-survey-anonymous"), "s:mk:1")
    return View(say("survey-ask-anonymous"), ((named,), (anonymous,), _cancel(say)))


def ask_file(say: Speaker) -> View:
    """Ask for a file."""
    return View(say("survey-ask-file"), (_cancel(say),))


def reading(say: Speaker) -> View:
    """Say that a file is being read."""
    return View(say("survey-reading"), (_cancel(say),))


def cancelled(say: Speaker) -> View:
    """Say that nothing was changed."""
    return View(say("survey-cancelled"), ((Button(say("button-surveys"), "s:list"),),))


def bad_form(say: Speaker, error: BadForm) -> View:
    """Say what is wrong with a file, and where; the next file is read in its place."""
    kind, _, what = error.place.partition(":")
    about = error.about or "…"
    lines = [say(f"form-problem-{error.problem}", about=about)]
    if error.problem is FormProblem.IN_ITS_WORDS:
        lines.append(say("form-quoted", words=about))
    if kind == FormPlace.CELL:
        sheet, _, row = what.partition("!")
        lines.append(say("form-place-cell", what=say.figures(row), sheet=sheet))
    elif what:
        lines.append(say(f"form-place-{kind}", what=say.figures(what)))
    return View("\n".join([*lines, "", say("survey-send-again")]), (_cancel(say),))


def file_lost(say: Speaker) -> View:
    """Say that a file could not be fetched."""
    return View("\n".join([say("survey-file-lost"), "", say("survey-send-again")]), (_cancel(say),))


def flawed(say: Speaker, survey: Survey, form: Form, flaws: Sequence[Flaw]) -> View:
    """List what has to be put right before a survey can be published."""
    lines = [say("survey-flawed", title=survey.title), *flaw_lines(say, form, flaws)]
    buttons = (Button(say("button-survey-qs"), _to("qs", survey)), Button(say("button-back"), _to("o", survey)))
    return View("\n".join(lines), (buttons,))


def flaw_lines(say: Speaker, form: Form, flaws: Sequence[Flaw]) -> list[str]:
    """Return a line a flaw, with the question that it is in."""
    lines = []
    for flaw in flaws:
        words = say(f"flaw-{flaw.kind}", about=say.figures(flaw.about))
        if flaw.place:
            title = _short(form.questions[flaw.place - 1].title)
            words = say("flaw-at", place=flaw.place, title=title, words=words)
        lines.append(f"• {words}")
    return lines


def ask_publish(say: Speaker, city: City, survey: Survey, form: Form, people: int) -> View:
    """Say whom it will ask, when and how much, and ask."""
    lines = [say("survey-ask-publish", title=survey.title)]
    lines.append(_length(say, form))
    lines.append(say("survey-anonymous" if survey.is_anonymous else "survey-named"))
    lines.append(say("survey-for", audience=audience_words(say, city, survey.audience)))
    lines.append(asked(say, people))
    lines += [*date_lines(say, city, survey), "", say("survey-publish-note")]
    publish = Button(say("button-survey-publish-sure"), _to("pu", survey))
    return View("\n".join(lines), ((publish,), (Button(say("button-back"), _to("o", survey)),)))


def ask_go_live(say: Speaker, survey: Survey, form: Form) -> View:
    """Say what publishing changed questions does, and ask."""
    text = say("survey-ask-go-live", version=survey.version + 1, count=questions_asked_for(form))
    return View(
        text, ((Button(say("button-go-live"), _to("gy", survey)), Button(say("button-back"), _to("o", survey))),)
    )


def ask_change(say: Speaker, survey: Survey) -> View:
    """Say that a change to the questions of an open survey begins a new version."""
    on = Button(say("button-continue"), _to("qs", survey))
    return View(say("survey-new-version"), ((on, Button(say("button-back"), _to("o", survey))),))


def ask_close(say: Speaker, survey: Survey) -> View:
    """Ask before a survey is closed."""
    sure = Button(say("button-close-sure"), _to("cy", survey))
    return View(say("survey-ask-close", title=survey.title), ((sure, Button(say("button-back"), _to("o", survey))),))


def ask_remove(say: Speaker, survey: Survey) -> View:
    """Ask before a draft is thrown away."""
    sure = Button(say("button-remove-sure"), _to("ry", survey))
    return View(say("survey-ask-remove", title=survey.title), ((sure, Button(say("button-back"), _to("o", survey))),))


def removed(say: Speaker, number: int) -> View:
    """Say that a draft is gone."""
    return View(say("survey-removed", number=number), ((Button(say("button-surveys"), "s:list"),),))


def link(say: Speaker, survey: Survey, address: str) -> View:
    """Hand over the link that opens a survey, and say for whom it does."""
    name = "survey-link" if survey.audience.by_link else "survey-link-invited"
    return View(say(name, title=survey.title, link=address))


def ask_words(say: Speaker, survey: Survey) -> View:
    """Show title, introduction and thanks, and offer to change them."""
    none = say("survey-no-words")
    lines = [say(f"survey-words-{part}", words=getattr(survey, part) or none) for part in WORDS]
    buttons = [Button(say(f"button-words-{part}"), f"s:tx:{survey.number}:{part}") for part in WORDS]
    kept = Button(
        say("button-make-named" if survey.is_anonymous else "button-make-anonymous"),
        f"s:an:{survey.number}:{int(not survey.is_anonymous)}",
    )
    lines += ["", say("survey-anonymous" if survey.is_anonymous else "survey-named")]
    back = (Button(say("button-back"), _to("o", survey)),)
    return View("\n".join(lines), (*in_rows(buttons, 3), (kept,), back))


def ask_new_words(say: Speaker, number: int, part: str, most: int) -> View:
    """Ask for a title, an introduction or thanks."""
    text = say(f"survey-ask-words-{part}", most=most)
    return View(text, ((Button(say("button-survey-cancel"), f"s:wd:{number}"),),))


def audience_words(say: Speaker, city: City, audience: SurveyAudience) -> str:
    """Return in words whom a survey asks."""
    if audience.is_link_alone:
        return say("for-link-alone")
    between = say("answer-between")
    groups = between.join(say(f"stakeholder-{group}") for group in audience.stakeholder_groups)
    districts = between.join(city.districts.get(code, code) for code in audience.districts)
    parts = [groups or say("for-everybody")]
    if districts:
        parts.append(say("for-districts", districts=districts))
    if audience.earlier_survey is not None:
        parts.append(say("for-earlier", number=audience.earlier_survey, rule=_rule_of(say, city, audience)))
    if audience.sample is not None:
        parts.append(say("for-sample", count=audience.sample))
    if audience.by_link:
        parts.append(say("for-link-too"))
    return say("for-between").join(parts)


def asked(say: Speaker, people: int) -> str:
    """Return how many people will be asked; a small number is not told."""
    return say("survey-asks-nobody") if people == 0 else say("survey-asks", people=_count(say, people))


def _length(say: Speaker, form: Form) -> str:
    if not form.questions:
        return say("survey-no-questions")
    return say("survey-of-questions", count=questions_asked_for(form), minutes=minutes(form))


def _rule_of(say: Speaker, city: City, audience: SurveyAudience) -> str:
    return "" if audience.answers is None else f" ({condition_words(say, {}, audience.answers, city.districts)})"


def _count(say: Speaker, people: int) -> str:
    told = shown(people)
    return say("broadcast-few") if told is None else say("broadcast-people", count=told)


def _line(say: Speaker, survey: Survey) -> str:
    state = say(f"survey-state-{survey.state}")
    return say("survey-line", number=survey.number, title=_short(survey.title), state=state)


def date_lines(say: Speaker, city: City, survey: Survey) -> list[str]:
    """Return when a survey opens, closes and reminds."""
    lines = []
    if survey.opened_at is None:
        opens = survey.opens_at
        lines.append(
            say("survey-opens-at-once")
            if opens is None
            else say("survey-opens", date=date_words(opens, city.zone), time=_time(say, city, opens))
        )
    closes = survey.closes_at
    if closes is None:
        lines.append(say("survey-closes-by-hand"))
    else:
        name = "survey-closed-at" if survey.state is SurveyState.CLOSED else "survey-closes"
        lines.append(say(name, date=date_words(closes, city.zone), time=_time(say, city, closes)))
    if survey.closes_at is not None and survey.state is not SurveyState.CLOSED:
        lines.append(say("survey-reminds" if survey.has_reminder else "survey-reminds-not"))
    return lines


def _time(say: Speaker, city: City, moment: object) -> str:
    local = moment.astimezone(city.zone)  # type: ignore[attr-defined]
    return say.figures(f"{local.hour}:{local.minute:02}")


def _acts(say: Speaker, survey: Survey, form: Form) -> tuple[tuple[Button, ...], ...]:
    acts = _CHANGING if form.version == IN_THE_MAKING else _ACTS[survey.state]
    buttons = [
        Button(say(f"button-survey-{act}"), f"r:show:{survey.number}" if act == "results" else _to(act, survey))
        for act in acts
    ]
    return (*in_rows(buttons, 2), (Button(say("button-surveys"), "s:list"),))


def _to(act: str, survey: Survey) -> str:
    return f"s:{act}:{survey.number}"


def _cancel(say: Speaker) -> tuple[Button, ...]:
    return (Button(say("button-survey-cancel"), "s:x"),)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN].rstrip() + "…"
