"""The demo office's roster: four of the desk, five deputies of mass organisations (S0-15)."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import Connection

from rostering import calendar
from rostering.calendar import MONDAY_TO_FRIDAY
from rostering.greedy import fill
from rostering.values import SUPPORTER, Half, Opening, Organisation, Request, Session, Venue
from web.roster.planning import (
    home_store,
    office,
    office_store,
    people_store,
    period_store,
    shifts_store,
)
from web.roster.planning.actor import Actor
from web.roster.planning.dates import next_month
from web.roster.planning.records import HomeKind, Member, PeriodRecord, Place, Version, VersionState
from web.shell.effects import Effects

_OFF = {(1, 1), (4, 30), (5, 1), (9, 2), (11, 24)}
DESK = "Bộ phận Một cửa"
_OFFICERS = (
    ("Trần Thị Mẫu An", "canbo1"),
    ("Lê Văn Mẫu Bình", "canbo2"),
    ("Nguyễn Thị Mẫu Giang", "giangvien"),
    ("Ngô Văn Mẫu Phúc", ""),
)
_DEPUTIES = (
    ("Hoàng Thị Thử Oanh", "Ủy ban Mặt trận Tổ quốc"),
    ("Đỗ Văn Thử Quân", "Hội Cựu chiến binh"),
    ("Phan Văn Thử Sơn", "Hội Nông dân"),
    ("Huỳnh Thị Thử Thủy", "Hội Liên hiệp Phụ nữ"),
    ("Võ Thị Thử Uyên", "Đoàn Thanh niên"),
)


def plant(
    connection: Connection, effects: Effects, unit_id: int, accounts: Mapping[str, int]
) -> None:
    """Members, two venues, and a published roster of this month."""
    actor = Actor(accounts["truongbophan"], unit_id, effects)
    desk = Organisation(effects.new_id(), DESK, may_be_empty=True)
    home_store.add_organisation(connection, unit_id, desk, HomeKind.DESK)
    for name, username in _OFFICERS:
        people_store.add_members(connection, _member(actor, name, desk, accounts.get(username)))
    for name, home in _DEPUTIES:
        organisation = Organisation(effects.new_id(), home)
        home_store.add_organisation(connection, unit_id, organisation, HomeKind.BODY)
        people_store.add_members(connection, _member(actor, name, organisation, None))
    for place in _places(effects):
        office_store.add_place(connection, unit_id, place)
    _publish_this_month(connection, actor)


def _member(actor: Actor, name: str, home: Organisation, account: int | None) -> Member:
    at_the_desk = home.name == DESK
    return Member(
        id=actor.effects.new_id(),
        unit_id=actor.unit_id,
        organisation=home,
        person_id=account,
        name=name,
        competent=frozenset({SUPPORTER}),
        learning=frozenset(),
        capable_phone=True,
        experienced=at_the_desk,
        percent=100 if at_the_desk else 50,
        venues=None,
        available=None,
        per_day=2 if at_the_desk else 1,
        per_week=None if at_the_desk else 2,
        per_period=None,
        starts=None,
        ends=None,
        active=True,
    )


def _places(effects: Effects) -> tuple[Place, Place]:
    week = [(day, half) for day in range(5) for half in Half]
    desk = tuple(Opening(day, half, 2) for day, half in week)
    post = tuple(Opening(day, Half.MORNING) for day in (1, 3))
    return (
        Place(Venue(effects.new_id(), DESK, desk), active=True),
        Place(Venue(effects.new_id(), "Bưu điện xã", post), active=True),
    )


def _publish_this_month(connection: Connection, actor: Actor) -> None:
    """A plain rota: the start must not wait for the planner and the library of holidays."""
    first = actor.today.replace(day=1)
    venues = [one.venue for one in office_store.places(connection, actor.unit_id)]
    period = PeriodRecord(
        id=actor.effects.new_id(),
        unit_id=actor.unit_id,
        first=first,
        last=next_month(actor.today)[0] - timedelta(days=1),
        plan_start=None,
        decision_number="15/QĐ-UBND",
        decision_date=first - timedelta(days=10),
        venues=tuple(venue.id for venue in venues),
        made_by=actor.person_id,
        made_at=actor.now,
    )
    everybody = people_store.members(connection, actor.unit_id)
    slots = calendar.slots(_usual_sessions(period), venues)
    rota = fill(Request(tuple(office.person(one, (), period) for one in everybody), slots))
    version = Version(
        actor.effects.new_id(), period.id, 1, VersionState.DRAFT, 0, "", actor.person_id, actor.now
    )
    period_store.add_period(connection, period)
    period_store.add_version(connection, version)
    shifts_store.save_shifts(connection, version.id, rota.shifts)
    period_store.mark_published(connection, version.id, actor.person_id, actor.now)


def _usual_sessions(period: PeriodRecord) -> list[Session]:
    """Mondays to Fridays but the holidays of the sun's calendar."""
    every = (period.first + timedelta(days=n) for n in range((period.last - period.first).days + 1))
    usual = [
        day
        for day in every
        if day.weekday() in MONDAY_TO_FRIDAY and (day.month, day.day) not in _OFF
    ]
    return [Session(day, half, day.weekday()) for day in usual for half in Half]
