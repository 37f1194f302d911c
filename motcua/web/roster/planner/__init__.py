"""The planner: a linear model of the rules, solved to the proven best by HiGHS.

The ``board`` says who could take which slot; ``hard`` and ``soft`` write the rules down in a
``model``; ``solver`` finds its cheapest values; ``planning`` asks for them in the right order.
``conflict`` and ``repair`` are for when it cannot be done.
"""

from motcua.web.roster.planner.conflict import conflict
from motcua.web.roster.planner.planning import LIMIT_S, Plan, plan
from motcua.web.roster.planner.repair import Change, Repair, apply, repairs

__all__ = ["LIMIT_S", "Change", "Plan", "Repair", "apply", "conflict", "plan", "repairs"]
