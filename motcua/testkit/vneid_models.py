"""What the simulator answers about VNeID. Fields a newer simulator adds are passed over."""

from datetime import datetime

from motcua.testkit.models import Shape


class VneidTask(Shape):
    """The screens in front: what they are about, what is asked for now, and on which device."""

    purpose: str
    wanted: str
    device: str


class Registration(Shape):
    """A level-1 registration being filled in."""

    card_read: bool
    face: bool


class VneidCode(Shape):
    """The newest code; ``to`` a phone number, or "old" for the screen of the old phone."""

    digits: str
    to: str
    expires_at: datetime


class Pending(Shape):
    """A level on its way."""

    level: str
    ready_at: datetime
    card: bool


class Lock(Shape):
    """Wrong tries in a row, and how many lock."""

    misses: int
    limit: int
    locked: bool


class Locks(Shape):
    """Wrong codes, passwords and passcodes."""

    code: Lock
    password: Lock
    passcode: Lock


class Paper(Shape):
    """One of the citizen's papers."""

    paper: str
    number: str
    integrated: bool
    requests_left: int


class PublicPortal(Shape):
    """The public portal; ``asking`` and ``way`` are "" when nobody signs in or is signed in."""

    asking: str
    way: str
    must_change: bool
    on_account_page: bool


class Secrets(Shape):
    """What the citizen has in mind, right or not; ``new_…`` is what they would choose next."""

    password: str
    passcode: str
    new_password: str
    new_passcode: str
    portal_password: str | None
    new_portal_password: str
    child_number: str | None


class Vneid(Shape):
    """How VNeID stands; ``device`` is where it is signed in, "" for nowhere."""

    level: str
    chip_card: bool
    device: str
    task: VneidTask | None
    registration: Registration | None
    code: VneidCode | None
    pending: tuple[Pending, ...]
    child_ready_at: datetime | None
    hotline: bool
    locks: Locks
    papers: tuple[Paper, ...]
    portal: PublicPortal
    secrets: Secrets
