"""What groups ask citizens, what these answer, and the reasons that members have at hand."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, select

from backend.domain.acts import Question, QuestionAnswer, ReasonTemplate
from backend.domain.issue import IssueState
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector

_q, _a, _r = t.issue_question.c, t.issue_answer.c, t.reason_template.c


class SqlQuestions:
    """See `backend.ports.Questions`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    def add(self, question: Question) -> None:
        """Keep a question."""
        self._rows.add(
            t.issue_question,
            {
                "id": question.id,
                "issue_id": question.issue_id,
                "group_id": question.group_id,
                "asked_by": question.asked_by,
                "at": question.at,
                "text": question.text,
            },
        )

    async def by_id(self, question_id: int) -> Question | None:
        """Return a question."""
        rows = await self._rows.rows(select(t.issue_question).where(_q.id == question_id))
        return _question(rows[0]) if rows else None

    async def of_issue(self, issue_id: int) -> list[Question]:
        """Return the questions about an issue, newest first."""
        statement = select(t.issue_question).where(_q.issue_id == issue_id).order_by(_q.id.desc())
        return [_question(row) for row in await self._rows.rows(statement)]

    async def answer(self, answer: QuestionAnswer) -> None:
        """Keep a person's answer in the place of an earlier one."""
        earlier = (_a.question_id == answer.question_id, _a.person_id == answer.person_id)
        await self._rows.run(delete(t.issue_answer).where(*earlier))
        self._rows.add(
            t.issue_answer,
            {
                "id": answer.id,
                "question_id": answer.question_id,
                "person_id": answer.person_id,
                "at": answer.at,
                "text": answer.text,
            },
        )

    async def answers(self, question_ids: Iterable[int]) -> Mapping[int, Sequence[QuestionAnswer]]:
        """Return the answers by question, newest first."""
        statement = select(t.issue_answer).where(_a.question_id.in_(list(question_ids))).order_by(_a.id.desc())
        found: dict[int, list[QuestionAnswer]] = {}
        for row in await self._rows.rows(statement):
            answer = QuestionAnswer(row.id, row.question_id, row.person_id, row.at, row.text)
            found.setdefault(row.question_id, []).append(answer)
        return found


class SqlReasonTemplates:
    """See `backend.ports.ReasonTemplates`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    async def of_state(self, state: IssueState) -> list[ReasonTemplate]:
        """Return those of a state, in the order in which they were written."""
        rows = await self._rows.rows(select(t.reason_template).where(_r.state == state.value).order_by(_r.id))
        return [ReasonTemplate(row.id, IssueState(row.state), row.text) for row in rows]

    def add(self, template: ReasonTemplate) -> None:
        """Keep one."""
        row = {"id": template.id, "state": template.state.value, "text": template.text}
        self._rows.add(t.reason_template, row)

    def change(self, template_id: int, text: str) -> None:
        """Change the words of one."""
        self._rows.change(t.reason_template, {"id": template_id}, {"text": text})

    def remove(self, template_id: int) -> None:
        """Remove one."""
        self._rows.remove(t.reason_template, {"id": template_id})


def _question(row: AnyRow) -> Question:
    return Question(row.id, row.issue_id, row.group_id, row.asked_by, row.at, row.text)
