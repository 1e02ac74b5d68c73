"""Writes what a group's members hear of a measure."""

from collections.abc import Sequence

from backend.domain.city import City
from backend.domain.groups import WorkingGroup
from backend.domain.measure import Measure, Tally
from backend.ports import Part
from bot.press import LANGUAGE_OF_GROUPS
from bot.texts.speaker import speaker_of
from bot.views import measure as views
from bot.views.view import View


class ChatBallots:
    """See `backend.ports.MeasurePress`."""

    def __init__(self, city: City) -> None:
        """Write for this city."""
        self._city = city

    def ballot(self, measure: Measure, group: WorkingGroup, tally: Tally, titles: Sequence[str]) -> Part:
        """Return the message that asks for a vote."""
        return _part(views.ballot(speaker_of(LANGUAGE_OF_GROUPS), self._city, measure, group, tally, titles))

    def result(self, measure: Measure, group: WorkingGroup) -> Part:
        """Return the message that tells what became of it, with the counts."""
        return _part(views.result(speaker_of(LANGUAGE_OF_GROUPS), measure, group))


def _part(view: View) -> Part:
    # Title, issues and reasons are bounded, so the text is one message.
    return Part("sendMessage", next(view.payloads()))
