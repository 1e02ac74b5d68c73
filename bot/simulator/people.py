"""Who takes part: persons and the bot itself."""

from dataclasses import dataclass
from enum import StrEnum

from bot.simulator.wire import Json


class Platform(StrEnum):
    """Which messenger is imitated."""

    TELEGRAM = "telegram"
    BALE = "bale"


@dataclass(frozen=True, slots=True)
class Person:
    """A human with an account; `role` is only a label for the chat page."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = "fa"
    role: str = ""
    phone: str = ""

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def as_json(self) -> Json:
        """The Bot API's User."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        if self.language:
            user["language_code"] = self.language
        return user


@dataclass(frozen=True, slots=True)
class BotAccount:
    """The bot that is served; `privacy` hides ordinary group talk from it unless it is an admin."""

    token: str = "700000001:SIMULATOR-token-for-tests-and-demos"  # noqa: S105 — opens nothing real
    name: str = "هم‌اندیش"
    username: str = "hamandish_bot"
    privacy: bool = True

    @property
    def id(self) -> int:
        """The number before the colon of the token."""
        return int(self.token.partition(":")[0])

    def as_user(self) -> Json:
        """The Bot API's User, as it stands in messages."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}

    def as_me(self) -> Json:
        """The answer of getMe."""
        return {
            **self.as_user(),
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
