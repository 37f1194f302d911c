"""``motcua backup`` and ``motcua restore`` as they are typed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.databases import POSTGRESQL
from tests.app.saved_office import everything
from web import cli
from web.backup import archive
from web.shell import schema

pytestmark = pytest.mark.skipif(bool(POSTGRESQL), reason="the commands open SQLite here")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command: its exit code, what it printed, what it complained of."""
    for name in ("DATABASE_URL", "DATA", "SECRET_KEY", "BACKUP_PASSPHRASE"):
        monkeypatch.delenv(f"MOTCUA_{name}", raising=False)

    def typed(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = cli.main([str(word) for word in words])
        return code, *capsys.readouterr()

    return typed


@pytest.fixture
def office(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office with a setting of its own."""
    monkeypatch.setenv("MOTCUA_VALID_DAYS", "200")
    assert run("init", "--data", tmp_path / "office")[0] == 0
    return tmp_path / "office"


def test_saved_and_restored_with_key_and_settings(run: Run, office: Path, tmp_path: Path) -> None:
    file, new = tmp_path / "office.motcua", tmp_path / "new"
    code, said, _ = run("backup", file, "--data", office)
    assert (code, "Đã sao lưu" in said) == (0, True)
    assert file.stat().st_mode & 0o777 == 0o600
    code, said, _ = run("restore", file, "--data", new)
    assert (code, "motcua verify" in said) == (0, True)
    assert {one.stat().st_mode & 0o077 for one in (new, *new.iterdir())} == {0}
    assert (new / "secret-key").read_text() == (office / "secret-key").read_text()
    assert (new / "settings.restored").read_text() == "MOTCUA_VALID_DAYS=200\n"
    assert run("verify", "--data", new)[0] == 0
    assert everything(f"sqlite:///{new}/motcua.sqlite3") == everything(
        f"sqlite:///{office}/motcua.sqlite3"
    )


def test_an_office_is_replaced_only_when_that_is_said(
    run: Run, office: Path, tmp_path: Path
) -> None:
    file = tmp_path / "office.motcua"
    run("backup", file, "--data", office)
    code, _, complaint = run("restore", file, "--data", office)
    assert (code, "--replace" in complaint) == (2, True)
    code, said, _ = run("restore", file, "--data", office, "--replace")
    assert (code, "Dữ liệu cũ được giữ ở" in said) == (0, True)


def test_a_backup_never_takes_the_place_of_a_file(run: Run, office: Path, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("something")
    code, _, complaint = run("backup", tmp_path / "there", "--data", office)
    assert (code, "Anh/chị chọn tên khác" in complaint) == (2, True)
    assert (tmp_path / "there").read_text() == "something"


def test_stopped_by_hand_it_leaves_nothing(
    run: Run, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(archive.Writer, "table", stopped)
    before = set(tmp_path.rglob("*"))
    code, _, complaint = run("backup", tmp_path / "half", "--data", office)
    assert (code, complaint.startswith("Đã dừng theo yêu cầu")) == (2, True)
    assert set(tmp_path.rglob("*")) == before


def test_a_full_disk_leaves_nothing(
    run: Run, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive.Writer, "finish", full)
    before = set(tmp_path.rglob("*"))
    code, _, complaint = run("backup", tmp_path / "half", "--data", office)
    assert (code, "dung lượng đĩa" in complaint) == (2, True)
    assert set(tmp_path.rglob("*")) == before


def test_a_newer_office_and_another_key_are_refused_before_anything_is_touched(
    run: Run, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, new = tmp_path / "office.motcua", tmp_path / "new"
    run("backup", file, "--data", office)
    with monkeypatch.context() as patch:
        patch.setenv("MOTCUA_SECRET_KEY", "x" * 64)
        code, _, complaint = run("restore", file, "--data", new)
    assert (code, "MOTCUA_SECRET_KEY" in complaint) == (2, True)
    monkeypatch.setattr(schema, "head", lambda: "0001")
    code, _, complaint = run("restore", file, "--data", new)
    assert (code, "mới hơn" in complaint) == (2, True)
    assert list(new.iterdir()) == []


def test_the_passphrase_of_the_settings_locks_and_one_that_is_missing_is_asked_for(
    run: Run, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, given = tmp_path / "office.motcua", []
    monkeypatch.setattr(
        archive, "lock", lambda _, target, passphrase: given.append((passphrase, target.write(b"")))
    )
    words = tmp_path / "words"
    words.write_text("mat-khau-tep\nghi chú")
    monkeypatch.setenv("MOTCUA_BACKUP_PASSPHRASE", "mat-khau-mau")
    run("backup", file, "--data", office)
    run("backup", tmp_path / "second", "--data", office, "--passphrase-file", words)
    assert [passphrase for passphrase, _ in given] == ["mat-khau-mau", "mat-khau-tep"]
    monkeypatch.delenv("MOTCUA_BACKUP_PASSPHRASE")
    file.write_bytes(b"motcua-backup 1 1\n")
    code, _, complaint = run("restore", file, "--data", tmp_path / "new")
    assert (code, "--passphrase-file" in complaint) == (2, True)
    words.write_text("ngắn")
    assert run("restore", file, "--data", tmp_path / "new", "--passphrase-file", words)[0] == 2


def test_nothing_is_nothing_to_save(run: Run, tmp_path: Path) -> None:
    code, _, complaint = run("backup", tmp_path / "file", "--data", tmp_path / "empty")
    assert (code, "Chưa có dữ liệu của đơn vị nào" in complaint) == (2, True)
    assert not (tmp_path / "file").exists()
    assert not (tmp_path / "empty").exists()


def test_what_cannot_be_read_again_gets_no_name(
    run: Run, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise archive.ArchiveError(archive.DAMAGED)

    monkeypatch.setattr(archive, "read", unreadable)
    assert run("backup", tmp_path / "file", "--data", office)[0] == 2
    assert not (tmp_path / "file").exists()
