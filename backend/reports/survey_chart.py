"""The result of a survey in one picture: what people answered to each question, from right to left."""

from collections.abc import Sequence
from textwrap import wrap

import altair as alt
import vl_convert

from backend.domain.city import City
from backend.domain.persian import digits
from backend.domain.survey import QuestionKind, Survey
from backend.domain.survey_results import QuestionResult, Results, Told
from backend.domain.survey_words import category_title
from backend.reports.lettering import FONT, register_fonts, right_to_left

MOST_QUESTIONS = 8
_MOST_BARS = 7
_WIDTH, _LABELS, _STEP, _SCALE = 300, 270, 34, 2.0
_LINE_LENGTH, _LABEL_LENGTH = 50, 32
_BAR, _INK, _FAINT, _PAPER = "#0f766e", "#1f2937", "#6b7280", "#ffffff"


def draw(survey: Survey, results: Results, city: City) -> bytes:
    """Return a PNG with the first questions that have something to tell."""
    told = [one for one in results.questions if one.has_something]
    return _png([_block(one, city) for one in told[:MOST_QUESTIONS]], survey, _subtitle(results, len(told)))


def draw_question(survey: Survey, result: QuestionResult, city: City) -> bytes:
    """Return a PNG with one question."""
    return _png([_block(result, city)], survey, [])


def _png(blocks: Sequence[alt.LayerChart | alt.FacetChart], survey: Survey, subtitle: Sequence[str]) -> bytes:
    register_fonts()
    heading = alt.TitleParams(
        [right_to_left(line) for line in wrap(f"نتیجهٔ نظرسنجی «{survey.title}»", _LINE_LENGTH)],
        subtitle=[right_to_left(line) for line in subtitle],
        anchor="end",
        offset=18,
    )
    chart = (
        alt.vconcat(*blocks, spacing=30)
        .properties(title=heading, padding=24, background=_PAPER)
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=17, domain=False, ticks=False, labelColor=_INK)
        .configure_title(fontSize=23, subtitleFontSize=17, color=_INK, subtitleColor=_FAINT)
    )
    return bytes(vl_convert.vegalite_to_png(str(chart.to_json()), scale=_SCALE))


def _block(result: QuestionResult, city: City) -> alt.LayerChart | alt.FacetChart:
    shares = _first(result, city)
    rows = [
        {
            "answer": right_to_left(title),
            "share": told.share.value if told.share else 0.0,
            "label": _label(told),
        }
        for title, told in shares
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y(
            "answer:N",
            sort=[str(row["answer"]) for row in rows],
            title=None,
            # All labels end at the right edge, under the question's own.
            axis=alt.Axis(
                orient="right",
                labelAlign="right",
                labelPadding=_LABELS,
                labelLimit=_LABELS,
                minExtent=_LABELS,
                maxExtent=_LABELS,
            ),
        ),
        x=alt.X("share:Q", title=None, axis=None, scale=alt.Scale(domain=[0, 1], reverse=True, padding=0)),
    )
    bars = base.mark_bar(color=_BAR, cornerRadius=3)
    labels = base.mark_text(align="right", dx=-6, color=_INK, fontSize=16).encode(text="label:N")
    heading = alt.TitleParams(
        [right_to_left(line) for line in wrap(result.question.title, _LINE_LENGTH)],
        subtitle=[right_to_left(line) for line in _notes(result)],
        anchor="end",
        fontSize=19,
        subtitleFontSize=15,
        offset=8,
    )
    return alt.layer(bars, labels).properties(width=_WIDTH, height=alt.Step(_STEP), title=heading)


def _first(result: QuestionResult, city: City) -> list[tuple[str, Told]]:
    named = [(category_title(city, result.question, name), told) for name, told in result.shares.items()]
    if len(named) > _MOST_BARS:
        named = sorted(named, key=lambda one: -(one[1].count or 0))[:_MOST_BARS]
    return [(title if len(title) <= _LABEL_LENGTH else f"{title[: _LABEL_LENGTH - 1]}…", told) for title, told in named]


def _label(told: Told) -> str:
    if told.count is None or told.share is None:
        return "پنهان" if told.count is None else digits(told.count)
    return f"٪{digits(round(100 * told.share.value))}"


def _notes(result: QuestionResult) -> list[str]:
    parts = [f"{digits(result.answered)} پاسخ"] if result.answered is not None else []
    if result.question.kind is QuestionKind.RANKING:
        parts.append("سهم انتخاب نخست")
    if result.mean is not None:
        mean, low, high = (digits(round(bound, 1)) for bound in (result.mean.value, result.mean.low, result.mean.high))
        parts.append(f"میانگین {mean} (از {low} تا {high})")
    return [" · ".join(parts)] if parts else []


def _subtitle(results: Results, questions: int) -> list[str]:
    lines = [f"{digits(results.responses)} نفر پاسخ دادند"]
    rate = results.reach.response_rate
    if rate is not None:
        lines[0] += f" – {digits(round(100 * rate.value))} درصد از دعوت‌شدگان"
    if questions > MOST_QUESTIONS:
        lines.append(f"{digits(MOST_QUESTIONS)} پرسش نخست از {digits(questions)} پرسش")
    return lines
