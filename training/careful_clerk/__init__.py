"""The careful clerk: what somebody who keeps to the plan does next, one deed at a time.

It shows a scenario on the real screens (xem) and tries a scenario before it is published.
``deed`` what it sees and does · ``account`` the deeds of the account creation · ``vneid`` those of
the check at arrival and of VNeID · ``choosing`` which deed comes next.
"""

from training.careful_clerk.choosing import DEEDS, next_deed
from training.careful_clerk.deed import Deed, Seat

__all__ = ["DEEDS", "Deed", "Seat", "next_deed"]
