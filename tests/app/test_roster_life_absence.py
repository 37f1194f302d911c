"""Sudden absence, leave after publishing: somebody is found, or the head answers for the gap."""

from datetime import date
from typing import Any

from werkzeug.test import TestResponse

from rostering.values import Half
from tests.app.browsing import Browser, sign_in, words
from tests.app.duty_office import AN, BINH, CHI, DutyOffice, published
from tests.app.effects import FixedEffects
from tests.app.office import Office

AFTERNOON = date(2026, 11, 25)  # An's, in the afternoon
THURSDAY = date(2026, 11, 26)  # Bình's morning, Chi's afternoon


def report(client: Browser, duty: DutyOffice, who: str = "canbo1") -> str:
    """An cannot come on Wednesday; the address of the page where colleagues are asked."""
    sign_in(client, who)
    client.get("/ca-truc")
    key = duty.key(AN, AFTERNOON, Half.AFTERNOON)
    answer = client.send("/ca-truc/nghi-dot-xuat", {"ca": key})
    assert answer.status_code == 303
    return answer.location


def says(client: Browser, page: str, who: str, answer: str, username: str = "") -> TestResponse:
    if username:
        sign_in(client, username)
    client.get("/ca-truc")
    return client.send(f"{page}/tra-loi", {"nguoi": who, "tra_loi": answer})


def asked_people(client: Browser, page: str) -> str:
    return words(client.get(page))


def test_one_press_asks_the_least_burdened_first(client: Browser, office: Office) -> None:
    duty = published(office)
    page = report(client, duty)
    text = asked_people(client, page)
    assert "Đang hỏi Đặng Văn Mẫu Hòa" in text
    assert "Trả lời trước 08:15" in text
    assert report(client, duty) == page


