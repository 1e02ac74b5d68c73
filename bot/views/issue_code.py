"""The code of an issue as a message shows it."""

from backend.domain.issue import Issue
from backend.domain.issue_code import code_of


def code_word(issue: Issue) -> str:
    """Return an issue's code, isolated so that its two halves keep their order between Persian words."""
    return f"\u2066{code_of(issue.id)}\u2069"
