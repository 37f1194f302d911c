"""What an officer does on the admin portal."""

from dataclasses import dataclass, field

from sandbox.refusal import Problem
from sandbox.scanner import SpecimenTruth


@dataclass(frozen=True, slots=True)
class SignIn:
    """Sign in with the world's officer account (S4-03)."""

    username: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignOut:
    """Sign out."""


@dataclass(frozen=True, slots=True)
class OpenForm:
    """THÊM MỚI (S4-06)."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The form's fields exactly as typed; never stored as such."""

    id_number: str = ""
    full_name: str = ""
    birth_date: str = ""
    phone: str = ""
    email: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """An upload already judged by the scanner's rules; ``name`` as the file was called."""

    name: str
    truth: SpecimenTruth


@dataclass(frozen=True, slots=True)
class LookUp:
    """Tra cứu: search the accounts by the ID number (S4-08).

    ``typed`` and ``attachment`` are the rest of the form, when it was posted whole:
    what is usable of it is kept, and nothing else is said about it yet.
    """

    form: int
    id_number: str
    typed: Typed | None = None
    attachment: Attachment | Problem | None = None


@dataclass(frozen=True, slots=True)
class Fill:
    """The form as posted by any of its buttons.

    ``attachment`` is the file sent along, the reason it was refused, or None
    when no file was chosen this time.
    """

    form: int
    typed: Typed
    attachment: Attachment | Problem | None = None


@dataclass(frozen=True, slots=True)
class Download(Fill):
    """Tải xuống: make the request form from what is typed (S4-18)."""


@dataclass(frozen=True, slots=True)
class SendCode(Fill):
    """Gửi mã OTP (S4-19, S4-22)."""


@dataclass(frozen=True, slots=True)
class Create(Fill):
    """TẠO TÀI KHOẢN with the code the citizen read out (S4-23, S4-24)."""

    otp: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Cancel:
    """HỦY (S4-24)."""

    form: int
