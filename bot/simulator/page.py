"""The chat page's files, served from the package itself."""

from pathlib import Path

from aiohttp import web

_STATIC = Path(__file__).parent / "static"
_POLICY = "default-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def page_routes() -> list[web.AbstractRouteDef]:
    """The page at ``/`` and its parts under ``/static/``."""
    return [web.get("/", _page), web.static("/static", _STATIC)]


async def _page(_request: web.Request) -> web.StreamResponse:
    return web.FileResponse(
        _STATIC / "index.html", headers={"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
    )
