"""Runs are forgotten when their time is over, with all that happened in them; not before."""

import pytest
from sqlalchemy import func, select

from tests.app.competent import marked
from tests.app.office import Office
from web import cli
from web.office.records.retention import delete_expired
from web.practice.runs.models import RunRow
from web.practice.runs.store import find
from web.shell.config import Settings
from web.worlds.models import WorldEventRow, WorldRow


def _count(office: Office, table: type) -> int:
    with office.writing() as db:
        return db.execute(select(func.count()).select_from(table)).scalar_one()


def _forget(office: Office, days: int) -> int:
    with office.writing() as db:
        return delete_expired(db, office.effects.now(), days)


def test_what_is_older_goes_with_its_whole_log(office: Office) -> None:
    old, younger = marked(office, "canbo1", 401), marked(office, "canbo1", 399)
    office.effects.advance(hours=1)
    assert _forget(office, 400) == 1
    with office.writing() as db:
        assert find(db, old.id) is None
        assert find(db, younger.id) == younger
    assert _count(office, RunRow) == _count(office, WorldRow) == 1
    assert _count(office, WorldEventRow) == len(office.log(younger))


def test_a_run_left_open_goes_by_its_beginning(office: Office) -> None:
    office.start("canbo1")
    office.effects.advance(days=400, hours=1)
    assert _forget(office, 400) == 1


def test_without_a_setting_everything_stays(office: Office) -> None:
    marked(office, "canbo1", 3000)
    assert _forget(office, 0) == 0
    assert _count(office, RunRow) == 1


def test_more_than_one_batch_goes_too(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.practice.runs.retention_store._AT_ONCE", 2)
    for _ in range(5):
        marked(office, "canbo1", 500)
    assert _forget(office, 400) == 5


def test_the_command_forgets_and_says_how_much(
    office: Office,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    marked(office, "canbo1", 3000)
    monkeypatch.setenv("MOTCUA_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("MOTCUA_RETENTION_DAYS", "400")
    assert cli.main(["forget", "--data", str(settings.data)]) == 0
    assert "Đã xóa 1 lượt kết thúc quá 400 ngày trước." in capsys.readouterr().out
    assert _count(office, RunRow) == 0


def test_the_command_without_its_setting_says_what_to_do(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MOTCUA_DATABASE_URL", settings.database_url)
    assert cli.main(["forget", "--data", str(settings.data)]) == 2
    assert "MOTCUA_RETENTION_DAYS chưa đặt" in capsys.readouterr().err


def test_serving_begins_with_forgetting(
    office: Office, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked(office, "canbo1", 3000)
    monkeypatch.setattr(cli, "serve", lambda *_: None)
    monkeypatch.setenv("MOTCUA_PORT", "0")
    monkeypatch.setenv("MOTCUA_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("MOTCUA_RETENTION_DAYS", "400")
    assert cli.main(["serve", "--data", str(settings.data)]) == 0
    assert _count(office, RunRow) == 0
