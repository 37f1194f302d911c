"""Which action comes next: the one that gets the first undone step of the procedure done."""

from collections.abc import Mapping, Sequence

from sandbox.log import Entry
from sandbox.world import fold_log
from training.careful_clerk import account, vneid
from training.careful_clerk.action import Action, ActionFor, Seat
from training.hints import hint_for
from training.scenario import Scenario

ACTIONS: Mapping[str, ActionFor] = {**account.ACTIONS, **vneid.ACTIONS}


def next_action(scenario: Scenario, log: Sequence[Entry], world_id: str = "") -> Action | None:
    """What a careful clerk does now; None when the procedure is done, or asks for what cannot be.

    A step may take several actions, such as a scan before the file is attached. A procedure in the
    wrong order asks, for example, for a code while no form is open.

    Raises:
        ValueError: the log is empty or does not begin with its start.
    """
    step = hint_for(scenario, log)
    try:
        return ACTIONS[step.id](Seat(fold_log(log), log, world_id)) if step else None
    except LookupError:
        return None  # no form, no office, no such screen: nothing there to do it with
