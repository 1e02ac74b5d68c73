"""Every address of the control interface."""

from aiohttp import web

from bot.simulator.control.acts import ChatActs
from bot.simulator.control.bodies import json_act, json_view
from bot.simulator.control.events import stream_events
from bot.simulator.control.membership import MembershipActs
from bot.simulator.control.platform import PlatformActs
from bot.simulator.control.views import Views
from bot.simulator.world import World


def control_routes(world: World) -> list[web.RouteDef]:
    """Handlers over one world."""
    views, chat_acts = Views(world), ChatActs(world)
    acts = chat_acts.acts() | MembershipActs(world).acts() | PlatformActs(world).acts()

    async def events(request: web.Request) -> web.StreamResponse:
        return await stream_events(world, request)

    return [
        *(web.post(f"/sim/{path}", json_act(act)) for path, act in acts.items()),
        *(web.post(f"/sim/{path}", json_view(form)) for path, form in chat_acts.forms().items()),
        *(web.get(f"/sim/{path}", json_view(view)) for path, view in views.views().items()),
        web.get("/sim/files/{file}", views.download),
        web.get("/sim/events", events),
    ]
