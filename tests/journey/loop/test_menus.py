"""Members and admins find measures and how their group decides by buttons; a picture of an iPhone is not lost."""

from bot.simulator.client import SimulatorClient, SimUser
from tests.journey.acts import found_group, has_code, invite, with_button
from tests.pictures import picture_in_boxes


async def test_a_member_needs_no_command_for_measures_and_rules(admin: SimUser, sim: SimulatorClient) -> None:
    name = "کارگروه دکمه‌ها"
    number = await found_group(admin, name, districts="۹", when="هر شنبه ساعت ۸")
    token = await invite(admin, number)
    member = await sim.user("عضو دکمه‌ها")
    await member.start(token)
    await member.wait_for(lambda message: message.text.startswith("خوش آمدید"))
    keys = {key for row in await member.keyboard() for key in row}
    assert {"💡 راهکارها", "⚖️ شیوهٔ تصمیم"} <= keys
    await member.tap("💡 راهکارها")
    await member.wait_for(lambda message: f"راهکارهای «{name}»" in message.text)
    await member.tap("⚖️ شیوهٔ تصمیم")
    told = await member.wait_for(lambda message: f"شیوهٔ تصمیم «{name}»" in message.text)
    assert not told.buttons


async def test_an_admin_sets_by_buttons_how_a_group_decides(admin: SimUser) -> None:
    name = "کارگروه قاعده‌ها"
    for title in (name, "کارگروه دیگر"):
        await found_group(admin, title, districts="۹", when="هر شنبه ساعت ۸")
    await admin.start()
    await admin.tap("⚙️ مدیریت")
    menu = await admin.wait_for(with_button("شیوهٔ تصمیم"))
    await admin.press(menu, "شیوهٔ تصمیم")
    which = await admin.wait_for(lambda message: message.text == "شیوهٔ تصمیم کدام کارگروه؟")
    await admin.press(which, name)
    shown = await admin.wait_for(lambda message: f"شیوهٔ تصمیم «{name}»" in message.text)
    await admin.press(shown, "۱۴ روز")
    await admin.wait_for(lambda message: "مهلت رأی: ۱۴ روز" in message.text)


async def test_a_picture_of_an_iphone_sent_as_a_file_is_kept_and_explained(citizen: SimUser) -> None:
    await citizen.send_document(picture_in_boxes(), "IMG_0001.heic")
    answer = await citizen.wait_for(has_code)
    assert "قالب ویژهٔ آیفون" in answer.text
    await citizen.say("گودالی وسط کوچهٔ ماست")
    await citizen.wait_for(lambda message: "افزوده شد" in message.text or has_code(message))
