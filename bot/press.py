"""Turns a digest into messages: its text, its chart, its whole list."""

from backend.domain.city import City
from backend.domain.digest import Digest
from backend.domain.groups import WorkingGroup
from backend.ports import DigestFiles, Part
from bot.texts.speaker import speaker_of
from bot.views import digest as views

LANGUAGE_OF_GROUPS = "fa"


class ChatPress:
    """See `backend.ports.DigestPress`."""

    def __init__(self, city: City, files: DigestFiles) -> None:
        """Write for this city."""
        self._city = city
        self._files = files

    async def parts(self, digest: Digest, group: WorkingGroup, *, is_live: bool) -> list[Part]:
        """Return the messages of a digest; one line if it is empty, no files if no issue came up."""
        say = speaker_of(LANGUAGE_OF_GROUPS)
        view = views.written(say, self._city, group, digest, is_live=is_live)
        parts = [Part("sendMessage", payload) for payload in view.payloads()]
        if not digest.items:
            return parts
        chart = await self._files.chart(digest, group)
        table = await self._files.table(digest, group)
        caption = say("digest-chart-caption", group=group.name)
        parts.append(Part("sendPhoto", {"caption": caption}, ("chart.png", chart)))
        caption = say("digest-table-caption", group=group.name)
        name = f"hamandish-{group.number}-{digest.period.key[:10]}.xlsx"
        return [*parts, Part("sendDocument", {"caption": caption}, (name, table))]
