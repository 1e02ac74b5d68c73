"""The peer to be compared with: a stock python-telegram-bot that only echoes, 64 updates at once."""

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

IN_FLIGHT = 64


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None:
        await update.message.reply_text(update.message.text or "")


def main() -> None:
    url = os.environ["HAMANDISH_BOT_API_URL"]
    application = (
        Application.builder()
        .token(os.environ["HAMANDISH_BOT_TOKEN"])
        .base_url(f"{url}/bot")
        .concurrent_updates(IN_FLIGHT)
        .connection_pool_size(IN_FLIGHT)
        .pool_timeout(60)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
