"""Every view of what comes in, for the tests that look at all views."""

from dataclasses import replace

from backend.domain.city import City
from backend.domain.concern import Concern, ConcernState
from backend.domain.enclosure import LARGEST, ConcernFile, Enclosed, FileKind
from backend.domain.said import Said
from backend.services.transcripts import Unheard
from bot.texts.speaker import Speaker
from bot.views import concern as concern_views
from bot.views import intake, voices
from bot.views.view import View
from tests.builders import NOON


def intake_views(say: Speaker, city: City, concern: Concern) -> dict[str, View]:
    wordless = replace(concern, text="", redacted="", topic=None, topics=(), model="", state=ConcernState.UNHEARD)
    urgent = replace(concern, urgency="urgent", text="کابل برق افتاده")
    named = replace(city, neighbourhoods={"9": ("سرافرازان", "هنرستان"), "samen": ()})
    file = ConcernFile(concern.id, concern.id, FileKind.VOICE, NOON)
    unheard = Unheard(concern, (file,), ("متن نخست", ""))
    huge = Enclosed(FileKind.VIDEO, "x", size=LARGEST + 1)
    return {
        **{f"unheard {kind}": intake.unheard(say, wordless, Enclosed(kind, "x"), is_first=True) for kind in FileKind},
        "too large": intake.unheard(say, wordless, huge, is_first=False),
        "of few": intake.unheard(say, wordless, Enclosed(FileKind.DOCUMENT, "x", "image/heic"), is_first=False),
        "added": intake.added(say, city, urgent, Said(NOON, 1, enclosed=huge), concern.id),
        "added to wordless": intake.added(say, city, wordless, Said(NOON, 1), None),
        "done": intake.done(say, city, concern),
        "both": intake.joined(say, city, concern),
        "parted": intake.parted(say, city, urgent),
        "where": intake.ask_place(say, named, concern),
        "neighbourhood": intake.ask_neighbourhood(say, named, concern, "9"),
        "placed": intake.placed(say, city, concern, is_point=False),
        "pinned": intake.placed(say, city, wordless, is_point=True),
        "anonymous begin": intake.ask_anonymous(say),
        "anonymous": intake.anonymous(say, urgent, is_album=True),
        "follows": concern_views.taken(say, city, concern, is_first=True, after=concern.id),
        "wordless again": concern_views.shown_again(say, city, wordless),
        "voices none": voices.none(say),
        "voice": voices.ask(say, city, unheard, 3),
        "voice not here": voices.ask(say, city, Unheard(wordless, ()), 3),
        "voice noted": voices.noted(say, concern),
        "voice given up": voices.given_up(say, concern),
        "heard": voices.heard(say, city, urgent),
        "heard unclear": voices.unclear(say, concern),
    }
