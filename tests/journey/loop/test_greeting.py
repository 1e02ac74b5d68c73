"""The town opens on both engines."""

from bot.simulator.client import SimUser
from tests.journey.acts import tell


async def test_a_concern_is_answered_on_either_engine(citizen: SimUser) -> None:
    assert "کد پیگیری" in (await tell(citizen, "چراغ معبر ما در خیابان گلستان خاموش است")).text
