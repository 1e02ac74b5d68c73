"""What pyxform finds wrong with a workbook, by kind and place, so that it can be said in the reader's language.

pyxform gives some errors a code and most only words, which are the same from version to version or are not known here:
then they are handed on as they are.
"""

import re

from pyxform.errors import PyXFormError

from backend.domain.form_problem import BadForm, FormPlace, FormProblem

_LONGEST = 200
_ROW = re.compile(r"^\[row : (\d+)\] ?")
_SHEET = re.compile(r"(?:On the|for sheet:) '(\w+)'")
# The first that is found; its group `about`, if there is one, names the thing.
_KINDS: tuple[tuple[FormProblem, re.Pattern[str]], ...] = tuple(
    (problem, re.compile(words, re.DOTALL))
    for problem, words in (
        (FormProblem.NO_SHEET, r"You must have a sheet named '(?P<about>\w+)'"),
        (FormProblem.NO_SHEET, r"There should be a (?P<about>choices) sheet"),
        (FormProblem.NO_COLUMN, r"required column headers were not found: '?(?P<about>.+?)'?\. Learn more"),
        (FormProblem.COLUMN_TWICE, r"different names for the same column were found: (?P<about>.+?)\. Rename"),
        (FormProblem.NO_LIST, r"List name not in (?:external )?choices sheet: (?P<about>.+)"),
        (FormProblem.NO_QUESTION, r"Could not find the name '(?P<about>[^']*)'"),
        (FormProblem.NAME_TWICE, r"The name '(?P<about>[^']*)' appears more than once"),
        (
            FormProblem.NAME_TWICE,
            r"the 'name' value '(?P<about>[^']*)' is invalid\. Questions, groups",
        ),
        (FormProblem.BAD_REFERENCE, r"the '(?P<about>[^']*)' value is invalid\. Reference variables? "),
        (FormProblem.OPTION_TWICE, r"Choice names must be unique"),
        (FormProblem.NO_NAME, r"Choices must have a name|with no name"),
        (FormProblem.BAD_NAME, r"Names must begin with"),
        (FormProblem.NO_LABEL, r"Choices should have a label"),
        (FormProblem.NO_TYPE, r"Question with no type"),
        (FormProblem.UNMATCHED, r"Unmatched '(?P<about>\w+)'"),
        (FormProblem.BAD_PARAMETER, r"invalid parameter key\(s\): '(?P<about>[^']*)'"),
        (FormProblem.BAD_PARAMETER, r"the parameter '(?P<about>[^']*)'"),
        (FormProblem.BAD_PARAMETER, r"the '(?P<about>parameters)' value is invalid"),
    )
)


def bad_form(error: PyXFormError) -> BadForm:
    """Return what is wrong with a workbook; what is not known here keeps the library's own words."""
    words = str(error)
    place = _place(words)
    for problem, pattern in _KINDS:
        if found := pattern.search(words):
            return BadForm(problem, place, str(found.groupdict().get("about", ""))[:_LONGEST].strip())
    return BadForm(FormProblem.IN_ITS_WORDS, place, " ".join(_ROW.sub("", words).split())[:_LONGEST])


def _place(words: str) -> str:
    row, sheet = _ROW.search(words), _SHEET.search(words)
    if row is None:
        return FormPlace.SHEET.at(sheet[1]) if sheet else ""
    # Words that name a row alone are about the sheet of questions.
    return FormPlace.CELL.at(f"{sheet[1] if sheet else 'survey'}!{row[1]}")
