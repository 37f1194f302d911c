"""Fairness counts shifts that were really kept, and the next period settles what is left."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime

from rostering.values import Half, Shift
from tests.app.browsing import Browser, sign_in, words
from tests.app.duty_office import AN, BINH, FIRST, LAST, VENUE, DutyOffice, published
from tests.app.office import Office
from web.roster.planning import (
    drafting,
    people_store,
    period_store,
    presence_store,
    publishing,
    sheet,
)
from web.roster.planning.presence_store import Presence
from web.roster.planning.records import LeaveRecord, LeaveState, PeriodRecord
from web.shell.formatting import OFFICE_ZONE

WEDNESDAY, FRIDAY = date(2026, 11, 25), date(2026, 11, 27)
SECOND = date(2026, 12, 7), date(2026, 12, 11)
THIRD = date(2026, 12, 14), date(2026, 12, 18)


def said(made: DutyOffice, who: str, day: date, half: Half, *, came: bool) -> None:
    actor = made.current_actor()
    with made.office.writing() as db:
        place = who, day, half.value, VENUE
        presence_store.save_presence(db, place, Presence(came, actor.now), actor.person_id)


def counted(made: DutyOffice) -> dict[str, int]:
    """Shifts that count today, by member."""
    actor, version = made.current_actor(), made.version()
    with made.office.writing() as db:
        period = period_store.periods(db, actor.unit_id)[-1]
        seen = sheet.read_sheet(db, period, version, actor.today)
    return {load.id: load.shifts for load in seen.fairness.people}


def go_to(office: Office, day: date) -> None:
    ahead = datetime(day.year, day.month, day.day, 8, tzinfo=OFFICE_ZONE) - office.effects.now()
    office.effects.advance(seconds=ahead.total_seconds())


def plan(made: DutyOffice, days: tuple[date, date], *, publish: bool = True) -> Mapping[str, float]:
    """A period planned and published; what was carried into it."""
    actor = made.current_actor()
    new = actor.effects.new_id()
    period = PeriodRecord(
        new, actor.unit_id, *days, None, "", None, (VENUE,), actor.person_id, actor.now
    )
    with made.office.writing() as db:
        draft = drafting.begin(db, actor, period)
        seen = sheet.find_sheet(db, actor.unit_id, draft.id, actor.today)
        assert seen
        if publish:
            assert publishing.publish(db, actor, seen) is None
    return seen.office.period.carried


def carried_into_second(made: DutyOffice) -> Mapping[str, float]:
    """As it stands now."""
    actor = made.current_actor()
    with made.office.writing() as db:
        periods = period_store.periods(db, actor.unit_id)
    return next(one.carried for one in periods if one.first == SECOND[0])


def planned(made: DutyOffice) -> Counter[str]:
    return Counter(shift.person for shift in made.shifts())


def test_who_did_not_come_is_not_credited_and_the_page_says_so(
    client: Browser, office: Office
) -> None:
    made = published(office)
    all_shifts = planned(made)
    said(made, AN, FIRST, Half.MORNING, came=False)
    assert counted(made)[AN] == all_shifts[AN] - 1
    assert counted(made)[BINH] == all_shifts[BINH]
    sign_in(client, "canbo1")
    page = words(client.get(made.version().page))
    assert "Buổi đã qua chỉ tính cho người trực thật" in page
    assert "Không tính vì vắng: Trần Thị Mẫu An 1 buổi." in page
    assert "Phần lệch của kỳ này sẽ được bù ở kỳ sau." in page


def test_leave_that_nobody_stood_in_for_is_not_credited(office: Office) -> None:
    made = published(office)
    all_shifts = planned(made)
    actor = made.current_actor()
    leave = LeaveRecord(
        actor.effects.new_id(),
        AN,
        WEDNESDAY,
        WEDNESDAY,
        None,
        LeaveState.APPROVED,
        "",
        actor.now,
    )
    with office.writing() as db:
        people_store.add_leave(db, leave)
    go_to(office, LAST)
    assert counted(made)[AN] == all_shifts[AN] - 1
    said(made, AN, WEDNESDAY, Half.AFTERNOON, came=True)  # and yet they came
    assert counted(made)[AN] == all_shifts[AN]


def test_an_absence_that_nobody_covered_is_not_credited_and_a_cover_is(
    client: Browser, office: Office
) -> None:
    made = published(office)
    all_shifts = planned(made)
    sign_in(client, "canbo1")
    client.get("/ca-truc")
    key = made.key(AN, WEDNESDAY, Half.AFTERNOON)
    client.send("/ca-truc/nghi-dot-xuat", {"ca": key})
    assert counted(made)[AN] == all_shifts[AN]  # it has not come to that yet
    go_to(office, FRIDAY)
    assert counted(made)[AN] == all_shifts[AN] - 1

    shifts, version, actor = made.shifts(), made.version(), made.current_actor()
    shift = max(one for one in shifts if one.person == AN)
    with office.writing() as db:
        covered = {*shifts} - {shift} | {Shift(shift.slot, BINH)}
        publishing.amend(db, actor, version, covered, "Bình trực thay")
    assert counted(made)[AN] == all_shifts[AN] - 2
    assert counted(made)[BINH] == all_shifts[BINH] + 1


def test_what_happens_after_the_next_period_was_planned_is_settled_in_the_one_after(
    office: Office,
) -> None:
    made = published(office)
    before = plan(made, SECOND)
    said(made, AN, WEDNESDAY, Half.AFTERNOON, came=False)
    go_to(office, SECOND[0])
    assert carried_into_second(made) == before
    plan(made, THIRD, publish=False)
    after = carried_into_second(made)
    assert after[AN] == before[AN] - 1
    assert {who: after[who] for who in after if who != AN} == {
        who: before[who] for who in before if who != AN
    }
