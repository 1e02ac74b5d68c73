"""Making responses of finished drafts: the answers as they are kept, and what makes them doubtful."""

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b
from typing import Any

from backend.domain.concern import Reading
from backend.domain.people import Person
from backend.domain.survey import Answer, Answers, Draft, Form, Mark, Response, Survey
from backend.domain.survey_pour import Cell
from backend.domain.survey_walk import MARKS, final
from backend.ports import TextReader, UnitOfWork

# Faster than this a question cannot be read; with few questions it may be luck.
FASTEST_SECONDS = 1.5
FEWEST_TIMED = 5
# Answers are only compared where somebody wrote more than a word or two: «خوب» comes again and again.
_TELLING_LETTERS = 15
_RANDOM_BITS = 62
_FINGERPRINT_BYTES = 16


def as_read(text: str, reading: Reading) -> Answer:
    """Return free words as they are kept: redacted, with their topics; raw only until they could be read."""
    if not reading.model:
        return {"text": "", "topics": [], "raw": text}
    return {"text": reading.redacted, "topics": [code for code, _ in reading.topics]}


def has_unread(answers: Mapping[str, Answer]) -> bool:
    """Say whether some words wait to be read."""
    return any(True for _ in _unread(answers))


async def read(reader: TextReader, answers: Answers) -> Answers:
    """Return the answers with the words that wait read, if the reader can; the others wait on."""
    waiting = list(_unread(answers))
    readings = await reader.read([part["raw"] for part in waiting])
    known = {part["raw"]: reading for part, reading in zip(waiting, readings, strict=True) if reading.model}
    return {code: _read(answer, known) for code, answer in answers.items()}


def given_up(answers: Answers) -> Answers:
    """Return the answers without the raw form of words that could not be read: redacted or not at all."""
    return {code: _without_raw(answer) for code, answer in answers.items()}


async def made(
    uow: UnitOfWork, survey: Survey, forms: Mapping[int, Form], drafts: Sequence[tuple[Draft, Person]]
) -> list[Response]:
    """Return the responses of drafts of a survey that is not anonymous."""
    made_of = [
        response_of(
            forms[draft.version], draft, uow.new_id(), (person.stakeholder_group, person.district), uow.now, person.id
        )
        for draft, person in drafts
    ]
    return await marked(uow, survey, made_of)


def response_of(
    form: Form, draft: Draft, response_id: int, cell: Cell, on: datetime, person_id: int | None = None
) -> Response:
    """Return what a draft becomes; without a person the time that it took is left out."""
    answers = final(form, draft.answers)
    given = sum(answer is not None for answer in answers.values())
    seconds = max(0, round((draft.touched_at - draft.started_at).total_seconds()))
    listed = draft.answers.get(MARKS)
    marks = {Mark(str(mark)) for mark in listed} if isinstance(listed, list) else set()
    if draft.is_finished and given >= FEWEST_TIMED and seconds < FASTEST_SECONDS * given:
        marks.add(Mark.TOO_FAST)
    return Response(
        id=response_id,
        survey_id=draft.survey_id,
        version=draft.version,
        answers=answers,
        finished_on=on,
        is_complete=draft.is_finished,
        person_id=person_id,
        stakeholder_group=cell[0],
        district=cell[1],
        seconds=seconds if person_id is not None else None,
        marks=tuple(sorted(marks)),
        fingerprint=fingerprint(answers) if draft.is_finished else None,
    )


def random_id() -> int:
    """Return an id that says nothing of when it was given."""
    return secrets.randbits(_RANDOM_BITS) or 1


def fingerprint(answers: Answers) -> str | None:
    """Return what answers with telling free words have in common with the same ones; None where there are none."""
    words = [part.get("text", "") for part in answers.values() if isinstance(part, dict)]
    if not any(isinstance(text, str) and len(text) >= _TELLING_LETTERS for text in words):
        return None
    said = json.dumps(answers, ensure_ascii=False, sort_keys=True)
    return blake2b(said.encode(), digest_size=_FINGERPRINT_BYTES).hexdigest()


async def marked(uow: UnitOfWork, survey: Survey, responses: Sequence[Response]) -> list[Response]:
    """Mark those that say word for word what others of the survey said before them."""
    wanted = {one.fingerprint for one in responses if one.fingerprint is not None}
    known = await uow.answering.known_fingerprints(survey.id, wanted)
    result = []
    for one in responses:
        if one.fingerprint is not None and one.fingerprint in known:
            result.append(replace(one, marks=tuple(sorted({*one.marks, Mark.DUPLICATE}))))
        else:
            result.append(one)
            known |= {one.fingerprint} if one.fingerprint is not None else set()
    return result


def _unread(answers: Mapping[str, Answer]) -> Iterator[dict[str, Any]]:
    for answer in answers.values():
        for part in answer if isinstance(answer, list) else [answer]:
            if isinstance(part, dict) and "raw" in part:
                yield part


def _read(answer: Answer, known: Mapping[str, Reading]) -> Answer:
    if isinstance(answer, list):
        return [one if isinstance(one, str) else _read_other(one, known) for one in answer]
    if not isinstance(answer, dict) or answer.get("raw") not in known:
        return answer
    if "other" in answer:
        return {"other": known[str(answer["raw"])].redacted}
    return as_read(str(answer["raw"]), known[str(answer["raw"])])


def _without_raw(answer: Answer) -> Answer:
    if isinstance(answer, list):
        return [one if isinstance(one, str) else {"other": one["other"]} for one in answer]
    if isinstance(answer, dict):
        return {name: value for name, value in answer.items() if name != "raw"}
    return answer


def _read_other(answer: dict[str, str], known: Mapping[str, Reading]) -> dict[str, str]:
    return {"other": known[answer["raw"]].redacted} if answer.get("raw") in known else answer
