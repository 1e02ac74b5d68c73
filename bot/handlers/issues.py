"""The cards of issues: opening them, and what takes one press."""

from backend.domain.errors import NotFound, TryLater
from backend.domain.persian import ascii_digits
from backend.services import desks, files, groups, issue_acts, issue_cards, issue_finding
from backend.services.desks import AtDesk
from bot.texts.speaker import Speaker, speaker_of
from bot.turn import Desk
from bot.views import card as views
from bot.views import card_menus as menus
from bot.views.view import View

_LANGUAGE_OF_GROUPS = "fa"
# Shorter than any code.
_LONGEST_NUMBER = 4
_MOST_FILES = 10


async def open_card(desk: Desk, number: int, issue_id: int) -> None:
    """Send the card of an issue, leaving the list from which it was opened where it is."""
    told = await issue_cards.look(desk.uow, desk.turn.actor, number, issue_id)
    desk.toast()
    desk.say(views.card(speaker(desk), desk.city, told, in_group=desk.turn.event.is_group))


async def show_card(desk: Desk, number: int, issue_id: int) -> None:
    """Go back from a menu to the card, in its place."""
    told = await issue_cards.look(desk.uow, desk.turn.actor, number, issue_id)
    desk.finish()
    desk.toast()
    desk.edit(views.card(speaker(desk), desk.city, told, in_group=desk.turn.event.is_group))


async def see(desk: Desk, number: int, issue_id: int) -> None:
    """Note that a member saw the issue."""
    at = await issue_acts.see(desk.uow, desk.turn.actor, number, issue_id)
    await refresh(desk, at, desk.turn.speaker("card-seen-noted"))


async def ask_vote(desk: Desk, number: int, issue_id: int) -> None:
    """Offer the five priorities."""
    at = await desks.to_look(desk.uow, desk.turn.actor, number, issue_id)
    desk.toast()
    desk.edit(menus.votes(speaker(desk), at))


async def vote(desk: Desk, number: int, issue_id: int, priority: int) -> None:
    """Keep a member's priority."""
    at = await issue_acts.vote(desk.uow, desk.turn.actor, number, issue_id, priority)
    await refresh(desk, at, desk.turn.speaker("card-vote-noted", priority=priority))


async def take(desk: Desk, number: int, issue_id: int) -> None:
    """Make the member the one who takes care."""
    at = await issue_acts.take(desk.uow, desk.turn.actor, number, issue_id)
    await refresh(desk, at, desk.turn.speaker("card-taken"))


async def release(desk: Desk, number: int, issue_id: int) -> None:
    """Let the member who takes care give the issue back."""
    at = await issue_acts.release(desk.uow, desk.turn.actor, number, issue_id)
    await refresh(desk, at, desk.turn.speaker("card-released"))


async def show_history(desk: Desk, number: int, issue_id: int) -> None:
    """Show everything that was done about an issue."""
    at, events = await issue_cards.history(desk.uow, desk.turn.actor, number, issue_id)
    desk.toast()
    desk.edit(views.history(speaker(desk), desk.city, at, events))


async def send_files(desk: Desk, number: int, issue_id: int) -> None:
    """Send the files that came with the messages of an issue."""
    at = await desks.to_look(desk.uow, desk.turn.actor, number, issue_id, "see-files")
    found = await desk.uow.files.of_issue(at.issue.id)
    caption = speaker(desk)("card-files-caption", title=at.issue.title)
    sent = await files.send(desk.uow, desk.turn.chat.id, found[:_MOST_FILES], desk.next_key(), caption)
    desk.toast("" if sent else desk.turn.speaker("card-files-none"))


async def show_list(desk: Desk) -> None:
    """List the issues at the desk of the chat's or the person's group; with several, ask which."""
    desk.finish()
    desk.toast()
    own = await desks.desks_of(desk.uow, desk.turn.actor, await groups.of_actor(desk.uow, desk.turn.actor))
    if not own:
        desk.say(View(speaker(desk)("digest-none")))
    elif len(own) == 1:
        await _list(desk, own[0].number, 0)
    else:
        desk.say(menus.which_list(speaker(desk), own))


