"""The planner: a linear model of the rules, solved to the proven best by HiGHS.

The ``board`` says who could take which slot; ``hard`` and ``soft`` write the rules down in a
``model``; ``solver`` finds its cheapest values; ``planning`` asks for them in the right order.
``conflicts`` and ``repair`` are for when it cannot be done.
"""

from rostering.planner.conflicts import conflict
from rostering.planner.planning import LIMIT_S, Plan, plan
from rostering.planner.repair import Change, Repair, apply, repairs

__all__ = ["LIMIT_S", "Change", "Plan", "Repair", "apply", "conflict", "plan", "repairs"]
