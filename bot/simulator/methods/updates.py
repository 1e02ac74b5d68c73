"""Methods that say how the bot wants its updates; getUpdates itself waits, and is in `bot.simulator.api`."""

from types import MappingProxyType
from urllib.parse import urlsplit

from bot.simulator.errors import BadRequestError
from bot.simulator.methods.content import Methods
from bot.simulator.params import Params
from bot.simulator.wire import Json
from bot.simulator.world import Webhook, World

_MOST_CONNECTIONS = 100


def set_webhook(world: World, params: Params) -> bool:
    """Have updates posted to an address; an empty one goes back to polling.

    The simulator also takes plain http to the loopback address, since that is where tests listen.
    """
    url = params.text("url")
    if not url:
        return delete_webhook(world, params)
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise BadRequestError("bad webhook: An HTTPS URL must be provided for webhook")
    secret = params.text("secret_token")
    if not all(sign.isascii() and (sign.isalnum() or sign in "_-") for sign in secret):
        raise BadRequestError("secret token contains unallowed characters")
    want_kinds(world, params)
    world.webhook = Webhook(
        url,
        "" if world.is_bale else secret,
        max(1, min(_MOST_CONNECTIONS, params.number("max_connections", 40))),
    )
    _drop_if_asked(world, params)
    world.updates.end_poll()
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """Go back to getUpdates."""
    world.webhook = None
    _drop_if_asked(world, params)
    world.updates.wake()
    return True


def get_webhook_info(world: World, _params: Params) -> Json:
    """Where updates go, how many wait and what went wrong last."""
    hook = world.webhook
    info: Json = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if hook is None:
        return info
    info["max_connections"] = hook.max_connections
    if hook.last_error_message:
        info["last_error_date"] = hook.last_error_date
        info["last_error_message"] = hook.last_error_message
    if world.updates.allowed:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def want_kinds(world: World, params: Params) -> None:
    """Change which kinds are wanted; left out means as before, an empty list the default."""
    if "allowed_updates" in params.values:
        world.updates.allowed = frozenset(str(kind) for kind in params.array("allowed_updates")) or None


def _drop_if_asked(world: World, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        world.updates.clear()


METHODS: Methods = MappingProxyType(
    {"setWebhook": set_webhook, "deleteWebhook": delete_webhook, "getWebhookInfo": get_webhook_info}
)
