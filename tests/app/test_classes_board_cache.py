"""The live board keeps rows that are still true; nobody can tell but by the price."""

from typing import Any

import pytest

from sandbox.desk import Say
from sandbox.mock_dvc import SignIn
from tests.app.classroom import EXISTS, Classroom
from tests.app.office import Office
from web.classes.lessons import board as boards
from web.classes.lessons import board_row
from web.classes.lessons.progress import ProgressCache
from web.shell.cache import Cache

WRONG = SignIn("sai", "sai")


def test_a_row_kept_from_before_is_the_row_worked_out_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever happens, and at whatever second: keeping rows must not show."""
    room = Classroom.opened(office, "canbo1", "canbo2", "truongbophan")
    run, other = room.begin("canbo1"), room.begin("canbo2")

    def check() -> None:
        shown = room.board()
        with monkeypatch.context() as patch:
            patch.setattr(boards, "_ROWS", Cache(1))
            patch.setattr(boards, "_PROGRESS", ProgressCache())
            assert room.board() == shown

    happenings = (
        lambda: office.act(run, Say("greet")),
        lambda: office.act(other, WRONG),
        lambda: office.act(other, WRONG),
        lambda: room.move("pause"),
        lambda: room.move("resume"),
        lambda: office.act(other, Say("require_vneid")),
        lambda: office.serve(other),
        lambda: office.serve(run),
        lambda: room.begin("canbo1", EXISTS),
        lambda: room.move("close"),
    )
    check()
    for happen in happenings:
        happen()
        check()
        for seconds in (59, 1, 37, 150):
            office.effects.advance(seconds=seconds)
            check()


def test_only_whoever_moved_is_worked_out_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    run = room.begin("canbo1")
    room.begin("canbo2")
    worked_out: list[str] = []
    make = board_row.row

    def note(*args: Any) -> board_row.Row:
        row = make(*args)
        worked_out.append(row.name)
        return row

    room.board()
    monkeypatch.setattr("web.classes.lessons.board.row", note)
    office.act(run, Say("greet"))
    room.board()
    assert worked_out == ["Trần Thị Mẫu An"]
