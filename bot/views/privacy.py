"""Settings, privacy, and being forgotten."""

from backend.domain.people import Person
from bot.texts.speaker import Speaker
from bot.views.view import Button, View

KEEP, ERASE = "keep", "erase"
# Each language by its own name: who looks for it may not read the other one.
NAMES = {"fa": "فارسی", "en": "English"}


def settings(say: Speaker, person: Person) -> View:
    """Offer what a person may set."""
    news = Button(say("settings-news-off" if person.muted else "settings-news-on"), f"f:mute:{int(not person.muted)}")
    rows = (
        (Button(say("settings-language", language=NAMES[say.language]), "f:langs"), news),
        (Button(say("settings-anonymous"), "w:anon"), Button(say("button-introduce"), "p:ask")),
        (Button(say("settings-privacy"), "f:privacy"), Button(say("settings-data"), "f:data")),
        (Button(say("settings-forget"), "f:forget"),),
    )
    return View(say("settings"), rows)


def ask_language(say: Speaker) -> View:
    """Offer the languages."""
    buttons = tuple(Button(name, f"f:lang:{code}") for code, name in NAMES.items())
    return View(say("language-ask"), (buttons,))


def language_set(say: Speaker, rows: tuple[tuple[str, ...], ...]) -> View:
    """Say that the language changed, in it; the menu changes with it."""
    return View(say("language-set"), menu=rows)


def muted(say: Speaker) -> View:
    """Say that nothing but answers will come, and how to take it back."""
    return View(say("news-muted"), ((Button(say("button-unmute"), "f:mute:0"),),))


def unmuted(say: Speaker) -> View:
    """Say that news come again."""
    return View(say("news-unmuted"))


def privacy(say: Speaker) -> View:
    """Say in plain words what is kept and who sees it."""
    rows = (
        (Button(say("settings-data"), "f:data"), Button(say("settings-anonymous"), "w:anon")),
        (Button(say("settings-forget"), "f:forget"),),
    )
    return View(say("privacy"), rows)


def ask_forget(say: Speaker) -> View:
    """Say what being forgotten means, and ask what becomes of the texts."""
    rows = (
        (Button(say("forget-keep-words"), f"f:sure:{KEEP}"),),
        (Button(say("forget-with-words"), f"f:sure:{ERASE}"),),
        (Button(say("forget-no"), "f:stay"),),
    )
    return View(say("forget-ask"), rows)


def ask_sure(say: Speaker, choice: str) -> View:
    """Ask a second time."""
    return View(
        say("forget-sure"), ((Button(say("forget-no"), "f:stay"), Button(say("forget-yes"), f"f:gone:{choice}")),)
    )


def stays(say: Speaker) -> View:
    """Say that nothing was changed."""
    return View(say("forget-kept"))
