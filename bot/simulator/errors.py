"""What can go wrong at the platform, and what a test may not ask of the simulator."""

from bot.simulator.wire import Json


class ApiError(Exception):
    """An answer with ``ok: false``; the HTTP status equals ``error_code``, as at Telegram."""

    error_code = 400
    prefix = "Bad Request: "

    def __init__(self, description: str = "", **parameters: int) -> None:
        super().__init__(description)
        self.description = f"{self.prefix}{description}" if description else self.prefix.rstrip(": ")
        self.parameters = parameters

    def as_json(self) -> Json:
        """The body of the answer."""
        body: Json = {"ok": False, "error_code": self.error_code, "description": self.description}
        if self.parameters:
            body["parameters"] = dict(self.parameters)
        return body


class BadRequestError(ApiError):
    """The request can never succeed as it is."""


class UnauthorizedError(ApiError):
    """The token has the right form but belongs to no bot."""

    error_code = 401
    prefix = "Unauthorized"


class ForbiddenError(ApiError):
    """The person blocked the bot, or the bot is not in the chat."""

    error_code = 403
    prefix = "Forbidden: "


class NotFoundError(ApiError):
    """Malformed token or unknown method."""

    error_code = 404
    prefix = "Not Found: "


class ConflictError(ApiError):
    """Two readers want the same updates."""

    error_code = 409
    prefix = "Conflict: "


class TooLargeError(ApiError):
    """The body is over the upload limit."""

    error_code = 413
    prefix = "Request Entity Too Large"


class TooManyRequestsError(ApiError):
    """A rate limit was hit; ``retry_after`` is in whole seconds."""

    error_code = 429
    prefix = "Too Many Requests: "

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"retry after {retry_after}", retry_after=retry_after)


class BaleLimitError(ApiError):
    """Bale's rate limit, which does not say how long to wait."""

    error_code = 429
    prefix = ""


class BadGatewayError(ApiError):
    """The platform's own front could not reach its back."""

    error_code = 502
    prefix = "Bad Gateway"


class ControlError(Exception):
    """A test or the page asked for something a person could not do (no such button, not a member …)."""
