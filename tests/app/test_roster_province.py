"""``motcua roster plan``: a province's offices at once, drafts only, and in words what is wrong."""

import csv
import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.app import province
from tests.app.office import Office
from web import cli
from web.roster.planning import period_store, shifts_store
from web.shell.config import Settings

Plan = Callable[..., int]
DAYS = ("--from", "01/12/2026", "--to", "11/12/2026")
WEDNESDAY = date(2026, 12, 2)


@pytest.fixture
def plan(office: Office, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """Run the command on this test's database, by its clock."""
    monkeypatch.setenv("MOTCUA_DATABASE_URL", settings.database_url)
    monkeypatch.setattr(cli, "Effects", lambda: office.effects)

    def run(*more: str, days: Sequence[str] = DAYS) -> int:
        return cli.main(["roster", "plan", "--data", str(settings.data), *days, *more])

    return run


def drafts(office: Office, unit: int) -> list[tuple[date, date, bool, int]]:
    """First and last day of each roster of December, whether published, how many shifts."""
    with office.writing() as db:
        return [
            (one.first, one.last, version.published, len(shifts_store.shifts(db, version.id)))
            for one in period_store.periods(db, unit)
            for version in period_store.versions(db, one.id)
            if one.first.month == 12
        ]


def planned(out: Path) -> dict[str, Any]:
    """Offices by code, from the JSON file."""
    offices: list[dict[str, Any]] = json.loads(out.read_text("utf-8"))["offices"]
    return {one["code"]: one for one in offices}


def test_every_office_gets_a_draft_and_none_is_published(office: Office, plan: Plan) -> None:
    units = [province.found(office, f"H00.00.5{n}") for n in range(3)]
    assert plan() == 0
    for unit in (*units, office.person("truongbophan").unit_id):
        [(first, last, published, shifts)] = drafts(office, unit)
        assert (first, last, published) == (date(2026, 12, 1), date(2026, 12, 11), False)
        assert shifts >= 18


def test_several_processes_find_the_same_rosters_as_one(
    office: Office, plan: Plan, tmp_path: Path
) -> None:
    for number in range(3):
        province.found(office, f"H00.00.5{number}")
    found = []
    for count in ("1", "2"):
        assert plan("--dry-run", "--processes", count, "--out", str(tmp_path / "o.json")) == 0
        offices = planned(tmp_path / "o.json").values()
        found.append([{k: v for k, v in one.items() if k != "seconds"} for one in offices])
    assert found[0] == found[1]


def test_what_cannot_be_filled_is_told_with_reasons_and_ways_out(
    office: Office, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = province.found(office, "H00.00.51", people=2)
    province.all_on_leave(office, unit, WEDNESDAY)
    assert plan() == 1
    output = capsys.readouterr().out
    assert "Xã Mẫu 51 (H00.00.51):" in output
    assert "Sáng thứ Tư 02/12/2026, Bàn hỗ trợ thiếu 1 người thạo việc trực hỗ trợ." in output
    assert "Trần Thị Mẫu An nghỉ thứ Tư 02/12/2026." in output
    assert "Cách khắc phục 1: Mời" in output
    assert "2 đơn vị: 2 bản dự thảo mới (1 còn chỗ trống), 0 đã có lịch, 0 chưa xếp được." in output
    assert len(drafts(office, unit)) == 1


def test_offices_that_cannot_be_planned_are_named(
    office: Office, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    headless = province.found(office, "H00.00.51", head=False)
    closed = province.found(office, "H00.00.52")
    province.close_places(office, closed)
    assert plan() == 1
    output = capsys.readouterr().out
    assert "chưa có tài khoản trưởng bộ phận" in output
    assert "chưa có địa điểm trực nào" in output
    assert drafts(office, headless) == drafts(office, closed) == []


def test_rosters_that_are_there_stay_as_they_are(
    office: Office, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    assert plan() == 0
    before = drafts(office, office.person("truongbophan").unit_id)
    capsys.readouterr()
    assert plan() == 0
    assert "Đã có bản dự thảo từ 01/12/2026 đến 11/12/2026, giữ nguyên." in capsys.readouterr().out
    assert drafts(office, office.person("truongbophan").unit_id) == before


def test_a_dry_run_keeps_nothing_and_the_table_goes_to_excel(
    office: Office, plan: Plan, tmp_path: Path
) -> None:
    assert plan("--dry-run", "--out", str(tmp_path / "lich.csv")) == 0
    assert drafts(office, office.person("truongbophan").unit_id) == []
    with (tmp_path / "lich.csv").open(encoding="utf-8-sig", newline="") as file:
        heading, row = csv.reader(file, delimiter=";")
    line = dict(zip(heading, row, strict=True))
    assert (line["Mã"], line["Buổi"], line["Tối ưu"]) == ("H00.00.01", "18", "đã chứng minh")
    assert line["Kết quả"] == "Bản dự thảo đủ người"


def test_without_days_the_next_month_is_planned(office: Office, plan: Plan) -> None:
    assert plan(days=()) == 0
    [(first, last, *_)] = drafts(office, office.person("truongbophan").unit_id)
    assert (first, last) == (date(2026, 12, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("days", "more", "says"),
    [
        (("--from", "01/12/2026"), (), "--from và --to phải đi cùng nhau"),
        (("--from", "mai", "--to", "x"), (), "31/12/2026"),
        (("--from", "02/12/2026", "--to", "01/12/2026"), (), "--to phải từ ngày ở --from"),
        (("--from", "01/12/2026", "--to", "01/12/2027"), (), "tối đa 100 ngày"),
        (DAYS, ("--processes", "0"), "từ 1 trở lên"),
        (DAYS, ("--out", "lich.docx"), "đuôi .csv hoặc .json"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(
    plan: Plan,
    capsys: pytest.CaptureFixture[str],
    days: Sequence[str],
    more: Sequence[str],
    says: str,
) -> None:
    assert plan(*more, days=days) == 2
    assert says in capsys.readouterr().err
