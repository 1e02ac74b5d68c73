"""The process that reads texts: a list of texts in, a list of readings out."""

import re
import sys
from pathlib import Path
from typing import Any

from backend.child import serve
from nlp.model_file import CURRENT
from nlp.reader import Reader
from nlp.reading import Reading

_LATIN = re.compile("[A-Za-z]")


def flat(reading: Reading) -> dict[str, Any]:
    """Return what the backend keeps of a reading, as JSON takes it."""
    return {
        "topics": [(score.code, score.p) for score in reading.topics],
        "ranked": [(score.code, score.p) for score in reading.ranked],
        "kind": reading.kind,
        "urgency": reading.urgency,
        "district": reading.place.district,
        "locality": reading.place.locality,
        "redacted": reading.redacted,
        "headline": reading.headline,
        "signature": reading.signature.hex(),
        "model": reading.model,
        "lemmas": reading.lemmas if _LATIN.search(reading.text) else (),
    }


def main() -> None:
    """Serve on the standard streams; arguments: the city, and the folder of models trained here."""
    city, folder = sys.argv[1:]
    own = Path(folder) / CURRENT
    reader = Reader.load(city, own if own.exists() else None)
    serve(lambda texts: [flat(reader.read(text)) for text in texts])


if __name__ == "__main__":
    main()
