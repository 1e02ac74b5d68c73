"""Handlers for the platform itself: its faults, its clock, its counters."""

from dataclasses import asdict

from bot.simulator.control.bodies import Act, number
from bot.simulator.wire import Json
from bot.simulator.world import World


class PlatformActs:
    """What no person does; `acts` lists the addresses."""

    def __init__(self, world: World) -> None:
        self._world = world

    def acts(self) -> dict[str, Act]:
        """Handlers of JSON requests."""
        return {
            "faults": self._set_faults,
            "clock": self._advance,
            "update-ids": self._restart_ids,
            "stats/reset": self._reset_stats,
        }

    def _set_faults(self, body: Json) -> Json:
        self._world.plan.set(self._world.plan.faults.changed(body))
        return asdict(self._world.plan.faults)

    def _advance(self, body: Json) -> Json:
        self._world.clock.advance(float(body["advance"]))
        return {"now": self._world.clock.now()}

    def _restart_ids(self, body: Json) -> Json:
        self._world.updates.restart_ids(number(body, "next"))
        return {}

    def _reset_stats(self, _body: Json) -> Json:
        self._world.calls.reset()
        self._world.limits.early = 0
        return {}
