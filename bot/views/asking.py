"""Asking for words."""

from bot.texts.speaker import Speaker


def asking(say: Speaker, text: str, *, in_group: bool) -> str:
    """Return a question for words; in a group the bot hears only what answers it, so that is said too."""
    return f"{text}\n{say('card-reply-here')}" if in_group else text
