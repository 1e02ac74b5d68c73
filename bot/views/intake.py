"""What came with a concern, where it is, and what belongs together."""

from backend.domain.city import City
from backend.domain.concern import Concern
from backend.domain.enclosure import LARGEST, Enclosed, FileKind
from backend.domain.said import Said
from backend.domain.small_talk import small_talk_in
from bot.texts.speaker import Speaker
from bot.views.concern import buttons_of, code_of, danger, understood
from bot.views.view import Button, View, in_rows

_LISTENED_TO = frozenset({FileKind.VOICE, FileKind.AUDIO, FileKind.VIDEO})


def unheard(say: Speaker, concern: Concern, enclosed: Enclosed, *, is_first: bool) -> View:
    """Answer a file that came without words: its code, and how it comes by words."""
    lines = [say(f"intake-taken-{enclosed.kind}"), say("concern-code", code=code_of(concern))]
    lines.append(say("intake-will-be-heard" if enclosed.kind in _LISTENED_TO else "intake-wants-words"))
    lines += reservations(say, enclosed)
    buttons: tuple[tuple[Button, ...], ...] = ((place_button(say, concern), _delete(say, concern)),)
    if is_first:
        lines += ["", say("concern-first")]
    return View("\n".join(lines), buttons)


def reservations(say: Speaker, enclosed: Enclosed | None) -> list[str]:
    """Say that a file could not be kept, since it is larger than a bot may fetch, or that few can open it."""
    if enclosed is None:
        return []
    if enclosed.size > LARGEST:
        return [say("intake-too-large")]
    return [say("intake-of-few")] if enclosed.is_of_few else []


def added(say: Speaker, city: City, concern: Concern, said: Said, part_id: int | None) -> View:
    """Answer what became part of the concern before it; words (`part_id`) may still be kept apart."""
    lines = [*danger(say, concern), say("intake-added", code=code_of(concern))]
    if concern.model:
        lines += understood(say, city, concern)
    lines += reservations(say, said.enclosed)
    talk = small_talk_in(said.text)
    lines += ["", say(f"talk-{talk}") if talk else say("intake-anything-else")]
    finished = Button(say("button-finished"), f"w:done:{concern.id}")
    apart = (Button(say("button-apart"), f"w:apart:{concern.id}:{part_id}"),) if part_id else ()
    return View("\n".join(lines), ((finished, *apart), *_place_row(say, concern)))


def done(say: Speaker, city: City, concern: Concern) -> View:
    """Thank when everything was said."""
    lines = [say("intake-done", code=code_of(concern))]
    if concern.model:
        lines += understood(say, city, concern)
    return View("\n".join(lines), buttons_of(say, city, concern))


def joined(say: Speaker, city: City, concern: Concern) -> View:
    """Tell that two messages are one now."""
    lines = [say("intake-joined", code=code_of(concern)), *understood(say, city, concern)]
    return View("\n".join(lines), buttons_of(say, city, concern))


def parted(say: Speaker, city: City, concern: Concern) -> View:
    """Tell that a message has a code of its own now."""
    lines = [*danger(say, concern), say("intake-parted"), say("concern-code", code=code_of(concern))]
    return View("\n".join([*lines, *understood(say, city, concern)]), buttons_of(say, city, concern))


def ask_place(say: Speaker, city: City, concern: Concern) -> View:
    """Ask where the matter is: on the map, in words, or by district."""
    buttons = [Button(title, f"w:d:{concern.id}:{code}") for code, title in city.districts.items()]
    back = (Button(say("button-back"), f"w:back:{concern.id}"),)
    text = f"{say('intake-where')}\n\n{say('intake-how-to-place')}"
    return View(text, (*in_rows(buttons, 3), back))


def ask_neighbourhood(say: Speaker, city: City, concern: Concern, district: str) -> View:
    """Ask for the neighbourhood within a district."""
    names = city.neighbourhoods.get(district, ())
    buttons = [Button(name, f"w:n:{concern.id}:{district}:{index}") for index, name in enumerate(names)]
    whole = Button(say("button-whole-district"), f"w:n:{concern.id}:{district}:{len(names)}")
    last = (whole, Button(say("button-back"), f"w:place:{concern.id}"))
    return View(say("intake-which-neighbourhood", district=city.districts[district]), (*in_rows(buttons, 3), last))


def placed(say: Speaker, city: City, concern: Concern, *, is_point: bool) -> View:
    """Tell that the place was noted."""
    lines = [
        say("intake-point-noted" if is_point else "intake-place-noted"),
        say("concern-code", code=code_of(concern)),
    ]
    if concern.model:
        lines += understood(say, city, concern)
    return View("\n".join(lines), buttons_of(say, city, concern))


def ask_anonymous(say: Speaker) -> View:
    """Explain what a message without name means."""
    return View(say("anonymous-begin"), ((Button(say("button-cancel"), "w:named"),),))


def anonymous(say: Speaker, concern: Concern, *, is_album: bool) -> View:
    """Answer a message without name with its code and nothing that could be pressed."""
    lines = [*danger(say, concern), say("anonymous-taken", code=code_of(concern)), "", say("anonymous-keep-code")]
    if is_album:
        lines.append(say("anonymous-album"))
    return View("\n".join(lines))


def place_button(say: Speaker, concern: Concern) -> Button:
    """The button that asks for the place."""
    return Button(say("button-place"), f"w:place:{concern.id}")


def _place_row(say: Speaker, concern: Concern) -> tuple[tuple[Button, ...], ...]:
    return () if concern.locality or concern.point else ((place_button(say, concern),),)


def _delete(say: Speaker, concern: Concern) -> Button:
    return Button(say("button-delete"), f"c:del:{concern.id}")
