"""JSON as it goes over the wire."""

import json
from typing import Any

type Json = dict[str, Any]

_encode = json.JSONEncoder(separators=(",", ":")).encode


def to_bytes(value: object) -> bytes:
    """Encode a value the way Telegram does: compact, everything beyond ASCII escaped."""
    return _encode(value).encode("ascii")
