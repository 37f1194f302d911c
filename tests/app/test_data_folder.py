"""The data folder: who may read it, whether all is in one file, what an upgrade leaves behind."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from alembic import command
from sqlalchemy import text

from tests.app.databases import POSTGRESQL
from web import cli
from web.shell import schema, sqlite_file
from web.shell.database import open_engine, transaction

pytestmark = [
    pytest.mark.skipif(bool(POSTGRESQL), reason="a server looks after its own files"),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps folders to their owner"),
]
_NOBODY = 65534


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office that has been stopped, in a folder that was open to others."""
    for name in ("DATABASE_URL", "DATA", "SECRET_KEY"):
        monkeypatch.delenv(f"MOTCUA_{name}", raising=False)
    folder = tmp_path / "office"
    folder.mkdir(mode=0o755)
    assert cli.main(["init", "--data", str(folder)]) == 0
    return folder


def test_nobody_else_reads_the_folder_or_a_file_in_it(data: Path) -> None:
    engine = open_engine(f"sqlite:///{data}/motcua.sqlite3")
    with transaction(engine) as connection:
        connection.execute(text("UPDATE unit SET name = 'Xã Mẫu'"))
        found = {one.name: oct(one.stat().st_mode & 0o777) for one in (data, *data.iterdir())}
    engine.dispose()
    assert found.pop("office") == "0o700"
    assert found.keys() >= {"secret-key", "motcua.sqlite3", "motcua.sqlite3-wal"}
    assert set(found.values()) == {"0o600"}


def test_a_folder_of_before_is_closed_at_the_start(data: Path) -> None:
    data.chmod(0o755)
    (data / "motcua.sqlite3").chmod(0o644)
    cli.main(["init", "--data", str(data)])
    assert data.stat().st_mode & 0o777 == 0o700
    assert (data / "motcua.sqlite3").stat().st_mode & 0o777 == 0o600


def test_a_copy_of_the_one_file_while_served_is_told_from_a_whole_one(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data / "motcua.sqlite3"
    during, after = tmp_path / "during", tmp_path / "after"
    with sqlite_file.served(file), closing(sqlite3.connect(file)) as office:
        office.execute("UPDATE unit SET name = 'Xã Mẫu Mới'")
        office.commit()
        shutil.copytree(data, tmp_path / "with-wal")
        for folder in (during, after):
            folder.mkdir()
        shutil.copy(file, during)
    shutil.copy(file, after)
    names = []
    for folder, code in ((during, 1), (tmp_path / "with-wal", 0), (after, 0)):
        assert cli.main(["verify", "--data", str(folder)]) == code
        assert ("thiếu tệp -wal" in capsys.readouterr().out) == bool(code)
        with closing(sqlite3.connect(folder / file.name)) as copy:
            names.append(copy.execute("SELECT name FROM unit").fetchone()[0])
    assert names == ["Đơn vị của tôi", "Xã Mẫu Mới", "Xã Mẫu Mới"]


def test_all_steps_are_in_the_one_file_when_it_is_quiet(data: Path, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{data}/motcua.sqlite3")
    quiet = sqlite_file.IdleCheckpoint(engine, idle_s=3600)  # fired by hand below
    with transaction(engine) as connection:
        connection.execute(text("UPDATE unit SET name = 'Xã Mẫu Mới'"))
    assert quiet.waits
    quiet.checkpoint()
    shutil.copy(data / "motcua.sqlite3", tmp_path / "copy")
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        assert copy.execute("SELECT name FROM unit").fetchone() == ("Xã Mẫu Mới",)


def test_reading_only_starts_no_timer(data: Path) -> None:
    engine = open_engine(f"sqlite:///{data}/motcua.sqlite3")
    quiet = sqlite_file.IdleCheckpoint(engine, idle_s=3600)
    with transaction(engine, writes=False) as connection:
        connection.execute(text("SELECT 1"))
    engine.dispose()
    assert not quiet.waits


@pytest.fixture
def somebody_without_rights() -> Iterator[None]:
    """The administrator of a machine may write anywhere, so for once somebody else looks."""
    if os.geteuid() == 0:
        os.seteuid(_NOBODY)
        yield
        os.seteuid(0)
    else:
        yield


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder that others reach: pytest's own lie where only the owner may look."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.parametrize("with_wal", [False, True])
def test_a_copy_that_cannot_be_written_is_verified(
    data: Path,
    elsewhere: Path,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
    with_wal: bool,
) -> None:
    capsys.readouterr()
    with closing(sqlite3.connect(data / "motcua.sqlite3")) as office:
        if with_wal:
            office.execute("UPDATE unit SET name = 'Xã Mẫu Mới'")
            office.commit()
        copy = shutil.copytree(data, elsewhere / "copy")
    (copy / "motcua.sqlite3-shm").unlink(missing_ok=True)
    for one in copy.iterdir():
        one.chmod(0o444)
    copy.chmod(0o555)
    before = {one: one.stat().st_mtime_ns for one in copy.iterdir()}
    request.getfixturevalue("somebody_without_rights")
    assert cli.main(["verify", "--data", str(copy)]) == 0
    assert {one: one.stat().st_mtime_ns for one in copy.iterdir()} == before
    assert "Có 1 tài khoản" in capsys.readouterr().out


def _downgraded(data: Path, revision: str) -> None:
    engine = open_engine(f"sqlite:///{data}/motcua.sqlite3")
    with transaction(engine) as connection:
        command.downgrade(schema.alembic_config(connection), revision)
    engine.dispose()


def test_an_upgrade_leaves_a_copy_of_before_and_keeps_three(data: Path) -> None:
    _downgraded(data, "0018")
    for old in ("0002", "0003", "0016"):
        (data / f"before-{old}.sqlite3").touch()
    assert cli.main(["init", "--data", str(data)]) == 0
    kept = sorted(one.name for one in data.glob("before-*"))
    newest = f"before-{schema.head()}.sqlite3"
    assert kept == ["before-0003.sqlite3", "before-0016.sqlite3", newest]
    with closing(sqlite3.connect(data / newest)) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == ("0018",)
        assert copy.execute("SELECT count(*) FROM person").fetchone() == (1,)


def test_without_room_for_the_copy_nothing_is_upgraded(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _downgraded(data, "0018")

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(sqlite_file, "copy", full)
    assert cli.main(["init", "--data", str(data)]) == 2
    assert "chưa nâng cấp gì" in capsys.readouterr().err
    with closing(sqlite3.connect(data / "motcua.sqlite3")) as office:
        assert office.execute("SELECT version_num FROM alembic_version").fetchone() == ("0018",)
