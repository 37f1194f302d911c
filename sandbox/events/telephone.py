"""The telephone network: messages and what became of them."""

from datetime import datetime

from sandbox.log import Actor, Fact, fact, secret


@fact("sms.sent", Actor.SYSTEM)
class SmsSent(Fact):
    """A message left for a phone. ``deliver_at`` None: lost, or held until the next one."""

    number: int
    to: str
    what: str
    deliver_at: datetime | None
    fate: str
    body: str = secret()


@fact("sms.released", Actor.SYSTEM)
class SmsReleased(Fact):
    """A held message goes out after a later one (reordering)."""

    number: int
    deliver_at: datetime


@fact("sms.cleared")
class SmsCleared(Fact):
    """A tester has seen these messages and wants to hear of them no more; phones keep them."""

    numbers: tuple[int, ...]
