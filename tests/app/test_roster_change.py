"""A draft is changed by hand, and judged at once."""

from datetime import date

from rostering.values import Slot
from rostering.why import Availability, why
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import Office
from tests.app.rosters import member, newest, on_leave, plan, put, slot_address


def on_day(office: Office, day: date) -> Slot:
    return next(s for s in newest(office).office.request.slots if s.session.day == day)


def people_who_are(office: Office, slot: Slot, availability: Availability) -> list[str]:
    sheet = newest(office)
    return [
        a.person for a in why(sheet.request, sheet.shifts, slot) if a.availability is availability
    ]


def test_somebody_possible_takes_anothers_place(client: Browser, office: Office) -> None:
    plan(client, office)
    sheet = newest(office)
    slot = on_day(office, date(2026, 12, 2))
    goes, comes = (
        people_who_are(office, slot, s)[0] for s in (Availability.CHOSEN, Availability.POSSIBLE)
    )
    assert put(client, sheet, slot, nguoi=comes, thay_cho=goes).status_code == 303
    there = {shift.person for shift in newest(office).shifts if shift.slot == slot}
    assert comes in there
    assert goes not in there


def test_taking_somebody_out_leaves_a_gap_in_words_and_a_way_to_fill_it(
    client: Browser, office: Office
) -> None:
    plan(client, office)
    sheet = newest(office)
    slot = on_day(office, date(2026, 12, 2))
    put(client, sheet, slot, bo=people_who_are(office, slot, Availability.CHOSEN)[0])
    page = words(client.get(slot_address(sheet, slot)))
    assert "thiếu 1 người" in page
    assert "Chỗ này vẫn có cách xếp" in page
    assert "Thiếu 1 người" in words(client.get(sheet.version.page))
    assert "Không cần hỏi ai thêm" in words(client.get(f"{sheet.version.page}/khac-phuc"))


def test_who_cannot_come_is_listed_with_the_reason_and_refused(
    client: Browser, office: Office
) -> None:
    ill = member(office, "Mẫu Bình")
    on_leave(office, [ill], date(2026, 12, 2), date(2026, 12, 2))
    plan(client, office)
    sheet = newest(office)
    slot = on_day(office, date(2026, 12, 2))
    reason = "Lê Văn Mẫu Bình nghỉ thứ Tư 02/12/2026."
    assert reason in words(client.get(slot_address(sheet, slot)))
    answer = put(client, sheet, slot, nguoi=ill.id)
    assert answer.status_code == 422
    assert reason in words(answer)
    assert newest(office).shifts == sheet.shifts


def test_nobody_chosen_or_nobody_known_is_refused(client: Browser, office: Office) -> None:
    plan(client, office)
    sheet = newest(office)
    slot = on_day(office, date(2026, 12, 2))
    assert "Anh/chị chọn người sẽ trực" in words(put(client, sheet, slot))
    answer = put(client, sheet, slot, nguoi="khong-co")
    assert answer.status_code == 422
    assert "Anh/chị chọn một người trong danh sách." in words(answer)


def test_a_change_decided_on_an_old_page_is_refused(client: Browser, office: Office) -> None:
    plan(client, office)
    sheet = newest(office)
    slot = on_day(office, date(2026, 12, 2))
    first, second = people_who_are(office, slot, Availability.POSSIBLE)[:2]
    put(client, sheet, slot, nguoi=first)
    answer = put(client, sheet, slot, nguoi=second)
    assert answer.status_code == 422
    assert "Lịch vừa được người khác sửa." in words(answer)


def test_a_slot_that_is_not_there_is_not_found(client: Browser, office: Office) -> None:
    plan(client, office)
    page = newest(office).version.page
    for end in ("hom-nay/am/x/supporter", "2026-12-02/am/x/supporter", "2026-12-06/am/x/y"):
        assert client.get(f"{page}/buoi/{end}").status_code == 404


def test_everybody_reads_why_and_only_the_head_changes(client: Browser, office: Office) -> None:
    plan(client, office)
    sheet = newest(office)
    slot = on_day(office, date(2026, 12, 2))
    sign_in(client, "canbo1")
    page = client.get(slot_address(sheet, slot))
    assert "Về anh/chị" in words(page)
    assert "Xếp người này" not in words(page)
    assert client.send(slot_address(sheet, slot), {"nguoi": "x"}).status_code == 403
    sign_in(client, "giamsat")
    assert client.get(sheet.version.page).status_code == 200
    sign_in(client, "canbo3")
    assert client.get(sheet.version.page).status_code == 404


def test_a_day_that_is_over_stays_as_it_was(client: Browser, office: Office) -> None:
    plan(client, office)
    slot = on_day(office, date(2026, 12, 2))
    office.effects.advance(days=10)
    sign_in(client, "truongbophan")
    sheet = newest(office)
    going = next(shift.person for shift in sheet.shifts if shift.slot == slot)
    answer = put(client, sheet, slot, bo=going)
    assert answer.status_code == 422
    assert "Ngày này đã qua" in words(answer)
