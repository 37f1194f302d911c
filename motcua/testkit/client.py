"""The HTTP client's front door: ``from motcua.testkit.client import Simulator``.

::

    world = Simulator("http://127.0.0.1:8000", token).create("tk-01-thuan-loi", seed=7)
    clerk = world.clerk()
"""

from motcua.testkit.citizen import AtTheDesk
from motcua.testkit.clerk import Clerk
from motcua.testkit.clock import Clock
from motcua.testkit.document import Document
from motcua.testkit.errors import (
    ExpectationsLeftError,
    NothingCameError,
    RefusedError,
    SimulatorError,
    StepRefusedError,
    UnreachableError,
)
from motcua.testkit.faults import Faults
from motcua.testkit.simulator import Simulator
from motcua.testkit.sms import Sms
from motcua.testkit.world import MakeWorld, World

__all__ = [
    "AtTheDesk",
    "Clerk",
    "Clock",
    "Document",
    "ExpectationsLeftError",
    "Faults",
    "MakeWorld",
    "NothingCameError",
    "RefusedError",
    "Simulator",
    "SimulatorError",
    "Sms",
    "StepRefusedError",
    "UnreachableError",
    "World",
]
