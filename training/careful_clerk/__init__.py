"""The careful clerk: what somebody who keeps to the plan does next, one action at a time.

It shows a scenario on the real screens (xem) and tries a scenario before it is published.
``action`` what it sees and does · ``account`` the actions of the account creation · ``vneid``
those of the check at arrival and of VNeID · ``choosing`` which action comes next.
"""

from training.careful_clerk.action import Action, Seat
from training.careful_clerk.choosing import ACTIONS, next_action

__all__ = ["ACTIONS", "Action", "Seat", "next_action"]
