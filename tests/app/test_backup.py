"""One file holds a whole office; what comes out of it is the office, or a sentence and nothing."""

import json
import random  # noqa: TID251  # seeded: which bits are turned is the same every time
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pyrage
import pytest
from sqlalchemy import Connection, select

from sandbox.desk import Say
from tests.app.busy_unit import busy
from tests.app.databases import POSTGRESQL
from tests.app.office import Office
from web.backup import archive, restoring, store
from web.backup.archive import ArchiveError
from web.backup.progress import Progress
from web.backup.saving import save
from web.shell import key_file
from web.shell.config import Settings
from web.shell.database import open_engine, transaction
from web.start import StartError
from web.verify import verify
from web.worlds.models import WorldEventRow


@contextmanager
def inside(url: str) -> Iterator[Connection]:
    """A transaction in whatever stands there."""
    engine = open_engine(url)
    try:
        with transaction(engine) as connection:
            yield connection
    finally:
        engine.dispose()


Everything = dict[str, list[tuple[object, ...]]]


def everything(url: str) -> Everything:
    """All rows of all tables, in an order that both databases agree on."""
    with inside(url) as connection:
        return {
            table.name: sorted((tuple(row) for row in store.rows(connection, table)), key=repr)
            for table in store.tables(connection)
        }


@pytest.fixture
def elsewhere(settings: Settings, empty_url: str, tmp_path: Path) -> Settings:
    """An office that is not there yet."""
    (tmp_path / "elsewhere").mkdir()
    return settings.model_copy(
        update={"database_url": empty_url, "data": tmp_path / "elsewhere", "secret_key": ""}
    )


@pytest.fixture
def saved(office: Office, settings: Settings, tmp_path: Path) -> Path:
    """The backup of an office at work."""
    busy(office)
    office.served("canbo1")
    office.start("canbo2")
    return backup(office, settings, tmp_path / "office.motcua")


def backup(office: Office, settings: Settings, target: Path, passphrase: str = "") -> Path:
    engine = open_engine(settings.database_url)
    save(engine, settings, target, passphrase, Progress("", 0, office.effects, sys.stderr))
    engine.dispose()
    return target


def restore(office: Office, settings: Settings, file: Path, **how: bool) -> list[Path]:
    progress = Progress("", 0, office.effects, sys.stderr)
    office.effects.advance(seconds=1)
    with archive.opened(file) as reader:
        now = office.effects.now()
        return restoring.restore(settings, reader, progress, now, replace=how.get("replace", False))


def test_what_was_saved_is_what_is_restored(
    office: Office, settings: Settings, elsewhere: Settings, saved: Path
) -> None:
    assert restore(office, elsewhere, saved) == []
    there = everything(elsewhere.database_url)
    assert there == everything(settings.database_url)
    assert there["world_event"]
    assert there["roster_turn"]
    assert (elsewhere.data / "secret-key").read_text() == settings.secret_key
    assert saved.stat().st_mode & 0o777 == 0o600
    with inside(elsewhere.database_url) as connection:
        assert not any(verify(connection).values())


def test_a_restored_office_gives_new_people_new_numbers(
    office: Office, elsewhere: Settings, saved: Path
) -> None:
    restore(office, elsewhere, saved)
    with inside(elsewhere.database_url) as connection:
        unit = next(each for each in store.tables(connection) if each.name == "unit")
        known = set(connection.execute(select(unit.c.id)).scalars())
        adding = unit.insert().values(code="H00.00.19", name="Xã Mẫu Chín")
        assert connection.execute(adding.returning(unit.c.id)).scalar() not in known


def test_every_step_answered_before_is_in_it_and_nobody_waits(
    office: Office, settings: Settings, elsewhere: Settings, tmp_path: Path
) -> None:
    runs = [office.start(name) for name in ("canbo1", "canbo2", "canbo3")]
    answered: list[tuple[str, int]] = []
    stop, begun = Event(), Event()

    def act() -> None:
        while not stop.is_set():
            for run in runs:
                office.act(run, Say("greet"))
                answered.append((run.world_id, office.world(run).seq))
            begun.set()

    writer = Thread(target=act)
    writer.start()
    begun.wait()
    before = list(answered)
    file = backup(office, settings, tmp_path / "office.motcua")
    stop.set()
    writer.join()
    restore(office, elsewhere, file)
    with inside(elsewhere.database_url) as connection:
        kept = connection.execute(select(WorldEventRow.world_id, WorldEventRow.seq)).all()
        assert set(before) <= {(row.world_id, row.seq) for row in kept}
        assert not any(verify(connection).values())


def test_an_office_is_not_written_over_by_mistake(
    office: Office, settings: Settings, saved: Path
) -> None:
    before = everything(settings.database_url)
    with pytest.raises(StartError, match="--replace"):
        restore(office, settings, saved)
    assert everything(settings.database_url) == before


@pytest.fixture
def old(elsewhere: Settings, office: Office, saved: Path) -> Settings:
    """An office somewhere else, with one person of its own and a key of its own."""
    restore(office, elsewhere, saved)
    (elsewhere.data / "secret-key").write_text("o" * 64)
    with inside(elsewhere.database_url) as connection:
        connection.exec_driver_sql("UPDATE unit SET name = 'Xã Mẫu Cũ' WHERE code = 'H00.00.01'")
    return elsewhere


