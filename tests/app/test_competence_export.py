"""The unit's results as files: for Excel, for other programs, for learning record stores."""

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook
from ralph.models.xapi.base.statements import BaseXapiStatement
from sqlalchemy import update
from werkzeug.test import TestResponse

from tests.app.browsing import Browser, sign_in, words
from tests.app.competent import PRIVACY, marked
from tests.app.office import FIRST, Office
from training.scenario import catalogue
from web.office.records.xapi import pseudonym
from web.practice.runs import store
from web.practice.runs.runs import Mode
from web.shell.session_models import PersonRow
from web.shell.spreadsheets import harmless

KINDS = ("xlsx", "csv", "xapi")


def _file(client: Browser, kind: str, reader: str = "giangvien", **days: str) -> TestResponse:
    sign_in(client, reader)
    answer = client.get("/xuat-ket-qua/tep", query_string={"dang": kind, **days})
    assert answer.status_code == 200
    return answer


def _rows(answer: TestResponse) -> list[list[str]]:
    text = answer.get_data().decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


def _statements(answer: TestResponse) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(answer.get_data())
    return found


def _rename(office: Office, username: str, name: str) -> None:
    with office.writing() as db:
        row = update(PersonRow).where(PersonRow.username == username)
        db.execute(row.values(full_name=name))


def test_csv_begins_with_the_mark_and_uses_semicolons(client: Browser, office: Office) -> None:
    marked(office, "canbo1", 0)
    answer = _file(client, "csv")
    raw = answer.get_data()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in raw
    assert answer.headers["Content-Disposition"] == 'attachment; filename="ket-qua-luyen-tap.csv"'
    head, row = _rows(answer)
    assert head[:3] == ["Bắt đầu", "Kết thúc", "Người luyện"]
    assert row[:5] == [
        "23/11/2026 07:53",
        "23/11/2026 08:01",
        "Trần Thị Mẫu An",
        "Xã Mẫu",
        catalogue()[FIRST].title,
    ]
    assert row[7:] == ["Kiểm tra", "Đạt", "95", "0"]


