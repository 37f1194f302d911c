"""What citizens often do with VNeID."""

from motcua.testkit.client import AtTheDesk


def activate(citizen: AtTheDesk, device: str = "handset") -> None:
    """From [Kích hoạt] to the last screen."""
    citizen.request_activation(device=device)
    citizen.enter_code()
    citizen.set_password()
    citizen.set_passcode()
    citizen.set_questions()


def open_portal(citizen: AtTheDesk) -> None:
    """By QR code, up to the account page."""
    citizen.scan_qr()
    citizen.share_consent()
    citizen.confirm_passcode()
