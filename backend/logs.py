"""Structured logs, one JSON object a line, without personal data."""

import logging
import sys

import structlog

# Where a part of ours might pass one of these on by mistake, it is dropped here.
_PERSONAL = frozenset({"text", "raw", "chat_id", "user_id", "name", "phone", "token", "payload"})


def configure(level: int = logging.INFO) -> None:
    """Write logs to standard error."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _without_personal_data,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    # The library names whole URLs, token included, at lower levels.
    for name in ("apscheduler", "aiohttp", "uvicorn", "telegram"):
        logging.getLogger(name).setLevel(logging.ERROR)


def _without_personal_data(
    _logger: object, _method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    return {key: value for key, value in event.items() if key not in _PERSONAL}
