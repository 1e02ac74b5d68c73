"""Members link issues that feed one another, and see the mess drawn."""

from bot.simulator.client import SimulatorClient, SimUser
from tests.journey.acts import bind, found_group, tell, with_button
from tests.journey.loop.desk import open_card, seated

PNG = b"\x89PNG\r\n\x1a\n"


async def test_two_issues_are_linked_drawn_and_parted(sim: SimulatorClient, admin: SimUser, citizen: SimUser) -> None:
    number = await found_group(admin, "کارگروه آشفتگی", districts="۳", when="هر شنبه ساعت ۸")
    member = await seated(sim, admin, number, "پروین صالحی")
    await tell(citizen, "جوی آب خیابان گاز در منطقهٔ ۳ گرفته و پر از لجن است")
    await tell(citizen, "اتوبوس خط ۳۸ در منطقهٔ ۳ هر روز نیم ساعت دیر می‌آید")
    await open_card(member, "اتوبوس")
    await member.press(await open_card(member, "جوی"), "آشفتگی")
    shown = await member.wait_for(with_button("پیوند تازه"))
    assert "هنوز با مسئلهٔ دیگری پیوند ندارد" in shown.text
    await member.press(shown, "پیوند تازه")
    offered = await member.wait_for(lambda message: "با کدام مسئله پیوند دارد" in message.text)
    line = next(line for line in offered.text.splitlines() if "اتوبوس" in line)
    await member.press(offered, line.split(".")[0])
    await member.press(await member.wait_for(with_button("ریشهٔ مشترک")), "این، باعث آن می‌شود")
    linked = await member.wait_for(with_button("تصویر آشفتگی"))
    assert "باعث «" in linked.text
    assert "۲ مسئله" in linked.text
    await member.press(linked, "تصویر آشفتگی")
    picture = await member.wait_for(lambda message: message.photo is not None)
    assert picture.photo is not None
    assert (await sim.download(picture.photo)).startswith(PNG)
    assert "به‌هم‌پیوسته" in picture.text

    await member.press(linked, "برداشتن پیوند")
    cuts = await member.wait_for(lambda message: "کدام پیوند برداشته شود" in message.text)
    await member.press(cuts, "۱")
    parted = await member.wait_for(lambda message: message.edited and "پیوند ندارد" in message.text)
    await member.press(parted, "بازگشت به کارت")
    await member.wait_for(with_button("پیشنهاد راهکار"))


async def test_a_stranger_in_the_groups_chat_looks_but_links_nothing(
    sim: SimulatorClient, admin: SimUser, citizen: SimUser
) -> None:
    number = await found_group(admin, "کارگروه چشم‌انداز", districts="۴", when="هر شنبه ساعت ۸")
    member = await seated(sim, admin, number, "پروین صالحی")
    stranger = await sim.user("رهگذر")
    await stranger.start()
    chat = await bind(admin, sim, number, "گروه چشم‌انداز", member, stranger)
    await tell(citizen, "پیاده‌روی خیابان پنجتن در منطقهٔ ۴ پر از چاله است")
    card = await open_card(member, "چاله", chat)
    await stranger.press(card, "آشفتگی")
    shown = await stranger.wait_for(with_button("پیوند تازه"), chat=chat)
    toast = await (await stranger.press(shown, "پیوند تازه")).answered()
    assert "در اختیار شما نیست" in toast.text
    audit = await admin.ask("/audit", lambda message: "کارنامه" in message.text)
    assert any("❌" in line and "گزینش مسئلهٔ پیوسته" in line for line in audit.text.splitlines())
    await member.press(shown, "پیوند تازه")
    await member.wait_for(lambda message: "پیوند دارد" in message.text, chat=chat)
