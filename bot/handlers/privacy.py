"""Settings, what is kept on a person, and being forgotten."""

from backend.domain.errand import ErrandKind
from backend.domain.errors import NotFound
from backend.services import following, people, privacy
from bot.handlers.start import menu
from bot.texts.speaker import LANGUAGES, speaker_of
from bot.turn import Desk
from bot.views import privacy as views


async def settings(desk: Desk) -> None:
    """Offer what a person may set."""
    if desk.turn.event.is_group:
        return
    desk.finish()
    desk.say(views.settings(desk.turn.speaker, desk.turn.person))


async def stop(desk: Desk) -> None:
    """Send nothing but answers from now on."""
    following.mute(desk.uow, desk.turn.person, muted=True)
    desk.finish()
    desk.say(views.muted(desk.turn.speaker))


async def switch_news(desk: Desk, muted: int) -> None:
    """Switch everything but answers off or on."""
    following.mute(desk.uow, desk.turn.person, muted=bool(muted))
    say = desk.turn.speaker
    if muted:
        desk.toast()
        desk.edit(views.muted(say))
    else:
        desk.toast(say("news-unmuted"))
        desk.edit(views.unmuted(say))


async def ask_language(desk: Desk) -> None:
    """Offer the languages."""
    desk.toast()
    desk.say(views.ask_language(desk.turn.speaker))


async def set_language(desk: Desk, language: str) -> None:
    """Speak another language from now on; the menu is sent anew in it."""
    if language not in LANGUAGES:
        raise NotFound
    people.speak(desk.uow, desk.turn.person, language)
    desk.toast()
    say = speaker_of(language)
    desk.say(views.language_set(say, await menu(desk, say)))


async def explain(desk: Desk) -> None:
    """Say in plain words what is kept and who sees it."""
    desk.toast()
    desk.say(views.privacy(desk.turn.speaker))


async def hand_out(desk: Desk) -> None:
    """Have everything that is kept on the person collected and sent to them alone."""
    desk.toast(desk.turn.speaker("data-wait"))
    desk.private_errand(ErrandKind.OWN_DATA, language=desk.turn.speaker.language)


async def ask_forget(desk: Desk) -> None:
    """Say what being forgotten means."""
    desk.toast()
    desk.say(views.ask_forget(desk.turn.speaker))


async def ask_sure(desk: Desk, choice: str) -> None:
    """Ask a second time."""
    if choice not in {views.KEEP, views.ERASE}:
        raise NotFound
    desk.toast()
    desk.edit(views.ask_sure(desk.turn.speaker, choice))


async def stay(desk: Desk) -> None:
    """Change nothing."""
    desk.toast()
    desk.edit(views.stays(desk.turn.speaker))


async def forget(desk: Desk, choice: str) -> None:
    """Forget the person. Only a toast can say so: there is no address any more to which words could be sent."""
    if choice not in {views.KEEP, views.ERASE} or desk.turn.event.is_group:
        raise NotFound
    await privacy.forget(desk.uow, desk.turn.person, with_words=choice == views.ERASE)
    desk.toast(desk.turn.speaker("forget-done"), alert=True)
