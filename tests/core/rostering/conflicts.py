"""A conflict told alone: a request in which its rules hold and no others."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from rostering.board import build_board
from rostering.planner.model import Model
from rostering.planner.solver import solve
from rostering.rules import Kind, Rule
from rostering.values import Limits, Person, Request, Slot

COVERS = {Kind.COVER, Kind.COMPETENT}


def kinds(rules: Collection[Rule]) -> set[Kind]:
    return {rule.kind for rule in rules}


def can_be_told_alone(rules: Collection[Rule]) -> bool:
    """Not where an organisation counts who is on leave, or a limit is about one day of several."""
    days = {rule.slot.session.day for rule in rules if rule.slot}
    limited = kinds(rules) & {Kind.DAY_LIMIT, Kind.WEEK_LIMIT}
    return Kind.KEEPS_ONE not in kinds(rules) and (len(days) == 1 or not limited)


def only(request: Request, rules: Collection[Rule]) -> Request:
    """The request with these rules, and those that cannot be given up."""
    people = tuple(_ruled(person, rules) for person in request.people)
    return replace(request, people=people, slots=tuple(dict.fromkeys(_covered(rules))))


def impossible(request: Request, rules: Collection[Rule]) -> bool:
    """Whether no shifts at all keep these rules: asked of whole shifts, at once, every time."""
    board, enforced, model = build_board(request, waive=True), set(rules), Model()
    for cell in board.cells:
        model.column(upper=0.0 if enforced.intersection(cell.against) else 1.0, whole=True)
    for cap in board.caps:
        if cap.rule in enforced or cap.rule.kind == Kind.ONE_PLACE:
            model.row([(cell, 1.0) for cell in cap.cells], high=cap.most)
    for rule in enforced:
        if rule.slot and rule.kind in COVERS:
            leading, learning = board.sides(rule.slot)
            cells = leading if rule.kind == Kind.COMPETENT else leading + learning
            model.row([(cell, 1.0) for cell in cells], low=rule.number)
    return solve(model) is None


def assert_smallest(request: Request, rules: Collection[Rule]) -> None:
    """They fail together, and would not if any one were left out."""
    assert impossible(request, rules)
    for left_out in rules:
        assert not impossible(request, [rule for rule in rules if rule != left_out])


def _covered(rules: Collection[Rule]) -> Iterator[Slot]:
    for slot in (rule.slot for rule in rules if rule.slot):
        needed = {rule.kind: rule.number for rule in rules if rule.slot == slot}
        competent = needed.get(Kind.COMPETENT, 0)
        yield replace(slot, wanted=needed.get(Kind.COVER, competent), competent=competent)


def _ruled(person: Person, rules: Collection[Rule]) -> Person:
    mine = [rule for rule in rules if rule.person == person.id]
    limits = {rule.kind: rule.number for rule in mine}
    return replace(
        person,
        organisation=replace(person.organisation, may_be_empty=True),
        leave=tuple(rule.leave for rule in mine if rule.leave),
        available=person.available if Kind.HOURS in limits else None,
        limits=Limits(
            limits.get(Kind.DAY_LIMIT), limits.get(Kind.WEEK_LIMIT), limits.get(Kind.PERIOD_LIMIT)
        ),
    )
