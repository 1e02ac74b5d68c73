"""Parameters of a Bot API call, whichever way they were sent."""

import json
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from aiohttp import web

from bot.simulator.errors import BadRequestError
from bot.simulator.wire import Json

_TRUE = frozenset({"true", "1", "yes"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came inside a multipart request."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Params:
    """Values by name, and uploaded files by the name of their part.

    Forms carry only strings, JSON carries types; the readers accept both.
    """

    values: Json
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """A string."""
        value = self.values.get(name)
        return default if value is None else str(value)

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number; without a default it is required."""
        value = self.values.get(name, default)
        try:
            return int(value)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            raise BadRequestError(f"{name} is invalid" if name in self.values else f"{name} is empty") from None

    def real(self, name: str) -> float:
        """A required number such as a latitude."""
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            raise BadRequestError(f"{name} is invalid or empty") from None

    def flag(self, name: str) -> bool:
        """A boolean, false when absent."""
        value = self.values.get(name, False)
        return value if isinstance(value, bool) else str(value).lower() in _TRUE

    def data(self, name: str) -> object:
        """A nested object or array, decoded when it came as a string; None when absent."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise BadRequestError(f"can't parse {name} JSON object") from None

    def mapping(self, name: str) -> Json | None:
        """A nested object; None when absent."""
        value = self.data(name)
        if value is not None and not isinstance(value, dict):
            raise BadRequestError(f"object expected as {name.replace('_', ' ')}")
        return value

    def array(self, name: str) -> list[Json]:
        """A nested array; empty when absent."""
        value = self.data(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise BadRequestError(f"can't parse {name}: expected an Array")
        return value

    def chat_id(self) -> int:
        """The chat the call is about."""
        if self.values.get("chat_id") in (None, ""):
            raise BadRequestError("chat_id is empty")
        try:
            return int(self.values["chat_id"])
        except (TypeError, ValueError):
            raise BadRequestError("chat not found") from None


async def read_params(request: web.BaseRequest) -> Params:
    """Read query, JSON, urlencoded or multipart parameters of a request."""
    query = dict(request.query) if request.query_string else {}
    if request.method == "GET" or not request.body_exists:
        return Params(query)
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _read_multipart(request, query)
    body = await request.read()
    if not body:
        return Params(query)
    try:
        if kind == "application/json":
            decoded = json.loads(body)
            if not isinstance(decoded, dict):
                raise BadRequestError("can't parse JSON object")
            return Params({**query, **decoded} if query else decoded)
        return Params({**query, **dict(parse_qsl(body.decode(), keep_blank_values=True))})
    except ValueError:
        raise BadRequestError("can't parse the request's body") from None


async def _read_multipart(request: web.BaseRequest, query: Json) -> Params:
    uploads: dict[str, Upload] = {}
    values = dict(query)
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            values[name] = value if isinstance(value, str) else bytes(value).decode(errors="replace")
    return Params(values, uploads)
