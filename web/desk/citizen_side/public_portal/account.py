"""What the citizen's own page says about them."""

from sandbox import people
from sandbox.citizens import EidState
from sandbox.details import Details
from sandbox.public_portal.with_account import ACCOUNT
from sandbox.public_portal.with_vneid import NUMBER, QR
from sandbox.state import World
from web.desk.citizen_side.visits import Side

WAYS = {
    QR: "Quét mã QR bằng VNeID",
    NUMBER: "Số định danh và mật khẩu VNeID",
    ACCOUNT: "Tài khoản của Cổng",
}
_LEVELS = {EidState.LEVEL1: 0, EidState.LEVEL2_ACTIVE: 1}


def lines(side: Side) -> tuple[tuple[str, str], ...]:
    """Names and values; with the portal's own account what was typed when it was made."""
    world = side.world
    return (
        *(_as_registered(world) if world.public.way == ACCOUNT else _as_identified(world)),
        ("Cách đăng nhập", WAYS[world.public.way]),
        ("Tài khoản VNeID", _level(side)),
    )


def _as_identified(world: World) -> tuple[tuple[str, str], ...]:
    citizen = world.citizen
    return (
        ("Họ và tên", citizen.full_name),
        ("Số định danh cá nhân", citizen.personal_id),
        ("Số điện thoại", people.registered_phone(citizen)),
    )


def _as_registered(world: World) -> tuple[tuple[str, str], ...]:
    account = _account(world)
    return (
        ("Họ và tên", account.full_name),
        ("Số CMND/CCCD", account.id_number),
        ("Số điện thoại", account.phone),
    )


def _account(world: World) -> Details:
    own = (world.citizen.id_number, world.citizen.personal_id)
    created = [
        account.details for account in world.portal.accounts if account.details.id_number in own
    ]
    return created[-1] if created else people.true_details(world)


def _level(side: Side) -> str:
    level = side.world.vneid.at(side.at).level
    place = _LEVELS.get(level)
    if place is not None:
        return side.world.era.vneid.levels[place].capitalize()
    return "Chưa có" if level is EidState.NONE else "Chưa kích hoạt"
