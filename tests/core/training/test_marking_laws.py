"""Whatever a clerk does, in any order: marking never fails, and depends on the log alone."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.codec import decode, encode
from sandbox.desk import CloseVisit, Say
from sandbox.mock_dvc import LookUp
from sandbox.phrases import phrase_book
from sandbox.world import ShowHint
from tests.core.training.careful import careful
from tests.core.training.explained import explains_itself
from tests.core.training.mistakes.code import GuessesUntilTheCodeIsLocked
from tests.core.training.mistakes.procedure import IgnoresAMisheardPhone, OpensASecondForm
from tests.core.training.robot import Clerk
from training.debrief import debrief
from training.hints import hint_for
from training.scenario import Scenario, catalogue
from training.scoring import score

Move = Callable[[Clerk], object]


def say(phrase: str, clerk: Clerk) -> None:
    clerk.do(Say(phrase))


def enter(code: str, clerk: Clerk) -> None:
    clerk.do(clerk.creation(code))


def about_accounts(scenario: Scenario) -> bool:
    return "account" in scenario.setup.topics


MOVES: list[Move] = [
    Clerk.open_form,
    Clerk.look_up,
    Clerk.attach,
    Clerk.download,
    Clerk.send_code,
    partial(enter, "000001"),
    partial(enter, "000002"),
    lambda clerk: clerk.do(LookUp(1, "000099900001")),
    lambda clerk: clerk.cancel(1),
    lambda clerk: clerk.do(ShowHint("look_up")),
    lambda clerk: clerk.do(CloseVisit()),
    lambda clerk: clerk.wait(121),
]
TALK: list[Move] = [partial(say, phrase) for phrase in phrase_book()]
SCENARIOS = st.sampled_from([each for each in catalogue().values() if about_accounts(each)])
PRACTISED = [Clerk, GuessesUntilTheCodeIsLocked, IgnoresAMisheardPhone, OpensASecondForm]
EVERY_CLERK = pytest.mark.parametrize("kind", PRACTISED, ids=lambda kind: kind.__name__)


@settings(max_examples=50)
@given(scenario=SCENARIOS, muddle=st.lists(st.sampled_from(MOVES + TALK), max_size=25))
def test_every_part_of_every_log_can_be_marked_and_told(
    scenario: Scenario, muddle: list[Move]
) -> None:
    clerk = Clerk(scenario)
    clerk.open_form()
    for move in muddle:
        move(clerk)
    clerk.do(CloseVisit())
    for length in range(1, len(clerk.log) + 1):
        log = clerk.log[:length]
        marks = score(scenario, log)
        assert 0 <= marks.points <= 100
        assert explains_itself(marks)
        assert len(debrief(scenario, log, marks).timeline) == length
        assert hint_for(scenario, log) in (*scenario.steps, None)


@EVERY_CLERK
def test_a_log_that_was_written_down_and_read_back_is_marked_the_same(kind: type[Clerk]) -> None:
    clerk = kind()
    clerk.serve()
    read_back = [
        replace(entry, fact=decode(entry.fact.kind, encode(entry.fact))) for entry in clerk.log
    ]
    assert score(clerk.task, read_back) == score(clerk.task, clerk.log)


@EVERY_CLERK
def test_a_log_from_before_there_was_vneid_is_marked_the_same(kind: type[Clerk]) -> None:
    clerk = kind()
    clerk.serve()
    first, *rest = clerk.log
    payload = json.loads(encode(first.fact))
    for later in ("topics", "vneid"):
        del payload["setup"][later]
    old = [replace(first, fact=decode(first.fact.kind, json.dumps(payload))), *rest]
    assert score(clerk.task, old) == score(clerk.task, clerk.log)


@pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())
def test_hints_lead_through_a_whole_procedure(scenario: Scenario) -> None:
    clerk = careful(scenario)
    clerk.serve()
    prefixes = [clerk.log[:length] for length in range(1, len(clerk.log) + 1)]
    hinted = [step.id for log in prefixes if (step := hint_for(clerk.task, log))]
    asked = [step.id for step in clerk.task.steps]
    assert list(dict.fromkeys(hinted)) == sorted(set(hinted), key=asked.index)
    assert hint_for(clerk.task, clerk.log) is None


def test_hints_name_every_step_of_a_plain_procedure() -> None:
    clerk = Clerk()
    clerk.serve()
    prefixes = [clerk.log[:length] for length in range(1, len(clerk.log) + 1)]
    hinted = [step.id for log in prefixes if (step := hint_for(clerk.task, log))]
    sent_along = "fill_in"  # one press sends file and fields together
    asked = [step.id for step in clerk.task.steps if step.id != sent_along]
    assert list(dict.fromkeys(hinted)) == asked
