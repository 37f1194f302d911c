"""What is kept of somebody's duty: they see all of it, take it away, and nobody else does."""

import json
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.app.browsing import Browser, sign_in, words
from tests.app.busy_unit import SECRET_LINK, busy
from tests.app.office import Office

TAKE = "/du-lieu-cua-toi/tai-ve"


def own_data(client: Browser, username: str) -> dict[str, list[dict[str, Any]]]:
    sign_in(client, username)
    found: dict[str, list[dict[str, Any]]] = json.loads(client.get(TAKE).get_data())["duty"]
    return found


def here(shifts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of the busy unit: An was on the demo office's list before."""
    return [shift for shift in shifts if shift["venue"] == "Bàn hỗ trợ"]


def test_the_file_holds_every_kind_of_trace(client: Browser, office: Office) -> None:
    busy(office)
    mine = own_data(client, "canbo1")
    shifts = here(mine.pop("turns"))
    assert len(shifts) == 6
    assert {key: len(rows) for key, rows in mine.items()} == {
        "swaps": 2,
        "absences": 1,
        "answers": 0,
        "leave": 2,
        "wishes": 1,
        "calendar_links": 2,
        "seen": 1,
    }
    assert shifts[0] == {
        "day": "2026-11-23",
        "half": "sáng",
        "venue": "Bàn hỗ trợ",
        "unit": "Xã Mẫu",
        "attendance": "có mặt",
        "said_at": "2026-11-23T01:00:00+00:00",
    }
    assert shifts[1]["attendance"] == "không ghi"
    assert mine["leave"][0]["reason"] in {"Đi khám", "Việc nhà"}
    assert mine["absences"][0]["outcome"] == "để trống"
    assert {row["gives"] for row in mine["swaps"]} == {"Trần Thị Mẫu An", "Lê Văn Mẫu Bình"}


def test_a_link_that_opens_the_calendar_is_not_in_the_file(client: Browser, office: Office) -> None:
    busy(office)
    sign_in(client, "canbo1")
    text = client.get(TAKE).get_data(as_text=True)
    assert SECRET_LINK not in text
    assert "b" * 22 not in text


def test_another_sees_only_their_own_part(client: Browser, office: Office) -> None:
    busy(office)
    theirs = own_data(client, "canbo2")
    assert len(theirs["swaps"]) == 2  # they were asked
    assert theirs["leave"] == theirs["absences"] == theirs["seen"] == []
    sign_in(client, "canbo2")
    assert "Đi khám" not in client.get(TAKE).get_data(as_text=True)


def test_the_workbook_has_the_same_rows_as_the_json(client: Browser, office: Office) -> None:
    busy(office)
    mine = own_data(client, "canbo1")
    book = load_workbook(BytesIO(client.get(f"{TAKE}?dang=xlsx").get_data()))
    assert book.sheetnames[5:] == [
        "Biểu mẫu nhập dở",
        "Ca trực",
        "Đổi ca",
        "Nghỉ đột xuất",
        "Trả lời trực thay",
        "Ngày nghỉ",
        "Nguyện vọng",
        "Lịch điện thoại",
        "Đã xem lịch",
        "Nhật ký quản trị",
    ]
    rows = [book[name].max_row - 1 for name in book.sheetnames[6:-1]]
    assert rows == [len(each) for each in mine.values()]


def test_the_page_counts_it_and_says_how_long_and_who_sees_it(
    client: Browser, office: Office
) -> None:
    busy(office)
    shifts = own_data(client, "canbo1")["turns"]
    page = words(client.get("/du-lieu-cua-toi"))
    assert f"Ca trực: {len(shifts)} dòng" in page
    assert "Ngày nghỉ: 2 dòng" in page
    assert "được giữ đến khi người quản trị đặt thời hạn lưu" in page
    assert "Lịch trực đã ban hành, với tên người trực" in page
    assert "là văn bản của đơn vị" in page
    assert "Chỉ trưởng bộ phận xem được ngày xin nghỉ" in page


@pytest.mark.parametrize("username", ["giamsat", "quantri"])
def test_somebody_who_never_was_on_a_list_is_told_nothing_of_duty(
    client: Browser, office: Office, username: str
) -> None:
    busy(office)
    assert own_data(client, username) == {}
    assert "Việc trực" not in words(client.get("/du-lieu-cua-toi"))
