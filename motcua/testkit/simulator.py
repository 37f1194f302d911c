"""The simulator: makes worlds."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from motcua.testkit.models import Account, Preset, ScenarioInfo, WorldState
from motcua.testkit.transport import Transport
from motcua.testkit.world import World


class Simulator:
    """A running motcua whose tester API is switched on."""

    def __init__(
        self,
        url: str,
        token: str,
        accounts: Sequence[Mapping[str, str]] = (),
        data: Path | None = None,
    ) -> None:
        """``accounts`` and ``data`` are known of a simulator that this run started itself."""
        self.url = url
        self.token = token
        self.accounts = [Account.model_validate(account) for account in accounts]
        self._data = data
        self._transport = Transport(url, token)

    def create(
        self,
        scenario: str = "tk-01-thuan-loi",
        seed: int = 1,
        *,
        citizen: str | Mapping[str, object] | None = None,
        frozen_at: datetime | None = None,
        **more: object,
    ) -> World:
        """A new world.

        ``citizen`` is a handle of ``presets`` or traits; ``frozen_at`` a moment, with its
        time zone, at which the world's clock stands until it is moved. ``more`` are ``era``,
        ``ttl_s``, ``topics`` (what the desk offers: account, vneid) and ``vneid``, how the
        citizen comes to it: ``{"signed_in_on": "old"}``.
        """
        clock = {"mode": "frozen", "now": frozen_at.isoformat()} if frozen_at else None
        wish = {"scenario": scenario, "seed": seed, "citizen": citizen, "clock": clock}
        answer = self._transport.post("/worlds", {**wish, **more})
        return self._world(answer.data)

    def world(self, world_id: str) -> World:
        """A world that is there already."""
        return self._world(self._transport.get(f"/worlds/{world_id}").data)

    def take_in(self, run: bytes) -> World:
        """A new world from a file that ``World.export`` made; an altered one is refused."""
        return self._world(self._transport.post("/runs", json.loads(run)).data)

    def scenarios(self) -> list[ScenarioInfo]:
        """What worlds can be made of."""
        listed = self._transport.get("/scenarios").data["scenarios"]
        return [ScenarioInfo.model_validate(scenario) for scenario in listed]

    def presets(self) -> list[Preset]:
        """The stable handles for citizens."""
        listed = self._transport.get("/citizens").data["presets"]
        return [Preset.model_validate(preset) for preset in listed]

    def _world(self, state: Any) -> World:
        return World(self._transport, WorldState.model_validate(state), self._reopen())

    def _reopen(self) -> str:
        """How to look at a world after the run, when the simulator ended with it."""
        if self._data is None:
            return ""
        port = urlsplit(self.url).port
        return f"After this run: motcua demo --data {self._data} --port {port}"
