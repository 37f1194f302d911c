"""VNeID: registering, activating, devices, secrets renewed, papers integrated."""

from datetime import datetime

from sandbox.log import Actor, Fact, HandFact, fact, secret


@fact("vneid.registration_begun")
class RegistrationBegun(HandFact):
    """Number and phone were taken for a level-1 registration."""


@fact("vneid.card_read")
class CardRead(HandFact):
    """The card was read; ``how`` "nfc" or "qr"."""

    how: str


@fact("vneid.face_taken")
class FaceTaken(HandFact):
    """The citizen's face was taken."""


@fact("vneid.registration_sent")
class RegistrationSent(HandFact):
    """The registration was sent; level 1 from ``ready_at`` on."""

    ready_at: datetime


@fact("vneid.enrolled")
class Enrolled(HandFact):
    """The police took the citizen in for level 2; ``card``: for a chip card as well (S2-08)."""

    ready_at: datetime
    card: bool


@fact("vneid.activation_asked")
class ActivationAsked(HandFact):
    """Gửi yêu cầu was pressed; ``device`` handset or computer."""

    device: str


@fact("vneid.code_issued", Actor.SYSTEM)
class CodeIssued(Fact):
    """A one-time code; ``to`` a phone number, or "old" for the old phone's screen."""

    purpose: str
    to: str
    expires_at: datetime
    digits: str = secret()


@fact("vneid.code_asked_again")
class CodeAskedAgain(HandFact):
    """The button for a new code was pressed."""


@fact("vneid.code_accepted")
class CodeAccepted(HandFact):
    """The right code was typed in time."""

    purpose: str


@fact("vneid.password_set")
class PasswordSet(HandFact):
    """A password was chosen; only its seal is kept."""

    seal: str = secret()


@fact("vneid.passcode_set")
class PasscodeSet(HandFact):
    """The six digits were chosen; only their seal is kept."""

    seal: str = secret()


@fact("vneid.questions_set")
class QuestionsSet(HandFact):
    """Two security questions were chosen and answered."""

    questions: tuple[str, str]
    seals: tuple[str, str] = secret()


@fact("vneid.activated", Actor.SYSTEM)
class Activated(Fact):
    """The level-2 account is active."""


@fact("vneid.device_questioned")
class DeviceQuestioned(HandFact):
    """Signed in on a new phone while the account lives elsewhere: one more proof is needed."""


@fact("vneid.device_linked")
class DeviceLinked(HandFact):
    """The account is signed in on that device."""

    device: str


@fact("vneid.device_unlinked")
class DeviceUnlinked(HandFact):
    """The account is no longer signed in there."""

    device: str


@fact("vneid.hotline_called")
class HotlineCalled(HandFact):
    """The account was locked by telephone; it opens again with the card on a new phone."""


@fact("vneid.password_forgotten")
class PasswordForgotten(HandFact):
    """Quên mật khẩu, with the right answers about oneself."""


@fact("vneid.passcode_forgotten")
class PasscodeForgotten(HandFact):
    """Quên passcode was pressed."""


@fact("vneid.paper_requested")
class PaperRequested(HandFact):
    """A paper was asked for; ``found``: its number is right, so it is in the wallet now."""

    paper: str
    found: bool


@fact("vneid.child_registered")
class ChildRegistered(HandFact):
    """A child under 14 was registered by the guardian; level 1 from ``ready_at`` on."""

    ready_at: datetime