@pytest.mark.parametrize(
    "name", ["=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "|calc", "%x", "＝1+1", "  =1", "\r=1"]
)
def test_a_name_that_is_a_formula_stays_a_name(client: Browser, office: Office, name: str) -> None:
    _rename(office, "canbo1", name)
    marked(office, "canbo1", 0)
    assert _rows(_file(client, "csv"))[1][2] == f"'{name}"
    sheet = load_workbook(BytesIO(_file(client, "xlsx").get_data())).active
    assert sheet
    assert sheet["C2"].data_type == "s"


@pytest.mark.parametrize("name", ["Trần Thị Mẫu An", "Mẫu; Thử", 'Mẫu "Thử"', "Mẫu-Thử = 1"])
def test_other_names_are_left_as_they_are(client: Browser, office: Office, name: str) -> None:
    assert harmless(name) == name
    _rename(office, "canbo1", name)
    marked(office, "canbo1", 0)
    assert _rows(_file(client, "csv"))[1][2] == name


def test_the_workbook_holds_days_as_days_and_numbers_as_numbers(
    client: Browser, office: Office
) -> None:
    marked(office, "canbo1", 0)
    office.start("canbo2")
    sheet = load_workbook(BytesIO(_file(client, "xlsx").get_data())).active
    assert sheet
    assert sheet["A2"].value.isoformat() == "2026-11-23T07:53:00"
    assert sheet["A2"].number_format == "dd/mm/yyyy hh:mm"
    assert (sheet["C2"].value, sheet["J2"].value) == ("Trần Thị Mẫu An", 95)
    assert (sheet["I3"].value, sheet["J3"].value) == ("Đang làm", None)


def test_the_same_results_make_the_same_workbook(client: Browser, office: Office) -> None:
    marked(office, "canbo1", 0)
    assert _file(client, "xlsx").get_data() == _file(client, "xlsx").get_data()


def test_the_statements_are_valid_xapi(client: Browser, office: Office) -> None:
    marked(office, "canbo1", 1, PRIVACY)
    marked(office, "canbo2", 0, passed=False, points=30)
    office.given_up("canbo1")
    office.start("canbo2")
    found = _statements(_file(client, "xapi"))
    verbs = [each["verb"]["id"].rpartition("/")[2] for each in found]
    assert verbs == ["passed", "failed", "abandoned", "initialized"]
    for statement in found:
        BaseXapiStatement.model_validate(statement)
    assert len({each["id"] for each in found}) == 4
    assert found[0]["result"]["score"] == {"scaled": 0.95, "raw": 95, "min": 0, "max": 100}
    assert found[0]["result"]["duration"] == "PT480.00S"
    proved = [each["id"] for each in found[0]["context"]["contextActivities"]["grouping"]]
    assert proved[1].endswith("/competencies/privacy")


@pytest.mark.parametrize("mode", [Mode.SHOW, Mode.GUIDE])
def test_being_led_through_is_no_result(client: Browser, office: Office, mode: Mode) -> None:
    marked(office, "canbo1", 0, mode=mode)
    (statement,) = _statements(_file(client, "xapi"))
    assert statement["verb"]["display"]["vi"] == "đã làm, không tính điểm"
    assert "result" not in statement
    BaseXapiStatement.model_validate(statement)


def test_a_led_run_leaves_without_points(client: Browser, office: Office) -> None:
    marked(office, "canbo1", 1, mode=Mode.GUIDE, points=100)
    _, row = _rows(_file(client, "csv"))
    assert row[7:] == ["Làm có hướng dẫn", "Không tính điểm", "", ""]


def test_a_second_try_from_halfway_leaves_as_no_pass(client: Browser, office: Office) -> None:
    run = marked(office, "canbo1", 1)
    with office.writing() as db:
        store.save(db, replace(run, forked_from="0" * 22, forked_at=3))
    _, row = _rows(_file(client, "csv"))
    assert row[7:] == ["Kiểm tra", "Không tính điểm", "", ""]
    (statement,) = _statements(_file(client, "xapi"))
    BaseXapiStatement.model_validate(statement)
    assert statement["verb"]["id"].endswith("/experienced")
    assert "result" not in statement


def test_the_statements_name_nobody_and_no_real_host(client: Browser, office: Office) -> None:
    marked(office, "canbo1", 0)
    raw = _file(client, "xapi").get_data(as_text=True)
    for secret in ("Mẫu An", "canbo1", '"1"'):
        assert secret not in raw
    hosts = {part.split("/")[0] for part in raw.split("https://")[1:]}
    assert {host.split('"')[0] for host in hosts} == {"motcua.test"}


def test_the_same_person_has_the_same_name_in_every_export(client: Browser, office: Office) -> None:
    marked(office, "canbo1", 1)
    marked(office, "canbo1", 0)
    names = {each["actor"]["account"]["name"] for each in _statements(_file(client, "xapi"))}
    assert names == {pseudonym(office.person("canbo1").id, "k" * 64)}
    assert pseudonym(1, "k" * 64) not in {pseudonym(2, "k" * 64), pseudonym(1, "l" * 64)}


def _runs(kind: str, answer: TestResponse) -> int:
    """How many runs the file holds."""
    if kind == "xapi":
        return len(_statements(answer))
    if kind == "csv":
        return len(_rows(answer)) - 1
    sheet = load_workbook(BytesIO(answer.get_data())).active
    assert sheet
    return sheet.max_row - 1


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_readers_own_unit_leaves(client: Browser, office: Office, kind: str) -> None:
    marked(office, "canbo1", 0)
    marked(office, "canbo3", 0)
    assert _runs(kind, _file(client, kind)) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_an_unused_office_exports_nothing_and_no_mistake(client: Browser, kind: str) -> None:
    assert _runs(kind, _file(client, kind)) == 0


@pytest.mark.parametrize("reader", ["canbo1", "giamsat", "quantri"])
def test_others_export_nothing(client: Browser, reader: str) -> None:
    sign_in(client, reader)
    for address in ("/xuat-ket-qua", "/xuat-ket-qua/tep?dang=xlsx"):
        assert client.get(address).status_code == 403


@pytest.mark.parametrize(
    ("days", "count"),
    [
        ({"tu_ngay": "23/11/2026"}, 1),
        ({"den_ngay": "22/11/2026"}, 2),
        ({"tu_ngay": "22/11/2026", "den_ngay": "22/11/2026"}, 1),
    ],
)
def test_days_narrow_the_export(
    client: Browser, office: Office, days: dict[str, str], count: int
) -> None:
    for days_ago in (0, 1, 2):
        marked(office, "canbo1", days_ago)
    assert len(_rows(_file(client, "csv", **days))) == count + 1


def test_a_wrong_day_is_said_beside_its_field_and_kept(client: Browser) -> None:
    sign_in(client, "giangvien")
    answer = client.get("/xuat-ket-qua/tep?dang=csv&tu_ngay=hôm qua&den_ngay=1/1/2026")
    assert answer.status_code == 422
    assert words(answer).count("“Từ ngày” chưa phải một ngày có trong lịch.") == 2
    assert 'value="1/1/2026"' in answer.get_data(as_text=True)


def test_an_unknown_kind_is_not_there(client: Browser) -> None:
    sign_in(client, "giangvien")
    assert client.get("/xuat-ket-qua/tep?dang=exe").status_code == 404
