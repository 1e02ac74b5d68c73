"""Notes of the group, questions to citizens and their answers, and handing an issue on."""

from backend.domain.errors import NotFound
from backend.ports import Part
from backend.services import desks, issue_acts, issue_hands, issue_questions
from backend.services.desks import AtDesk
from bot.handlers.issues import data_at, expect_at, redacted, refresh, speaker
from bot.texts.speaker import speaker_of
from bot.turn import Desk
from bot.views import card_words as views
from bot.views import notices

STEP_NOTE = "issue-note"
STEP_QUESTION = "issue-question"
STEP_ANSWER = "issue-answer"
STEP_HAND_UP = "issue-hand-up"
STEP_HAND_DOWN = "issue-hand-down"
_STEP_ASKING = "issue-asking"
_LONGEST = 600
_LANGUAGE_OF_GROUPS = "fa"


async def show_notes(desk: Desk, number: int, issue_id: int) -> None:
    """Show the group's notes to its members."""
    at, kept = await issue_acts.notes(desk.uow, desk.turn.actor, number, issue_id)
    desk.toast()
    desk.edit(views.notes(speaker(desk), desk.city, at, kept))


async def ask_note(desk: Desk, number: int, issue_id: int) -> None:
    """Ask for a note."""
    at = await desks.to_act(desk.uow, desk.turn.actor, number, issue_id, "add-note")
    expect_at(desk, STEP_NOTE, at)
    desk.toast()
    desk.edit(views.ask_note(speaker(desk), at, in_group=desk.turn.event.is_group))


async def take_note(desk: Desk) -> None:
    """Keep a note and show the card."""
    text = await redacted(desk, _LONGEST)
    at = await issue_acts.add_note(desk.uow, desk.turn.actor, *_named(desk), text)
    desk.finish()
    await refresh(desk, at)


async def ask_question(desk: Desk, number: int, issue_id: int) -> None:
    """Ask what citizens are to be asked."""
    at = await desks.to_act(desk.uow, desk.turn.actor, number, issue_id, "ask-citizens")
    expect_at(desk, STEP_QUESTION, at)
    desk.toast()
    desk.edit(views.ask_question(speaker(desk), at, in_group=desk.turn.event.is_group))


async def take_question(desk: Desk) -> None:
    """Show the question as citizens will read it."""
    at = await desks.to_act(desk.uow, desk.turn.actor, *_named(desk), "ask-citizens")
    text = await redacted(desk, _LONGEST)
    expect_at(desk, _STEP_ASKING, at, question=text)
    people = len(await desk.uow.following.followers(at.issue.id))
    say = speaker(desk)
    desk.say(views.preview_question(say, at, notices.question(say, at.issue, 0, text).text, people))


async def send_question(desk: Desk, number: int, issue_id: int) -> None:
    """Ask citizens; pressed a second time it changes nothing."""
    if desk.turn.step != _STEP_ASKING:
        at = await desks.to_look(desk.uow, desk.turn.actor, number, issue_id)
        await refresh(desk, at, desk.turn.speaker("card-already"))
        return
    text = data_at(desk, number, issue_id)["question"]
    desk.finish()
    at, _ = await issue_questions.ask(
        desk.uow, desk.city, desk.service.notices, desk.turn.actor, number, issue_id, text
    )
    await refresh(desk, at, desk.turn.speaker("questions-sent"))


async def ask_answer(desk: Desk, question_id: int) -> None:
    """Ask a citizen for the answer to a group's question."""
    question = await issue_questions.to_answer(desk.uow, desk.turn.actor, question_id)
    desk.expect(STEP_ANSWER, question=str(question_id))
    desk.toast()
    desk.say(views.ask_answer(desk.turn.speaker, question))


async def take_answer(desk: Desk) -> None:
    """Keep a citizen's answer; the group reads it without personal data."""
    text = await redacted(desk, _LONGEST)
    await issue_questions.answer(desk.uow, desk.turn.actor, int(desk.turn.data["question"]), text)
    desk.finish()
    desk.say(views.thanked(desk.turn.speaker))


async def show_answers(desk: Desk, number: int, issue_id: int) -> None:
    """Show what citizens answered."""
    at, told = await issue_questions.answers(desk.uow, desk.turn.actor, number, issue_id)
    desk.toast()
    desk.edit(views.answers(speaker(desk), desk.city, at, told))


async def offer_up(desk: Desk, number: int, issue_id: int) -> None:
    """Offer the groups above."""
    await _offer(desk, number, issue_id, upwards=True)


async def offer_down(desk: Desk, number: int, issue_id: int) -> None:
    """Offer the groups to which the issue may be returned."""
    await _offer(desk, number, issue_id, upwards=False)


async def choose_up(desk: Desk, number: int, issue_id: int, target: int) -> None:
    """Take the group above, ask for a note."""
    await _choose(desk, number, issue_id, target, upwards=True)


async def choose_down(desk: Desk, number: int, issue_id: int, target: int) -> None:
    """Take the group to which the issue is returned, ask for the note."""
    await _choose(desk, number, issue_id, target, upwards=False)


async def hand_without_note(desk: Desk, number: int, issue_id: int) -> None:
    """Refer the issue upwards without a note; pressed a second time it changes nothing."""
    if desk.turn.step != STEP_HAND_UP:
        at = await desks.to_look(desk.uow, desk.turn.actor, number, issue_id)
        await refresh(desk, at, desk.turn.speaker("card-already"))
        return
    data_at(desk, number, issue_id)
    await _hand(desk, "", upwards=True)


async def hand_up(desk: Desk) -> None:
    """Refer the issue upwards with the typed note."""
    await _hand(desk, await redacted(desk, _LONGEST), upwards=True)


async def hand_down(desk: Desk) -> None:
    """Return the issue with the typed note."""
    await _hand(desk, await redacted(desk, _LONGEST), upwards=False)


async def _offer(desk: Desk, number: int, issue_id: int, *, upwards: bool) -> None:
    at, groups = await issue_hands.targets(desk.uow, desk.turn.actor, number, issue_id, upwards=upwards)
    desk.toast()
    desk.edit(views.hand_targets(speaker(desk), at, groups, upwards=upwards))


async def _choose(desk: Desk, number: int, issue_id: int, target: int, *, upwards: bool) -> None:
    at, groups = await issue_hands.targets(desk.uow, desk.turn.actor, number, issue_id, upwards=upwards)
    chosen = next((group for group in groups if group.number == target), None)
    if chosen is None:
        raise NotFound
    expect_at(desk, STEP_HAND_UP if upwards else STEP_HAND_DOWN, at, target=str(target))
    desk.toast()
    in_group = desk.turn.event.is_group
    desk.edit(views.ask_hand_note(speaker(desk), at, chosen, upwards=upwards, in_group=in_group))


async def _hand(desk: Desk, note: str, *, upwards: bool) -> None:
    number, issue_id = _named(desk)
    sender, _ = await desks.group_numbered(desk.uow, number)

    def wording(there: AtDesk) -> Part:
        view = views.handed(speaker_of(_LANGUAGE_OF_GROUPS), there, sender, note, upwards=upwards)
        return Part("sendMessage", next(view.payloads()))

    target = int(desk.turn.data["target"])
    at = await issue_hands.hand(
        desk.uow, desk.turn.actor, number, issue_id, target, note, upwards=upwards, wording=wording
    )
    desk.finish()
    await refresh(desk, at, desk.turn.speaker("hand-done"))


def _named(desk: Desk) -> tuple[int, int]:
    return int(desk.turn.data["group"]), int(desk.turn.data["issue"])
