"""A period is planned, with the calendar and the leave that there is."""

from datetime import date
from typing import Any

import pytest

from rostering.values import Half
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import Office
from tests.app.rosters import (
    everybody,
    member,
    newest,
    on_leave,
    plan,
    slot_address,
    venues,
)
from web.roster.planning import people_store, wish_store
from web.roster.planning.office import address_of


def test_a_plan_fills_every_session_and_says_how_fair_it_is(
    client: Browser, office: Office
) -> None:
    page = words(plan(client, office))
    sheet = newest(office)
    assert not sheet.gaps
    assert not sheet.judgement.broken
    assert "Dự thảo Bản số 1" in page
    assert "buổi nào cũng đủ người" in page
    assert "So với phần được chia" in page


def test_the_next_month_is_what_the_form_offers(client: Browser) -> None:
    sign_in(client, "truongbophan")
    page = client.get("/lich-truc/ky/moi").get_data(as_text=True)
    assert 'value="01/12/2026"' in page
    assert 'value="31/12/2026"' in page


def test_the_same_period_planned_again_is_the_same_roster(client: Browser, office: Office) -> None:
    plan(client, office)
    before = newest(office)
    client.send(f"{before.office.period.page}/xep-lai", {"cach": "tu-dau"})
    assert newest(office).shifts == before.shifts


def test_a_period_across_the_year_and_tet_leaves_the_holidays_out(
    client: Browser, office: Office
) -> None:
    page = plan(client, office, first="28/12/2026", last="19/02/2027")
    assert "Mùng ba Tết Nguyên Đán" in words(page)
    days = {shift.slot.session.day for shift in newest(office).shifts}
    assert date(2027, 1, 1) not in days  # New Year
    assert date(2027, 2, 8) not in days  # the third day of Tết
    assert date(2026, 12, 28) in days


def test_duty_over_a_holiday_is_planned_when_asked_for(client: Browser, office: Office) -> None:
    plan(client, office, first="28/12/2026", last="08/01/2027")
    desk = venues(office)["Bộ phận Một cửa"]
    address = f"/lich-truc/dia-diem/{desk}"
    client.get(address)
    half_days = [f"{day}{half}" for day in range(5) for half in Half]
    client.send(
        address,
        {
            "name": "Bộ phận Một cửa",
            "duty": "supporter",
            "wanted": "2",
            "competent": "1",
            "open": half_days,
            "days_off": "co",
        },
    )
    period = newest(office).office.period
    client.get(period.page)
    client.send(f"{period.page}/ngay", {"on_duty": ["2027-01-01"]})
    sessions = {shift.slot.session for shift in newest(office).shifts}
    assert {one.half for one in sessions if one.day == date(2027, 1, 1)} == set(Half)


def test_nothing_is_planned_before_the_plan_starts(client: Browser, office: Office) -> None:
    plan(client, office, plan_start="07/12/2026")
    assert min(shift.slot.session.day for shift in newest(office).shifts) == date(2026, 12, 7)


def test_without_members_there_is_nothing_to_plan(client: Browser, office: Office) -> None:
    for one in everybody(office):
        sign_in(client, "truongbophan")
        client.get(one.page)
        client.send(f"{one.page}/trang-thai", {"viec": "tat"})
    answer = plan(client, office)
    assert answer.status_code == 422
    assert "Chưa có người trực nào" in words(answer)


def test_when_everybody_is_on_leave_every_session_is_a_gap_that_says_why(
    client: Browser, office: Office
) -> None:
    on_leave(office, everybody(office), date(2026, 12, 1), date(2026, 12, 4))
    page = plan(client, office, last="04/12/2026")
    sheet = newest(office)
    assert not sheet.shifts
    assert len(sheet.gaps) == len(sheet.office.request.slots)
    assert "Thiếu 2 người" in words(page)
    why = words(client.get(slot_address(sheet, sheet.gaps[0].slot)))
    assert "không thể cùng giữ" in why
    assert "nghỉ từ 01/12/2026 đến 04/12/2026" in why


def test_a_way_out_is_offered_and_can_be_agreed_to(client: Browser, office: Office) -> None:
    on_leave(office, everybody(office), date(2026, 12, 2), date(2026, 12, 2))
    plan(client, office, last="04/12/2026")
    sheet = newest(office)
    page = client.get(f"{sheet.version.page}/khac-phuc")
    assert "dù đã báo nghỉ" in words(page)
    fields = {"cach": "0", "lan": str(sheet.version.changes)}
    assert client.send(f"{sheet.version.page}/khac-phuc", fields).status_code == 303
    after = newest(office)
    assert not after.gaps
    assert not after.judgement.broken
    again = client.send(f"{sheet.version.page}/khac-phuc", fields)
    assert again.status_code == 422
    assert "vừa được người khác sửa" in words(again)


def test_frozen_days_stay_and_little_else_changes(client: Browser, office: Office) -> None:
    plan(client, office)
    before = newest(office)
    frozen_day = date(2026, 12, 2)
    client.get(before.office.period.page)
    client.send(f"{before.office.period.page}/ngay", {"frozen": [frozen_day.isoformat()]})
    ill = member(office, "Mẫu Phúc")
    on_leave(office, [ill], date(2026, 12, 7), date(2026, 12, 7))
    client.send(f"{before.office.period.page}/xep-lai", {"cach": "it-nhat"})
    after = newest(office)
    moved = {*before.shifts} ^ {*after.shifts}
    assert all(shift.slot.session.day != frozen_day for shift in moved)
    assert len(moved) <= 2 * sum(shift.person == ill.id for shift in before.shifts)
    assert not after.gaps


def test_the_next_period_settles_what_this_one_left(client: Browser, office: Office) -> None:
    plan(client, office)
    carried = newest(office).office.period.carried
    assert set(carried) == {one.id for one in everybody(office)}  # November's is published
    assert any(carried.values())


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"first": "31/02/2026"}, "Anh/chị nhập ngày theo dạng 31/12/2026."),
        ({"last": "01/11/2026"}, "Ngày cuối phải từ ngày đầu trở đi."),
        ({"last": "31/12/2027"}, "Một kỳ dài tối đa 100 ngày."),
        ({"first": "25/11/2026"}, "Đã có kỳ trực từ 01/11/2026 đến 30/11/2026."),
        ({"venues": []}, "Anh/chị chọn ít nhất một địa điểm."),
        ({"venues": ["la"]}, "Anh/chị chọn ít nhất một địa điểm."),
        ({"plan_start": "01/01/2027"}, "Kế hoạch bắt đầu sau ngày cuối của kỳ"),
        ({"decision_number": "Gọi 0912345678"}, "số điện thoại"),  # refused on purpose
    ],
)
def test_a_period_that_cannot_be_is_refused_beside_its_field(
    client: Browser, office: Office, changes: dict[str, Any], sentence: str
) -> None:
    answer = plan(client, office, **changes)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert "0912345678" not in words(answer)  # refused on purpose


def test_a_person_with_hours_and_wishes_is_read_as_the_planner_takes_them(
    office: Office,
) -> None:
    unit = office.person("truongbophan").unit_id
    with office.writing() as db:
        assert wish_store.of_unit(db, unit) == []
        one = people_store.members(db, unit)[0]
        assert people_store.member(db, unit, one.id) == one
        assert people_store.member(db, unit + 1, one.id) is None


def test_slots_are_told_apart_by_their_address(client: Browser, office: Office) -> None:
    plan(client, office)
    slots = newest(office).office.request.slots
    assert len({address_of(slot) for slot in slots}) == len(slots)
