"""A crowd that writes, and what must be true of it in the end: everything kept once, answered, in order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from bot.simulator.client import SimulatorClient
from tests.journey.acts import CODE, bare

_PROBLEMS = (
    "زباله‌های سر کوچه جمع نشده",
    "چالهٔ وسط خیابان ماشین‌ها را خراب می‌کند",
    "اتوبوس این خط دیر می‌آید",
    "چراغ معابر خاموش است",
    "درخت‌های بولوار خشک شده",
)


@dataclass(slots=True)
class Crowd:
    """People with consecutive ids, and what each has said so far."""

    sim: SimulatorClient
    first_id: int
    count: int
    said: dict[int, list[str]] = field(default_factory=dict)

    @property
    def ids(self) -> range:
        return range(self.first_id, self.first_id + self.count)

    @property
    def total(self) -> int:
        return sum(len(texts) for texts in self.said.values())

    async def write(self, ids: Iterable[int] | None = None) -> None:
        """Let everybody (or these) write once; no text is written twice."""
        lines = []
        for person in self.ids if ids is None else ids:
            texts = self.said.setdefault(person, [])
            texts.append(f"{_PROBLEMS[(person + len(texts)) % len(_PROBLEMS)]} (نشانی {person}/{len(texts)})")
            lines.append((person, texts[-1]))
        await self.sim.say_bulk(lines)

    async def answers(self, person: int) -> list[str]:
        """Return the bare codes that a person was told, in order."""
        found = [CODE.search(message.text) for message in await self.sim.messages(person) if message.from_bot]
        return [bare(match[0]) for match in found if match]

    async def check(self, kept: dict[str, str], silent: Iterable[int] = ()) -> int:
        """Check `kept` (text by code) against what was said and answered; return how many answers came again."""
        assert sorted(kept.values()) == sorted(text for texts in self.said.values() for text in texts)
        repeated = 0
        for person in sorted(self.said.keys() - set(silent)):
            told = await self.answers(person)
            once = [code for code, _ in groupby(told)]
            assert [kept[code] for code in once] == self.said[person], f"person {person}"
            repeated += len(told) - len(once)
        return repeated
