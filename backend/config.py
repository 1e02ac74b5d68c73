"""Settings, read from the environment (`HAMANDISH_*`) and `.env`."""

from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything that can be set, with its default and meaning; the README's table is checked against it."""

    model_config = SettingsConfigDict(env_prefix="HAMANDISH_", env_file=".env", extra="ignore")

    bot_token: SecretStr = Field(SecretStr(""), description="the bot's token at the platform")
    bot_api_url: str = Field("https://api.telegram.org", description="the platform's Bot API, without a path")
    platform: Literal["telegram", "bale"] = Field("telegram", description="telegram or bale")
    database_url: str = Field("sqlite+aiosqlite:///data/hamandish.db", description="where everything is kept")
    city: str = Field("mashhad", description="the preset of the city: mashhad or tabriz")
    admins: str = Field("", description="user ids of the first admins, comma-separated")
    send_rate: float = Field(30.0, ge=0, description="messages a second over all chats; 0 for no limit")
    webhook_url: str = Field("", description="public address of this service; empty for polling")
    web_port: int = Field(8080, ge=0, le=65535, description="port of webhook, health and metrics; 0 for none")
    data_dir: Path = Field(Path("data"), description="where files beside the database live, such as a trained model")

    @field_validator("bot_api_url", "webhook_url")
    @classmethod
    def _without_trailing_slash(cls, value: str) -> str:
        return value.rstrip("/")

    @field_validator("admins")
    @classmethod
    def _are_numbers(cls, value: str) -> str:
        for part in filter(None, (piece.strip() for piece in value.split(","))):
            int(part)
        return value

    @cached_property
    def admin_ids(self) -> frozenset[int]:
        """The user ids of the first admins."""
        return frozenset(int(part) for part in self.admins.split(",") if part.strip())
