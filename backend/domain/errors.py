"""Everything that can be refused or go wrong, as one tree.

Each error has a `code`; `bot.texts` holds the sentence `error-<code>` that a person reads, filled from `fields`.
"""


class HamandishError(Exception):
    """The root. `code` names the sentence; `fields` are its variables."""

    code = "unexpected"

    def __init__(self, **fields: str | int) -> None:
        """Keep the variables of the sentence."""
        super().__init__(self.code, fields)
        self.fields = fields


class Refused(HamandishError):
    """The person asked for something that cannot be done; nothing was changed."""

    code = "refused"


class NotAllowed(Refused):
    """The person has no right to this act."""

    code = "not-allowed"


class NotFound(Refused):
    """There is no such thing, or none that this person may see."""

    code = "not-found"


class UnknownCode(NotFound):
    """No concern has this tracking code."""

    code = "unknown-code"


class BadTrackingCode(Refused):
    """The text is not a tracking code: wrong length, letters or check character."""

    code = "bad-tracking-code"


class NoIssueWithCode(Refused):
    """No issue has the code that was typed, or it is no code of an issue at all."""

    code = "no-issue-with-code"


class TooLateToEdit(Refused):
    """A concern can be edited for an hour."""

    code = "too-late-to-edit"


class InviteInvalid(NotAllowed):
    """The invite does not exist, has expired, or was used; the attempt is written down like every other."""

    code = "invite-invalid"


class OwnRole(Refused):
    """Nobody gives a role or seat to themselves, or takes their own away."""

    code = "own-role"


class BadInput(Refused):
    """A typed answer could not be understood; `what` names the field."""

    code = "bad-input"


class LastAdmin(Refused):
    """Nobody would be left to run the service."""

    code = "last-admin"


class QuestionClosed(Refused):
    """The question whether something is done takes no more answers."""

    code = "question-closed"


class BadSchedule(Refused):
    """The words name no schedule."""

    code = "bad-schedule"


class SurveyNotOpen(Refused):
    """The survey has not begun yet."""

    code = "survey-not-open"


class SurveyClosed(Refused):
    """The survey takes no more answers."""

    code = "survey-closed"


class SurveyNotForYou(Refused):
    """The survey asks others."""

    code = "survey-not-for-you"


class SurveyAnswered(Refused):
    """The person has answered the survey; there is one answer a person."""

    code = "survey-answered"


class SurveyFull(Refused):
    """The quota of the person's group or district is full."""

    code = "survey-full"


class SurveyStarted(Refused):
    """A survey that was published or closed cannot be changed so."""

    code = "survey-started"


class VoteClosed(Refused):
    """The members' vote on a measure is over."""

    code = "vote-closed"


class TryLater(Refused):
    """Words that others will read could not be looked through just now."""

    code = "try-later"


class ChangedMeanwhile(Refused):
    """Somebody else acted on the same thing a moment before; what was meant may no longer fit."""

    code = "changed-meanwhile"


class TakenByOther(Refused):
    """Another member takes care of it already."""

    code = "taken-by-other"


class BadFile(HamandishError):
    """A file given on the command line cannot be used."""

    code = "bad-file"


class StorageError(HamandishError):
    """Something about the store."""

    code = "storage"


class Unavailable(StorageError):
    """The database does not answer; the same act may be tried again."""

    code = "storage-unavailable"


class Damaged(StorageError):
    """The database's file is broken; a backup must be restored."""

    code = "storage-damaged"


class Conflict(StorageError):
    """A row that must be unique exists already; trying again with fresh reads may succeed."""

    code = "storage-conflict"
