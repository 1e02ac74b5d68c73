"""Turns what moderators and admins do into messages to those whom it concerns."""

from backend.domain.broadcast import Broadcast, Tally
from backend.domain.city import City
from backend.domain.concern import Concern
from backend.domain.moderation import Ground, Verdict
from backend.ports import Part
from bot.texts.speaker import speaker_of
from bot.views import broadcast as broadcast_views
from bot.views import moderation as views
from bot.views.view import View


class ChatStaffPress:
    """See `backend.ports.StaffPress`."""

    def __init__(self, city: City) -> None:
        """Write for this city."""
        self._city = city

    def queue_waits(self, language: str, count: int) -> Part:
        """Tell moderators that so many messages wait for them."""
        return _part(views.queue_waits(speaker_of(language), count))

    def decided(self, language: str, concern: Concern, verdict: Verdict, ground: Ground) -> Part:
        """Tell a writer what became of a message that was withheld."""
        return _part(views.told(speaker_of(language), concern, verdict, ground))

    def broadcast(self, text: str) -> Part:
        """Write a broadcast as people will see it."""
        return _part(broadcast_views.letter(text))

    def progress(self, language: str, broadcast: Broadcast, tally: Tally) -> Part:
        """Show how far a broadcast is, in the message in which it was confirmed."""
        part = _part(broadcast_views.progress(speaker_of(language), self._city, broadcast, tally))
        return Part("editMessageText", {**part.payload, "message_id": broadcast.message_id})


def _part(view: View) -> Part:
    return Part("sendMessage", next(view.payloads()))
