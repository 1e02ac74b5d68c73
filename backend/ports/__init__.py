"""What the services ask of the outside, a file a noun."""

from backend.ports.acts import Acts, Questions, ReasonTemplates
from backend.ports.answering import Answering
from backend.ports.boxes import Depth, Inbox, Outbox
from backend.ports.broadcasts import Broadcasts
from backend.ports.concerns import Concerns
from backend.ports.digests import Digests, Figures
from backend.ports.enclosures import Files, Parts
from backend.ports.errands import Errands
from backend.ports.following import Following
from backend.ports.groups import Groups
from backend.ports.invites import Invites
from backend.ports.issues import Issues, StoredSignature
from backend.ports.measures import MeasurePress, Measures
from backend.ports.messes import Messes, MessFiles
from backend.ports.moderation import Moderation
from backend.ports.notices import NoticePress
from backend.ports.outside import (
    DigestFiles,
    DigestPress,
    FormReader,
    Gatherer,
    Leadership,
    Part,
    Signer,
    TextReader,
    Unplaced,
)
from backend.ports.people import People
from backend.ports.privacy import Privacy
from backend.ports.records import Records
from backend.ports.staff import StaffPress
from backend.ports.statistics import StatisticsPress, StatisticsSource
from backend.ports.survey_press import SurveyPress
from backend.ports.survey_results import ResultPress, SurveyFiles, SurveyNewsBoard
from backend.ports.surveys import Surveys
from backend.ports.work import Claim, Store, UnitOfWork

__all__ = [
    "Acts",
    "Answering",
    "Broadcasts",
    "Claim",
    "Concerns",
    "Depth",
    "DigestFiles",
    "DigestPress",
    "Digests",
    "Errands",
    "Figures",
    "Files",
    "Following",
    "FormReader",
    "Gatherer",
    "Groups",
    "Inbox",
    "Invites",
    "Issues",
    "Leadership",
    "MeasurePress",
    "Measures",
    "MessFiles",
    "Messes",
    "Moderation",
    "NoticePress",
    "Outbox",
    "Part",
    "Parts",
    "People",
    "Privacy",
    "Questions",
    "ReasonTemplates",
    "Records",
    "ResultPress",
    "Signer",
    "StaffPress",
    "StatisticsPress",
    "StatisticsSource",
    "Store",
    "StoredSignature",
    "SurveyFiles",
    "SurveyNewsBoard",
    "SurveyPress",
    "Surveys",
    "TextReader",
    "UnitOfWork",
    "Unplaced",
]