def test_a_yes_publishes_the_change_and_tells_the_time_to_cover(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    duty = published(office)
    page = report(client, duty)
    effects.advance(minutes=3)
    assert "Trả lời đồng nghiệp về ca trực" in words(sign_in(client, "truongbophan"))
    assert says(client, page, "hoa", "dong-y").status_code == 303
    assert duty.person_on(AFTERNOON, Half.AFTERNOON) == ["hoa"]
    assert duty.version().why == "Đặng Văn Mẫu Hòa trực thay Trần Thị Mẫu An"
    sign_in(client, "canbo1")
    assert "Thời gian tìm: 3 phút." in asked_people(client, page)


def test_silence_and_no_pass_the_question_on_until_it_is_the_heads(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    duty = published(office)
    page = report(client, duty)
    effects.advance(minutes=15)
    sign_in(client, "truongbophan")
    passed_on = asked_people(client, page)
    assert "Đặng Văn Mẫu Hòa, hỏi lúc 08:00: chưa trả lời" in passed_on
    effects.advance(minutes=30)
    sign_in(client, "truongbophan")
    assert "Chưa có ai nhận" in asked_people(client, page)
    assert "Chờ anh/chị quyết định" in words(client.get("/ca-truc/can-duyet"))


def test_the_head_hears_those_without_an_account_and_sends_somebody(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    duty = published(office)
    page = report(client, duty)
    effects.advance(minutes=50)
    sign_in(client, "truongbophan")
    assert "Cao Thị Mẫu Chi trả lời thế nào?" in asked_people(client, page)
    assert client.send(f"{page}/cu-nguoi", {"nguoi": "nobody"}).status_code == 422
    assert client.send(f"{page}/cu-nguoi", {"nguoi": CHI}).status_code == 303
    assert duty.person_on(AFTERNOON, Half.AFTERNOON) == [CHI]
    assert "Thời gian tìm: 50 phút." in asked_people(client, page)
    late = says(client, page, BINH, "dong-y", "canbo2")
    assert late.status_code == 422
    assert "Ca này đã có người trực thay" in words(late)


def test_the_head_lets_it_be_empty_and_answers_for_it(client: Browser, office: Office) -> None:
    duty = published(office)
    page = report(client, duty)
    sign_in(client, "truongbophan")
    client.get(page)
    client.send(f"{page}/cu-nguoi", {"viec": "de-trong"})
    assert duty.person_on(AFTERNOON, Half.AFTERNOON) == []
    assert "Ca này để trống" in asked_people(client, page)


def test_pressed_by_mistake_it_is_taken_back(client: Browser, office: Office) -> None:
    duty = published(office)
    page = report(client, duty)
    client.get(page)
    assert client.send(f"{page}/di-duoc").status_code == 303
    assert duty.version().number == 1
    assert "Không cần người thay nữa" in asked_people(client, page)


def test_somebody_whose_turn_it_is_not_yet_has_to_wait(client: Browser, office: Office) -> None:
    duty = published(office)
    page = report(client, duty)
    answer = says(client, page, BINH, "dong-y", "canbo2")
    assert answer.status_code == 422
    assert "Chưa đến lượt anh/chị được hỏi" in words(answer)


def leave(client: Browser, **typed: Any) -> TestResponse:
    sign_in(client, "canbo1")
    client.get("/ca-truc/xin-nghi")
    asked_for = {"first": "25/11/2026", "last": "26/11/2026", "half": "", "note": ""} | typed
    return client.send("/ca-truc/xin-nghi", asked_for)


def test_leave_after_publishing_leaves_a_gap_and_tells_the_head(
    client: Browser, office: Office
) -> None:
    duty = published(office)
    assert leave(client).status_code == 303
    assert "Nghỉ từ 25/11/2026 đến 26/11/2026 Chờ duyệt" in words(client.get("/ca-truc"))
    assert "1 đề nghị chờ duyệt" in words(sign_in(client, "truongbophan"))
    page = client.get("/ca-truc/can-duyet")
    assert "Duyệt thì 1 ca đã ban hành sẽ trống Chiều thứ Tư 25/11/2026" in words(page)
    action = page.get_data(as_text=True).split('action="/ca-truc/can-duyet/nghi/')[1]
    address = f"/ca-truc/can-duyet/nghi/{action.split(chr(34))[0]}"
    client.send(address, {"tra_loi": "dong-y"})
    assert "Trần Thị Mẫu An báo nghỉ." in words(client.get("/ca-truc/can-duyet"))
    assert client.send(address, {"tra_loi": "khong"}).status_code == 422

    key = duty.key(AN, AFTERNOON, Half.AFTERNOON)
    sought = client.send("/ca-truc/tim-nguoi-thay", {"ca": key})
    assert "Tìm người trực thay Trần Thị Mẫu An" in words(client.get(sought.location))
    sign_in(client, "canbo1")
    assert "Chiều thứ Tư 25/11/2026" not in words(client.get("/ca-truc"))


def test_leave_that_cannot_be_read_keeps_what_was_typed(client: Browser, office: Office) -> None:
    published(office)
    for field, typed, sentence in (
        ("first", "31/02/2027", "Anh/chị nhập ngày theo dạng 31/12/2026."),
        ("first", "20/11/2026", "Ngày này đã qua."),
        ("last", "24/11/2026", "Ngày cuối phải bằng hoặc sau ngày đầu."),
        ("last", "25/11/2036", "Một lần xin nghỉ dài tối đa 200 ngày."),
        ("half", "toi", "Anh/chị chọn buổi."),
    ):
        answer = leave(client, **{field: typed})
        assert answer.status_code == 422
        assert sentence in words(answer)


def test_a_real_looking_number_in_the_reason_is_refused(client: Browser, office: Office) -> None:
    published(office)
    answer = leave(client, note="goi 0912345678")  # refused on purpose
    assert answer.status_code == 422
    assert "0912345678" not in words(answer)  # refused on purpose


def test_an_absence_of_another_unit_is_nowhere(client: Browser, office: Office) -> None:
    duty = published(office)
    page = report(client, duty)
    sign_in(client, "canbo3")
    assert client.get(page).status_code == 404
    assert client.get("/ca-truc/vang/khong-co").status_code == 404
