"""How a visit ought to end; the values are those of ``VisitClosed.outcome`` (see ending.py)."""

from enum import StrEnum


class Outcome(StrEnum):
    """What a scenario may ask for."""

    ACCOUNT_CREATED = "account_created"
    ACCOUNT_EXISTS = "account_exists"
    CITIZEN_LEFT = "citizen_left"
    HANDED_OVER = "handed_over"
    REFERRED = "referred"
    REGISTERED = "registered"
    CHILD_REGISTERED = "child_registered"
    ACTIVATED = "activated"
    ACCESS_RESTORED = "access_restored"
    PAPERS_INTEGRATED = "papers_integrated"
    ONLINE = "online"
    DECLINED = "declined"
    RECEIVED = "received"
