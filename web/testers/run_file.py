"""A run as one file, and reading it back: nothing is taken that could not have happened here."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sandbox import codec, guard, identity, people
from sandbox.details import Details
from sandbox.log import Actor, Entry, Fact
from sandbox.refusal import Problem
from sandbox.state import World
from sandbox.world import fold_log
from training.debrief import timeline
from training.scenario import catalogue
from training.scoring import score
from web.testers.problems import ApiError
from web.testers.scenarios import OFFICE_SCENARIO, is_office_scenario, out_of_time
from web.testers.shapes.runs import Event, RunFile
from web.worlds.service import FIRST_LINK

_FIRST_MOMENT, _LAST_MOMENT = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)

# What a log made by hand may set off in code that trusts its own logs.
IMPOSSIBLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def export(log: Sequence[Entry]) -> RunFile:
    """The whole log, chained."""
    return RunFile(format="motcua-run", version=1, events=events(log))


def events(log: Sequence[Entry]) -> list[Event]:
    """The log's lines with the links of their chain."""
    exported, link = [], FIRST_LINK
    for entry in log:
        link = codec.link(link, entry)
        payload = json.loads(codec.encode(entry.fact))
        exported.append(
            Event(
                seq=entry.seq,
                at=entry.at,
                actor=entry.actor,
                kind=entry.fact.kind,
                payload=payload,
                link=link,
            )
        )
    return exported


def parse(file: RunFile) -> list[Entry]:
    """The log in the file. Raises ApiError 422 saying what cannot be accepted."""
    _no_real_data(file)
    try:
        log = [_entry(event) for event in file.events]
        _check_chain(file, log)
        world = fold_log(log)
        _check_scenario(world)
        score(catalogue()[world.scenario], log)
        timeline(log)
    except IMPOSSIBLE as error:
        raise impossible() from error
    _only_personas(world, log)
    return log


def _check_scenario(world: World) -> None:
    if is_office_scenario(world.scenario):
        raise _refusal(f"of its scenario, {OFFICE_SCENARIO}")
    why = out_of_time(catalogue()[world.scenario], world.era.name, world.setup.topics)
    if why:
        raise _refusal(f"its era has no such procedure ({why.rstrip('.')})")


def impossible() -> ApiError:
    """The refusal of a log that contradicts itself."""
    return _refusal("it tells of things that cannot happen in a world of this version")


def _refusal(reason: str) -> ApiError:
    return ApiError(422, f"The file cannot be taken: {reason}. Nothing was kept.")


def _entry(event: Event) -> Entry:
    fact = codec.decode(event.kind, json.dumps(event.payload))
    return Entry(event.seq, event.at.astimezone(UTC), Actor(event.actor), fact)


def _check_chain(file: RunFile, log: Sequence[Entry]) -> None:
    link, last = FIRST_LINK, _FIRST_MOMENT
    for place, (event, entry) in enumerate(zip(file.events, log, strict=True), start=1):
        link = codec.link(link, entry)
        if event.link != link or entry.seq != place:
            raise _refusal(f"it was changed after it was written, at event {place}")
        if not last <= entry.at < _LAST_MOMENT:
            raise _refusal(f"time runs backwards at event {place}")
        last = entry.at


def _no_real_data(file: RunFile) -> None:
    for event in file.events:
        if any(guard.real_looking(text) for text in _texts([event.kind, event.payload])):
            raise _refusal(f"event {event.seq} holds what could be a real person's data")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts([*value, *value.values()])
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _only_personas(world: World, log: Sequence[Entry]) -> None:
    for entry in log:
        name = _name_in(entry.fact)
        if name and isinstance(identity.read_name(name, people.personas(world)), Problem):
            raise _refusal(f"event {entry.seq} names somebody who is no persona of this world")


def _name_in(fact: Fact) -> str:
    details = getattr(fact, "details", None)
    return details.full_name if isinstance(details, Details) else ""
