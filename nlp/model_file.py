"""One trained model in one file: a header line, a checksum, and plain arrays (never pickle)."""

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_ANY_FORM = b"HAMANDISH-MODEL-"
MAGIC = _ANY_FORM + b"2\n"
"""The second form, in which what a model makes of a message is the sum of what it makes of the words."""
CURRENT, PREVIOUS = "topics.model", "topics.previous.model"
SHIPPED = Path(__file__).parent / "data" / "model" / CURRENT


class ModelError(Exception):
    """A model file that is not one, or is damaged."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """What a model file holds: facts (version, codes, figures) and named arrays."""

    facts: Mapping[str, Any]
    arrays: Mapping[str, NDArray[Any]]

    def save(self, path: Path) -> None:
        """Write beside the target and rename, so that a reader never sees half a model."""
        body = io.BytesIO()
        np.savez_compressed(body, allow_pickle=False, **self.arrays)
        content = body.getvalue()
        header = {**self.facts, "sha256": hashlib.sha256(content).hexdigest()}
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(path.suffix + ".part")
        unfinished.write_bytes(MAGIC + json.dumps(header, ensure_ascii=False).encode() + b"\n" + content)
        unfinished.replace(path)

    @classmethod
    def load(cls, path: Path) -> "ModelFile":
        """Read and check a model.

        Raises:
            ModelError: not a model of this form, or its checksum is wrong.
        """
        content = path.read_bytes()
        if content.startswith(_ANY_FORM) and not content.startswith(MAGIC):
            raise ModelError(f"{path} is of another form: take it away, the shipped model serves then, and train again")
        if not content.startswith(MAGIC):
            raise ModelError(f"{path} is not a model file")
        header, _, body = content[len(MAGIC) :].partition(b"\n")
        facts = json.loads(header)
        if hashlib.sha256(body).hexdigest() != facts.get("sha256"):
            raise ModelError(f"{path} is damaged: its checksum does not agree")
        with np.load(io.BytesIO(body), allow_pickle=False) as arrays:
            return cls(facts, {name: arrays[name] for name in arrays.files})
