"""Offices of a province, each with its people, places and head, ready to be planned."""

from dataclasses import replace
from datetime import date

from sqlalchemy import insert

from rostering.values import Half, Opening, Organisation, Venue
from tests.app.office import Office
from tests.app.rosters import able_member
from web.people.administration.store import add_unit
from web.roster.planning import home_store, office_store, people_store
from web.roster.planning.records import LeaveRecord, LeaveState, Member, Place
from web.shell.access import Role
from web.shell.session_models import PersonRow

NAMES = ("Trần Thị Mẫu An", "Lê Văn Mẫu Bình", "Cao Thị Mẫu Chi", "Đỗ Văn Mẫu Dũng")


def found(office: Office, code: str, *, head: bool = True, people: int = 4) -> int:
    """A new unit with one desk that wants one person each half-day; its id."""
    new_id = office.effects.new_id
    with office.writing() as db:
        unit = add_unit(db, code, f"Xã Mẫu {code[-2:]}", None)
        if head:
            db.execute(insert(PersonRow).values(_head(office, code, unit)))
        desk = Organisation(new_id(), "Bộ phận Một cửa", may_be_empty=True)
        home_store.add_organisation(db, unit, desk)
        for name in NAMES[:people]:
            people_store.add_members(db, member(new_id(), name, desk, unit))
        week = tuple(Opening(day, half) for day in range(5) for half in Half)
        office_store.add_place(db, unit, Place(Venue(new_id(), "Bàn hỗ trợ", week), active=True))
    return unit


def all_on_leave(office: Office, unit: int, day: date) -> None:
    """Nobody of the unit can come on a day; what their leave says was approved."""
    with office.writing() as db:
        for one in people_store.members(db, unit):
            new_id, now = office.effects.new_id(), office.effects.now()
            leave = LeaveRecord(new_id, one.id, day, day, None, LeaveState.APPROVED, "", now)
            people_store.add_leave(db, leave)


def close_places(office: Office, unit: int) -> None:
    """Plan for no place any more."""
    with office.writing() as db:
        for place in office_store.places(db, unit):
            office_store.change_place(db, replace(place, active=False))


def member(member_id: str, name: str, home: Organisation, unit: int) -> Member:
    """Somebody able, once a day at most."""
    return replace(able_member(member_id, name, home, unit), per_day=1)


def _head(office: Office, code: str, unit: int) -> dict[str, object]:
    username = f"truong-{code[-2:]}"
    return {
        "username": username,
        "username_key": username,
        "full_name": "Đặng Văn Mẫu Hòa",
        "role": Role.DESK_HEAD.value,
        "unit_id": unit,
        "password_hash": "",
        "must_change_password": False,
        "active": True,
        "created_at": office.effects.now(),
    }
