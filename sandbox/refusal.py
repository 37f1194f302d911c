"""Refusals: ordinary values that say which rule, at which field, in which step."""

from dataclasses import dataclass

from sandbox.rules import Rule


@dataclass(frozen=True, slots=True)
class Problem:
    """One rule broken at one place.

    ``field`` is the form field's name, or "" when the whole step is meant.
    ``values`` fill the sentence's {placeholders} and never hold what was typed.
    """

    rule: Rule
    field: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A step that was not taken, with every reason at once (never one by one)."""

    step: str
    problems: tuple[Problem, ...]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules broken, in the order of the form."""
        return tuple(problem.rule for problem in self.problems)


def refuse(step: str, rule: Rule, field: str = "", **values: str) -> Refusal:
    """Refuse ``step`` for one reason."""
    return Refusal(step, (Problem(rule, field, tuple(values.items())),))


@dataclass(frozen=True, slots=True)
class Refused:
    """One reason of a refused step, without what was typed."""

    rule: Rule
    field: str = ""
