"""What offices really meet: the screens of a roster at work say it in words."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar
from pypdf import PdfReader

from rostering.values import Half
from tests.app.browsing import Browser, sign_in, words
from tests.app.duty_office import AN, HOA, VERSION, DutyOffice, published
from tests.app.office import Office
from tests.app.rosters import newest, on_leave, plan, put, venues
from tests.core.rostering.test_words import LETTERS
from web.roster.planning import people_store
from web.shell.formatting import OFFICE_ZONE

WEDNESDAY = date(2026, 11, 25)  # An's, in the afternoon
YEAR_AND_TET = date(2026, 12, 28), date(2027, 2, 19)


def go_to(office: Office, day: date) -> None:
    ahead = datetime(day.year, day.month, day.day, 8, tzinfo=OFFICE_ZONE) - office.effects.now()
    office.effects.advance(seconds=ahead.total_seconds())


def change(duty: DutyOffice, who: str, **changes: Any) -> None:
    unit = duty.current_actor().unit_id
    with duty.office.writing() as db:
        one = people_store.member(db, unit, who)
        assert one
        people_store.change_member(db, replace(one, **changes))


def test_somebody_taken_off_the_list_leaves_shifts_that_are_told_and_can_be_filled(
    client: Browser, office: Office
) -> None:
    duty = published(office)
    change(duty, AN, active=False)
    sign_in(client, "truongbophan")
    page = words(client.get("/ca-truc/can-duyet"))
    assert "Ca đã ban hành nay trống người" in page
    assert "Trần Thị Mẫu An đã thôi trực." in page
    assert "Trần Thị Mẫu An đã thôi trực" in words(client.get("/"))
    key = duty.key(AN, WEDNESDAY, Half.AFTERNOON)
    sought = client.send("/ca-truc/tim-nguoi-thay", {"ca": key})
    assert "Đang hỏi Đặng Văn Mẫu Hòa" in words(client.get(sought.location))
    sign_in(client, "canbo1")
    assert "Anh/chị chưa có tên trong danh sách trực" in words(client.get("/ca-truc"))


def test_when_everybody_has_left_each_shift_says_so(client: Browser, office: Office) -> None:
    duty = published(office)
    for who in (AN, "binh", "chi", HOA):
        change(duty, who, active=False)
    sign_in(client, "truongbophan")
    page = words(client.get("/ca-truc/can-duyet"))
    for name in ("Trần Thị Mẫu An", "Lê Văn Mẫu Bình", "Cao Thị Mẫu Chi"):
        assert f"{name} đã thôi trực." in page
    key = duty.key(AN, WEDNESDAY, Half.AFTERNOON)
    sought = client.send("/ca-truc/tim-nguoi-thay", {"ca": key})
    text = words(client.get(sought.location))
    assert "Không có ai vừa rảnh vừa thạo việc để hỏi" in text
    assert "Không còn ai trực thay được mà không vướng quy định." in text
    assert "thiếu 1 người thạo việc" in words(client.get(f"/lich-truc/ban/{VERSION}"))


def test_when_everybody_is_on_leave_the_head_decides_at_once(
    client: Browser, office: Office
) -> None:
    duty = published(office)
    unit = duty.current_actor().unit_id
    with office.writing() as db:
        members = people_store.members(db, unit)
    on_leave(office, members, WEDNESDAY, WEDNESDAY)
    sign_in(client, "truongbophan")
    assert "Trần Thị Mẫu An báo nghỉ." in words(client.get("/ca-truc/can-duyet"))
    key = duty.key(AN, WEDNESDAY, Half.AFTERNOON)
    sought = client.send("/ca-truc/tim-nguoi-thay", {"ca": key})
    page = words(client.get(sought.location))
    assert "Không có ai vừa rảnh vừa thạo việc để hỏi" in page
    assert "trưởng bộ phận quyết định" in page
    client.send(f"{sought.location}/cu-nguoi", {"viec": "de-trong"})
    assert "Ca này để trống" in words(client.get(sought.location))


def test_two_places_open_at_the_same_time_do_not_share_a_person(
    client: Browser, office: Office
) -> None:
    plan(client, office)
    sheet = newest(office)
    post = venues(office)["Bưu điện xã"]
    slot = next(one for one in sheet.office.request.slots if one.venue == post)
    there = [shift.person for shift in sheet.shifts if shift.slot == slot]
    at_desk = next(
        shift.person
        for shift in sheet.shifts
        if shift.slot.session == slot.session and shift.slot.venue != post
    )
    answer = put(client, sheet, slot, nguoi=at_desk, thay_cho=there[0])
    assert answer.status_code == 422
    assert "đã trực ở nơi khác" in words(answer)


def test_a_roster_across_the_year_and_tet_reads_well_on_both_sides(
    client: Browser, office: Office
) -> None:
    published(office, days=YEAR_AND_TET)
    go_to(office, date(2026, 12, 31))
    sign_in(client, "canbo1")
    page = words(client.get("/ca-truc"))
    assert "31/12/2026" in page
    assert "04/01/2027" in page
    assert "01/01/2027" not in page  # New Year
    assert "08/02/2027" not in page  # the third day of Tết
    assert "19/02/2027" in page


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2027, 2, 8)])
def test_nobody_is_missed_on_a_holiday(client: Browser, office: Office, day: date) -> None:
    published(office, days=YEAR_AND_TET)
    go_to(office, day)
    home = words(sign_in(client, "truongbophan"))
    assert "Chưa có mặt ở bàn trực" not in home
    assert "Chỗ trống trong 7 ngày tới" not in home


def test_names_of_every_letter_come_through_on_every_screen_and_paper(
    client: Browser, office: Office
) -> None:
    duty = published(office)
    name = f"{LETTERS[:70].title()} Mẫu"
    change(duty, AN, name=name)
    sign_in(client, "truongbophan")
    for page in (f"/lich-truc/ban/{VERSION}", "/lich-truc/nguoi", "/ca-truc/can-duyet", "/"):
        assert name in words(client.get(page))
    paper = f"/lich-truc/ban/{VERSION}/lich-truc"
    pdf = PdfReader(BytesIO(client.get(f"{paper}.pdf").data))
    printed = "".join("".join(page.extract_text().split()) for page in pdf.pages)
    assert "".join(name.split()) in printed
    word = Document(BytesIO(client.get(f"{paper}.docx").data))
    cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    assert any(name in cell for cell in cells)
    sign_in(client, "canbo1")
    client.get("/ca-truc")
    client.send("/ca-truc/lich-rieng")
    address = client.get("/ca-truc").get_data(as_text=True).split('href="/lich-ca-nhan/')[1]
    feed = client.get(f"/lich-ca-nhan/{address.split(chr(34))[0]}")
    calendar = Calendar.from_ical(feed.get_data(as_text=True))
    assert str(calendar["x-wr-calname"]) == f"Lịch trực của {name}"
