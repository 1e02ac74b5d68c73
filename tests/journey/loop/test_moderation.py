"""Moderators and admins at work, and what citizens hear of it, looking only at the chat."""

import re

import pytest

from bot.simulator.client import SimMessage, SimulatorClient, SimUser
from tests.journey.acts import answered, code_in, edited, looked_until, tell, with_button
from tests.journey.loop.night import change
from tests.journey.town import ADMIN_ID, Town

_SHIFT_MS = 30 * 24 * 3600 * 1000
_FOUL = "این کسکش‌ها چالهٔ خیابان سناباد را پر نمی‌کنند، ماشین‌ها خراب شد"


async def press(user: SimUser, message: SimMessage, button: str) -> SimMessage:
    """Press a button and return the message in its new form."""
    await user.press(message, button)
    return await user.wait_for(lambda one: one.edited and one.id == message.id)


async def role_link(admin: SimUser, role: str) -> str:
    """Let the admin make an invite to a role by buttons alone; return its token."""
    await admin.say("/manage")
    menu = await admin.wait_for(with_button("نقش‌ها"))
    menu = await press(admin, menu, "a:roles")
    assert "کسی نقش خودش را عوض نمی‌کند" in menu.text
    menu = await press(admin, menu, f"a:role:{role}")
    await admin.press(menu, "لینک دعوت به این نقش")
    made = await admin.wait_for(lambda message: "?start=" in message.text)
    return made.text.split("?start=")[1].split()[0]


async def staffed(sim: SimulatorClient, admin: SimUser, name: str, role: str) -> SimUser:
    """Let somebody take a role by an invite."""
    user = await sim.user(name)
    await user.start(await role_link(admin, role))
    await user.wait_for(lambda message: "به شما داده شد" in message.text)
    assert "⚙️ مدیریت" in [key for row in await user.keyboard() for key in row]
    return user


async def at_own(moderator: SimUser, words: str) -> SimMessage:
    """Go through the queue to the item that holds these words: others may wait too."""
    item = await moderator.ask("/queue", lambda message: "صف بررسی" in message.text)
    for _ in range(20):
        if words in item.text:
            return item
        item = await press(moderator, item, "بعدی")
    raise AssertionError(f"not in the queue: {words}")


async def test_what_is_withheld_is_published_and_its_writer_hears(
    sim: SimulatorClient, admin: SimUser, citizen: SimUser
) -> None:
    moderator = await staffed(sim, admin, "ناظر", "moderator")
    code = code_in(await tell(citizen, _FOUL))
    assert "در نوبت بررسی" in (await citizen.ask("/my", answered)).text
    item = await at_own(moderator, "چالهٔ خیابان سناباد را پر نمی‌کنند")
    assert "واژهٔ زننده" in item.text
    assert citizen.name not in item.text
    item = await press(moderator, item, "ویرایش و انتشار")
    await moderator.press(item, "واژهٔ زننده را برمی‌دارم")
    await moderator.wait_for(lambda message: "متن تازه را بنویسید" in message.text)
    await moderator.say("چالهٔ خیابان سناباد را پر نمی‌کنند، ماشین‌ها خراب شد")
    await moderator.wait_for(lambda message: "با متن تازه منتشر شد" in message.text)
    heard = await citizen.wait_for(lambda message: "پس از ویرایشی کوتاه منتشر شد" in message.text)
    assert code in heard.text
    await looked_until(lambda: citizen.ask("/my", answered), lambda message: "وضع مسئله" in message.text)


async def test_what_is_hidden_is_told_kindly(sim: SimulatorClient, admin: SimUser, citizen: SimUser) -> None:
    moderator = await staffed(sim, admin, "ناظر", "moderator")
    await tell(citizen, "فروش ویژهٔ لوله با ارسال رایگان و تخفیف، همین حالا سفارش دهید ۰۹۱۵۱۲۳۴۵۶۷")
    item = await at_own(moderator, "فروش ویژهٔ لوله")
    assert "۰۹۱۵" not in item.text
    item = await press(moderator, item, "پنهان بماند")
    item = await press(moderator, item, "آگهی است")
    assert "پنهان شد" in item.text
    heard = await citizen.wait_for(lambda message: "نتوانستیم منتشرش کنیم" in message.text)
    assert "آگهی بود" in heard.text
    assert "در فهرست‌ها نمی‌آید" in (await citizen.ask("/my")).text


async def test_a_ban_is_silent_and_can_be_taken_back(sim: SimulatorClient, admin: SimUser, citizen: SimUser) -> None:
    moderator = await staffed(sim, admin, "ناظر", "moderator")
    await tell(citizen, "کسکش‌ها، چراغ خیابان راهنمایی خاموش است")
    item = await at_own(moderator, "چراغ خیابان راهنمایی")
    item = await press(moderator, item, "مسدودکردن نویسنده")
    item = await press(moderator, item, "بله، مسدود شود")
    assert "مسدود شد" in item.text
    assert "کد پیگیری" in (await tell(citizen, "درخت‌های بولوار کوهسنگی خشک شده و کسی آب نمی‌دهد")).text
    await citizen.start(await role_link(admin, "secretary"))
    assert "دیگر معتبر نیست" in (await citizen.wait_for()).text
    item = await moderator.ask("/queue", lambda message: "صف بررسی" in message.text)
    assert "بولوار کوهسنگی" not in item.text
    item = await press(moderator, item, "مسدودشده‌ها")
    await moderator.press(item, item.buttons[0].text)
    await at_own(moderator, "بولوار کوهسنگی")


