"""Refusals and failures, told kindly."""

from backend.domain.errors import Refused
from bot.texts.speaker import Speaker
from bot.views.following import example
from bot.views.view import View


def refusal(say: Speaker, error: Refused) -> str:
    """Say why something was not done."""
    if error.code == "bad-tracking-code":
        return say("error-bad-tracking-code", example=example())
    return say(f"error-{error.code}")


def failure(say: Speaker, error_id: str) -> View:
    """Say that something went wrong, with the number that the operator finds in the log."""
    return View(say("error-failed", error=error_id))


def errand(say: Speaker, error_id: str) -> View:
    """Say that what was asked for could not be made, with the number that the operator finds in the log."""
    return View(say("error-errand-failed", error=error_id))


def said(text: str) -> View:
    """Show a bare sentence."""
    return View(text)
