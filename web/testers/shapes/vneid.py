"""Shapes about how VNeID stands."""

from pydantic import AwareDatetime

from sandbox.mock_vneid.values import Device, Purpose, Wanted
from web.testers.shapes.base import Shape
from web.testers.shapes.people import Eid
from web.testers.shapes.vneid_wish import Paper


class Task(Shape):
    """The row of screens somebody is in."""

    purpose: Purpose
    wanted: Wanted
    """What the present screen asks for."""
    device: Device


class Registration(Shape):
    """A level-1 registration that is being filled in."""

    card_read: bool
    face: bool


class CodeInForce(Shape):
    """The newest code."""

    digits: str
    to: str
    """A phone number, or ``old``: the screen of the old phone."""
    expires_at: AwareDatetime


class Pending(Shape):
    """A level that is on its way."""

    level: Eid
    ready_at: AwareDatetime
    card: bool
    """Whether a chip card comes with it."""


class Lock(Shape):
    """Wrong tries in a row."""

    misses: int
    limit: int
    locked: bool


class Locks(Shape):
    """What wrong tries lock."""

    code: Lock
    password: Lock
    passcode: Lock


class PaperNow(Shape):
    """One of the citizen's papers."""

    paper: Paper
    number: str
    integrated: bool
    requests_left: int
    """How often it may still be asked for today."""


class PublicPortal(Shape):
    """The public portal as the citizen sees it."""

    asking: str
    """The way a sign-in has begun; empty when none has."""
    way: str
    """How the citizen is signed in; empty when not."""
    must_change: bool
    on_account_page: bool


class Secrets(Shape):
    """What is in the citizen's mind, right or not; ``new_…`` is what would be chosen next."""

    password: str
    passcode: str
    new_password: str
    new_passcode: str
    portal_password: str | None
    """That of the portal's own account; null while the citizen knows of none."""
    new_portal_password: str
    child_number: str | None
    """Null when no child has come along."""


class Vneid(Shape):
    """How VNeID stands, with the citizen's secrets: a tester plays both sides of the desk."""

    level: Eid
    """With every result that is ready."""
    chip_card: bool
    device: Device
    """Where the account is signed in; empty for nowhere."""
    task: Task | None
    """The screens in front; null when there are none."""
    registration: Registration | None
    code: CodeInForce | None
    pending: list[Pending]
    child_ready_at: AwareDatetime | None
    hotline: bool
    """Locked by telephone: only the card opens it again."""
    locks: Locks
    papers: list[PaperNow]
    portal: PublicPortal
    secrets: Secrets
