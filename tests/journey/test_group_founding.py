"""An admin sets up working groups by chat, and nobody else can."""

from time import time

from bot.simulator.client import SimulatorClient, SimUser
from tests.journey.acts import bind, edited, found_group, invite, with_button
from tests.journey.database import MS, Database

_REFUSED = "SELECT act FROM audit WHERE NOT allowed AND actor_id = (SELECT person_id FROM contact WHERE chat_id = ?)"
_GROUP = "SELECT level, takes_rest FROM working_group WHERE number = ?"
_DISTRICTS = (
    "SELECT district FROM working_group_district WHERE group_id = (SELECT id FROM working_group WHERE number = ?)"
)
_TOPICS = "SELECT topic FROM working_group_topic WHERE group_id = (SELECT id FROM working_group WHERE number = ?)"
_SCHEDULE = (
    "SELECT rhythm, weekday, minute_of_day FROM schedule "
    "WHERE group_id = (SELECT id FROM working_group WHERE number = ?)"
)


async def test_a_group_is_founded_by_dialogue(admin: SimUser, db: Database) -> None:
    number = await found_group(admin, "کارگروه منطقهٔ یازده", districts="۱۱، ثامن و ۲", when="هر سه‌شنبه ساعت ۹:۳۰")
    assert db.rows(_GROUP, number) == [("district", 0)]
    assert set(db.column(_DISTRICTS, number)) == {"11", "samen", "2"}
    assert db.column(_TOPICS, number) == []
    assert db.rows(_SCHEDULE, number) == [("weekly", 3, 9 * 60 + 30)]


async def test_axes_and_single_topics_are_ticked(admin: SimUser, db: Database) -> None:
    await admin.say("/newgroup")
    await admin.wait_for(lambda message: "نام کارگروه" in message.text)
    await admin.say("کارگروه فرهنگی")
    await admin.press(await admin.wait_for(with_button("سازمانی")), "سازمانی")
    asked = await admin.wait_for(edited)
    for data in ("g:axis:governance", "g:open-axis:progress", "g:topic:progress:sport", "g:back-to-axes"):
        await admin.press(asked, data)
        asked = await admin.wait_for(edited)
    assert any(button.text.startswith("☑️") for button in asked.buttons)
    await admin.press(asked, "ادامه")
    asked = await admin.wait_for(lambda message: message.edited and "کدام منطقه‌ها" in message.text)
    assert "نفهمیدیم" in (await admin.ask("منطقهٔ بیست و دو")).text  # Mashhad has no such district
    await admin.press(asked, "همه")
    asked = await admin.wait_for(lambda message: "کی فرستاده شود" in message.text)
    assert "این زمان را نفهمیدیم" in (await admin.ask("هر وقت شد")).text
    await admin.press(asked, "اول هر ماه ساعت ۸")
    made = await admin.wait_for(lambda message: "ساخته شد" in message.text)
    number = db.value("SELECT max(number) FROM working_group WHERE name = 'کارگروه فرهنگی'")
    topics = set(db.column(_TOPICS, number))
    assert "sport" in topics
    assert {"permits", "budget"} <= topics
    assert "culture" not in topics
    assert db.rows(_SCHEDULE, number) == [("monthly", 0, 8 * 60)]
    assert "همهٔ شهر" in made.text


async def test_a_schedule_is_changed(admin: SimUser, db: Database) -> None:
    number = await found_group(admin, "کارگروه تغییر", districts="۱۲", when="هر شنبه ساعت ۸")
    await admin.say("/groups")
    listed = await admin.wait_for(lambda message: message.text.startswith("کارگروه‌ها"))
    await admin.press(listed, f"g:open:{number}")
    await admin.press(await admin.wait_for(with_button("تغییر زمان")), "تغییر زمان")
    await admin.wait_for(lambda message: "کی فرستاده شود" in message.text)
    await admin.say("پایان هر فصل ساعت ۱۰")
    await admin.wait_for(lambda message: message.text.startswith("زمان فهرست"))
    assert db.rows(_SCHEDULE, number) == [("quarterly", 0, 600)]


async def test_an_invite_is_for_one_person_and_one_time(admin: SimUser, sim: SimulatorClient, db: Database) -> None:
    number = await found_group(admin, "کارگروه دعوت", districts="۱۲", when="هر شنبه ساعت ۸")
    token = await invite(admin, number)
    first, second = await sim.user("عضو نخست"), await sim.user("عضو دوم")
    await first.start(token)
    await first.wait_for(lambda message: message.text.startswith("خوش آمدید"))
    assert "📊 فهرست مسائل" in [key for row in await first.keyboard() for key in row]
    await second.start(token)
    assert "دیگر معتبر نیست" in (await second.wait_for()).text
    members = "SELECT count(*) FROM membership WHERE group_id = (SELECT id FROM working_group WHERE number = ?)"
    assert db.value(members, number) == 1
    assert db.holders_of(token) == []


async def test_an_expired_invite_is_refused(admin: SimUser, citizen: SimUser, db: Database) -> None:
    number = await found_group(admin, "کارگروه دیر", districts="۱۲", when="هر شنبه ساعت ۸")
    token = await invite(admin, number)
    yesterday = int((time() - 86_400) * MS)
    of_group = "(SELECT id FROM working_group WHERE number = ?)"
    db.change((f"UPDATE invite SET expires_at = ? WHERE group_id = {of_group}", (yesterday, number)))
    await citizen.start(token)
    assert "دیگر معتبر نیست" in (await citizen.wait_for()).text


async def test_a_stranger_is_refused_and_audited(
    admin: SimUser, citizen: SimUser, sim: SimulatorClient, db: Database
) -> None:
    number = await found_group(admin, "کارگروه در بسته", districts="۱۲", when="هر شنبه ساعت ۸")
    for words in ("/newgroup", "/manage", "/groups", "/audit"):
        assert "در اختیار شما نیست" in (await citizen.ask(words)).text
    chat = await sim.group("گفت‌وگوی دیگران", citizen)
    await citizen.say(f"/bind {number}", chat)
    await chat.wait_for(lambda message: message.from_bot and "در اختیار شما نیست" in message.text)
    assert set(db.column(_REFUSED, citizen.id)) == {"begin-group", "manage", "list-groups", "see-audit", "bind-group"}
    assert db.value("SELECT contact_id FROM working_group WHERE number = ?", number) is None


async def test_an_admins_buttons_do_nothing_under_a_strangers_finger(
    admin: SimUser, citizen: SimUser, sim: SimulatorClient, db: Database
) -> None:
    number = await found_group(admin, "کارگروه دکمه‌ها", districts="۱۲", when="هر شنبه ساعت ۸")
    chat = await bind(admin, sim, number, "گفت‌وگوی کارگروه", citizen)
    await admin.say("/bind", chat)
    offered = await chat.wait_for(with_button("کارگروه دکمه‌ها"))
    await admin.say("/manage", chat)
    menu = await chat.wait_for(with_button("کارگروه تازه"))
    for message, button in ((offered, f"g:bind:{number}"), (menu, "کارگروه تازه"), (menu, "کارگروه‌ها")):
        answer = await (await citizen.press(message, button)).answered()
        assert answer.alert
        assert "در اختیار شما نیست" in answer.text
    assert set(db.column(_REFUSED, citizen.id)) == {"bind-group", "begin-group", "list-groups"}
