"""What a citizen does on the public portal; texts are as typed and never stored."""

from dataclasses import dataclass, field

from sandbox.own_hands import ByHand


@dataclass(frozen=True, slots=True)
class ScanQr(ByHand):
    """Scan the portal's QR code with VNeID on the telephone."""


@dataclass(frozen=True, slots=True)
class GiveNumber(ByHand):
    """Type the personal number and the VNeID password on the portal."""

    number: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShareConsent(ByHand):
    """[Xác nhận chia sẻ], with or without the tick."""

    ticked: bool


@dataclass(frozen=True, slots=True)
class ConfirmPasscode(ByHand):
    """Type the passcode and [Xác nhận]."""

    passcode: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignInWithAccount(ByHand):
    """Sign in with the portal's own account: the ID number it was made for, and its password."""

    number: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChangePassword(ByHand):
    """Choose a password of one's own after the first sign-in."""

    password: str = field(repr=False)
    again: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignOut(ByHand):
    """Leave the portal."""
