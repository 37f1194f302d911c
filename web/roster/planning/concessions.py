"""What was agreed to beyond the rules: as it is kept, and as the planner takes it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from rostering.planner.repair import Change, Repair, apply
from rostering.rules import Kind, Rule
from rostering.values import Half, Request, Session


def stored(change: Change) -> dict[str, object]:
    """A change as plain JSON."""
    rule = change.rule
    return {
        "kind": rule.kind.value,
        "person": rule.person,
        "organisation": rule.organisation,
        "session": _written(rule.session) if rule.session else None,
        "day": rule.day.isoformat() if rule.day else None,
        "number": rule.number,
        "sessions": [_written(session) for session in change.sessions],
        "more": change.more,
    }


def with_agreed(request: Request, agreed: Iterable[Mapping[str, Any]]) -> Request:
    """The request after everything that was agreed to; of people who have gone, nothing."""
    here = {person.id for person in request.people}
    changes = [change for change in map(_read, agreed) if change.rule.person in {"", *here}]
    return apply(request, Repair(tuple(changes), 0))


def _read(kept: Mapping[str, Any]) -> Change:
    rule = Rule(
        Kind(kept["kind"]),
        kept["person"],
        kept["organisation"],
        session=_session(kept["session"]) if kept["session"] else None,
        day=date.fromisoformat(kept["day"]) if kept["day"] else None,
        number=kept["number"],
    )
    return Change(rule, tuple(map(_session, kept["sessions"])), kept["more"])


def _written(session: Session) -> list[object]:
    return [session.day.isoformat(), session.half.value, session.like, session.off]


def _session(kept: list[Any]) -> Session:
    return Session(date.fromisoformat(kept[0]), Half(kept[1]), kept[2], kept[3])
