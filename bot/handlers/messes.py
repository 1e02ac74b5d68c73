"""Messes: what feeds an issue, linking and unlinking, the picture."""

from backend.domain.errand import ErrandKind
from backend.domain.errors import NotFound
from backend.domain.mess import LinkKind
from backend.services import issue_finding, messes
from bot.handlers.issues import speaker
from bot.turn import Desk
from bot.views import mess as views

STEP_LINK = "mess-link"
_KINDS = {code: (kind, is_outward) for kind, is_outward, code in views.CODES}


async def show(desk: Desk, issue_id: int) -> None:
    """Show what an issue feeds and what feeds it."""
    sheet = await messes.sheet(desk.uow, desk.turn.actor, issue_id)
    desk.finish()
    desk.toast()
    desk.edit(views.shown(speaker(desk), sheet))


async def draw(desk: Desk, issue_id: int) -> None:
    """Have the picture of the mess drawn."""
    sheet = await messes.sheet(desk.uow, desk.turn.actor, issue_id)
    if sheet.mess.size == 1:
        desk.toast(desk.turn.speaker("mess-alone"), alert=True)
        return
    desk.toast()
    where = {"issue": str(sheet.issue.id), "desk": str(sheet.desk)}
    desk.errand(ErrandKind.MESS, **where, language=speaker(desk).language)


async def offer(desk: Desk, issue_id: int, page: int) -> None:
    """Offer issues to link with: what the product proposes, then the group's own."""
    found = await messes.choices(desk.uow, desk.turn.actor, issue_id, page)
    desk.expect(STEP_LINK, issue=str(issue_id))
    desk.toast()
    desk.edit(views.choices(speaker(desk), found, in_group=desk.turn.event.is_group))


async def take_code(desk: Desk) -> None:
    """Take the code of the issue to link with; where several have it, ask which."""
    issue_id = int(desk.turn.data["issue"])
    issue, found = await issue_finding.to_link(desk.uow, desk.turn.actor, issue_id, desk.turn.event.text)
    if len(found) > 1:
        desk.say(views.which(speaker(desk), issue, found))
        return
    desk.finish()
    desk.say(views.ask_kind(speaker(desk), issue, found[0]))


async def pick(desk: Desk, issue_id: int, other_id: int) -> None:
    """Ask how the two issues hang together."""
    issue, other = await messes.pair(desk.uow, desk.turn.actor, issue_id, other_id)
    desk.finish()
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
