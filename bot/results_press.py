"""Words the news that a survey came to an end."""

from backend.domain.survey import Survey
from backend.domain.survey_results import Results
from backend.ports import Part
from bot.texts.speaker import speaker_of
from bot.views import survey_results as views


class ChatResults:
    """See `backend.ports.ResultPress`."""

    def news(self, language: str, survey: Survey, *, is_drawn: bool) -> str:
        """Tell those who answered what came of it: under the picture, or alone where nothing may be shown."""
        return views.news(speaker_of(language), survey, is_drawn=is_drawn)

    def summary(self, language: str, survey: Survey, results: Results) -> Part:
        """Tell a working group what came of it."""
        return Part("sendMessage", next(views.summary(speaker_of(language), survey, results).payloads()))
