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
)
from web.roster.planning.presence_store import Presence
from web.roster.planning.records import LeaveRecord, LeaveState, PeriodRecord
from web.roster.planning.sheet import find_sheet, read_sheet
from web.shell.formatting import OFFICE_ZONE

WEDNESDAY, FRIDAY = date(2026, 11, 25), date(2026, 11, 27)
SECOND = date(2026, 12, 7), date(2026, 12, 11)
THIRD = date(2026, 12, 14), date(2026, 12, 18)


def record_presence(duty: DutyOffice, who: str, day: date, half: Half, *, came: bool) -> None:
    actor = duty.current_actor()
    with duty.office.writing() as db:
        place = who, day, half.value, VENUE
        presence_store.save_presence(db, place, Presence(came, actor.now), actor.person_id)


def shifts_counted(duty: DutyOffice) -> dict[str, int]:
    """Shifts that count today, by member."""
    actor, version = duty.current_actor(), duty.version()
    with duty.office.writing() as db:
        period = period_store.periods(db, actor.unit_id)[-1]
        sheet = read_sheet(db, period, version, actor.today)
    return {load.id: load.shifts for load in sheet.fairness.people}


def go_to(office: Office, day: date) -> None:
    ahead = datetime(day.year, day.month, day.day, 8, tzinfo=OFFICE_ZONE) - office.effects.now()
    office.effects.advance(seconds=ahead.total_seconds())


def plan(duty: DutyOffice, days: tuple[date, date], *, publish: bool = True) -> Mapping[str, float]:
    """A period planned and published; what was carried into it."""
    actor = duty.current_actor()
    new = actor.effects.new_id()
    period = PeriodRecord(
        new, actor.unit_id, *days, None, "", None, (VENUE,), actor.person_id, actor.now
    )
    with duty.office.writing() as db:
        draft = drafting.begin(db, actor, period)
        sheet = find_sheet(db, actor.unit_id, draft.id, actor.today)
        assert sheet
        if publish:
            assert publishing.publish(db, actor, sheet) is None
    return sheet.office.period.carried


def carried_into_second(duty: DutyOffice) -> Mapping[str, float]:
    """As it stands now."""
    actor = duty.current_actor()
    with duty.office.writing() as db:
        periods = period_store.periods(db, actor.unit_id)
    return next(one.carried for one in periods if one.first == SECOND[0])


def planned(duty: DutyOffice) -> Counter[str]:
    return Counter(shift.person for shift in duty.shifts())


def test_who_did_not_come_is_not_credited_and_the_page_says_so(
    client: Browser, office: Office
) -> None:
    duty = published(office)
    all_shifts = planned(duty)
    record_presence(duty, AN, FIRST, Half.MORNING, came=False)
    assert shifts_counted(duty)[AN] == all_shifts[AN] - 1
    assert shifts_counted(duty)[BINH] == all_shifts[BINH]
    sign_in(client, "canbo1")
    page = words(client.get(duty.version().page))
    assert "Buổi đã qua chỉ tính cho người trực thật" in page
    assert "Không tính vì vắng: Trần Thị Mẫu An 1 buổi." in page
    assert "Phần lệch của kỳ này sẽ được bù ở kỳ sau." in page


def test_leave_that_nobody_stood_in_for_is_not_credited(office: Office) -> None:
    duty = published(office)
    all_shifts = planned(duty)
    actor = duty.current_actor()
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
    assert shifts_counted(duty)[AN] == all_shifts[AN] - 1
    record_presence(duty, AN, WEDNESDAY, Half.AFTERNOON, came=True)  # and yet they came
    assert shifts_counted(duty)[AN] == all_shifts[AN]


def test_an_absence_that_nobody_covered_is_not_credited_and_a_cover_is(
    client: Browser, office: Office
) -> None:
    duty = published(office)
    all_shifts = planned(duty)
    sign_in(client, "canbo1")
    client.get("/ca-truc")
    key = duty.key(AN, WEDNESDAY, Half.AFTERNOON)
    client.send("/ca-truc/nghi-dot-xuat", {"ca": key})
    assert shifts_counted(duty)[AN] == all_shifts[AN]  # it has not come to that yet
    go_to(office, FRIDAY)
    assert shifts_counted(duty)[AN] == all_shifts[AN] - 1

    shifts, version, actor = duty.shifts(), duty.version(), duty.current_actor()
    shift = max(one for one in shifts if one.person == AN)
    with office.writing() as db:
        covered = {*shifts} - {shift} | {Shift(shift.slot, BINH)}
        publishing.amend(db, actor, version, covered, "Bình trực thay")
    assert shifts_counted(duty)[AN] == all_shifts[AN] - 2
    assert shifts_counted(duty)[BINH] == all_shifts[BINH] + 1


def test_what_happens_after_the_next_period_was_planned_is_settled_in_the_one_after(
    office: Office,
) -> None:
    duty = published(office)
    before = plan(duty, SECOND)
    record_presence(duty, AN, WEDNESDAY, Half.AFTERNOON, came=False)
    go_to(office, SECOND[0])
    assert carried_into_second(duty) == before
    plan(duty, THIRD, publish=False)
    after = carried_into_second(duty)
    assert after[AN] == before[AN] - 1
    assert {who: after[who] for who in after if who != AN} == {
        who: before[who] for who in before if who != AN
    }
