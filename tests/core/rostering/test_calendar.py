"""Which half-days are planned: holidays, swapped days, Tết, the shift of the year."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.calendar import Override, Period, built_in, days, sessions, slots
from rostering.values import PROPAGANDA, Half, Opening, Session, Venue
from tests.core.rostering.offices import MONDAY, venue

NEW_YEAR = Period(date(2025, 12, 29), date(2026, 1, 11))
TET = Period(date(2026, 2, 9), date(2026, 2, 27))


def worked(period: Period) -> list[str]:
    return [f"{day.day:%d/%m}" for day in days(period) if day.works]


def named(period: Period) -> dict[str, str]:
    return {f"{day.day:%d/%m}": day.name for day in days(period) if day.name != "Cuối tuần"}


def test_a_plain_week_has_ten_sessions_mornings_first() -> None:
    planned = sessions(Period(MONDAY, date(2027, 3, 7)))
    assert len(planned) == 10
    assert planned == tuple(sorted(planned))
    assert [one.half for one in planned[:2]] == [Half.MORNING, Half.AFTERNOON]


def test_the_friday_after_new_year_2026_is_swapped_with_a_saturday() -> None:
    assert worked(NEW_YEAR) == [
        *("29/12", "30/12", "31/12"),
        *("05/01", "06/01", "07/01", "08/01", "09/01", "10/01"),
    ]
    assert named(NEW_YEAR)["01/01"] == "Tết Dương lịch"
    assert named(NEW_YEAR)["02/01"] == "Nghỉ hoán đổi (làm bù ngày 10/01/2026)"


def test_every_built_in_day_names_its_source() -> None:
    assert all(day.source and day.name for day in built_in())


def test_a_swapped_saturday_opens_like_the_friday_it_stands_for() -> None:
    saturday = [one for one in sessions(NEW_YEAR) if one.day == date(2026, 1, 10)]
    assert [one.like for one in saturday] == [4, 4]
    assert len(slots(saturday, [venue()])) == 2


def test_swaps_that_the_library_knows_are_worked_and_named() -> None:
    august = Period(date(2026, 8, 22), date(2026, 9, 2))
    assert worked(august)[0] == "22/08"
    assert named(august)["22/08"] == "Làm bù cho ngày 31/08/2026"
    assert "31/08" not in worked(august)
    assert named(august)["02/09"] == "Quốc khánh"


def test_nobody_is_planned_over_tet() -> None:
    planned = {one.day for one in sessions(TET)}
    assert not {date(2026, 2, day) for day in range(14, 23)} & planned
    assert named(TET)["17/02"] == "Tết Nguyên Đán"


def test_duty_over_tet_is_planned_on_request_where_a_place_wants_it() -> None:
    tet = date(2026, 2, 17)
    desk = Venue("ban", "Bàn", (Opening(0, Half.MORNING), Opening(None, Half.MORNING, 2)))
    period = Period(tet, date(2026, 2, 23), on_duty=frozenset({tet}))
    filled = slots(sessions(period), [desk, venue("buu-dien")])
    duty = [slot for slot in filled if slot.session.day == tet]
    assert [(slot.venue, slot.wanted, slot.session.off) for slot in duty] == [
        ("ban", 2, "Tết Nguyên Đán")
    ]


def test_a_period_goes_on_across_the_year_and_tet() -> None:
    long = Period(date(2026, 12, 1), date(2027, 2, 28))
    planned = sessions(long)
    assert {one.day.year for one in planned} == {2026, 2027}
    assert not any(one.day == date(2027, 2, 8) for one in planned)
    assert len({(one.day, one.half) for one in planned}) == len(planned)


@settings(max_examples=30)
@given(
    st.dates(date(2023, 1, 1), date(2028, 12, 31)),
    st.integers(0, 120),
    st.none() | st.dates(date(2023, 1, 1), date(2028, 12, 31)),
)
def test_whatever_the_period_each_working_day_has_two_sessions_in_order(
    first: date, length: int, start: date | None
) -> None:
    period = Period(first, first + timedelta(days=length), plan_start=start)
    planned = sessions(period)
    assert list(planned) == sorted(set(planned))
    assert len(planned) == 2 * sum(day.works for day in days(period))
    assert all((start or first) <= one.day <= period.last for one in planned)


def test_nothing_is_planned_before_the_plan_starts() -> None:
    period = Period(date(2023, 6, 26), date(2023, 7, 5), plan_start=date(2023, 7, 1))
    assert min(one.day for one in sessions(period)) == date(2023, 7, 3)
    later = Period(date(2023, 6, 1), date(2023, 6, 9), plan_start=date(2023, 7, 1))
    assert sessions(later) == ()


def test_the_office_has_the_last_word() -> None:
    flood = Override(MONDAY, works=False, name="Nghỉ do mưa lũ")
    back = Override(date(2026, 1, 2), works=True, name="Làm việc bình thường")
    assert named(Period(MONDAY, MONDAY, overrides=(flood,))) == {"01/03": "Nghỉ do mưa lũ"}
    assert worked(Period(back.day, back.day, overrides=(back,))) == ["02/01"]


def test_an_office_may_open_on_saturdays() -> None:
    six = Period(MONDAY, date(2027, 3, 7), weekdays=frozenset(range(6)))
    assert len(sessions(six)) == 12


@pytest.mark.parametrize("half", Half)
def test_a_place_is_open_in_its_own_sessions_only(half: Half) -> None:
    post = Venue("buu-dien", "Bưu điện", (Opening(1, half, 2, 1, PROPAGANDA),))
    [slot] = slots(sessions(Period(MONDAY, date(2027, 3, 7))), [post])
    assert slot.session == Session(date(2027, 3, 2), half, 1)
    assert (slot.wanted, slot.competent, slot.duty) == (2, 1, PROPAGANDA)
