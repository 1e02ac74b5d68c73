"""Every sentence exists in both languages, is used, wants the same variables, and is Persian where it should be."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import bot
from backend.domain import errors
from backend.domain.acts import EventKind
from backend.domain.audience import AudienceKind
from backend.domain.broadcast import BroadcastState
from backend.domain.concern import Source
from backend.domain.emergency import Emergency
from backend.domain.enclosure import FileKind
from backend.domain.following import Verdict
from backend.domain.form_problem import FormPlace, FormProblem
from backend.domain.groups import Level
from backend.domain.issue import IssueState
from backend.domain.measure import Majority, MeasureKind, MeasureState, Stand
from backend.domain.moderation import Ground, WithholdReason
from backend.domain.moderation import Verdict as ModerationVerdict
from backend.domain.people import Role, StakeholderGroup
from backend.domain.rights import Right
from backend.domain.schedule import Rhythm
from backend.domain.small_talk import SmallTalk
from backend.domain.survey import Mark, QuestionKind, SurveyState
from backend.domain.survey_answers import Why
from backend.domain.survey_check import FlawKind
from backend.domain.survey_tally import Dimension
from bot.conversations import ROUTES
from bot.platforms import PLATFORMS
from bot.routes import Slot
from bot.texts.speaker import LANGUAGES, every, source_of, speaker_of
from bot.views import admin, own_data
from bot.views import measure as measure_views
from bot.views import mess as mess_views
from bot.views import survey as survey_views
from bot.views import survey_frame as survey_frame_views
from bot.views import survey_questions as survey_question_views
from bot.views import survey_results as results_views
from bot.views import survey_rule as survey_rule_views
from tests.audited_acts import ACTS_BY_OTHER_WAYS, SUBJECTS, acts_in_code

_BOT = Path(bot.__file__).parent
_SPEAKERS = {"say", "speaker", "menu", "every"}
_FAMILIES = {
    "stakeholder-": StakeholderGroup,
    "level-": Level,
    "issue-state-": IssueState,
    "card-event-": EventKind,
    "notice-check-": Verdict,
    "data-table-": own_data.TABLES,
    "data-field-": own_data.FIELDS,
    "data-source-": Source,
    "data-platform-": PLATFORMS,
    "data-by-": own_data.BY,
    "trend-": ("grows", "steady", "fades"),
    "talk-": SmallTalk,
    "schedule-": Rhythm,
    "how-": QuestionKind,
    "wrong-": Why,
    "survey-state-": SurveyState,
    "kind-": QuestionKind,
    "button-closes-after-": survey_frame_views.DAYS,
    "rule-": survey_rule_views.KINDS,
    "rule-short-": survey_rule_views.KINDS,
    "question-ask-": survey_question_views.PARTS,
    "button-part-": survey_question_views.PARTS,
    "button-flag-": survey_question_views.FLAGS,
    "flaw-": FlawKind,
    "form-problem-": FormProblem,
    "form-place-": FormPlace,
    "survey-words-": survey_views.WORDS,
    "survey-ask-words-": survey_views.WORDS,
    "button-words-": survey_views.WORDS,
    "button-survey-": survey_views.ACTS,
    "results-mark-": Mark,
    "results-by-": Dimension,
    "results-who-": Dimension,
    "button-results-by-": results_views.DIMENSIONS,
    "measure-kind-": MeasureKind,
    "measure-state-": MeasureState,
    "majority-": Majority,
    "stand-": Stand,
    "voted-": (Stand.AGREE, Stand.ABSTAIN),
    "season-": range(1, 5),
    "measures-": measure_views.FILTERS,
    "link-": tuple(code for _, _, code in mess_views.CODES),
    "mess-line-": tuple(code for _, _, code in mess_views.CODES),
    "emergency-": Emergency,
    "intake-taken-": FileKind,
    "withhold-": WithholdReason,
    "ground-": Ground,
    "told-": Ground,
    "queue-done-": ModerationVerdict,
    "queue-ask-ground-": ModerationVerdict,
    "role-": Role,
    "right-": Right,
    "audience-": AudienceKind,
    "broadcast-state-": BroadcastState,
    "admin-about-": admin.ENTRY_NAMES,
    "button-admin-": admin.ENTRY_NAMES,
    "audit-subject-": SUBJECTS,
    "audit-act-": sorted(acts_in_code() | ACTS_BY_OTHER_WAYS),
}


@cache
def messages(language: str) -> dict[str, ftl.Message]:
    entries = FluentParser().parse(source_of(language)).body
    assert not [entry for entry in entries if isinstance(entry, ftl.Junk)]
    found = [entry for entry in entries if isinstance(entry, ftl.Message)]
    assert len({one.id.name for one in found}) == len(found), "a sentence stands twice"
    return {one.id.name: one for one in found}


def variables(message: ftl.Message) -> set[str]:
    found: set[str] = set()

    class Collect(Visitor):
        def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's name
            found.add(node.id.name)

    Collect().visit(message)
    return found


def words(message: ftl.Message) -> str:
    """The text that a person reads, without variables."""
    assert message.value is not None
    return "".join(
        part.value if isinstance(part, ftl.TextElement) else "" for part in message.value.elements
    ) + "".join(
        "".join(
            element.value
            for variant in part.expression.variants
            for element in variant.value.elements
            if isinstance(element, ftl.TextElement)
        )
        for part in message.value.elements
        if isinstance(part, ftl.Placeable) and isinstance(part.expression, ftl.SelectExpression)
    )


def trees() -> Iterator[ast.AST]:
    for file in _BOT.rglob("*.py"):
        if not {"simulator", "demo"} & set(file.relative_to(_BOT).parts):
            yield ast.parse(file.read_text(encoding="utf-8"))


def constants(node: ast.AST) -> set[str]:
    return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def said_in_code() -> set[str]:
    """The names with which a speaker is called outright."""
    found: set[str] = set()
    for tree in trees():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args):
            name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
            first = call.args[0]
            if name in _SPEAKERS and isinstance(first, ast.Constant):
                found.add(str(first.value))
            if name in _SPEAKERS and isinstance(first, ast.IfExp):
                found |= constants(first.body) | constants(first.orelse)
    return found


def refusals(error: type[errors.Refused] = errors.Refused) -> set[str]:
    return {error.code}.union(*(refusals(kind) for kind in error.__subclasses__()))


def test_both_languages_have_the_same_sentences() -> None:
    assert messages("fa").keys() == messages("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_said_in_code_exists(language: str) -> None:
    assert said_in_code() - {""} <= messages(language).keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("family", "members"), _FAMILIES.items())
def test_every_member_of_a_family_has_its_sentence(language: str, family: str, members: type) -> None:
    own = {"schedule-": lambda member: member is not Rhythm.WEEKLY}.get(family, lambda _: True)
    assert {f"{family}{member}" for member in members if own(member)} <= messages(language).keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_its_sentence(language: str) -> None:
    assert {f"error-{code}" for code in refusals()} <= messages(language).keys()


def test_every_sentence_is_used() -> None:
    mentioned = set().union(*(constants(tree) for tree in trees()))
    families = {f"{family}{member}" for family, members in _FAMILIES.items() for member in members}
    counted = {f"{name}-{form}" for name in mentioned for form in ("few", "messages")}
    used = mentioned | families | counted | {f"error-{code}" for code in refusals()}
    assert messages("fa").keys() - used == set()


def test_both_languages_want_the_same_variables() -> None:
    fa, en = messages("fa"), messages("en")
    assert [name for name in fa if variables(fa[name]) != variables(en[name])] == []


_WRONG = {
    "digits": re.compile(r"[0-9٠-٩]"),
    "letters of Arabic": re.compile(r"[يكىةۀ]"),
    "Latin punctuation": re.compile(r"[,;?%]"),
    "a half-space is missing after «می»": re.compile(r"(^|\s)(ن?می) [آ-ی]"),
    "a half-space is missing before «ها»": re.compile(r"[آ-ی] (های?|هایی|ترین)(\s|$|[.،؛!؟])"),
}


def test_persian_sentences_are_in_persian_letters_and_digits() -> None:
    said = {name: words(message) for name, message in messages("fa").items()}
    assert [(name, why) for name, text in said.items() for why, sign in _WRONG.items() if sign.search(text)] == []


def test_only_commands_are_latin_in_persian_sentences() -> None:
    commands = {word for route in ROUTES if route.slot in {Slot.COMMAND, Slot.PRIVATE_COMMAND} for word in route.words}
    said = {name: set(re.findall(r"[A-Za-z]+", words(message))) for name, message in messages("fa").items()}
    assert {name: latin - commands for name, latin in said.items() if latin - commands} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language: str) -> None:
    assert [name for name, one in messages(language).items() if not (words(one).strip() or variables(one))] == []


def test_numbers_are_said_in_the_languages_digits() -> None:
    fa, en = speaker_of("fa"), speaker_of("en")
    assert "۱۲" in fa("digest-more", count=12)
    assert "12" in en("digest-more", count=12)


def test_one_is_not_said_as_several() -> None:
    fa, en = speaker_of("fa"), speaker_of("en")
    assert fa("card-seen", count=1).startswith("یک عضو")
    assert fa("card-seen", count=2).startswith("۲ عضو")
    assert en("card-counts", messages=1, people=1) == "1 message from 1 person"
    assert en("card-counts", messages=11, people=3) == "11 messages from 3 people"


def test_a_text_keeps_its_own_digits() -> None:
    assert "K7M4-X2PQ" in speaker_of("fa")("concern-code", code="K7M4-X2PQ")


def test_a_missing_variable_is_an_error_rather_than_a_hole() -> None:
    with pytest.raises(KeyError):
        speaker_of("fa")("concern-code")


def test_an_unknown_language_is_answered_in_persian() -> None:
    assert speaker_of("xx")("button-back") == speaker_of("fa")("button-back")


def test_a_menu_is_known_in_every_language() -> None:
    assert every("menu-help") == {speaker_of(language)("menu-help") for language in LANGUAGES}


def test_no_two_menu_entries_read_the_same() -> None:
    entries = [name for name in messages("fa") if name.startswith("menu-")]
    said = [one for name in entries for one in every(name)]
    assert len(said) == len(set(said))
