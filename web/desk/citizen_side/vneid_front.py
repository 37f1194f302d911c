"""Which screen of VNeID is in front on the telephone, whichever side brought it there."""

from collections.abc import Mapping

from sandbox.mock_vneid.values import Application, Device, Purpose, Wanted
from sandbox.public_portal.with_vneid import QR
from sandbox.state import World

_BY_WANTED: Mapping[Wanted, str] = {
    Wanted.CHIP: "new_device",
    Wanted.CODE: "code",
    Wanted.PASSWORD: "password",
    Wanted.PASSCODE: "passcode",
    Wanted.QUESTIONS: "questions",
    Wanted.CONSENT: "consent",
    Wanted.CONFIRM: "confirm",
}

_TITLES: Mapping[str, str] = {
    "new_device": "Đăng nhập trên thiết bị mới",
    "code": "Nhập mã OTP",
    "password": "Đặt mật khẩu",
    "passcode": "Đặt mật mã (passcode)",
    "questions": "Câu hỏi bảo mật",
    "consent": "Xác nhận chia sẻ thông tin",
    "confirm": "Nhập mật mã (passcode)",
    "card": "Đọc thẻ",
    "face": "Chụp ảnh chân dung",
    "review": "Xem lại thông tin",
}


def in_words(world: World) -> str:
    """What the clerk who looks over sees of a task begun: where it is and how far; "" if none."""
    task, application = world.vneid.task, world.vneid.application
    if world.desk.left or not (task or application):
        return ""
    place = "điện thoại"
    if task and not _is_here(world, task.purpose, task.device):
        on_computer = task.device is Device.COMPUTER
        place = "máy tính ở quầy" if on_computer else "Cổng Dịch vụ công"
    name = _BY_WANTED[task.wanted] if task else _of_registration(application or Application())
    return f"Trên {place}, công dân đang ở màn hình “{_TITLES[name]}”."


def screen(world: World) -> str:
    """The name of the template."""
    if not world.citizen.has_smartphone:
        return "simple_phone"
    return _unfinished(world) or ("home" if is_signed_in(world) else "door")


def is_busy(world: World) -> bool:
    """Whether something begun on this telephone waits for its next step."""
    return bool(_unfinished(world))


def is_signed_in(world: World) -> bool:
    """Whether the app on this telephone is signed in."""
    return world.vneid.device is Device.HANDSET


def _unfinished(world: World) -> str:
    task, application = world.vneid.task, world.vneid.application
    if task and _is_here(world, task.purpose, task.device):
        return _BY_WANTED[task.wanted]
    return _of_registration(application) if application else ""


def _is_here(world: World, purpose: Purpose, device: Device) -> bool:
    """An activation may run on a computer, and a sign-in to the portal on the portal itself."""
    if purpose is Purpose.PORTAL:
        return world.public.asking == QR
    return device is Device.HANDSET


def _of_registration(application: Application) -> str:
    if not application.card_read:
        return "card"
    return "review" if application.face else "face"
