"""Three levels of groups with members, citizens who wrote, and the issues that came of it."""

from dataclasses import dataclass, field
from datetime import timedelta

from backend.domain.concern import ConcernState
from backend.domain.groups import Level, Membership, WorkingGroup
from backend.domain.issue import Issue
from backend.domain.people import Role
from backend.services import people
from backend.storage.unit_of_work import SqlStore
from tests.builders import a_concern, a_group, an_issue
from tests.integration.bot.conftest import Bench

DISTRICT, ORGANISATION, HEADQUARTERS, PARKS = 1, 2, 3, 4
MEMBER, OTHER_MEMBER, OF_ORGANISATION, OF_PARKS, STRANGER, SECRETARY, ADMIN = 11, 12, 21, 41, 51, 61, 71
CITIZENS = range(101, 107)


@dataclass
class DeskTown:
    """The bench, the groups by number, and the issues by name."""

    bench: Bench
    groups: dict[int, WorkingGroup]
    issues: dict[str, Issue]
    persons: dict[int, int] = field(default_factory=dict)

    @property
    def store(self) -> SqlStore:
        return self.bench.store

    async def press(self, who: int, act: str, *more: object) -> str:
        """Press a button; return what was shown over the chat."""
        before = len(self.bench.api.toasts())
        await self.bench.play(self.bench.press(who, ":".join(map(str, (act, *more)))))
        await self.bench.send()
        return str(self.bench.api.toasts()[before:][-1]["text"])

    async def on_card(self, who: int, act: str, issue: str, *more: object, group: int = DISTRICT) -> str:
        """Press a button of a card."""
        return await self.press(who, f"i:{act}", group, self.issues[issue].id, *more)

    async def say(self, who: int, text: str) -> None:
        await self.bench.play(self.bench.message(who, text))
        await self.bench.send()

    def last(self, who: int) -> str:
        """The last message that came or changed in a chat."""
        return self.bench.api.said(who)[-1]

    def buttons(self, who: int) -> list[str]:
        """The data of the buttons under the last message of a chat."""
        fields = [fields for _, fields, _ in self.bench.api.calls if fields.get("chat_id") == who and "text" in fields]
        keyboard = fields[-1].get("reply_markup", {}).get("inline_keyboard", [])
        return [button["callback_data"] for row in keyboard for button in row]

    async def issue(self, name: str) -> Issue:
        """An issue as it is now."""
        async with self.store.look() as uow:
            return (await uow.issues.by_ids([self.issues[name].id]))[self.issues[name].id]

    async def refused(self) -> list[tuple[str, str]]:
        """What was refused, newest first."""
        async with self.store.look() as uow:
            return [(entry.act, entry.subject) for entry in await uow.records.audited(200) if not entry.allowed]


async def a_desk_town(bench: Bench) -> DeskTown:
    """Found the groups, seat the members, let citizens write: of a hole (4), of another hole (2), of a bus (1)."""
    roads = frozenset({"roads", "bus"})
    groups = {
        DISTRICT: a_group(number=DISTRICT, name="کارگروه منطقهٔ ۹", level=Level.DISTRICT, topics=roads,
                          districts=frozenset({"9"})),
        ORGANISATION: a_group(number=ORGANISATION, name="سازمان", topics=frozenset({"parks"})),
        HEADQUARTERS: a_group(number=HEADQUARTERS, name="ستاد", level=Level.HEADQUARTERS, topics=frozenset({"parks"})),
        PARKS: a_group(number=PARKS, name="بوستان‌ها", topics=frozenset({"parks"}), districts=frozenset({"1"})),
    }  # fmt: skip
    issues = {
        "hole": an_issue(title="چالهٔ خیابان عبادی", district="9", locality="خیابان عبادی"),
        "pit": an_issue(title="گودال عبادی", district="9"),
        "bus": an_issue(title="اتوبوس دیر", topic="bus", district="9"),
        "nowhere": an_issue(title="بی‌کس", topic="nothing", district=None),
    }
    town = DeskTown(bench, groups, issues)
    async with bench.store.begin() as uow:
        for group in groups.values():
            uow.groups.add(group)
        for issue in issues.values():
            uow.issues.add(issue)
        for chat in (MEMBER, OTHER_MEMBER, OF_ORGANISATION, OF_PARKS, STRANGER, SECRETARY, ADMIN, *CITIZENS):
            town.persons[chat] = people.meet(uow, "telegram", chat)[1].id
        for chat, number in (
            (MEMBER, DISTRICT),
            (OTHER_MEMBER, DISTRICT),
            (OF_ORGANISATION, ORGANISATION),
            (OF_PARKS, PARKS),
        ):
            uow.groups.add_member(Membership(groups[number].id, town.persons[chat], uow.now))
        uow.people.grant(town.persons[SECRETARY], Role.SECRETARY)
        uow.people.grant(town.persons[ADMIN], Role.ADMIN)
        told = [("hole", chat) for chat in (101, 102, 103, 101)] + [("pit", 103), ("pit", 104), ("bus", 105)]
        for number, (name, chat) in enumerate([*told, ("nowhere", 106)]):
            uow.concerns.add(
                a_concern(
                    town.persons[chat],
                    issue_id=issues[name].id,
                    state=ConcernState.GATHERED,
                    created_at=uow.now - timedelta(days=number),
                    district="9",
                    redacted=f"پیام {number} دربارهٔ {issues[name].title}",
                    headline=f"سرخط {number}",
                )
            )
        await uow.commit()
    return town
