"""The register of detectors: how the mistakes no rule refuses are found in a story."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from sandbox.log import Fact
from training.story import Moment, Story

Detector = Callable[[Story], Sequence[Moment[Fact]]]
D = TypeVar("D", bound=Detector)

DETECTORS: dict[str, Detector] = {}


def _register(topic: str) -> Callable[[D], D]:
    def register(function: D) -> D:
        DETECTORS[f"{topic}.{function.__name__}"] = function
        return function

    return register


# Each registers a function under its own name: ``wrong_id`` finds ``tk.wrong_id``. A detector
# gives every moment the mistake was made, in order; none when it was not.
detector = _register("tk")
vneid_detector = _register("vn")
