"""One file holds a whole office; what comes out of it is the office, or a sentence and nothing."""

from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import select

from sandbox.desk import Say
from tests.app.busy_unit import busy
from tests.app.databases import POSTGRESQL
from tests.app.office import Office
from tests.app.saved_office import backup, everything, inside, restore
from web.backup import restoring, store
from web.shell import key_file
from web.shell.config import Settings
from web.start import StartError
from web.verify import verify
from web.worlds.models import WorldEventRow


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
