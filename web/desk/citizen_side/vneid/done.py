"""The screens after a task: what is done now, and what comes next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sandbox.citizens import EidState
from sandbox.mock_vneid.values import Device, Purpose
from sandbox.public_portal.with_vneid import QR
from sandbox.state import World
from web.desk.citizen_side.visits import Side
from web.shell.formatting import moment

Says = Callable[[Side], str]


@dataclass(frozen=True, slots=True)
class Ending:
    """One task done; ``holds`` whether that is so, ``next_at`` below the app's address."""

    heading: str
    says: Says
    holds: Callable[[Side], bool]
    next_words: str = "Đã hiểu"
    next_at: str = ""


def after_password(world: World) -> str:
    """Where a password chosen now leads: a forgotten one is done with."""
    return "xong/mat-khau" if _is_about(world, Purpose.PASSWORD) else ""


def after_passcode(world: World) -> str:
    """Where a passcode chosen now leads."""
    return "xong/mat-ma" if _is_about(world, Purpose.PASSCODE) else ""


def _is_about(world: World, purpose: Purpose) -> bool:
    return world.vneid.task is not None and world.vneid.task.purpose is purpose


def _always(words: str) -> Says:
    return lambda _side: words


def _registration_text(side: Side) -> str:
    result_at = _result_at(side)
    return (
        f"Kết quả dự kiến có lúc {moment(result_at)}. "
        "Anh/chị chờ tin nhắn báo kết quả trên điện thoại này."
    )


def _result_at(side: Side) -> datetime | None:
    results = side.world.vneid.results
    return results[-1].ready_at if results else None


def _child_text(side: Side) -> str:
    return (
        f"Kết quả dự kiến có lúc {moment(side.eid.child_until)}. "
        "Tin nhắn báo kết quả gửi về điện thoại của anh/chị."
    )


def _idle(side: Side) -> bool:
    return side.eid.task is None


ENDINGS: Mapping[str, Ending] = {
    "dang-ky": Ending(
        "Đã gửi đăng ký", _registration_text, lambda side: bool(side.world.vneid.results)
    ),
    "kich-hoat": Ending(
        "Đã kích hoạt tài khoản",
        _always("Tài khoản định danh mức 2 đã dùng được. Anh/chị đăng nhập lại để vào ứng dụng."),
        lambda side: _idle(side) and side.eid.level is EidState.LEVEL2_ACTIVE,
        "Đăng nhập",
        "dang-nhap",
    ),
    "mat-khau": Ending(
        "Đã đặt lại mật khẩu",
        _always("Từ bây giờ anh/chị đăng nhập bằng mật khẩu mới. Mật khẩu chỉ mình anh/chị biết."),
        lambda side: _idle(side) and bool(side.eid.password),
        "Đăng nhập",
        "dang-nhap",
    ),
    "mat-ma": Ending(
        "Đã đổi mật mã",
        _always("Từ bây giờ anh/chị xác nhận bằng mật mã mới. Mật mã chỉ mình anh/chị biết."),
        lambda side: _idle(side) and bool(side.eid.passcode),
    ),
    "huy-lien-ket": Ending(
        "Đã hủy liên kết",
        _always("VNeID trên điện thoại này đã thoát. Dữ liệu tài khoản vẫn còn."),
        lambda side: side.eid.device is Device.NONE,
    ),
    "con": Ending("Đã gửi đăng ký cho con", _child_text, lambda side: bool(side.eid.child_until)),
    "cong": Ending(
        "Đã xác nhận đăng nhập",
        _always("Cổng Dịch vụ công (diễn tập) đã mở. Anh/chị làm tiếp trên màn hình của Cổng."),
        lambda side: side.world.public.way == QR,
    ),
}
