"""Messes: what feeds an issue, linking and unlinking, the picture."""

from backend.domain.errors import NotFound
from backend.domain.mess import LinkKind
from backend.domain.outgoing import Priority
from backend.ports import Part
from backend.services import digests, messes
from bot.handlers.issues import speaker
from bot.turn import Desk
from bot.views import mess as views

_KINDS = {code: (kind, is_outward) for kind, is_outward, code in views.CODES}


async def show(desk: Desk, issue_id: int) -> None:
    """Show what an issue feeds and what feeds it."""
    sheet = await messes.sheet(desk.uow, desk.turn.actor, issue_id)
    desk.toast()
    desk.edit(views.shown(speaker(desk), sheet))


async def draw(desk: Desk, issue_id: int) -> None:
    """Send the picture of the mess."""
    sheet = await messes.sheet(desk.uow, desk.turn.actor, issue_id)
    if sheet.mess.size == 1:
        desk.toast(desk.turn.speaker("mess-alone"), alert=True)
        return
    desk.toast()
    picture = await desk.service.mess_files.picture(sheet)
    caption = views.caption(speaker(desk), sheet)
    part = Part("sendPhoto", {"caption": caption}, ("mess.png", picture))
    digests.queue(desk.uow, [part], desk.turn.chat, desk.next_key(), Priority.ANSWER)


async def offer(desk: Desk, issue_id: int, page: int) -> None:
    """Offer issues to link with: what the product proposes, then the group's own."""
    found = await messes.choices(desk.uow, desk.turn.actor, issue_id, page)
    desk.toast()
    desk.edit(views.choices(speaker(desk), found))


async def pick(desk: Desk, issue_id: int, other_id: int) -> None:
    """Ask how the two issues hang together."""
    issue, other = await messes.pair(desk.uow, desk.turn.actor, issue_id, other_id)
    desk.toast()
    desk.edit(views.ask_kind(speaker(desk), issue, other))


async def link(desk: Desk, issue_id: int, other_id: int, code: str) -> None:
    """Link two issues and show the mess."""
    a, b, kind = _ends(issue_id, other_id, code)
    await messes.link(desk.uow, desk.turn.actor, a, b, kind)
    desk.toast(desk.turn.speaker("mess-linked"))
    sheet = await messes.sheet(desk.uow, desk.turn.actor, issue_id)
    desk.edit(views.shown(speaker(desk), sheet))


async def offer_cuts(desk: Desk, issue_id: int) -> None:
    """Offer the issue's links for removal."""
    sheet = await messes.sheet(desk.uow, desk.turn.actor, issue_id)
    desk.toast()
    desk.edit(views.cuts(speaker(desk), sheet))


async def cut(desk: Desk, issue_id: int, other_id: int, code: str) -> None:
    """Take a link away and show the mess."""
    a, b, kind = _ends(issue_id, other_id, code)
    await messes.unlink(desk.uow, desk.turn.actor, a, b, kind)
    desk.toast(desk.turn.speaker("mess-unlinked"))
    sheet = await messes.sheet(desk.uow, desk.turn.actor, issue_id)
    desk.edit(views.shown(speaker(desk), sheet))


def _ends(issue_id: int, other_id: int, code: str) -> tuple[int, int, LinkKind]:
    if code not in _KINDS:
        raise NotFound
    kind, is_outward = _KINDS[code]
    return (issue_id, other_id, kind) if is_outward else (other_id, issue_id, kind)
