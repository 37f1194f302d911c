"""A button pressed on the citizen's side."""

from dataclasses import replace

from sandbox.own_hands import ByHand
from sandbox.refusal import Problem
from sandbox.rules import Rule
from web.desk.citizen_side.visits import Side, act, problems_of

Problems = tuple[Problem, ...]


def press(side: Side, command: ByHand) -> tuple[Side, Problems]:
    """Do it; the side as it is after that, and what was wrong (() when it was done)."""
    result = act(side, command)
    return side.with_result(result), _on_this_screen(problems_of(result))


def _on_this_screen(problems: Problems) -> Problems:
    """A step out of turn is answered on another screen, which has none of its fields."""
    early = next((each for each in problems if each.rule is Rule.VNEID_STEP_ORDER), None)
    return (replace(early, field=""),) if early else problems
