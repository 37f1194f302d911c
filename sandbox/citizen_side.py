"""All that can be done on the citizen's side of the desk, by command."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sandbox import own_hands
from sandbox.mock_vneid import steps as vneid
from sandbox.own_hands import ByHand, Step
from sandbox.public_portal import steps as public
from sandbox.state import Chance, Decision, World

STEPS: Mapping[type[ByHand], Step[Any]] = {**vneid.STEPS, **public.STEPS}


def take(world: World, command: ByHand, now: datetime, chance: Chance) -> Decision:
    """Decide a command given on the citizen's side, by whoever's hand."""
    return own_hands.decide(STEPS[type(command)], world, command, now, chance)
