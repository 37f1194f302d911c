"""Everything that can be reported as having happened in a world.

Facts are the only truth of a world: the rest is folded from them. Fields marked
``secret()`` belong to the citizen and are left out of every copy made for the
clerk's side.
"""

from datetime import datetime

from motcua.sandbox.details import Details
from motcua.sandbox.log import Actor, Fact, fact, secret
from motcua.sandbox.refusal import Refused
from motcua.sandbox.setup import Setup


@fact("world.started", Actor.SYSTEM)
class WorldStarted(Fact):
    """The first entry of every log: all that the rest is derived from."""

    seed: int
    era: str
    scenario: str
    setup: Setup


@fact("world.reset")
class WorldReset(Fact):
    """The world was laid down anew, as it had been before anybody moved."""


@fact("world.forked")
class WorldForked(Fact):
    """Everything above was copied from another world, up to and including ``at_seq``."""

    source: str
    at_seq: int


@fact("world.imported")
class WorldImported(Fact):
    """Everything above was read from a file."""


@fact("clock.moved")
class ClockMoved(Fact):
    """The world's time jumped forward."""

    seconds: float


@fact("clock.frozen")
class ClockFrozen(Fact):
    """The world's time stands still from here on."""


@fact("clock.resumed")
class ClockResumed(Fact):
    """The world's time runs again; ``behind`` is real time minus world time, in seconds."""

    behind: float


@fact("fault.ordered")
class FaultOrdered(Fact):
    """Trouble for the next ``times`` things that match; "" matches anything.

    ``seconds`` belongs to a late message, ``status`` (HTTP, 0: the usual) to a failing portal.
    """

    number: int
    channel: str
    action: str
    times: int
    to: str = ""
    what: str = ""
    seconds: int = 0
    status: int = 0


@fact("fault.withdrawn")
class FaultWithdrawn(Fact):
    """An ordered fault strikes no more."""

    number: int


@fact("fault.spent", Actor.SYSTEM)
class FaultSpent(Fact):
    """An ordered fault struck once."""

    number: int


@fact("step.refused")
class StepRefused(Fact):
    """A step that was not taken, and every reason; ``form`` 0 when it was not about a form."""

    step: str
    reasons: tuple[Refused, ...]
    form: int = 0


@fact("hint.shown")
class HintShown(Fact):
    """The clerk asked what comes next."""

    step: str


@fact("portal.signed_in")
class PortalSignedIn(Fact):
    """The officer signed in to the portal."""


@fact("portal.signed_out")
class PortalSignedOut(Fact):
    """The officer signed out of the portal."""


@fact("form.opened")
class FormOpened(Fact):
    """THÊM MỚI was pressed."""

    form: int


@fact("form.looked_up")
class LookedUp(Fact):
    """An ID number was looked up; ``found`` when it has an account (S4-08)."""

    form: int
    id_number: str
    found: bool


@fact("form.file_attached")
class FileAttached(Fact):
    """A scan was taken by the form; ``holder`` is whose card it truly shows."""

    form: int
    name: str
    holder: str
    sides: str
    fmt: str
    size: int


@fact("form.details_saved")
class DetailsSaved(Fact):
    """The form's fields changed."""

    form: int
    details: Details


@fact("form.downloaded")
class RequestFormDownloaded(Fact):
    """Tải xuống was pressed: the request form was made from these details (S4-18)."""

    form: int
    details: Details


@fact("form.code_sent")
class CodeSent(Fact):
    """Gửi mã OTP was pressed (S4-19)."""

    form: int
    number: int
    phone: str
    expires_at: datetime
    digits: str = secret()


@fact("form.cancelled")
class FormCancelled(Fact):
    """HỦY was pressed."""

    form: int


@fact("account.created")
class AccountCreated(Fact):
    """TẠO TÀI KHOẢN succeeded; the password is for the citizen only (S4-25)."""

    form: int
    details: Details
    password: str = secret()


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


@fact("scan.made")
class ScanMade(Fact):
    """The scanner made a file of somebody's card."""

    number: int
    holder: str
    sides: str
    fmt: str
    size: str


@fact("desk.said")
class Said(Fact):
    """The clerk said one of the desk's phrases."""

    phrase: str


@fact("desk.answered", Actor.CITIZEN)
class Answered(Fact):
    """The scripted citizen answered in words the clerk may hear anywhere."""

    phrase: str
    words: str


@fact("desk.code_read", Actor.CITIZEN)
class CodeRead(Fact):
    """The scripted citizen read a message aloud; heard on the citizen's side only."""

    sms: int


@fact("desk.form_checked", Actor.CITIZEN)
class FormChecked(Fact):
    """The citizen read the request form; ``wrong`` names the fields that are not true."""

    form: int
    details: Details
    wrong: tuple[str, ...]


@fact("desk.citizen_left", Actor.CITIZEN)
class CitizenLeft(Fact):
    """The citizen got up and went."""


@fact("desk.visit_closed")
class VisitClosed(Fact):
    """The clerk closed the visit; ``outcome`` as the world stood (see desk.py)."""

    outcome: str
