"""An office whose roster is published: three people take shifts at one desk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle

from sqlalchemy import Connection, insert, update

from rostering.values import SUPPORTER, Half, Opening, Organisation, Shift, Venue
from tests.app.office import Office
from tests.app.rosters import able_member
from web.roster.planning import home_store, office_store, people_store, period_store, shifts_store
from web.roster.planning import office as offices
from web.roster.planning.actor import Actor
from web.roster.planning.records import PeriodRecord, Place, Version, VersionState
from web.shell.seals import seal
from web.shell.session_models import PersonRow, UnitRow

FIRST, LAST = date(2026, 11, 23), date(2026, 12, 4)  # 24/11 is a day off
DESK = Organisation("desk", "Bộ phận Một cửa", may_be_empty=True)
WOMEN = Organisation("women", "Hội Phụ nữ Mẫu", may_be_empty=True)
AN, BINH, CHI, HOA = "an", "binh", "chi", "hoa"
MOVED = ("canbo1", "canbo2", "giangvien", "truongbophan")
PERIOD, VERSION, VENUE = "p" * 22, "v" * 22, "ban"


@dataclass
class DutyOffice:
    """The published roster: An, Bình and Chi (who has no account) in turn; the head never."""

    office: Office

    def current_actor(self, username: str = "truongbophan") -> Actor:
        person = self.office.person(username)
        return Actor(person.id, person.unit_id, self.office.effects)

    def shifts(self) -> list[Shift]:
        """Those of the version that holds."""
        with self.office.writing() as db:
            version = period_store.published(db, PERIOD)
            assert version
            return list(shifts_store.shifts(db, version.id))

    def version(self) -> Version:
        with self.office.writing() as db:
            version = period_store.published(db, PERIOD)
        assert version
        return version

    def key(self, who: str, day: date, half: Half = Half.MORNING) -> str:
        return f"{day:%Y%m%d}.{half.value}.{VENUE}.{SUPPORTER}.{who}"

    def person_on(self, day: date, half: Half = Half.MORNING) -> list[str]:
        slots = ((shift.slot.session, shift.person) for shift in self.shifts())
        return [who for session, who in slots if (session.day, session.half) == (day, half)]


def published(
    office: Office,
    order: Sequence[str] = (AN, BINH, CHI),
    days: tuple[date, date] = (FIRST, LAST),
) -> DutyOffice:
    """Plant it: half-days go round in ``order``, from Monday morning on."""
    duty = DutyOffice(office)
    _move(office)
    actor = duty.current_actor()
    accounts = ((AN, "canbo1"), (BINH, "canbo2"), (HOA, "truongbophan"))
    people = {who: office.person(username) for who, username in accounts}
    linked = {who: (person.full_name, person.id) for who, person in people.items()}
    with office.writing() as db:
        plant(db, actor, linked, days, order)
    return duty


def plant(
    db: Connection,
    actor: Actor,
    linked: Mapping[str, tuple[str, int]],
    days: tuple[date, date],
    order: Sequence[str],
) -> None:
    """A published roster of these days; ``linked``: members' names and accounts."""
    for home in (DESK, WOMEN):
        home_store.add_organisation(db, actor.unit_id, home)
    for who, (name, person_id) in linked.items():
        people_store.add_members(db, able_member(who, name, DESK, actor.unit_id, person_id))
    chi = able_member(CHI, "Cao Thị Mẫu Chi", WOMEN, actor.unit_id)
    people_store.add_members(db, chi)
    openings = tuple(Opening(day, half) for day in range(5) for half in Half)
    venue = Venue(VENUE, "Bàn hỗ trợ", openings)
    office_store.add_place(db, actor.unit_id, Place(venue, active=True))
    by, now = actor.person_id, actor.now
    period = PeriodRecord(PERIOD, actor.unit_id, *days, None, "", None, (VENUE,), by, now)
    period_store.add_period(db, period)
    draft = Version(VERSION, PERIOD, 1, VersionState.DRAFT, 0, "", by, now)
    period_store.add_version(db, draft)
    people = cycle(order)
    slots = offices.read_office(db, period).request.slots
    shifts_store.save_shifts(db, VERSION, [Shift(slot, next(people)) for slot in slots])
    period_store.mark_published(db, VERSION, by, now)


def _move(office: Office) -> None:
    """To a unit of their own: the demo office has a roster already."""
    with office.writing() as db:
        unit = insert(UnitRow).values(code="H00.00.09", name="Xã Mẫu").returning(UnitRow.id)
        unit_id = db.execute(unit).scalar_one()
        theirs = update(PersonRow).where(PersonRow.username.in_(MOVED))
        db.execute(theirs.values(unit_id=unit_id))
        seal(db, PersonRow)
