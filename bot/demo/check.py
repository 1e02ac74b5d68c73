"""Whether the demo did what it promises: every message kept, answered and counted; nothing personal told."""

from datetime import UTC, datetime

from backend.bootstrap import Backend
from backend.domain.quiet import after_quiet
from backend.domain.survey import SurveyState
from backend.services.survey_news import batch_of
from bot.demo.scenes import Stage, recipients
from bot.demo.survey import Played
from bot.simulator.client import SimMessage

_FEWEST_QUESTIONS = 6
_PNG = b"\x89PNG"


async def failures(stage: Stage, backend: Backend, played: Played) -> list[str]:
    """Return what went wrong, a sentence each; empty when all went well."""
    expected = len(stage.town.messages)
    found: list[str] = []
    async with backend.store.look() as uow:
        kept = await uow.concerns.page(0, expected * 2)
        uncounted = await uow.digests.uncounted()
        inbox, outbox = await uow.inbox.depth(), await uow.outbox.depth()
    # Messages in a row may be one concern, so there are fewer codes than messages, and not fewer words.
    words = "\n".join(concern.text for concern in kept)
    if lost := [line.text for line in stage.town.messages if line.text.strip() not in words]:
        found.append(f"{expected} messages were written, of {len(lost)} the words are not kept")
    if len(stage.codes) != expected:
        found.append(f"{expected} messages were written, {len(stage.codes)} were answered with a code")
    if {concern.code for concern in kept} != {code.replace("-", "") for code in stage.codes}:
        found.append("the codes that were told are not the codes that are kept")
    if uncounted:
        found.append(f"{uncounted} messages stand in no digest")
    if inbox.waiting or inbox.failed or outbox.waiting or outbox.failed or outbox.unknown:
        found.append(f"something is left over: inbox {inbox}, outbox {outbox}")
    return found + await _missing_digests(stage) + await _leaks(stage) + await _survey(stage, backend, played)


async def digests_in(stage: Stage, chat_id: int) -> list[SimMessage]:
    """Return the digests (or their one line) that arrived in a chat."""
    return [message for message in await stage.sim.messages(chat_id) if message.from_bot and is_digest(message.text)]


def is_digest(text: str) -> bool:
    """Say whether a message is a digest, or says that there is nothing new."""
    return text.startswith("📊 فهرست مسائل") or text.endswith("پیام تازه‌ای نرسید.")


async def _missing_digests(stage: Stage) -> list[str]:
    found = []
    for key, chats in recipients(stage).items():
        for chat_id in chats:
            count = len(await digests_in(stage, chat_id))
            if count == 0:
                found.append(f"the digest of {key} did not arrive in a chat")
    return found


async def _leaks(stage: Stage) -> list[str]:
    secrets = [secret for line in stage.town.messages for secret in line.personal]
    told = [
        message.text for chats in recipients(stage).values() for c in chats for message in await digests_in(stage, c)
    ]
    return [f"personal data reached a digest: {secret}" for secret in secrets if any(secret in text for text in told)]


async def _survey(stage: Stage, backend: Backend, played: Played) -> list[str]:
    """Everybody's answer is counted; the picture came on demand, and to everybody, or waits for the morning."""
    people = len(stage.town.people)
    async with backend.store.look() as uow:
        (survey,) = await uow.surveys.all()
        responses = await uow.surveys.responses(survey.id, 0, 2 * people)
        forms = await uow.surveys.forms(survey.id)
        told = await uow.outbox.tally(batch_of(survey))
    complete = sum(response.is_complete for response in responses)
    found = []
    if len(forms[0].questions) < _FEWEST_QUESTIONS:
        found.append(f"the survey has {len(forms[0].questions)} questions only")
    if survey.state is not SurveyState.CLOSED or complete != people:
        found.append(f"{people} answered the survey, {complete} answers are counted, it is {survey.state}")
    if not played.picture.startswith(_PNG):
        found.append("the picture of the survey did not come")
    pictures = sum([await _has_picture(stage, chat_id) for chat_id in played.finished])
    now = datetime.now(UTC)
    if after_quiet(now, backend.city.zone) == now and pictures < people:
        found.append(f"{people} answered the survey, {pictures} got the result")
    if told.sent + told.waiting < people:
        found.append(f"{people} answered the survey, {told.sent + told.waiting} results were written")
    return found


async def _has_picture(stage: Stage, chat_id: int) -> bool:
    return any(message.from_bot and message.photo for message in await stage.sim.messages(chat_id))
