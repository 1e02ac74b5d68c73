"""Words the invitations and reminders of surveys."""

from backend.domain.city import City
from backend.domain.survey import Form, Survey
from backend.ports import Part
from bot.texts.speaker import speaker_of
from bot.views import survey_invitation as views
from bot.views.view import View


class ChatSurveys:
    """See `backend.ports.SurveyPress`."""

    def __init__(self, city: City) -> None:
        """Write for this city."""
        self._city = city

    def invitation(self, language: str, survey: Survey, form: Form) -> Part:
        """Ask to answer, with the button that begins."""
        return _part(views.invitation(speaker_of(language), self._city, survey, form))

    def reminder(self, language: str, survey: Survey, *, has_begun: bool) -> Part:
        """Remind, once, whoever has not finished."""
        return _part(views.reminder(speaker_of(language), self._city, survey, has_begun=has_begun))


def _part(view: View) -> Part:
    *_, payload = view.payloads()
    return Part("sendMessage", payload)
