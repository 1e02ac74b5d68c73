"""What each platform can do: Bale's Bot API is Telegram's, with gaps."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Platform:
    """The differences that the bot minds."""

    name: str
    updates: tuple[str, ...]
    has_secret_header: bool
    has_command_menu: bool

    def is_old_client(self, callback_id: str) -> bool:
        """Say whether a press came from a client that shows no toasts, so that a message must do."""
        return self.name == "bale" and callback_id.startswith("1")


TELEGRAM = Platform(
    name="telegram",
    updates=("message", "edited_message", "callback_query", "my_chat_member"),
    has_secret_header=True,
    has_command_menu=True,
)
BALE = Platform(
    name="bale",
    updates=("message", "edited_message", "callback_query"),
    has_secret_header=False,
    has_command_menu=False,
)
PLATFORMS = {platform.name: platform for platform in (TELEGRAM, BALE)}
