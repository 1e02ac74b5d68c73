"""The tables, a file a noun. What the migrations create must equal what stands here; a test compares them."""

from backend.storage.tables.acts import (
    issue_answer,
    issue_event,
    issue_merge,
    issue_note,
    issue_owner,
    issue_question,
    issue_seen,
    issue_vote,
    reason_template,
)
from backend.storage.tables.boxes import attachment, inbox, outbox
from backend.storage.tables.broadcasts import broadcast
from backend.storage.tables.concerns import concern, concern_topic, issue
from backend.storage.tables.core import Id, Moment, metadata
from backend.storage.tables.digests import digest, digest_item
from backend.storage.tables.enclosures import (
    concern_file,
    concern_join,
    concern_part,
    concern_place,
    file_content,
    transcript,
)
from backend.storage.tables.errands import errand
from backend.storage.tables.following import announcement, apart, outcome_answer, outcome_check, silence, support
from backend.storage.tables.groups import (
    invite,
    membership,
    schedule,
    working_group,
    working_group_district,
    working_group_topic,
)
from backend.storage.tables.measures import group_rules, measure, measure_issue, measure_vote
from backend.storage.tables.messes import issue_link
from backend.storage.tables.moderation import ban, role_invite, withheld
from backend.storage.tables.people import contact, dialogue, person, person_role
from backend.storage.tables.plan import information_source, stakeholder_group
from backend.storage.tables.records import audit, beat
from backend.storage.tables.survey_news import survey_news
from backend.storage.tables.surveys import (
    survey,
    survey_draft,
    survey_form,
    survey_participation,
    survey_quota,
    survey_response,
)

__all__ = [
    "Id",
    "Moment",
    "announcement",
    "apart",
    "attachment",
    "audit",
    "ban",
    "beat",
    "broadcast",
    "concern",
    "concern_file",
    "concern_join",
    "concern_part",
    "concern_place",
    "concern_topic",
    "contact",
    "dialogue",
    "digest",
    "digest_item",
    "errand",
    "file_content",
    "group_rules",
    "inbox",
    "information_source",
    "invite",
    "issue",
    "issue_answer",
    "issue_event",
    "issue_link",
    "issue_merge",
    "issue_note",
    "issue_owner",
    "issue_question",
    "issue_seen",
    "issue_vote",
    "measure",
    "measure_issue",
    "measure_vote",
    "membership",
    "metadata",
    "outbox",
    "outcome_answer",
    "outcome_check",
    "person",
    "person_role",
    "reason_template",
    "role_invite",
    "schedule",
    "silence",
    "stakeholder_group",
    "support",
    "survey",
    "survey_draft",
    "survey_form",
    "survey_news",
    "survey_participation",
    "survey_quota",
    "survey_response",
    "transcript",
    "withheld",
    "working_group",
    "working_group_district",
    "working_group_topic",
]
