"""The years a class can be planned for: each scenario stands under the procedure it practises.

A scenario cannot be moved to another year by the class: its steps, its clauses and its marks are
those of its own. Whoever needs it for another year copies it and changes the year there, where the
machine tries the copy before anybody else does.
"""

from collections.abc import Iterable, Mapping

from sandbox.era import era
from training.scenario import Scenario


def headings(scenarios: Iterable[Scenario]) -> Mapping[str, str]:
    """Scenario id to the name of its procedure, oldest first."""
    ordered = sorted(scenarios, key=lambda each: era(each.era).opens_on)
    return {each.id: era(each.era).title.partition(" – ")[0] for each in ordered}
