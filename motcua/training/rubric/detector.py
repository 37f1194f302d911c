"""The register of detectors: how the mistakes no rule refuses are found in a story."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from motcua.sandbox.log import Fact
from motcua.training.story import Moment, Story

Detector = Callable[[Story], Sequence[Moment[Fact]]]
D = TypeVar("D", bound=Detector)

DETECTORS: dict[str, Detector] = {}


def detector(function: D) -> D:
    """Register a function under its own name: ``wrong_id`` finds ``tk.wrong_id``.

    It gives every moment the mistake was made, in order; none when it was not.
    """
    DETECTORS[f"tk.{function.__name__}"] = function
    return function
