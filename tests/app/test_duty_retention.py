"""Traces of duty are forgotten when their time is over; the published roster stays as it was."""

import pytest
from sqlalchemy import func, select

from tests.app.browsing import Browser, sign_in, words
from tests.app.busy_unit import busy
from tests.app.duty_office import AN, VERSION, published
from tests.app.office import Office
from web import cli
from web.office.records.duty_retention import Deleted, delete_expired
from web.roster.duty.models import LinkRow, SwapAnswerRow, SwapPartRow, SwapRow
from web.roster.planning import people_store
from web.roster.planning.attendance_models import (
    AbsenceAnswerRow,
    AbsenceRow,
    PresenceRow,
    ReadRow,
)
from web.roster.planning.records import LeaveState
from web.shell.config import Settings
from web.shell.effects import Effects
from web.verify import verify

TRACES = (
    PresenceRow,
    SwapRow,
    SwapPartRow,
    SwapAnswerRow,
    AbsenceRow,
    AbsenceAnswerRow,
    ReadRow,
)
DAYS = 200


def counts(office: Office) -> dict[str, int]:
    with office.writing() as db:
        return {
            table.__tablename__: db.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (*TRACES, LinkRow)
        }


def deleted(office: Office, days: int = DAYS) -> Deleted:
    with office.writing() as db:
        found = delete_expired(db, office.effects.now(), days)
        assert not any(verify(db).values())
    return found


@pytest.fixture
def year_later(office: Office) -> Office:
    """The busy unit, a year after."""
    busy(office)
    office.effects.advance(days=365)
    return office


def test_all_traces_go_and_verify_finds_everything_whole(year_later: Office) -> None:
    found = deleted(year_later)
    assert found == Deleted(presence=2, swaps=1, absences=1, leave=2, links=1, receipts=1, wishes=1)
    left = counts(year_later)
    assert {table.__tablename__: left[table.__tablename__] for table in TRACES} == {
        table.__tablename__: 0 for table in TRACES
    }
    assert left["roster_link"] == 1  # the one in use
    assert deleted(year_later).count == 0


def test_the_published_roster_stays_with_its_names(client: Browser, office: Office) -> None:
    duty = busy(office)
    before = duty.shifts()
    office.effects.advance(days=365)
    deleted(office)
    assert duty.shifts() == before
    sign_in(client, "truongbophan")
    assert "Trần Thị Mẫu An" in words(client.get(f"/lich-truc/ban/{VERSION}"))
    with office.writing() as db:
        (leave,) = people_store.leave_of_member(db, AN)
    assert (leave.state, leave.note) == (LeaveState.APPROVED, "")


@pytest.mark.parametrize(
    ("days", "presence", "swaps", "receipts"),
    [(200, 0, 0, 0), (201, 2, 0, 0), (211, 2, 0, 0), (212, 2, 1, 1)],
)
def test_each_goes_after_its_own_day_and_not_before(
    office: Office, days: int, presence: int, swaps: int, receipts: int
) -> None:
    """Check-ins are of 23/11; the swap's last shift, and the period's last day, is 04/12."""
    busy(office)
    office.effects.advance(days=days)
    found = deleted(office)
    assert (found.presence, found.swaps, found.receipts) == (presence, swaps, receipts)


def test_without_a_setting_everything_stays(year_later: Office) -> None:
    before = counts(year_later)
    assert deleted(year_later, 0) == Deleted()
    assert counts(year_later) == before


def test_ones_own_page_says_for_how_long(client: Browser, office: Office) -> None:
    published(office)
    sign_in(client, "canbo1")
    page = words(client.get("/du-lieu-cua-toi"))
    assert "được giữ đến khi người quản trị đặt thời hạn lưu" in page


def test_the_command_and_serving_forget_them(
    year_later: Office,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    now = year_later.effects.now()
    monkeypatch.setattr(Effects, "now", lambda _: now)
    monkeypatch.setattr(cli, "serve", lambda *_: None)
    monkeypatch.setenv("MOTCUA_PORT", "0")
    monkeypatch.setenv("MOTCUA_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("MOTCUA_DUTY_RETENTION_DAYS", "300")
    assert cli.main(["serve", "--data", str(settings.data)]) == 0
    assert counts(year_later)["roster_presence"] == 0
    assert cli.main(["forget", "--data", str(settings.data)]) == 0
    output = capsys.readouterr().out
    assert "Đã xóa 0 việc trực quá 300 ngày trước; lịch đã ban hành vẫn giữ." in output
    assert "lượt kết thúc" not in output
