"""A run as a pytest file that repeats it: the same world, the same steps, the same times."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import timedelta

from sandbox.ending import CLASS_OVER
from sandbox.events import (
    FaultOrdered,
    FormOpened,
    HintShown,
    StepRefused,
    VisitClosed,
    WorldStarted,
)
from sandbox.log import Actor, Entry, Fact
from sandbox.world import apply, fold_log
from training.scenario import Scenario, catalogue
from training.scoring import score
from web.testers.citizens import traits_shape
from web.testers.pytest_steps import step_lines
from web.testers.pytest_steps_vneid import automatic_seqs, has_own_secrets
from web.testers.pytest_words import python, quoted

_FILE = '''\
"""{title}: a run told again. Needs motcua[testkit]."""

from datetime import datetime

import pytest

{imports}
{helpers}

@pytest.mark.world(
    scenario="{scenario}",
    seed={seed},
    citizen={citizen},
    frozen_at=datetime.fromisoformat("{start}"),
{wishes})
def test_{name}(world: World) -> None:
    clerk = world.clerk()
{hands}{body}'''

_HANDS = re.compile(r"(?<!world\.)\bcitizen\.")
_CODE = '''

def code(sms: Sms, seq: int) -> str:
    """The one-time code in the message of that number."""
    return next(message.code or "" for message in sms.all() if message.seq == seq)
'''

_ANOTHER = '''

def another(code: str) -> str:
    """Six digits that are not this code."""
    return f"{(int(code) + 1) % 1_000_000:06d}"
'''


def render(whole_log: Sequence[Entry]) -> str:
    """The text of the file; a visit that its class cut short is told as far as the clerk came.

    Raises:
        KeyError: the scenario is no longer there.
        TypeError: the log does not begin with ``world.started``.
    """
    log = [entry for entry in whole_log if entry.fact != VisitClosed(CLASS_OVER)]
    start = log[0].fact
    if not isinstance(start, WorldStarted):
        raise TypeError("a log begins with world.started")
    scenario = catalogue()[start.scenario]
    body = "".join(f"    {line}\n" for line in [*_steps(log), *_end(log)])
    return _FILE.format(
        title=scenario.title,
        imports=_imports(body),
        helpers=(_CODE if "code(world" in body else "") + (_ANOTHER if "another(" in body else ""),
        scenario=start.scenario,
        seed=start.seed,
        citizen=_citizen(start),
        start=log[0].at.isoformat(),
        wishes="".join(f"    {wish},\n" for wish in _wishes(start, scenario)),
        name=re.sub(r"\W+", "_", start.scenario),
        hands="    citizen = world.citizen\n" if _HANDS.search(body) else "",
        body=body,
    )


def _citizen(start: WorldStarted) -> str:
    return python(traits_shape(start.setup.traits).model_dump(mode="json", exclude_none=True))


def _wishes(start: WorldStarted, scenario: Scenario) -> Iterator[str]:
    """What else was not the scenario's own."""
    if start.era != scenario.era:
        yield f"era={quoted(start.era)}"
    if start.setup.topics != scenario.setup.topics:
        yield f"topics={python(list(start.setup.topics))}"
    before, after = asdict(scenario.setup.vneid), asdict(start.setup.vneid)
    changed = {name: value for name, value in after.items() if value != before[name]}
    if changed:
        listed = (list(value) if isinstance(value, tuple) else value for value in changed.values())
        yield f"vneid={python(dict(zip(changed, listed, strict=True)))}"


def _imports(body: str) -> str:
    """Only what the steps ask for."""
    used = {"Sms": "code(world", "StepRefusedError": "StepRefusedError"}
    names = [*(name for name, sign in used.items() if sign in body), "World"]
    officer = "\nfrom motcua.testkit.models import Officer" if "Officer(" in body else ""
    return f"from motcua.testkit.client import {', '.join(names)}{officer}"


def _steps(log: Sequence[Entry]) -> Iterator[str]:
    """Every step, each at its own time."""
    world, moment, automatic = fold_log(log[:1]), log[0].at, automatic_seqs(log)
    for entry in log[1:]:
        skipped = entry.seq in automatic or _ordered_by_scenario(entry)
        lines = [] if skipped else list(step_lines(entry.fact, world))
        if lines:
            yield from _pause(entry.at - moment)
            moment = entry.at
        yield from lines
        world = apply(world, entry)


def _ordered_by_scenario(entry: Entry) -> bool:
    """Whether the scenario orders it by itself again."""
    return entry.actor is Actor.SYSTEM and isinstance(entry.fact, FaultOrdered)


def _pause(gap: timedelta) -> Iterator[str]:
    seconds = gap.total_seconds()
    if seconds > 0:
        yield f"world.clock.advance({f'{seconds:.6f}'.rstrip('0').rstrip('.')})"


def _end(log: Sequence[Entry]) -> Iterator[str]:
    card = score(catalogue()[fold_log(log).scenario], log)
    if any(isinstance(entry.fact, VisitClosed) for entry in log):
        yield f"assert world.score().outcome == {quoted(card.outcome)}"
    if not _is_approximate(log):
        yield f"assert world.score().points == {card.points}"


def _is_approximate(log: Sequence[Entry]) -> bool:
    forms = sum(isinstance(entry.fact, FormOpened) for entry in log)
    approximate = any(_is_approximate_step(entry.fact) for entry in log)
    return forms > 1 or approximate or has_own_secrets(log, fold_log(log[:1]).seed)


def _is_approximate_step(fact: Fact) -> bool:
    """Whether the log does not say enough to do the very same again."""
    if isinstance(fact, StepRefused):
        return any(reason.rule.startswith(("identity.", "desk.")) for reason in fact.reasons)
    return isinstance(fact, HintShown)
