"""Looking after one's concerns and the issues that one supports."""

from backend.domain.errors import NotFound
from backend.domain.following import Verdict
from backend.services import following, outcomes, people, reported, standings
from bot.turn import Desk
from bot.views import following as views

STEP_CODE = "track-code"
_YES = 1


async def mine(desk: Desk) -> None:
    """List the person's own concerns; in a group it is passed over, since it is nobody else's business."""
    if desk.turn.event.is_group:
        return
    desk.finish()
    followed = await standings.mine(desk.uow, desk.turn.person)
    desk.say(views.mine(desk.turn.speaker, desk.city, followed))


async def track(desk: Desk) -> None:
    """Show where a concern stands, by the code after the command; without one, ask for it."""
    if desk.turn.event.argument:
        await _show(desk, desk.turn.event.argument)
    else:
        await ask_code(desk)


async def ask_code(desk: Desk) -> None:
    """Ask for a tracking code."""
    desk.expect(STEP_CODE)
    desk.say(views.ask_code(desk.turn.speaker))


async def track_typed(desk: Desk) -> None:
    """Show where the concern with the typed code stands."""
    desk.finish()
    await _show(desk, desk.turn.event.text)


async def _show(desk: Desk, code: str) -> None:
    standing = await standings.track(desk.uow, code)
    desk.say(views.tracked(desk.turn.speaker, desk.city, standing))


async def say_same(desk: Desk, concern_id: int) -> None:
    """Stand behind the issue that others reported."""
    known = await reported.say_same(desk.uow, desk.turn.person, concern_id)
    desk.toast()
    desk.edit(views.same(desk.turn.speaker, known))


async def keep_apart(desk: Desk, concern_id: int) -> None:
    """Keep one's concern apart from the issue that others reported."""
    await reported.keep_apart(desk.uow, desk.turn.person, concern_id)
    desk.toast()
    desk.edit(views.differs(desk.turn.speaker))


async def silence(desk: Desk, issue_id: int) -> None:
    """Send no more news of an issue; the message with the last news stays as it is."""
    issue = await following.set_silent(desk.uow, desk.turn.person, issue_id, silent=True)
    desk.toast(views.silent(desk.turn.speaker, issue), alert=True)


async def switch_news(desk: Desk, issue_id: int, silent: int) -> None:
    """Switch the news of an issue off or on in the list of what one follows."""
    await following.set_silent(desk.uow, desk.turn.person, issue_id, silent=silent == _YES)
    followed = await standings.mine(desk.uow, desk.turn.person)
    desk.toast(desk.turn.speaker("news-off" if silent == _YES else "news-on"))
    desk.edit(views.mine(desk.turn.speaker, desk.city, followed))


async def say_whether_done(desk: Desk, check_id: int, verdict: str) -> None:
    """Take the answer to whether something is really done."""
    if verdict not in {*Verdict}:
        raise NotFound
    said, service = Verdict(verdict), desk.service
    found = await outcomes.answer(desk.uow, desk.city, service.notices, desk.turn.person, check_id, said)
    desk.toast(desk.turn.speaker("profile-noted"))
    desk.edit(views.answered(desk.turn.speaker, check_id, said, found))


async def top(desk: Desk) -> None:
    """Show the foremost issues of the person's district; ask for it if it is not known."""
    if desk.turn.event.is_group:
        return
    desk.finish()
    district = desk.turn.person.district
    if district is None:
        desk.say(views.ask_district(desk.turn.speaker, desk.city))
        return
    found = await following.foremost(desk.uow, desk.city, desk.turn.person, district)
    desk.say(views.top(desk.turn.speaker, desk.city, district, found))


async def ask_where(desk: Desk) -> None:
    """Ask for another district."""
    desk.toast()
    desk.edit(views.ask_district(desk.turn.speaker, desk.city))


async def top_of(desk: Desk, district: str) -> None:
    """Show the foremost issues of a district; who never told theirs is taken to live there."""
    if desk.turn.person.district is None:
        people.live_in(desk.uow, desk.city, desk.turn.person, district)
    desk.toast()
    await _show_top(desk, district)


async def support(desk: Desk, district: str, issue_id: int, supports: int) -> None:
    """Stand behind an issue of the list, or no more."""
    await following.support(desk.uow, desk.turn.person, issue_id, supports=supports == _YES)
    desk.toast(desk.turn.speaker("too-noted" if supports == _YES else "too-withdrawn"))
    await _show_top(desk, district)


async def _show_top(desk: Desk, district: str) -> None:
    found = await following.foremost(desk.uow, desk.city, desk.turn.person, district)
    desk.edit(views.top(desk.turn.speaker, desk.city, district, found))
