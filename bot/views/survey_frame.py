"""Whom a survey asks and when, as its maker chooses it."""

from collections.abc import Sequence

from backend.domain.city import City
from backend.domain.people import StakeholderGroup
from backend.domain.survey import Form, QuestionKind, Survey
from bot.texts.speaker import Speaker
from bot.views.survey import asked, audience_words, date_lines
from bot.views.survey_questions import rule_labels
from bot.views.view import Button, View, in_rows

_ON = "✅ "
DAYS = (3, 7, 14)
_LONGEST_BUTTON = 28


def ask_audience(say: Speaker, city: City, survey: Survey, people: int) -> View:
    """Show whom the survey asks, and offer what can be chosen."""
    number, audience = survey.number, survey.audience
    lines = [say("audience-head", title=survey.title), say("survey-for", audience=audience_words(say, city, audience))]
    lines += _quota_lines(say, city, survey)
    lines.append(asked(say, people))
    is_alone, is_beside = audience.is_link_alone, audience.by_link and not audience.is_link_alone
    links = (
        (Button(_tick(say("button-audience-link"), is_on=is_beside), f"s:al:{number}:{int(not is_beside)}"),),
        (Button(_tick(say("button-audience-link-alone"), is_on=is_alone), f"s:ao:{number}:{int(not is_alone)}"),),
    )
    buttons = [
        Button(say("button-audience-everybody"), f"s:a0:{number}"),
        Button(say("button-audience-groups"), f"s:ag:{number}"),
        Button(say("button-audience-districts"), f"s:ad:{number}"),
        Button(say("button-audience-earlier"), f"s:ae:{number}"),
        Button(say("button-audience-sample"), f"s:as:{number}"),
        Button(say("button-audience-quotas"), f"s:aq:{number}"),
    ]
    return View("\n".join(lines), (*in_rows(buttons, 2), *links, (Button(say("button-back"), f"s:o:{number}"),)))


def ask_groups(say: Speaker, survey: Survey) -> View:
    """Offer the stakeholder groups to tick."""
    chosen, number = survey.audience.stakeholder_groups, survey.number
    buttons = [
        Button(
            _tick(say(f"stakeholder-{group}"), is_on=group in chosen),
            f"s:gt:{number}:{group}:{int(group not in chosen)}",
        )
        for group in StakeholderGroup
    ]
    return View(say("audience-ask-groups"), (*in_rows(buttons, 1), (_done(say, number),)))


def ask_districts(say: Speaker, city: City, survey: Survey) -> View:
    """Offer the districts to tick."""
    chosen, number = survey.audience.districts, survey.number
    buttons = [
        Button(_tick(title, is_on=code in chosen), f"s:dt:{number}:{code}:{int(code not in chosen)}")
        for code, title in city.districts.items()
    ]
    return View(say("audience-ask-districts"), (*in_rows(buttons, 3), (_done(say, number),)))


def ask_earlier(say: Speaker, survey: Survey, able: Sequence[Survey]) -> View:
    """Offer the surveys whose answers may choose people."""
    buttons = [
        Button(_short(say("survey-button", number=one.number, title=one.title)), f"s:eq:{survey.number}:{one.number}")
        for one in able
    ]
    text = say("audience-ask-earlier" if able else "audience-no-earlier")
    return View(text, (*in_rows(buttons, 1), (_done(say, survey.number),)))


def ask_earlier_question(say: Speaker, survey: Survey, earlier: Survey, form: Form) -> View:
    """Offer an earlier survey's questions, or everybody who answered it."""
    lead = f"{survey.number}:{earlier.number}"
    buttons = [
        Button(_short(question.title), f"s:ea:{lead}:{at}")
        for at, question in enumerate(form.questions)
        if question.kind is not QuestionKind.NOTE
    ]
    everybody = (Button(say("button-answered-at-all"), f"s:ey:{lead}"),)
    text = say("audience-ask-question", title=earlier.title)
    return View(text, (everybody, *in_rows(buttons, 1), (_done(say, survey.number),)))


def ask_earlier_answer(say: Speaker, city: City, survey: Survey, earlier: Survey, form: Form, at: int) -> View:
    """Offer the answers of an earlier survey's question."""
    labels = rule_labels(say, city, form.questions[at])
    lead = f"{survey.number}:{earlier.number}:{at}"
    buttons = [Button(label, f"s:ev:{lead}:{place}") for place, label in enumerate(labels)]
    back = (Button(say("button-back"), f"s:eq:{survey.number}:{earlier.number}"),)
    return View(say("rule-ask-answer", question=form.questions[at].title), (*in_rows(buttons, 2), back))


def ask_sample(say: Speaker, number: int) -> View:
    """Ask how many are drawn by chance."""
    none = (Button(say("button-no-sample"), f"s:s0:{number}"),)
    return View(say("audience-ask-sample"), (none, (_cancel(say, f"s:au:{number}"),)))


def ask_quotas(say: Speaker, city: City, survey: Survey) -> View:
    """Ask for quotas."""
    none = (Button(say("button-no-quotas"), f"s:n0:{survey.number}"),)
    lines = [say("audience-ask-quotas"), *_quota_lines(say, city, survey)]
    return View("\n".join(lines), (none, (_cancel(say, f"s:au:{survey.number}"),)))


def quotas_not_understood(say: Speaker, number: int) -> View:
    """Ask for quotas again."""
    return View(say("audience-quotas-wrong"), ((_cancel(say, f"s:au:{number}"),),))


def ask_times(say: Speaker, city: City, survey: Survey) -> View:
    """Show when it opens and closes, and offer other times."""
    number = survey.number
    lines = [say("times-head", title=survey.title), *date_lines(say, city, survey)]
    opens = (Button(say("button-opens-now"), f"s:to:{number}"), Button(say("button-opens-on"), f"s:ty:{number}:opens"))
    after = tuple(Button(say(f"button-closes-after-{days}"), f"s:tc:{number}:{days}") for days in DAYS)
    closes = (
        Button(say("button-closes-on"), f"s:ty:{number}:closes"),
        Button(say("button-closes-by-hand"), f"s:tc:{number}:0"),
    )
    reminder = Button(
        _tick(say("button-reminder"), is_on=survey.has_reminder), f"s:tr:{number}:{int(not survey.has_reminder)}"
    )
    return View("\n".join(lines), (opens, after, closes, (reminder,), (Button(say("button-back"), f"s:o:{number}"),)))


def ask_moment(say: Speaker, number: int, which: str, why_again: str | None = None) -> View:
    """Ask for the day on which it opens or closes, again where what was written was none."""
    text = say("times-ask-opens" if which == "opens" else "times-ask-closes")
    lines = [say(why_again), text] if why_again else [text]
    return View("\n".join(lines), ((_cancel(say, f"s:tm:{number}"),),))


def _quota_lines(say: Speaker, city: City, survey: Survey) -> list[str]:
    return [
        say(
            "quota-line",
            who=city.districts.get(one.value, one.value)
            if one.field == "district"
            else say(f"stakeholder-{one.value}"),
            limit=one.limit,
        )
        for one in survey.quotas
    ]


def _tick(label: str, *, is_on: bool) -> str:
    return _ON + label if is_on else label


def _done(say: Speaker, number: int) -> Button:
    return Button(say("button-audience-done"), f"s:au:{number}")


def _cancel(say: Speaker, to: str) -> Button:
    return Button(say("button-survey-cancel"), to)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_BUTTON else text[:_LONGEST_BUTTON].rstrip() + "…"
