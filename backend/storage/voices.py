"""Who counts as somebody: the one place where it is said how people behind an issue are told apart."""

from sqlalchemy import ColumnElement, CompoundSelect, FromClause, Select, func, select, union

from backend.domain.concern import IN_SIGHT
from backend.storage import tables as t


def somebody(concern: FromClause = t.concern) -> ColumnElement[int]:
    """Return what tells the writers of concerns apart.

    It is the person. Of a person who was forgotten the concerns within one issue keep a common voice, which is the id
    of the first of them and leads to nobody, so that they do not turn into several people. What was imported from
    another channel has neither, and counts as a person of its own.
    """
    return func.coalesce(concern.c.person_id, concern.c.voice_id, concern.c.id)


def stands_behind(*conditions: ColumnElement[bool]) -> CompoundSelect[tuple[int, int]]:
    """Return who stands behind which issue: pairs `root_id`, `somebody`, each once; writers, and who supports it.

    `conditions` are about `t.issue` and narrow both halves; without any, all issues are gone through.
    """
    writers: Select[tuple[int, int]] = (
        select(t.issue.c.root_id.label("root_id"), somebody().label("somebody"))
        .join(t.concern, t.concern.c.issue_id == t.issue.c.id)
        .where(t.concern.c.state.in_(IN_SIGHT), *conditions)
    )
    supporters: Select[tuple[int, int]] = (
        select(t.issue.c.root_id.label("root_id"), t.support.c.person_id.label("somebody"))
        .join(t.support, t.support.c.issue_id == t.issue.c.id)
        .where(*conditions)
    )
    return union(writers, supporters)
