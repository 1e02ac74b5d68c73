"""Reading and gathering beside what hazm alone needs for the words of the same messages."""

import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from rich.table import Table

from nlp import hazm_adapter, kinds, personal_data
from nlp.reader import Reader
from nlp.signature import make_signature
from tests.bench import gathering
from tests.bench.texts import training_texts

MESSAGES = 2_000
WARMING = 6_000
_AT_ONCE = 50
_SEED = 7
_MICRO = 1e6


@dataclass(frozen=True, slots=True)
class Fresh:
    """What a fresh process needed to build a reader and read the messages."""

    seconds: float
    peak_mib: float


def measure() -> Table:
    """Processor time of reading and of gathering; ratios are to hazm in the same run."""
    texts = training_texts()
    random.Random(_SEED).shuffle(texts)
    measured, warming = texts[:MESSAGES], texts[MESSAGES : MESSAGES + WARMING]
    reader, hazm = Reader.load(), hazm_adapter.stock_lemmas()
    for text in warming:
        reader.read(text)
    theirs, ours = _alternately((hazm, reader.read), measured)
    table = Table("what", "figure", "to hazm", title=f"{MESSAGES:,} messages read, other {WARMING:,} before them")
    table.add_row("hazm: normalise, tokenise, lemmatise, µs a message", f"{theirs:,.0f}", "1.00")
    table.add_row("Reader.read, µs a message", f"{ours:,.0f}", f"{ours / theirs:.2f}")
    for name, cost in _stages(reader, measured):
        table.add_row(f"    {name}", f"{cost:,.0f}", f"{cost / theirs:.2f}")
    fresh = _in_a_fresh_process(_fresh, measured)
    table.add_row("Reader.load in a fresh process, s", f"{fresh.seconds:.2f}", "")
    table.add_row("its peak memory after reading, MiB", f"{fresh.peak_mib:,.0f}", "")
    signatures = [reader.read(text).signature for text in measured]
    for point in _in_a_fresh_process(gathering.measure, signatures):
        name = f"Grouper after {point.messages:,} messages ({point.issues:,} issues open), µs a message"
        table.add_row(name, f"{point.micros:,.0f}", f"{point.micros / theirs:.2f}")
        table.add_row("    its state, MiB", f"{point.mib:,.0f}", "")
    return table


def _alternately(rivals: Sequence[Callable[[str], object]], texts: Sequence[str]) -> list[float]:
    """Microseconds a text of each, taking turns every few texts so that a load on the machine hits all alike."""
    spent = [0.0] * len(rivals)
    for first in range(0, len(texts), _AT_ONCE):
        for number, rival in enumerate(rivals):
            begun = time.process_time()
            for text in texts[first : first + _AT_ONCE]:
                rival(text)
            spent[number] += time.process_time() - begun
    return [seconds / len(texts) * _MICRO for seconds in spent]


def _stages(reader: Reader, texts: Sequence[str]) -> list[tuple[str, float]]:
    """Microseconds a text of each stage, one stage over all texts after the other."""
    costs: list[tuple[str, float]] = []

    def timed(name: str, stage: Callable[..., Any], *given: Sequence[Any]) -> list[Any]:
        begun = time.process_time()
        results = [stage(*one) for one in zip(*given, strict=True)]
        costs.append((name, (time.process_time() - begun) / len(texts) * _MICRO))
        return results

    words = timed("words", reader.normaliser.words, texts)
    scores = timed("topics and kinds: scores", reader.topics.score, words)
    ranked = timed("topics: ranking", reader.topics.ranked, scores)
    kind = timed("kind", lambda text, score: kinds.find(text, reader.topics.kinds, score.kinds), texts, scores)
    problems = timed(
        "problems", lambda own, best: reader.problems.find([word.key for word in own], best), words, ranked
    )
    mentions = timed("places", reader.places.find, texts)
    places = timed("the place", reader.places.place, mentions)
    timed("personal data", lambda text: personal_data.redact(text, personal_data.find(text)), texts)
    timed("danger", reader.danger, texts, words, scores)
    timed("reasons", reader.topics.reasons, scores)
    timed(
        "headline",
        lambda found, place, wish: reader.titles.headline([code for code, _ in found], place, wish),
        problems,
        places,
        kind,
    )
    timed(
        "signature",
        lambda text, own, topics, found, wish, place, named: make_signature(
            text=text,
            lemmas=[word.lemma for word in own],
            topics=topics,
            problems=found,
            kind=wish,
            place=place,
            mentions=named,
        ),
        *(texts, words, ranked, problems, kind, places, mentions),
    )
    return costs


def _in_a_fresh_process[T](work: Callable[..., T], *given: object) -> T:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def _fresh(texts: Sequence[str]) -> Fresh:
    begun = time.process_time()
    reader = Reader.load()
    seconds = time.process_time() - begun
    for text in texts:
        reader.read(text)
    return Fresh(seconds, _peak_mib())


def _peak_mib() -> float:
    """Peak memory of this process; what getrusage tells is inherited from the process that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024
