"""What can be done with VNeID on the citizen's side; texts are as typed and never stored."""

from dataclasses import dataclass, field

from sandbox.mock_vneid.values import Device
from sandbox.own_hands import ByHand


@dataclass(frozen=True, slots=True)
class BeginRegistration(ByHand):
    """Level 1: the personal number and the citizen's own phone number."""

    number: str
    phone: str


@dataclass(frozen=True, slots=True)
class ReadChip(ByHand):
    """Hold the card to the phone (NFC); also the way onto a new phone without the old one."""


@dataclass(frozen=True, slots=True)
class ReadQr(ByHand):
    """Take a picture of the card's QR code, where NFC will not do."""


@dataclass(frozen=True, slots=True)
class TakeFace(ByHand):
    """Look into the camera."""


@dataclass(frozen=True, slots=True)
class SubmitRegistration(ByHand):
    """Send the registration; the result comes by text message."""


@dataclass(frozen=True, slots=True)
class Enrol(ByHand):
    """Be enrolled for level 2 at the police, after a referral; the result comes by message."""


@dataclass(frozen=True, slots=True)
class RequestActivation(ByHand):
    """[Kích hoạt] and [Gửi yêu cầu], on the phone or on a computer."""

    number: str
    phone: str
    device: Device = Device.HANDSET


@dataclass(frozen=True, slots=True)
class ResendCode(ByHand):
    """Ask for a new code for the screen in front."""


@dataclass(frozen=True, slots=True)
class EnterCode(ByHand):
    """Type the one-time code."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SetPassword(ByHand):
    """Choose a password and type it twice."""

    password: str = field(repr=False)
    again: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SetPasscode(ByHand):
    """Choose the six digits and type them twice."""

    passcode: str = field(repr=False)
    again: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SetQuestions(ByHand):
    """Choose two security questions (keys of ``activation.QUESTIONS``) and answer them."""

    first: str
    first_answer: str = field(repr=False)
    second: str
    second_answer: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignIn(ByHand):
    """Sign in to the app on the citizen's telephone."""

    number: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignOut(ByHand):
    """Quản lý thiết bị › Hủy liên kết, on the telephone in hand."""


@dataclass(frozen=True, slots=True)
class CallHotline(ByHand):
    """Ring the hotline to have the account locked on a lost phone."""


@dataclass(frozen=True, slots=True)
class ForgetPassword(ByHand):
    """[Quên mật khẩu]: number, phone and who one is."""

    number: str
    phone: str
    full_name: str
    birth_date: str


@dataclass(frozen=True, slots=True)
class ForgetPasscode(ByHand):
    """[Quên passcode], signed in."""


@dataclass(frozen=True, slots=True)
class IntegratePaper(ByHand):
    """Tích hợp thông tin › Tạo mới yêu cầu; ``paper`` is a key of ``people.PAPERS``."""

    paper: str
    number: str
    passcode: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RegisterChild(ByHand):
    """Register one's child under 14, from one's own level-2 account."""

    number: str
    passcode: str = field(repr=False)
