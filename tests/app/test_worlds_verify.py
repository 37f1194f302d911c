"""``motcua verify`` works every chain out again and says which log was touched."""

import pytest
from sqlalchemy import Connection, text

from sandbox.desk import Say
from tests.app.databases import POSTGRESQL
from tests.app.office import Office
from web.verify import CHECKS, broken_logs, verify


def _unguarded(db: Connection, statement: str, **values: str) -> None:
    """What somebody with the database file in hand could do."""
    if POSTGRESQL:
        db.execute(text("ALTER TABLE world_event DISABLE TRIGGER USER"))
    else:
        for trigger in ("world_event_no_update", "world_event_no_delete"):
            db.execute(text(f"DROP TRIGGER {trigger}"))
    db.execute(text(statement), values)


def test_untouched_logs_are_whole(office: Office) -> None:
    office.served("canbo1")
    office.given_up("canbo2")
    office.start("canbo1")
    with office.writing() as db:
        assert broken_logs(db) == []


def test_what_was_tried_after_the_end_is_no_damage(office: Office) -> None:
    run = office.served("canbo1")
    assert office.act(run, Say("greet")).decision.refusal
    with office.writing() as db:
        assert broken_logs(db) == []


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE world_event SET actor = 'citizen' WHERE seq = 4", "từ dòng 4"),
        ("UPDATE world_event SET actor = 'nobody' WHERE seq = 4", "từ dòng 4"),
        ("UPDATE world_event SET payload = '{}' WHERE seq = 2", "từ dòng 2"),
        ("UPDATE world_event SET kind = 'no.such' WHERE seq = 2", "từ dòng 2"),
        ("UPDATE world_event SET at = '2026-01-01 00:00:00+00:00' WHERE seq = 3", "từ dòng 3"),
        ("UPDATE world_event SET link = 'x' WHERE seq = 1", "từ dòng 1"),
        ("DELETE FROM world_event WHERE seq = 3", "từ dòng 3"),
        ("DELETE FROM world_event WHERE seq > 5", "bị cắt bớt ở cuối"),
        ("DELETE FROM world_event", "đã mất"),
    ],
)
def test_every_kind_of_rewriting_shows(office: Office, statement: str, fault: str) -> None:
    run = office.served("canbo1")
    with office.writing() as db:
        _unguarded(db, statement)
        (sentence,) = broken_logs(db)
    assert run.world_id in sentence
    assert fault in sentence


def test_only_the_touched_log_is_named(office: Office) -> None:
    office.served("canbo1")
    touched = office.start("canbo2")
    with office.writing() as db:
        changed = "UPDATE world_event SET actor = 'citizen' WHERE world_id = :world"
        _unguarded(db, changed, world=touched.world_id)
        (sentence,) = broken_logs(db)
    assert touched.world_id in sentence


def test_the_command_looks_at_the_chains(office: Office) -> None:
    assert broken_logs in CHECKS.values()
    office.served("canbo1")
    with office.writing() as db:
        assert not any(verify(db).values())