async def list_pressed(desk: Desk, number: int) -> None:
    """List the issues at the desk of the group that was chosen."""
    await _list(desk, number, 0)
    desk.toast()


async def turn_page(desk: Desk, number: int, page: int) -> None:
    """Show another page of the list in its place."""
    group, lines, has_more = await issue_cards.listed(desk.uow, desk.turn.actor, number, page)
    desk.toast()
    desk.edit(menus.listed(speaker(desk), group, lines, page, has_more=has_more))


async def open_numbered(desk: Desk) -> None:
    """Open the card of the issue with the typed code, or number in the list; with neither, show the list."""
    typed = ascii_digits(desk.turn.event.argument)
    if not typed:
        await show_list(desk)
        return
    if not (typed.isdecimal() and len(typed) <= _LONGEST_NUMBER):
        await _open_coded(desk, typed)
        return
    own = await desks.desks_of(desk.uow, desk.turn.actor, await groups.of_actor(desk.uow, desk.turn.actor))
    if len(own) != 1:
        await show_list(desk)
        return
    page, row = divmod(int(typed) - 1, issue_cards.PAGE)
    _, lines, _ = await issue_cards.listed(desk.uow, desk.turn.actor, own[0].number, max(page, 0))
    if page < 0 or row >= len(lines):
        desk.say(View(speaker(desk)("card-number-unknown")))
        return
    await open_card(desk, own[0].number, lines[row].issue.id)


async def _open_coded(desk: Desk, typed: str) -> None:
    found = await issue_finding.to_open(desk.uow, desk.turn.actor, typed)
    if len(found) == 1:
        group, issue = found[0]
        await open_card(desk, group.number, issue.id)
    else:
        desk.say(menus.coded(speaker(desk), found))


async def refresh(desk: Desk, at: AtDesk, toast: str = "") -> None:
    """Show the card as it is now in the place of what was pressed, or anew after words."""
    told = await issue_cards.card_of(desk.uow, desk.turn.actor, at)
    view = views.card(speaker(desk), desk.city, told, in_group=desk.turn.event.is_group)
    desk.toast(toast)
    if desk.turn.event.callback_id:
        desk.edit(view)
    else:
        desk.say(view)


def speaker(desk: Desk) -> Speaker:
    """Return whose sentences a card is written in: a group's chat has one language, whoever presses."""
    return speaker_of(_LANGUAGE_OF_GROUPS) if desk.turn.event.is_group else desk.turn.speaker


async def redacted(desk: Desk, longest: int) -> str:
    """Return what a member wrote as others may read it: without personal data, on one line, not too long.

    Raises:
        TryLater: the words could not be looked through just now, so nobody may read them yet.

    """
    text = " ".join(desk.turn.event.text.split())[:longest]
    reading = desk.turn.reading
    if not reading.model or text != desk.turn.event.text:
        (reading,) = await desk.service.reader.read([text])
    if text and not reading.model:
        raise TryLater
    return reading.redacted


def expect_at(desk: Desk, step: str, at: AtDesk, **more: str) -> None:
    """Begin or continue a dialogue about an issue."""
    desk.expect(step, group=str(at.group.number), issue=str(at.issue.id), **more)


def data_at(desk: Desk, number: int, issue_id: int) -> dict[str, str]:
    """Return what the dialogue about this issue gathered.

    Raises:
        NotFound: it ended, or another one was begun since.

    """
    data = desk.turn.data
    if (data.get("group"), data.get("issue")) != (str(number), str(issue_id)):
        raise NotFound
    return data


async def _list(desk: Desk, number: int, page: int) -> None:
    group, lines, has_more = await issue_cards.listed(desk.uow, desk.turn.actor, number, page)
    desk.say(menus.listed(speaker(desk), group, lines, page, has_more=has_more))
