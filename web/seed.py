"""The demo office: three fictional units, eight accounts with one password, a roster."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from web.people.accounts import passwords
from web.roster.planning import demo as roster
from web.shell.config import Settings
from web.shell.effects import Effects
from web.shell.people import ROLE_WORDS, Level, Role
from web.shell.seals import seal
from web.shell.session_models import PersonRow, UnitRow

_PROVINCE = "H00.00"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One line of the list printed at the start."""

    username: str
    full_name: str
    role: Role
    unit_code: str


UNITS = (
    (_PROVINCE, "Tỉnh Giả Lập"),
    ("H00.00.01", "Xã Mẫu"),
    ("H00.00.02", "Xã Thử"),
)

ACCOUNTS = (
    DemoAccount("canbo1", "Trần Thị Mẫu An", Role.CLERK, "H00.00.01"),
    DemoAccount("canbo2", "Lê Văn Mẫu Bình", Role.CLERK, "H00.00.01"),
    DemoAccount("canbo3", "Phạm Thị Thử Chi", Role.CLERK, "H00.00.02"),
    DemoAccount("canbo4", "Hoàng Văn Thử Dũng", Role.CLERK, "H00.00.02"),
    DemoAccount("giangvien", "Nguyễn Thị Mẫu Giang", Role.TRAINER, "H00.00.01"),
    DemoAccount("truongbophan", "Đặng Văn Mẫu Hòa", Role.DESK_HEAD, "H00.00.01"),
    DemoAccount("giamsat", "Vũ Thị Mẫu Khánh", Role.SUPERVISOR, "H00.00.01"),
    DemoAccount("quantri", "Bùi Văn Mẫu Long", Role.ADMINISTRATOR, _PROVINCE),
)


class NotADemoError(RuntimeError):
    """The database belongs to a real office; a demo would take over its accounts."""


def plant(connection: Connection, effects: Effects, password: str) -> None:
    """Make the demo office, or give its accounts this password again. Raises NotADemoError."""
    present = set(connection.execute(select(PersonRow.username)).scalars())
    demo = {account.username for account in ACCOUNTS}
    if present and not demo <= present:
        raise NotADemoError
    stored = passwords.hash_password(password)  # one for all: eight would take 0.2 s of the start
    if present:
        theirs = update(PersonRow).where(PersonRow.username.in_(demo))
        connection.execute(theirs.values(password_hash=stored, must_change_password=False))
    else:
        _plant_units(connection)
        _plant_accounts(connection, effects, stored)
        _plant_roster(connection, effects)


def _plant_units(connection: Connection) -> None:
    province = None
    for code, name in UNITS:
        level = Level.COMMUNE if province else Level.PROVINCE
        adding = insert(UnitRow).values(code=code, name=name, parent_id=province, level=level)
        added = connection.execute(adding.returning(UnitRow.id)).scalar_one()
        province = province or added


def _plant_accounts(connection: Connection, effects: Effects, stored: str) -> None:
    units = {row.code: row.id for row in connection.execute(select(UnitRow.code, UnitRow.id))}
    rows = [
        {
            "username": account.username,
            "username_key": account.username,
            "full_name": account.full_name,
            "role": account.role,
            "unit_id": units[account.unit_code],
            "password_hash": stored,
            "must_change_password": False,
            "active": True,
            "created_at": effects.now(),
        }
        for account in ACCOUNTS
    ]
    connection.execute(insert(PersonRow), rows)
    seal(connection, PersonRow)


def _plant_roster(connection: Connection, effects: Effects) -> None:
    unit = connection.execute(select(UnitRow.id).where(UnitRow.code == "H00.00.01")).scalar_one()
    accounts = connection.execute(select(PersonRow.username, PersonRow.id))
    roster.plant(connection, effects, unit, {row.username: row.id for row in accounts})


def ready_json(settings: Settings, password: str) -> str:
    """What programs are told in one line when the demo is ready (design §6)."""
    accounts = [
        {"username": account.username, "role": account.role, "password": password}
        for account in ACCOUNTS
    ]
    ready = {"url": settings.base_url, "accounts": accounts, "tester_token": settings.tester_token}
    return json.dumps(ready)


def banner(settings: Settings, password: str) -> str:
    """What people are told at the same moment."""
    lines = [
        "",
        "  BÀN TẬP MỘT CỬA – DIỄN TẬP, DỮ LIỆU GIẢ LẬP",
        f"  Mở trình duyệt tại: {settings.base_url}",
        "",
        *(f"    {one.username:<14}{ROLE_WORDS[one.role]}" for one in ACCOUNTS),
        "",
        f"  Mật khẩu của mọi tài khoản: {password}",
        "  Dừng chương trình: bấm Ctrl+C",
        "",
    ]
    return "\n".join(lines)
