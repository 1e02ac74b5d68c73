"""A survey as a whole, as those see it who are asked: the invitation, the thanks, what waits for answers."""

from collections.abc import Collection, Sequence

from backend.domain.city import City
from backend.domain.concern import Concern
from backend.domain.persian import date_words
from backend.domain.survey import Form, Survey
from backend.domain.survey_walk import minutes, questions_asked_for
from backend.domain.tracking_code import spoken
from bot.texts.speaker import Speaker
from bot.views.view import Button, View, in_rows

_LONGEST_SHOWN = 30


def invitation(say: Speaker, city: City, survey: Survey, form: Form) -> View:
    """Ask to answer: what it is about, how long it takes, what is kept, until when; and the button that begins."""
    has_rules = any(question.show_if is not None for question in form.questions)
    length = "survey-length-most" if has_rules else "survey-length"
    lines = [
        say("survey-invitation", title=survey.title, introduction=survey.introduction).strip(),
        "",
        say(length, count=questions_asked_for(form), minutes=minutes(form)),
        say("survey-is-anonymous" if survey.is_anonymous else "survey-is-named"),
    ]
    if survey.closes_at is not None:
        lines.append(say("survey-open-until", date=date_words(survey.closes_at, city.zone)))
    return View("\n".join(lines), ((Button(say("survey-start"), f"q:go:{survey.id}"),),))


def reminder(say: Speaker, city: City, survey: Survey, *, has_begun: bool) -> View:
    """Remind whoever has not finished."""
    until = survey.closes_at
    date = say("survey-no-end") if until is None else say("survey-until", date=date_words(until, city.zone))
    text = say("survey-reminder-begun" if has_begun else "survey-reminder", title=survey.title, date=date)
    return View(text, (_go_on(say, survey, has_begun=has_begun),))


def stopped(say: Speaker, survey: Survey) -> View:
    """Say that the answers are kept, and how to go on."""
    return View(say("asking-stopped"), (_go_on(say, survey, has_begun=True),))


def closed(say: Speaker, survey: Survey) -> View:
    """Say that the time is over."""
    return View(say("asking-closed", title=survey.title))


def thanks(say: Speaker, survey: Survey, texts: Sequence[tuple[int, str]], *, is_over_quota: bool) -> View:
    """Thank; offer to make messages of what was written, each text by its question's place in the form."""
    lines = [say("survey-over-quota" if is_over_quota else "survey-thanks")]
    if survey.thanks:
        lines += ["", survey.thanks]
    buttons = [Button(_offer(say, words, len(texts)), f"q:send:{survey.id}:{index}") for index, words in texts]
    if buttons:
        lines += ["", say("survey-offer-concern")]
    return View("\n".join(lines), in_rows(buttons, 1))


def became_concern(say: Speaker, concern: Concern, *, is_unnamed: bool) -> View:
    """Hand over the code of the message that a free text became."""
    name = "survey-became-concern-unnamed" if is_unnamed else "survey-became-concern"
    return View(say(name, code=_ltr(concern.code)))


def which(say: Speaker, concern: Concern, survey_id: int, version: int, index: int) -> View:
    """Ask whether what was kept as a message was meant as the answer."""
    new = Button(say("asking-was-new"), f"q:keep:{concern.id}")
    answer = Button(say("asking-was-answer"), f"q:use:{survey_id}:{version}:{index}:{concern.id}")
    return View(say("asking-which", code=_ltr(concern.code)), ((new, answer),))


def kept_as_new(say: Speaker, concern: Concern) -> View:
    """Say that the message stays a message."""
    return View(say("asking-kept-as-new", code=_ltr(concern.code)))


def mine(say: Speaker, surveys: Sequence[Survey], begun: Collection[int]) -> View:
    """List the surveys that a person may answer."""
    if not surveys:
        return View(say("surveys-mine-none"))
    buttons = [
        Button(say("surveys-mine-begun" if one.id in begun else "surveys-mine-new", title=one.title), f"q:go:{one.id}")
        for one in surveys
    ]
    return View(say("surveys-mine"), in_rows(buttons, 1))


def _go_on(say: Speaker, survey: Survey, *, has_begun: bool) -> tuple[Button, ...]:
    return (Button(say("asking-go-on" if has_begun else "survey-start"), f"q:go:{survey.id}"),)


def _offer(say: Speaker, words: str, count: int) -> str:
    if count == 1:
        return say("survey-make-concern")
    return say("survey-make-concern-of", words=words if len(words) <= _LONGEST_SHOWN else words[:_LONGEST_SHOWN] + "…")


def _ltr(code: str) -> str:
    """Isolate a code, so that its two halves keep their order between Persian words."""
    return f"\u2066{spoken(code)}\u2069"
