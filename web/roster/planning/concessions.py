"""What was agreed to beyond the rules: as it is stored, and as the planner takes it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from rostering.planner.repair import Change, Repair, apply
from rostering.rules import Kind, Rule
from rostering.values import Half, Request, Session


def to_json(change: Change) -> dict[str, object]:
    """A change as plain JSON."""
    rule = change.rule
    return {
        "kind": rule.kind.value,
        "person": rule.person,
        "organisation": rule.organisation,
        "session": _session_to_json(rule.session) if rule.session else None,
        "day": rule.day.isoformat() if rule.day else None,
        "number": rule.number,
        "sessions": [_session_to_json(session) for session in change.sessions],
        "more": change.more,
    }


def with_agreed(request: Request, agreed: Iterable[Mapping[str, Any]]) -> Request:
    """The request after everything that was agreed to; of people who have gone, nothing."""
    here = {person.id for person in request.people}
    changes = [change for change in map(_from_json, agreed) if change.rule.person in {"", *here}]
    return apply(request, Repair(tuple(changes), 0))


def _from_json(data: Mapping[str, Any]) -> Change:
    rule = Rule(
        Kind(data["kind"]),
        data["person"],
        data["organisation"],
        session=_session_from_json(data["session"]) if data["session"] else None,
        day=date.fromisoformat(data["day"]) if data["day"] else None,
        number=data["number"],
    )
    return Change(rule, tuple(map(_session_from_json, data["sessions"])), data["more"])


def _session_to_json(session: Session) -> list[object]:
    return [session.day.isoformat(), session.half.value, session.like, session.off]


def _session_from_json(data: list[Any]) -> Session:
    return Session(date.fromisoformat(data[0]), Half(data[1]), data[2], data[3])
