"""My shifts: what is next, being there, the calendar on my telephone, the paper."""

from datetime import date
from io import BytesIO

from icalendar import Calendar
from pypdf import PdfReader

from tests.app.browsing import Browser, sign_in, unchanged, words
from tests.app.duty_office import AN, FIRST, PERIOD, VERSION, published
from tests.app.effects import FixedEffects
from tests.app.office import Office


def test_the_next_shift_stands_first(client: Browser, office: Office) -> None:
    published(office)
    sign_in(client, "canbo1")
    page = words(client.get("/ca-truc"))
    assert "Ca đang trực Sáng thứ Hai 23/11/2026 (07:30–11:30), Bàn hỗ trợ" in page
    assert "Chiều thứ Tư 25/11/2026 (13:30–17:00)" in page


def test_somebody_who_is_not_on_the_list_is_told_so(client: Browser, office: Office) -> None:
    published(office)
    sign_in(client, "giangvien")
    assert "Anh/chị chưa có tên trong danh sách trực" in words(client.get("/ca-truc"))


def test_being_there_is_said_once(client: Browser, office: Office) -> None:
    duty = published(office)
    sign_in(client, "canbo1")
    client.get("/ca-truc")
    assert client.send("/ca-truc/co-mat", {"ca": duty.key(AN, FIRST)}).status_code == 303
    page = words(client.get("/ca-truc"))
    assert "Đã có mặt lúc 08:00" in page
    assert "Tôi có mặt" not in page


def test_nobody_is_there_before_the_time(client: Browser, office: Office) -> None:
    duty = published(office)
    sign_in(client, "canbo2")
    client.get("/ca-truc")
    key = duty.key("binh", date(2026, 11, 26))
    with unchanged(client, "/ca-truc"):
        assert client.send("/ca-truc/co-mat", {"ca": key}).status_code == 422


def test_nobody_says_it_for_somebody_else(client: Browser, office: Office) -> None:
    duty = published(office)
    sign_in(client, "canbo2")
    client.get("/ca-truc")
    assert client.send("/ca-truc/co-mat", {"ca": duty.key(AN, FIRST)}).status_code == 404
    sign_in(client, "canbo1")
    assert "Đã có mặt" not in words(client.get("/ca-truc"))


def test_the_head_sees_who_has_not_come_and_marks_it(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    duty = published(office)
    sign_in(client, "truongbophan")
    page = words(client.get("/ca-truc/can-duyet"))
    assert "Trần Thị Mẫu An Chưa ghi nhận có mặt" in page
    client.send("/ca-truc/can-duyet/vang-mat", {"ca": duty.key(AN, FIRST)})
    assert "Trần Thị Mẫu An Vắng mặt" in words(client.get("/ca-truc/can-duyet"))
    effects.advance(hours=4)
    sign_in(client, "truongbophan")
    client.get("/ca-truc/can-duyet")
    answer = client.send("/ca-truc/can-duyet/vang-mat", {"ca": duty.key(AN, FIRST)})
    assert answer.status_code == 422


def test_a_calendar_is_read_by_its_link_until_it_is_revoked(
    client: Browser, office: Office
) -> None:
    published(office)
    sign_in(client, "canbo1")
    client.get("/ca-truc")
    client.send("/ca-truc/lich-rieng")
    page = client.get("/ca-truc").get_data(as_text=True)
    address = page.split('href="/lich-ca-nhan/')[1].split('"')[0]
    feed = client.get(f"/lich-ca-nhan/{address}")
    assert feed.mimetype == "text/calendar"
    calendar = Calendar.from_ical(feed.get_data(as_text=True))
    assert isinstance(calendar, Calendar)
    assert len(calendar.events) == 6
    assert {event["sequence"] for event in calendar.events} == {1}

    client.send("/ca-truc/lich-rieng/thu-hoi")
    gone = client.get(f"/lich-ca-nhan/{address}")
    assert gone.status_code == 410
    assert "đã được thu hồi" in words(gone)
    assert client.get("/lich-ca-nhan/" + "x" * 22 + ".ics").status_code == 404


def test_the_paper_is_read_printed_and_checked(client: Browser, office: Office) -> None:
    published(office)
    sign_in(client, "canbo1")
    paper = f"/lich-truc/ban/{VERSION}"
    page = words(client.get(f"{paper}/giay"))
    assert "Ủy ban nhân dân xã Mẫu" in page
    assert "Thứ Hai 23/11/2026" in page
    pdf = client.get(f"{paper}/lich-truc.pdf")
    text = PdfReader(BytesIO(pdf.data)).pages[0].extract_text()
    assert "LỊCH TRỰC" in text
    for kind in ("docx", "xlsx"):
        assert client.get(f"{paper}/lich-truc.{kind}").data[:2] == b"PK"
    assert client.get(f"{paper}/lich-truc.exe").status_code == 404
    client.send("/dang-xuat")
    checked = words(client.get(f"/lich-dang-dung/{PERIOD}"))
    assert "Lịch trực đang dùng là bản 1" in checked
    assert client.get("/lich-dang-dung/" + "y" * 22).status_code == 404


def test_the_lobby_shows_places_and_organisations_but_no_names(
    client: Browser, office: Office, effects: FixedEffects
) -> None:
    published(office)
    sign_in(client, "truongbophan")
    client.get("/ca-truc/can-duyet")
    client.send("/ca-truc/can-duyet/man-hinh")
    page = client.get("/ca-truc/can-duyet").get_data(as_text=True)
    address = "/dang-truc/" + page.split('href="/dang-truc/')[1].split('"')[0]
    client.send("/dang-xuat")
    shown = words(client.get(address))
    assert "Có 1 người hỗ trợ Bộ phận Một cửa" in shown
    assert "Mẫu An" not in shown
    effects.advance(days=1)
    assert "Hôm nay không có ca trực" in words(client.get(address))
    sign_in(client, "truongbophan")
    client.get("/ca-truc/can-duyet")
    client.send("/ca-truc/can-duyet/man-hinh", {"viec": "thu-hoi"})
    assert client.get(address).status_code == 410


def test_the_unit_says_how_it_wants_it(client: Browser, office: Office) -> None:
    published(office)
    sign_in(client, "truongbophan")
    client.get("/ca-truc/can-duyet")
    assert client.send("/ca-truc/can-duyet/cach-lam", {"phut": "7"}).status_code == 422
    assert client.send("/ca-truc/can-duyet/cach-lam", {"phut": "30"}).status_code == 303
    page = client.get("/ca-truc/can-duyet").get_data(as_text=True)
    assert '<option value="30" selected>' in page
