"""Another try keeps what was done before the press that went wrong, and all of it."""

import pytest

from sandbox.events import CodeSent, DetailsSaved, FormChecked, Said
from sandbox.log import Fact
from sandbox.world import fold_log
from tests.core.training.robot import Clerk
from training.retry import lines_before


@pytest.fixture
def clerk() -> Clerk:
    clerk = Clerk()
    clerk.serve()
    return clerk


def seq_of(clerk: Clerk, kind: type[Fact]) -> int:
    return next(entry.seq for entry in clerk.log if isinstance(entry.fact, kind))


def test_a_step_goes_with_all_that_its_press_wrote(clerk: Clerk) -> None:
    kept = clerk.log[: lines_before(clerk.log, seq_of(clerk, CodeSent))]
    assert not fold_log(kept).portal.forms[0].codes
    assert fold_log(kept).desk.check_passed


def test_an_answer_goes_with_its_question(clerk: Clerk) -> None:
    checked = seq_of(clerk, FormChecked)
    kept = lines_before(clerk.log, checked)
    dropped = clerk.log[kept].fact
    assert isinstance(dropped, Said)
    assert dropped.phrase == "check_form"


def test_what_was_saved_with_a_press_is_not_kept_alone(clerk: Clerk) -> None:
    kept = lines_before(clerk.log, seq_of(clerk, DetailsSaved) + 1)
    assert not any(isinstance(entry.fact, DetailsSaved) for entry in clerk.log[:kept])


def test_nothing_comes_before_the_start(clerk: Clerk) -> None:
    assert lines_before(clerk.log, 1) == 0


def test_a_line_that_is_not_there_is_a_bug(clerk: Clerk) -> None:
    for seq in (0, len(clerk.log) + 1):
        with pytest.raises(IndexError):
            lines_before(clerk.log, seq)
