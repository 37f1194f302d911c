"""Everything that can be reported as having happened in a world.

Facts are the only truth of a world: the rest is folded from them. Fields marked
``secret()`` belong to the citizen and are left out of every copy made for the
clerk's side.
"""

from motcua.sandbox.events.desk import (
    Answered,
    CitizenLeft,
    CodeRead,
    FormChecked,
    Said,
    ScanMade,
    VisitClosed,
)
from motcua.sandbox.events.portal import (
    AccountCreated,
    CodeSent,
    DetailsSaved,
    FileAttached,
    FormCancelled,
    FormOpened,
    LookedUp,
    PortalSignedIn,
    PortalSignedOut,
    RequestFormDownloaded,
)
from motcua.sandbox.events.telephone import (
    SmsCleared,
    SmsReleased,
    SmsSent,
)
from motcua.sandbox.events.worlds import (
    ClockFrozen,
    ClockMoved,
    ClockResumed,
    FaultOrdered,
    FaultSpent,
    FaultWithdrawn,
    HintShown,
    StepRefused,
    WorldForked,
    WorldImported,
    WorldReset,
    WorldStarted,
)

__all__ = [
    "AccountCreated",
    "Answered",
    "CitizenLeft",
    "ClockFrozen",
    "ClockMoved",
    "ClockResumed",
    "CodeRead",
    "CodeSent",
    "DetailsSaved",
    "FaultOrdered",
    "FaultSpent",
    "FaultWithdrawn",
    "FileAttached",
    "FormCancelled",
    "FormChecked",
    "FormOpened",
    "HintShown",
    "LookedUp",
    "PortalSignedIn",
    "PortalSignedOut",
    "RequestFormDownloaded",
    "Said",
    "ScanMade",
    "SmsCleared",
    "SmsReleased",
    "SmsSent",
    "StepRefused",
    "VisitClosed",
    "WorldForked",
    "WorldImported",
    "WorldReset",
    "WorldStarted",
]
