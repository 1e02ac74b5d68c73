"""Asking citizens what a group wants to know of an issue, and taking their answers."""

from backend.domain.actor import Actor
from backend.domain.acts import EventKind, Question, QuestionAnswer
from backend.domain.city import City
from backend.domain.errors import BadInput, NotAllowed, NotFound
from backend.ports import NoticePress, UnitOfWork
from backend.services import access, desks, notices
from backend.services.desks import AtDesk
from backend.services.issue_acts import record


async def ask(
    uow: UnitOfWork, city: City, press: NoticePress, actor: Actor, number: int, issue_id: int, text: str
) -> tuple[AtDesk, int]:
    """Ask everybody who stands behind an issue; return also how many. `text` was read for personal data.

    Raises:
        BadInput: there is no question.

    """
    at = await desks.to_act(uow, actor, number, issue_id, "ask-citizens")
    if not text:
        raise BadInput(what="question")
    question = Question(uow.new_id(), at.issue.id, at.group.id, actor.person_id, uow.now, text)
    uow.questions.add(question)
    record(uow, actor, at, EventKind.ASKED, reason=text)
    return at, await notices.tell_question(uow, city, press, at.issue, question.id, text)


async def to_answer(uow: UnitOfWork, actor: Actor, question_id: int) -> Question:
    """Return a question to somebody who may answer it.

    Raises:
        NotFound: there is no such question.
        NotAllowed: the person did not bring the issue up, nor supports it.

    """
    question = await uow.questions.by_id(question_id)
    if question is None:
        raise NotFound
    issue = (await uow.issues.by_ids([question.issue_id]))[question.issue_id]
    if not await uow.following.follows(actor.person_id, issue.root_id):
        raise NotAllowed(act="answer-question", subject=f"question {question_id}")
    return question


async def answer(uow: UnitOfWork, actor: Actor, question_id: int, text: str) -> Question:
    """Keep a citizen's answer in the place of an earlier one. `text` was read for personal data.

    Raises:
        BadInput: there are no words.

    """
    question = await to_answer(uow, actor, question_id)
    if not text:
        raise BadInput(what="answer")
    access.record(uow, actor, "answer-question", f"question {question_id}")
    await uow.questions.answer(QuestionAnswer(uow.new_id(), question_id, actor.person_id, uow.now, text))
    return question


async def answers(
    uow: UnitOfWork, actor: Actor, number: int, issue_id: int
) -> tuple[AtDesk, list[tuple[Question, list[QuestionAnswer]]]]:
    """Return the questions about an issue with what citizens answered, newest first."""
    at = await desks.to_look(uow, actor, number, issue_id, "read-answers")
    questions = await uow.questions.of_issue(at.issue.id)
    found = await uow.questions.answers([question.id for question in questions])
    return at, [(question, list(found.get(question.id, ()))) for question in questions]
