"""What becomes of a test's worlds: ended when it passed, kept and told of when it failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from motcua.testkit.models import Expectation
    from motcua.testkit.world import World

WORLDS = pytest.StashKey["list[World]"]()
FAILED = pytest.StashKey[bool]()


def report_worlds(item: pytest.Item, report: pytest.TestReport) -> None:
    """Add to a failure where its worlds can be looked at."""
    for world in item.stash.get(WORLDS, []):
        report.sections.append(("motcua world", "\n".join(_lines(world))))


def _lines(world: World) -> list[str]:
    from motcua.testkit.errors import SimulatorError  # noqa: PLC0415  # only after a failure

    lines = [f"scenario={world.scenario!r}, seed={world.seed}, id={world.id}"]
    try:
        lines.append(f"Replay: {world.replay}")
    except SimulatorError as error:
        lines.append(f"No replay: {error}")
    return lines + ([world.reopen] if world.reopen else [])


def end_worlds(worlds: list[World]) -> None:
    """End the worlds of a test that passed.

    Raises:
        ExpectationsLeftError: trouble that the test ordered never struck.
    """
    from motcua.testkit.errors import ExpectationsLeftError  # noqa: PLC0415  # not at pytest's start

    unspent = [each for world in worlds for each in _end(world) if not each.hits]
    if unspent:
        descriptions = "; ".join(_description(each) for each in unspent)
        raise ExpectationsLeftError(f"Ordered, but never struck: {descriptions}.")


def _end(world: World) -> list[Expectation]:
    from motcua.testkit.errors import RefusedError  # noqa: PLC0415  # not at pytest's start

    try:
        return world.delete()
    except RefusedError as refused:
        if refused.status in (404, 410):
            return []  # the test ended it itself, or its time is over
        raise


def _description(each: Expectation) -> str:
    match = each.match.model_dump(exclude_none=True)
    matchers = ", ".join(f"{name} {value}" for name, value in match.items())
    return f"{each.action.type} on {matchers}"
