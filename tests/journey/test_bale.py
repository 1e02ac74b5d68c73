"""The same product on Bale, whose Bot API has gaps: plain text, fewer updates, calls that are not there."""

from pathlib import Path

from bot.simulator.people import Platform
from tests.journey.acts import bind, code_in, edited, found_group, looked_until, tell, with_button
from tests.journey.loop.desk import number_of, open_card, seated
from tests.journey.town import ADMIN_ID, own_town


async def test_from_a_citizens_words_to_a_card_and_back(tmp_path: Path) -> None:
    async with own_town(tmp_path, platform=Platform.BALE) as town:
        sim = town.sim
        admin = await sim.user("مدیر هم‌اندیش", id=ADMIN_ID)
        await admin.start()
        await admin.wait_for(lambda message: bool(message.keyboard))
        citizen = await sim.user("مریم رضایی")
        await citizen.start()
        asked = await citizen.wait_for(with_button("شهروند"))
        noted = await (await citizen.press(asked, "شهروند")).answered()
        assert noted.text == "ثبت شد ✅"
        await citizen.press(await citizen.wait_for(edited), "منطقهٔ ۹")

        number = await found_group(admin, "کارگروه منطقهٔ نه", districts="۹", when="هر شنبه ساعت ۸")
        member = await seated(sim, admin, number, "عضو نه")
        chat = await bind(admin, sim, number, "کارگروه نه", member)
        code = code_in(await tell(citizen, "چالهٔ بزرگی در بولوار وکیل‌آباد ماشین‌ها را خراب می‌کند"))
        card = await open_card(member, "وکیل‌آباد", chat)
        assert "<" not in card.text  # there is no parse mode, so markup would be seen
        await member.press(card, "دیدم")
        await chat.wait_for(lambda message: message.edited and "یک عضو این کارت را دیده است" in message.text)
        mine = await looked_until(lambda: citizen.ask("/my"), lambda message: "وضع مسئله" in message.text)
        assert code in mine.text
        listed = await member.ask("/digest", lambda message: message.text.startswith("📊 فهرست مسائل"))
        assert number_of(listed, "وکیل‌آباد")
