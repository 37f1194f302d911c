"""The admin portal: signing in, the account form, the account."""

from datetime import datetime

from sandbox.details import Details
from sandbox.log import Fact, fact, secret


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


FormFact = (  # what changes one form, and no more
    LookedUp | FileAttached | DetailsSaved | RequestFormDownloaded | CodeSent | FormCancelled
)
