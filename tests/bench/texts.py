"""Texts for load: the training messages, with places of their own so that not everything is one issue."""

import json
import random
from pathlib import Path

_TRAINING = Path(__file__).parents[2] / "nlp" / "data" / "training"
_STREETS = ("عبادی", "سناباد", "وکیل‌آباد", "شاهد", "توس", "کوهسنگی", "طبرسی", "هاشمیه", "فلسطین", "سجاد")


def training_texts() -> list[str]:
    """Return every training message, in a fixed order."""
    files = sorted(_TRAINING.glob("writer_*.jsonl"))
    return [
        json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines() if line
    ]


def varied(count: int, seed: int = 1) -> list[str]:
    """Return as many texts as asked, each with a street and number of its own kind."""
    chance = random.Random(seed)
    texts = training_texts()
    return [
        f"{chance.choice(texts)} خیابان {chance.choice(_STREETS)} {chance.randint(1, 60)} منطقه {chance.randint(1, 12)}"
        for _ in range(count)
    ]
