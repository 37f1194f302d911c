"""Open an office: its unit, its first people, a place to be on duty. All of it, or nothing."""

import hmac
from dataclasses import dataclass

from sqlalchemy import Connection

from web.classes.slips import code as codes
from web.office.first_run import store
from web.people.administration import service as administration
from web.people.administration import store as people
from web.people.administration.service import NewAccount
from web.roster.planning import office_forms, office_store
from web.shell.effects import Effects
from web.shell.people import Level, Role

CODE = "H00"  # of a unit by itself; its administrator changes it where the units are
UNNAMED = "Đơn vị của tôi"


@dataclass(frozen=True, slots=True)
class Opening:
    """What the page asks for; ``people`` in the order of the page, passwords included."""

    unit: str
    level: Level
    venue: str
    people: tuple[NewAccount, ...]


def new_code(connection: Connection, effects: Effects, key: str) -> str:
    """A code for the terminal, "" when the office is open; ``key`` is the office's secret."""
    if store.has_people(connection):
        return ""
    code = codes.draw(effects.pick)
    store.add_code(connection, digest_of(code, key), effects.now())
    return codes.printed(code)


def words_at_start(base_url: str, code: str) -> str:
    """What ``motcua serve`` prints once it answers; ``code`` as ``new_code`` gave it."""
    running = f"Bàn tập Một cửa đang chạy tại {base_url}"
    if not code:
        return running
    page = f"Bộ phận chưa có ai. Anh/chị mở {base_url}/lan-dau và nhập mã mở lần đầu: {code}"
    return f"{running}\n{page}"


def digest_of(code: str, key: str) -> str:
    """What is stored of a code: keyed, so that a copy of the database cannot be searched for it."""
    return hmac.digest(key.encode(), b"first run:" + code.encode(), "sha256").hex()


def open_office(connection: Connection, effects: Effects, opening: Opening) -> None:
    """Store everything; the caller holds the codes' lock, and none of them is good any more."""
    unit_id = administration.add_unit(
        connection, effects, None, CODE, opening.unit, None, opening.level
    )
    for one in opening.people:
        administration.add_account(connection, effects, None, one, unit_id)
    place = office_forms.read_place(office_forms.usual_place(opening.venue), effects.new_id())
    office_store.add_place(connection, unit_id, place)
    store.forget_codes(connection)


def plant_administrator(connection: Connection, effects: Effects) -> str | None:
    """For ``motcua init``: a unit and ``quantri``; their first password, None if not new."""
    store.lock_codes(connection)
    if store.has_people(connection):
        return None
    unit_id = people.add_unit(connection, CODE, UNNAMED, None, Level.PROVINCE)
    first = administration.new_account(effects, "quantri", "Người quản trị", Role.ADMINISTRATOR)
    administration.add_account(connection, effects, None, first, unit_id)
    store.forget_codes(connection)
    return first.password
