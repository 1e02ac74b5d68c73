"""The peer to be compared with: an aiogram bot that only echoes."""

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["HAMANDISH_BOT_API_URL"]))
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    await dispatcher.start_polling(Bot(os.environ["HAMANDISH_BOT_TOKEN"], session=session), handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main())
