"""The results of a survey as a spreadsheet, from right to left: figures, cross tables, answers, codebook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from backend.domain.city import City
from backend.domain.survey import Answer, Form, Mark, Question, QuestionKind, Response, Survey
from backend.domain.survey_results import QuestionResult, Results
from backend.domain.survey_tally import OTHER, Dimension
from backend.domain.survey_words import category_title, row_title

_HIDDEN = "پنهان"
_SKIPPED, _UNASKED = "رد شد", "پرسیده نشد"
_PERCENT = 100
_HEAD = (
    "پرسش", "پاسخ", "شمار", "درصد", "از (٪)", "تا (٪)", "درصد با وزن جمعیت منطقه‌ها", "پاسخ دادند", "رد کردند",
    "نیمه‌کاره ماندند",
)  # fmt: skip
HEAD_OF_ROWS = ("شماره", "نسخه", "کامل", "نشانه‌ها")
_MARKS = {Mark.TOO_FAST: "خیلی تند", Mark.DUPLICATE: "تکراری", Mark.OVER_QUOTA: "بیش از سهمیه"}
_KINDS = {
    QuestionKind.ONE: "یک گزینه",
    QuestionKind.MANY: "چند گزینه",
    QuestionKind.SCALE: "مقیاس ۱ تا ۵",
    QuestionKind.RANKING: "رتبه‌بندی",
    QuestionKind.NUMBER: "عدد",
    QuestionKind.DATE: "تاریخ",
    QuestionKind.TEXT: "متن آزاد",
    QuestionKind.DISTRICT: "منطقه",
    QuestionKind.LOCATION: "جای روی نقشه",
    QuestionKind.PHOTO: "عکس",
    QuestionKind.YES_NO: "بله یا نه",
    QuestionKind.NOTE: "یادداشت",
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What the sheets are made of. `responses` are read once, so they may come from a file or a cursor."""

    survey: Survey
    forms: Sequence[Form]
    results: Results
    responses: Iterable[Response]


def write(answers: Answers, city: City) -> bytes:
    """Return an XLSX. Rows of single answers carry neither person, group nor district: together they would point."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    pen = _Pen(book)
    _figures(pen.sheet("نتیجه"), pen, answers.results, city)
    for dimension, name in ((Dimension.STAKEHOLDER_GROUP, "به تفکیک گروه"), (Dimension.DISTRICT, "به تفکیک منطقه")):
        _tables(pen.sheet(name), pen, answers.results, dimension, city)
    _rows(pen.sheet("پاسخ‌ها"), pen, answers)
    _codebook(pen.sheet("راهنمای ستون‌ها"), pen, answers.forms)
    book.close()
    return out.getvalue()


class _Pen:
    """Writes rows in the formats of the book."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "bg_color": "#0f766e", "font_color": "#ffffff", "text_wrap": True})
        self._cell = book.add_format({"text_wrap": True, "valign": "top", "reading_order": 2})

    def sheet(self, name: str) -> Worksheet:
        sheet: Worksheet = self._book.add_worksheet(name)
        sheet.right_to_left()
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 40, 18)
        return sheet

    def row(self, sheet: Worksheet, at: int, values: Sequence[str | float | None], *, is_head: bool = False) -> None:
        form = self._head if is_head else self._cell
        for column, value in enumerate(values):
            if isinstance(value, int | float):
                sheet.write_number(at, column, value, form)
            elif value is not None:
                # What people wrote is never a formula, whatever it begins with.
                sheet.write_string(at, column, value, form)


def _figures(sheet: Worksheet, pen: _Pen, results: Results, city: City) -> None:
    pen.row(sheet, 0, _HEAD, is_head=True)
    at = 1
    for result in results.questions:
        for values in _figures_of(result, city):
            pen.row(sheet, at, values)
            at += 1


def _figures_of(result: QuestionResult, city: City) -> Iterable[Sequence[str | float | None]]:
    course = (_HIDDEN if result.answered is None else result.answered, result.skipped, result.stopped)
    yield (result.question.title, None, None, None, None, None, None, *course)
    for name, told in result.shares.items():
        title = category_title(city, result.question, name)
        if told.count is None:
            yield (None, title, _HIDDEN)
        elif told.share is None:
            yield (None, title, told.count)
        else:
            bounds = (round(_PERCENT * bound, 1) for bound in (told.share.value, told.share.low, told.share.high))
            yield (None, title, told.count, *bounds, told.weighted)
    if result.mean is not None:
        mean = (round(bound, 2) for bound in (result.mean.value, result.mean.low, result.mean.high))
        yield (None, "میانگین", None, *mean, result.weighted_mean)
    for code, rank in result.mean_ranks.items():
        yield (None, f"میانگین رتبهٔ «{category_title(city, result.question, code)}»", None, round(rank, 2))


def _tables(sheet: Worksheet, pen: _Pen, results: Results, dimension: Dimension, city: City) -> None:
    at = 0
    for result in results.questions:
        table = result.tables.get(dimension)
        if table is None:
            continue
        columns = [category_title(city, result.question, column) for column in table.columns]
        pen.row(sheet, at, (result.question.title, *columns, "میانگین"), is_head=True)
        for row, line, mean in zip(table.rows, table.cells, table.means, strict=True):
            at += 1
            cells = (_HIDDEN if count is None else count for count in line)
            pen.row(sheet, at, (row_title(city, dimension, row), *cells, round(mean.value, 2) if mean else None))
        at += 2


def asked_for(forms: Sequence[Form]) -> dict[str, Question]:
    """Return the questions of all versions by code; each has a column of its own."""
    return {one.code: one for form in forms for one in form.questions if one.kind is not QuestionKind.NOTE}


def row_of(ordinal: int, questions: dict[str, Question], response: Response) -> list[str | float]:
    """Return a response in words, in the columns of these questions; what was skipped and never asked is told apart."""
    marks = "، ".join(_MARKS[mark] for mark in response.marks)
    said = [_said(question, response.answers) for question in questions.values()]
    return [ordinal, response.version, "بله" if response.is_complete else "نه", marks, *said]


def _rows(sheet: Worksheet, pen: _Pen, answers: Answers) -> None:
    questions = asked_for(answers.forms)
    pen.row(sheet, 0, (*HEAD_OF_ROWS, *questions), is_head=True)
    for at, response in enumerate(answers.responses, start=1):
        pen.row(sheet, at, row_of(at, questions, response))


def _said(question: Question, answers: dict[str, Answer]) -> str | float:
    if question.code not in answers:
        return _UNASKED
    answer = answers[question.code]
    if answer is None:
        return _SKIPPED
    if isinstance(answer, list):
        return "، ".join(_chosen(question, one) for one in answer)
    if isinstance(answer, dict):
        return str(answer.get("text") or answer.get(OTHER) or answer.get("district") or "✓")
    return _chosen(question, answer) if isinstance(answer, str) else answer


def _chosen(question: Question, one: str | dict[str, str]) -> str:
    return question.option_title(one) if isinstance(one, str) else one.get(OTHER, "")


def _codebook(sheet: Worksheet, pen: _Pen, forms: Sequence[Form]) -> None:
    pen.row(sheet, 0, ("پرسش", "ستون", "نسخه", "گونه", "گزینه‌ها", "الزامی"), is_head=True)
    at = 1
    for form in forms:
        for question in form.questions:
            options = "، ".join(f"{option.code} = {option.title}" for option in question.options)
            required = "بله" if question.is_required else "نه"
            pen.row(sheet, at, (question.title, question.code, form.version, _KINDS[question.kind], options, required))
            at += 1
