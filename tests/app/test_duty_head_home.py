"""The head's home page: holes of the coming week, rosters not published, leave that tears one."""

from datetime import date

import pytest

from rostering.values import Shift
from tests.app.browsing import Browser, sign_in, words
from tests.app.duty_office import AN, VERSION, DutyOffice, published
from tests.app.effects import FixedEffects
from tests.app.office import Office
from tests.app.rosters import plan
from web.roster.planning import people_store, publishing
from web.roster.planning.records import LeaveRecord, LeaveState

WEDNESDAY, NEXT_WEDNESDAY = date(2026, 11, 25), date(2026, 12, 2)
HOLES, NONE_LEFT = "Chỗ trống trong 7 ngày tới", "Chưa có lịch trực cho những ngày tới"
UNPUBLISHED = "Lịch trực sắp đến chưa ban hành"


def leave(duty: DutyOffice, who: str, first: date, last: date) -> None:
    actor = duty.current_actor()
    granted = LeaveRecord(
        actor.effects.new_id(), who, first, last, None, LeaveState.APPROVED, "", actor.now
    )
    with duty.office.writing() as db:
        people_store.add_leave(db, granted)


def home(client: Browser, username: str = "truongbophan") -> str:
    return words(sign_in(client, username))


def test_leave_after_publishing_tears_a_hole_that_is_a_link(
    client: Browser, office: Office
) -> None:
    duty = published(office)
    assert HOLES not in home(client)
    leave(duty, AN, WEDNESDAY, WEDNESDAY)
    answer = sign_in(client, "truongbophan")
    page = words(answer)
    assert f"{HOLES} 1 buổi còn thiếu người và chưa ai nhận trách nhiệm." in page
    assert "Trần Thị Mẫu An báo nghỉ" in page
    link = f"/lich-truc/ban/{VERSION}/buoi/2026-11-25/pm/ban/supporter"
    assert f'<a href="{link}">' in answer.get_data(as_text=True)
    assert client.get(link).status_code == 200
    assert HOLES not in home(client, "canbo1")


def test_only_the_next_seven_days_press(client: Browser, office: Office) -> None:
    duty = published(office)
    leave(duty, AN, date(2026, 12, 3), date(2026, 12, 4))
    assert HOLES not in home(client)


def test_holes_somebody_answers_for_are_counted_apart(client: Browser, office: Office) -> None:
    duty = published(office)
    actor, version = duty.current_actor(), duty.version()
    shifts = duty.shifts()
    emptied = [one for one in shifts if one.slot.session.day == WEDNESDAY]
    with office.writing() as db:
        publishing.amend(db, actor, version, {*shifts} - {*emptied}, "Trưởng bộ phận trực thay")
    assert HOLES not in home(client)
    leave(duty, AN, date(2026, 11, 27), date(2026, 11, 27))
    page = home(client)
    assert "Ngoài ra 2 buổi thiếu người đã có người nhận trách nhiệm." in page


def test_a_change_elsewhere_answers_for_no_other_hole(client: Browser, office: Office) -> None:
    duty = published(office)
    leave(duty, AN, WEDNESDAY, WEDNESDAY)
    actor, version, shifts = duty.current_actor(), duty.version(), duty.shifts()
    other = max(shifts)
    office.effects.advance(minutes=1)
    with office.writing() as db:
        changed = {*shifts} - {other} | {Shift(other.slot, "hoa")}
        publishing.amend(db, actor, version, changed, "Đổi ca")
    page = home(client)
    assert f"{HOLES} 1 buổi còn thiếu người và chưa ai nhận trách nhiệm." in page
    assert "Trần Thị Mẫu An báo nghỉ" in page
    assert "Trần Thị Mẫu An báo nghỉ." in words(client.get("/ca-truc/can-duyet"))


def test_many_holes_are_counted_and_the_nearest_shown(client: Browser, office: Office) -> None:
    duty = published(office)
    for who in (AN, "binh", "chi", "hoa"):
        leave(duty, who, WEDNESDAY, NEXT_WEDNESDAY)
    page = home(client)
    assert "7 ngày tới 8 buổi còn thiếu người" in page
    assert "dưới đây là 5 buổi gần nhất" in page


@pytest.mark.parametrize(("days", "shown"), [(0, False), (1, True)])
def test_a_draft_presses_when_its_period_begins_within_a_week(
    client: Browser, office: Office, effects: FixedEffects, days: int, shown: bool
) -> None:
    plan(client, office)  # from 01/12/2026
    effects.advance(days=days)
    page = home(client)
    assert (f"{UNPUBLISHED} Kỳ 01/12/2026 – 11/12/2026 mới có bản dự thảo." in page) is shown


def test_the_end_of_the_last_roster_is_told_a_week_before(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    published(office)  # until 04/12/2026
    assert NONE_LEFT not in home(client)
    effects.advance(days=5)
    assert f"{NONE_LEFT} Lịch hiện có chỉ đến hết ngày 04/12/2026." in home(client)
