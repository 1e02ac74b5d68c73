"""A concern, as its writer sees it."""

from backend.domain.city import City
from backend.domain.concern import Concern
from backend.domain.emergency import emergency_of
from backend.domain.small_talk import small_talk_in
from backend.domain.tracking_code import spoken
from bot.texts.speaker import Speaker
from bot.views.view import Button, View, in_rows

URGENT = "urgent"
_LIKELIEST = 5


def taken(say: Speaker, city: City, concern: Concern, *, is_first: bool, after: int | None = None) -> View:
    """Answer a new concern: its code, what was understood, and what can be done about it.

    In danger the answer begins with the number to call. `after` is the concern that was told just before, to which
    this one may belong after all.
    """
    lines = [*danger(say, concern), say("concern-taken"), say("concern-code", code=code_of(concern))]
    lines += understood(say, city, concern)
    buttons = buttons_of(say, city, concern)
    if after is not None:
        buttons = (*buttons, (Button(say("button-goes-on"), f"w:join:{concern.id}:{after}"),))
    if is_first:
        lines += ["", say("concern-first")]
        buttons = (*buttons, (Button(say("button-introduce"), "p:ask"), Button(say("button-next-anonymous"), "w:anon")))
    return View("\n".join(lines), buttons)


def danger(say: Speaker, concern: Concern) -> list[str]:
    """Say whom to call, if somebody is in danger."""
    if concern.urgency != URGENT:
        return []
    return [say(f"emergency-{emergency_of(concern.text, concern.topic)}"), ""]


def understood(say: Speaker, city: City, concern: Concern) -> list[str]:
    """Say how topic, axis and place were understood."""
    lines = [_topic_line(say, city, concern)]
    if place := _place(city, concern):
        lines.append(say("concern-place", place=place))
    return lines


def confirmed(say: Speaker, city: City, concern: Concern) -> View:
    """Thank for a confirmed topic; deleting stays possible."""
    lines = [say("concern-taken"), say("concern-code", code=code_of(concern)), *understood(say, city, concern)]
    return View("\n".join([*lines, say("concern-confirmed")]), ((_delete_button(say, concern),),))


def rechosen(say: Speaker, city: City, concern: Concern) -> View:
    """Thank for a corrected topic."""
    lines = [say("concern-code", code=code_of(concern)), *understood(say, city, concern)]
    said = say("concern-topic-chosen", topic=city.topic_title(concern.topic) or "")
    return View("\n".join([*lines, said]), ((_delete_button(say, concern),),))


def likeliest_topics(say: Speaker, city: City, concern: Concern) -> View:
    """Offer the five likeliest topics, then the way to all."""
    codes = [tag.code for tag in concern.topics if tag.code in city.topics][:_LIKELIEST]
    buttons = [Button(city.topics[code].title, f"c:set:{concern.id}:{code}") for code in codes]
    more = (
        Button(say("button-all-topics"), f"c:axes:{concern.id}"),
        Button(say("button-back"), f"c:show:{concern.id}"),
    )
    return View(say("concern-choose-topic", code=code_of(concern)), (*in_rows(buttons, 1), more))


def axes(say: Speaker, city: City, concern: Concern) -> View:
    """Offer the axes of the plan; topics without an axis stand beside them."""
    buttons = [Button(title, f"c:axis:{concern.id}:{code}") for code, title in city.axes.items()]
    outside = [topic for topic in city.topics.values() if topic.axis is None]
    buttons += [Button(topic.title, f"c:set:{concern.id}:{topic.code}") for topic in outside]
    back = (Button(say("button-back"), f"c:more:{concern.id}"),)
    return View(say("concern-choose-axis"), (*in_rows(buttons, 1), back))


def topics_of_axis(say: Speaker, city: City, concern: Concern, axis: str) -> View:
    """Offer the topics of an axis."""
    buttons = [Button(topic.title, f"c:set:{concern.id}:{topic.code}") for topic in city.topics_of(axis)]
    back = (Button(say("button-back"), f"c:axes:{concern.id}"),)
    return View(say("concern-choose-topic", code=code_of(concern)), (*in_rows(buttons, 2), back))


def shown_again(say: Speaker, city: City, concern: Concern) -> View:
    """Show a concern as it was first answered."""
    if not concern.text:
        return View(say("concern-code", code=code_of(concern)), (buttons_of(say, city, concern)[-1],))
    return taken(say, city, concern, is_first=False)


def edited(say: Speaker, city: City, concern: Concern) -> View:
    """Answer an edited concern."""
    lines = [say("concern-edited"), say("concern-code", code=code_of(concern)), *understood(say, city, concern)]
    return View("\n".join(lines), buttons_of(say, city, concern))


def ask_delete(say: Speaker, concern: Concern) -> View:
    """Ask before erasing."""
    yes = Button(say("button-delete-sure"), f"c:erase:{concern.id}")
    no = Button(say("button-keep"), f"c:show:{concern.id}")
    return View(say("concern-delete-sure", code=code_of(concern)), ((yes, no),))


def deleted(say: Speaker, concern: Concern) -> View:
    """Say that the words are gone."""
    return View(say("concern-deleted", code=code_of(concern)))


def _topic_line(say: Speaker, city: City, concern: Concern) -> str:
    if concern.topic == "other-agency":
        return say("concern-other-agency")
    if concern.topic == "nothing":
        talk = small_talk_in(concern.text)
        return say(f"talk-{talk}") if talk else say("concern-nothing")
    asserted = [tag.code for tag in concern.topics if tag.asserted]
    titles = [city.topics[code].title for code in asserted if code in city.topics]
    if not titles:
        return say("concern-topic-unsure")
    axis = city.axis_title(concern.topic)
    topic = " / ".join(titles)
    return say("concern-topic-axis", topic=topic, axis=axis) if axis else say("concern-topic", topic=topic)


def _place(city: City, concern: Concern) -> str:
    district = city.districts.get(concern.district or "", "")
    return "، ".join(part for part in (district, concern.locality) if part)


def buttons_of(say: Speaker, city: City, concern: Concern) -> tuple[tuple[Button, ...], ...]:
    """Return what can be done about a concern; where it is is asked only as long as it is not known."""
    last = [_delete_button(say, concern)]
    if concern.locality is None and concern.point is None:
        last.insert(0, Button(say("button-place"), f"w:place:{concern.id}"))
    if city.axis_title(concern.topic) is None:
        return ((Button(say("button-choose-topic"), f"c:more:{concern.id}"),), tuple(last))
    correct = Button(say("button-correct"), f"c:ok:{concern.id}")
    other = Button(say("button-other-topic"), f"c:more:{concern.id}")
    return ((correct, other), tuple(last))


def _delete_button(say: Speaker, concern: Concern) -> Button:
    return Button(say("button-delete"), f"c:del:{concern.id}")


def code_of(concern: Concern) -> str:
    """Return a concern's code, isolated so that its two halves keep their order between Persian words."""
    return f"\u2066{spoken(concern.code)}\u2069"