def test_the_replaced_office_is_kept_with_its_key(
    office: Office, old: Settings, saved: Path
) -> None:
    before = everything(old.database_url)
    kept, key = restore(office, old, saved, replace=True)
    assert everything(old.database_url) != before
    assert key.read_text() == "o" * 64
    if POSTGRESQL:
        restore(office, old, kept, replace=True)
        assert everything(old.database_url) == before
    else:
        assert everything(f"sqlite:///{kept}") == before


class _CrashError(BaseException):
    """The machine stops here."""


@pytest.mark.parametrize("last", ["_fill", "wait", "settle"])
def test_a_crash_leaves_the_old_office_or_the_new_one(
    office: Office, old: Settings, saved: Path, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    before = everything(old.database_url)
    place = restoring if last == "_fill" else key_file
    whole = getattr(place, last)

    def crash(*arguments: object) -> None:
        if last != "settle":
            whole(*arguments)
        raise _CrashError

    with monkeypatch.context() as patch:
        patch.setattr(place, last, crash)
        with pytest.raises(_CrashError):
            restore(office, old, saved, replace=True)
    key_file.finish(old)
    key = (old.data / "secret-key").read_text()
    is_new = everything(old.database_url) != before
    assert is_new == (last == "settle") == (key != "o" * 64)


def test_an_office_that_is_open_is_left_alone(office: Office, old: Settings, saved: Path) -> None:
    with inside(old.database_url) as connection:
        store.tables(connection)
        with pytest.raises(StartError, match="đang chạy"):
            restore(office, old, saved, replace=True)


@pytest.mark.skipif(bool(POSTGRESQL), reason="a server looks after its own files")
def test_a_damaged_office_can_be_replaced_and_is_kept(
    office: Office, old: Settings, saved: Path
) -> None:
    file = Path(old.database_url.removeprefix("sqlite:///"))
    file.write_bytes(b"nothing of it can be read" * 500)
    kept, _ = restore(office, old, saved, replace=True)
    assert kept.read_bytes().startswith(b"nothing of it")
    assert everything(old.database_url)["person"]


def test_a_turned_bit_is_found_or_changes_nothing(saved: Path, tmp_path: Path) -> None:
    whole, chance = saved.read_bytes(), random.Random(7)  # noqa: S311  # seeded, no secret
    with archive.opened(saved) as reader:
        tables = list(reader.manifest.tables)
        held = {name: list(reader.rows(name)) for name in tables}
    turned = tmp_path / "turned.motcua"
    refused = 0
    for _ in range(60):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        turned.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
        try:
            with archive.opened(turned) as reader:
                assert {name: list(reader.rows(name)) for name in tables} == held
        except ArchiveError:
            refused += 1
    assert refused > 30  # the rest hit what nobody reads, as a date in the zip


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "không phải bản sao lưu"), (b"PK\3\4 but no zip", "bị hỏng"), (b"x" * 99, "không phải")],
)
def test_another_file_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "other"
    file.write_bytes(content)
    with pytest.raises(ArchiveError, match=sentence), archive.opened(file):
        pass


def test_half_a_file_and_a_newer_one_are_refused(saved: Path, tmp_path: Path) -> None:
    half, newer = tmp_path / "half", tmp_path / "newer"
    half.write_bytes(saved.read_bytes()[: saved.stat().st_size // 2])
    with zipfile.ZipFile(newer, "w") as made:
        made.writestr("manifest.json", json.dumps({"format": archive.FORMAT + 1}))
    for file, sentence in ((half, "bị hỏng"), (newer, "mới hơn")):
        with pytest.raises(ArchiveError, match=sentence), archive.opened(file):
            pass


@pytest.fixture
def quick_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """age makes guessing cost a second and 500 MB; here a word before the text stands for it."""

    class Quick:
        @staticmethod
        def encrypt(text: bytes, passphrase: str) -> bytes:
            return passphrase.encode() + b"|" + text

        @staticmethod
        def decrypt(text: bytes, passphrase: str) -> bytes:
            if not text.startswith(passphrase.encode() + b"|"):
                raise pyrage.DecryptError
            return text.removeprefix(passphrase.encode() + b"|")

    monkeypatch.setattr(pyrage, "passphrase", Quick)


@pytest.mark.usefixtures("quick_passphrase")
def test_a_passphrase_opens_it_and_nothing_else_does(
    office: Office, settings: Settings, tmp_path: Path
) -> None:
    file = backup(office, settings, tmp_path / "locked.motcua", "mat-khau-mau")
    whole = file.read_bytes()
    assert settings.secret_key.encode() not in whole
    with archive.opened(file, "mat-khau-mau") as reader:
        assert reader.key == settings.secret_key
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    for passphrase, sentence in (("mat-khau-thu", "không đúng"), ("mat-khau-mau", "bị hỏng")):
        with pytest.raises(ArchiveError, match=sentence), archive.opened(file, passphrase):
            pass