async def test_an_invite_to_a_role_expires_and_is_not_replayed(
    town: Town, sim: SimulatorClient, admin: SimUser, citizen: SimUser
) -> None:
    token = await role_link(admin, "secretary")
    await citizen.start(token)
    await citizen.wait_for(lambda message: "نقش «دبیر»" in message.text)
    await citizen.start(token)
    assert "نقش «دبیر»" in (await citizen.wait_for()).text  # one's own second press is harmless
    other = await sim.user("دیگری")
    await other.start(token)
    assert "دیگر معتبر نیست" in (await other.wait_for()).text
    late = await role_link(admin, "moderator")
    await change(town, f"UPDATE role_invite SET expires_at = expires_at - {_SHIFT_MS} WHERE used_at IS NULL")
    await other.start(late)
    assert "دیگر معتبر نیست" in (await other.wait_for()).text
    await admin.start(await role_link(admin, "moderator"))
    assert "نقش یا عضویت خودتان" in (await admin.wait_for()).text
    log = await admin.ask("/audit")
    assert "❌" in log.text
    assert "گرفتن نقش" in log.text


async def test_nobody_dismisses_themself_and_others_are_dismissed_by_number(
    sim: SimulatorClient, admin: SimUser
) -> None:
    second = await staffed(sim, admin, "مدیر دوم", "admin")
    menu = await second.ask("/roles", with_button("مدیر"))
    menu = await press(second, menu, "a:role:admin")
    assert "خود شما" in menu.text
    forged = next(button.data for button in menu.buttons if button.data.startswith("a:dismiss:admin:"))
    menu = await press(second, menu, forged)
    assert re.search(r"از [۰-۹]{4} برداشته شود", menu.text)
    own_page = await admin.ask("/roles", with_button("مدیر"))
    own_page = await press(admin, own_page, "a:role:admin")
    target = next(button for button in own_page.buttons if button.data.startswith("a:dismiss:admin:"))
    own_page = await press(admin, own_page, target.text)
    own_page = await press(admin, own_page, "بله، برداشته شود")
    assert "۱ نفر" in own_page.text
    refused = await (await second.press(menu, "بله، برداشته شود")).answered()
    assert "در اختیار شما نیست" in refused.text


async def test_a_forged_press_of_a_citizen_is_refused_and_stands_in_the_log(
    sim: SimulatorClient, admin: SimUser, citizen: SimUser
) -> None:
    chat = await sim.group("گفت‌وگوی باز", admin, [citizen])
    await admin.say("/manage", chat)
    menu = await chat.wait_for(with_button("نقش‌ها"))
    for button in ("a:roles", "a:stats", "b:new", "a:audit:all:0"):
        answer = await (await citizen.press(menu, button)).answered()
        assert answer.alert
        assert "در اختیار شما نیست" in answer.text
    log = await admin.ask("/audit")
    log = await press(admin, log, "فقط ردشده‌ها")
    for act in ("دیدن نقش‌ها", "دیدن آمار", "آغاز پیام همگانی", "دیدن کارنامه"):
        assert act in log.text


@pytest.mark.parametrize("ends_by", ["sending", "stopping"])
async def test_a_broadcast(town: Town, sim: SimulatorClient, admin: SimUser, ends_by: str) -> None:
    district = {"sending": "۱۱", "stopping": "۱۲"}[ends_by]
    crowd = [await sim.user(f"ساکن {number}") for number in range(6)]
    for one in crowd:
        await one.start()
        asked = await one.wait_for(with_button("شهروند"))
        asked = await press(one, asked, "شهروند")
        await press(one, asked, f"منطقهٔ {district}")
    words = f"فردا در منطقهٔ {district} آب قطع است ({ends_by})"
    asked = await admin.ask("/broadcast", with_button("ساکنان یک منطقه"))
    asked = await press(admin, asked, "ساکنان یک منطقه")
    await press(admin, asked, f"منطقهٔ {district}")
    await admin.say(words)
    preview = await admin.wait_for(lambda message: message.text == words)
    asked = await admin.wait_for(with_button("فرستادن"))
    assert preview.id < asked.id
    assert "۶ نفر" in asked.text
    shown = await press(admin, asked, "✅ فرستادن")
    assert "از ۶ نفر" in shown.text
    if ends_by == "stopping":
        await admin.press(shown, "⏹ توقف")
        # Meanwhile the progress may be written into the same message.
        await admin.wait_for(lambda message: message.id == asked.id and "متوقف شد" in message.text)
        return
    for one in crowd:
        for _ in range(20):  # at night it waits for the morning
            await change(town, "UPDATE outbox SET due_at = 0 WHERE batch LIKE 'broadcast:%'")
            if any(message.text == words for message in await one.messages()):
                break
            await sim.settled()
        await one.wait_for(lambda message: message.text == words, since=0)
    await sim.wait_for(ADMIN_ID, lambda message: message.id == asked.id and "فرستاده شد ✅" in message.text)


async def test_statistics_come_as_pictures(sim: SimulatorClient, admin: SimUser, citizen: SimUser) -> None:
    await tell(citizen, "اتوبوس خط ۱۲ خیلی دیر می‌آید")
    await admin.say("/stats")
    said = await admin.wait_for(lambda message: message.text.startswith("📈"))
    assert "هفتهٔ جاری" in said.text
    pictured = await admin.wait_for(lambda message: message.photo is not None)
    assert (await sim.download(pictured.photo)).startswith(b"\x89PNG")
    assert not edited(pictured)
