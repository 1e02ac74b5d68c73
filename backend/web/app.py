"""The HTTP side: the platform's webhook, health, metrics."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import FastAPI, Header, HTTPException, Request, Response
from fastapi.responses import JSONResponse

from backend.domain.errors import StorageError
from backend.ports import Store
from backend.services import housekeeping
from backend.services.housekeeping import Health
from backend.web import metrics

type KeepUpdates = Callable[[list[dict[str, Any]]], Awaitable[None]]

# A part that gave no sign of life for this long is taken for dead.
SILENCE = timedelta(seconds=90)
_MOST_WAITED = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Webhook:
    """How the platform brings updates.

    `keep` commits updates to the inbox. `secret` is both the unguessable last part of the path and, where the
    platform sends one, the value of the secret header; Bale sends no header, so there the path alone is the secret.
    """

    keep: KeepUpdates
    secret: str
    sends_header: bool


def build(store: Store, webhook: Webhook | None) -> FastAPI:
    """Return the web application; without a webhook (the bot polls) it has health and metrics only."""
    app = FastAPI(title="hamandish", docs_url=None, redoc_url=None, openapi_url=None)
    if webhook is not None:
        _add_webhook(app, webhook)
    _add_health(app, store)
    return app


def _add_webhook(app: FastAPI, hook: Webhook) -> None:
    @app.post("/webhook/{path_secret}")
    async def receive(
        path_secret: str,
        request: Request,
        x_telegram_bot_api_secret_token: Annotated[str, Header()] = "",
    ) -> Response:
        """Keep an update; 200 is said only after the commit."""
        given = (path_secret, x_telegram_bot_api_secret_token) if hook.sends_header else (path_secret,)
        if not all(hmac.compare_digest(one.encode(), hook.secret.encode()) for one in given):
            raise HTTPException(403)
        try:
            await hook.keep([await request.json()])
        except StorageError as error:
            # The platform keeps the update and comes again.
            raise HTTPException(503) from error
        except ValueError as error:
            raise HTTPException(400) from error
        return Response()


def _add_health(app: FastAPI, store: Store) -> None:
    @app.get("/healthz")
    async def healthz() -> JSONResponse:
        """Tell whether the service does its work: 200 when it does, 503 when a part is silent or a box stands."""
        try:
            async with store.look() as uow:
                health = await housekeeping.health(uow)
        except StorageError as error:
            return JSONResponse({"status": "failing", "problems": [error.code]}, 503)
        problems = problems_of(health, datetime.now(UTC))
        return JSONResponse({"status": "failing" if problems else "ok", "problems": problems}, 503 if problems else 200)

    @app.get("/metrics")
    async def scrape() -> Response:
        """Give Prometheus its text."""
        async with store.look() as uow:
            health = await housekeeping.health(uow)
        return Response(metrics.render(health, datetime.now(UTC)), media_type="text/plain; version=0.0.4")


def problems_of(health: Health, now: datetime) -> list[str]:
    """Return what is wrong, as short codes without personal data."""
    silent = [f"silent:{part}" for part, at in sorted(health.beats.items()) if now - at > SILENCE]
    boxes = (("inbox", health.inbox), ("outbox", health.outbox))
    stuck = [f"stuck:{name}" for name, box in boxes if box.oldest and now - box.oldest > _MOST_WAITED]
    return silent + stuck
