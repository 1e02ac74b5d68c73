"""A person stops the bot and comes back."""

from bot.simulator.client import SimUser
from tests.journey.acts import has_code, tell
from tests.journey.database import Database

_ACTIVE = "SELECT active FROM contact WHERE chat_id = ?"


async def test_stopping_deactivates_the_address_and_start_reactivates_it(citizen: SimUser, db: Database) -> None:
    await tell(citizen, "نور میدان شهدا کم است")
    await citizen.block()
    await db.until(_ACTIVE, citizen.id, equals=0)
    await citizen.unblock()
    await citizen.start()
    await citizen.wait_for(lambda message: bool(message.keyboard))
    assert db.value(_ACTIVE, citizen.id) == 1


async def test_who_comes_back_by_just_writing_is_answered(citizen: SimUser, db: Database) -> None:
    await tell(citizen, "نور میدان شهدا کم است")
    await citizen.block()
    await db.until(_ACTIVE, citizen.id, equals=0)
    await citizen.unblock()
    await citizen.ask("هنوز هم نور میدان شهدا کم است", has_code)
    assert db.value(_ACTIVE, citizen.id) == 1
