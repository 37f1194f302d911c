"""What holds for every test: it may take as long as it takes, and the collector leaves it alone."""

import gc
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# Hypothesis would call a slow machine a mistake.
settings.register_profile(
    "any machine", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """No collector meanwhile, and none for what is there afterwards.

    What stands once all are collected stays to the end; looking through it again and again took a
    quarter of the time.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        gc.freeze()
