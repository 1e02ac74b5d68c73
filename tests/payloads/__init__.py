"""Updates as the platforms send them, captured and made nameless."""

import json
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def payload(name: str) -> dict[str, Any]:
    """Return an update by its file's name."""
    loaded: dict[str, Any] = json.loads((_HERE / f"{name}.json").read_text(encoding="utf-8"))
    return loaded
