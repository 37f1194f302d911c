"""A person's own data: all of it, theirs alone, to take away."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.competent import marked, mastered
from tests.app.office import FIRST, Office

TAKE = "/du-lieu-cua-toi/tai-ve"


def test_the_page_says_what_is_kept_and_who_sees_it(client: Browser, office: Office) -> None:
    marked(office, "canbo1", 0)
    marked(office, "canbo2", 0)
    sign_in(client, "canbo1")
    page = words(client.get("/du-lieu-cua-toi"))
    assert "Trần Thị Mẫu An (canbo1), cán bộ một cửa, Xã Mẫu" in page
    assert "1 lượt, kèm điểm" in page
    assert "Giữ đến khi người quản trị đặt thời hạn lưu" in page
    assert "Không có bảng xếp hạng" in page


@pytest.mark.parametrize("username", ["canbo1", "giangvien", "giamsat", "quantri"])
def test_everybody_finds_it_from_every_page(client: Browser, username: str) -> None:
    sign_in(client, username)
    assert 'href="/du-lieu-cua-toi"' in client.get("/").get_data(as_text=True)
    assert client.get("/du-lieu-cua-toi").status_code == 200


def test_the_json_holds_ones_own_runs_and_papers_and_no_secret(
    client: Browser, office: Office
) -> None:
    mastered(office, "canbo1")
    marked(office, "canbo2", 0)
    sign_in(client, "canbo1")
    client.get("/nang-luc")
    page = f"/nang-luc/nguoi/{office.person('canbo1').id}"
    client.send(f"{page}/giay-xac-nhan", {"nang_luc": "account_creation"})
    answer = client.get(f"{TAKE}?dang=json")
    data = json.loads(answer.get_data())
    assert answer.mimetype == "application/json"
    assert data["person"]["username"] == "canbo1"
    assert [(each["points"], each["passed"]) for each in data["runs"]] == [(95, True)] * 2
    assert data["runs"][0]["ended_at"] == "2026-11-21T01:01:00+00:00"
    assert data["certificates"][0]["number"] == "01/2026/GXN-LT"
    assert "password" not in answer.get_data(as_text=True)


def test_the_workbook_has_a_sheet_for_runs_and_one_for_papers(
    client: Browser, office: Office
) -> None:
    marked(office, "canbo1", 0)
    sign_in(client, "canbo1")
    book = load_workbook(BytesIO(client.get(f"{TAKE}?dang=xlsx").get_data()))
    assert book.sheetnames[:5] == [
        "Lượt luyện tập",
        "Giấy xác nhận",
        "Buổi tập huấn",
        "Bài giao",
        "Lời đã ký",
    ]
    assert book["Lượt luyện tập"].max_row == 2


def test_runs_done_in_another_unit_are_still_ones_own(client: Browser, office: Office) -> None:
    run = marked(office, "canbo1", 0)
    sign_in(client, "canbo1")
    runs = json.loads(client.get(TAKE).get_data())["runs"]
    assert [each["id"] for each in runs] == [run.id]


def test_what_practising_left_beside_runs_is_there_too(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    run = office.serve(room.begin("canbo1"))
    _asked(client, office, "canbo1")
    sign_in(client, "canbo1")
    client.get("/luyen-tap")
    client.send("/luyen-tap/khai-bao-vneid", {"installed": "co"})
    client.get(f"/nhin-lai/{run.id}")
    client.send(f"/nhin-lai/{run.id}", {"went_well": "Hỏi số điện thoại trước", "nut": "ky"})
    page = words(client.get("/du-lieu-cua-toi"))
    for sentence in ("1 buổi có tên", "1 bài đã giao", "1 lời anh/chị", "đã cài VNeID mức 2"):
        assert sentence in page
    data = json.loads(client.get(TAKE).get_data())
    assert [each["title"] for each in data["classes"]] == [room.training_class.plan.title]
    assert [each["title"] for each in data["assignments"]] == ["Ôn tháng 12"]
    assert data["vneid_declaration"] == {"installed": True, "declared_on": "2026-11-23"}
    (word,) = data["signed_words"]
    assert (word["run_id"], word["went_well"]) == (run.id, "Hỏi số điện thoại trước")
    book = load_workbook(BytesIO(client.get(f"{TAKE}?dang=xlsx").get_data()))
    assert book["Lời đã ký"]["D2"].value == "Hỏi số điện thoại trước"
    assert book["Buổi tập huấn"].max_row == book["Bài giao"].max_row == 2


def test_what_belongs_to_a_colleague_stays_away(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo2")
    run = office.serve(room.begin("canbo2"))
    sign_in(client, "canbo2")
    client.get(f"/nhin-lai/{run.id}")
    client.send(f"/nhin-lai/{run.id}", {"went_well": "Lời của người khác", "nut": "ky"})
    sign_in(client, "canbo1")
    data = json.loads(client.get(TAKE).get_data())
    assert data["classes"] == data["assignments"] == data["signed_words"] == []
    assert data["vneid_declaration"] is None


def _asked(client: Browser, office: Office, username: str) -> None:
    """The trainer asks that person for one scenario."""
    sign_in(client, "giangvien")
    client.get("/bai-giao/moi")
    fields = {
        "title": "Ôn tháng 12",
        "day": "31/12/2026",
        "hour": "17:00",
        "mode": "luyen",
        "passes": "1",
        "scenarios": FIRST,
        "people": str(office.person(username).id),
    }
    assert client.send("/bai-giao/moi", fields).status_code == 303
