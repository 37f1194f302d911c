"""Where a run stands while it goes on; what the live board of a class is made of."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.classroom import PushHint
from sandbox.clock import Freeze, Resume
from sandbox.desk import CloseVisit, Say
from sandbox.era import era
from sandbox.events import HintPushed, StepRefused
from sandbox.log import Actor
from sandbox.mock_dvc import LookUp, SendCode, SignIn
from sandbox.rules import Rule
from sandbox.world import ShowHint, handle
from tests.core.play import KnownChance
from tests.core.training.robot import Clerk
from training.hints import hint_for
from training.live import PATIENCE, Progress, Stuck, follow, read_on
from training.rubric import rubric
from training.scenario import Scenario, catalogue
from training.scoring import score

Move = Callable[[Clerk], object]
MOVES: list[Move] = [
    Clerk.open_form,
    Clerk.look_up,
    Clerk.attach,
    Clerk.download,
    Clerk.send_code,
    lambda clerk: clerk.do(SignIn("sai", "sai")),
    lambda clerk: clerk.do(LookUp(1, "000099900001")),
    lambda clerk: clerk.do(ShowHint("look_up")),
    lambda clerk: clerk.do(Say("greet")),
    lambda clerk: clerk.do(Freeze()),
    lambda clerk: clerk.wait(121),
    lambda clerk: clerk.cancel(1),
    lambda clerk: clerk.do(CloseVisit()),
]
# Since July 2024 the portal opens no form, and these moves begin with one.
SCENARIOS = st.sampled_from(
    [each for each in catalogue().values() if era(each.era).portal_accounts]
)


def _at(clerk: Clerk, seconds: float = 0) -> datetime:
    return clerk.now + timedelta(seconds=seconds)


def _progress(clerk: Clerk) -> Progress:
    return follow(clerk.task, clerk.log)


def _stuck(clerk: Clerk, real: datetime) -> Stuck:
    progress = _progress(clerk)
    return progress.stuck(progress.now(real))


@settings(max_examples=60)
@given(
    scenario=SCENARIOS,
    moves=st.lists(st.sampled_from(MOVES), max_size=20),
    cuts=st.sets(st.integers(1, 80), max_size=5),
)
def test_reading_on_in_any_portions_ends_where_reading_at_once_ends(
    scenario: Scenario, moves: list[Move], cuts: set[int]
) -> None:
    clerk = Clerk(scenario)
    clerk.open_form()
    for move in moves:
        move(clerk)
    places = sorted({1, *(cut for cut in cuts if cut < len(clerk.log)), len(clerk.log)})
    progress = follow(scenario, clerk.log[: places[0]])
    for begin, end in pairwise(places):
        progress = read_on(progress, clerk.log[begin:end])
    assert progress == follow(scenario, clerk.log)


@settings(max_examples=60)
@given(scenario=SCENARIOS, moves=st.lists(st.sampled_from(MOVES), max_size=20))
def test_the_board_agrees_with_the_hint_and_with_the_marks(
    scenario: Scenario, moves: list[Move]
) -> None:
    clerk = Clerk(scenario)
    clerk.open_form()
    for move in moves:
        move(clerk)
    progress = _progress(clerk)
    card = score(scenario, clerk.log)
    assert progress.step == hint_for(scenario, clerk.log)
    assert progress.done == {each.step.id: each.when for each in card.steps if each.when}
    assert progress.grave == tuple(each.title for each in card.findings if each.grave)
    assert 1 <= progress.place <= progress.total + 1
    assert progress.story.begin <= progress.since.at <= progress.now(clerk.now)
    assert progress.since.at <= progress.moved_at or not progress.done
    assert progress.last_words


def test_a_perfect_clerk_goes_from_the_first_step_to_the_last_and_is_never_stuck() -> None:
    clerk = Clerk()
    clerk.serve()
    places = [follow(clerk.task, clerk.log[:end]).place for end in range(1, len(clerk.log) + 1)]
    assert places == sorted(places)
    assert places[0] == 1
    last = _progress(clerk)
    assert (last.place, last.step, last.closed) == (last.total + 1, None, True)
    assert _stuck(clerk, _at(clerk, 10_000)) is Stuck.NO


def test_nobody_is_stuck_until_patience_runs_out() -> None:
    clerk = Clerk()
    clerk.welcome()
    last_done = _progress(clerk).moved_at
    assert _stuck(clerk, last_done + PATIENCE - timedelta(seconds=1)) is Stuck.NO
    assert _stuck(clerk, last_done + PATIENCE) is Stuck.SLOW


def test_a_class_that_stands_still_makes_nobody_slow() -> None:
    clerk = Clerk()
    clerk.welcome()
    clerk.do(Freeze())
    assert _stuck(clerk, _at(clerk, 86_400)) is Stuck.NO
    clerk.do(Resume(_at(clerk, 86_400)))
    assert _stuck(clerk, _at(clerk, 86_400)) is Stuck.NO
    assert _stuck(clerk, _at(clerk, 86_400 + PATIENCE.total_seconds())) is Stuck.SLOW


def test_the_same_refusal_twice_asks_for_help_and_a_step_done_ends_it() -> None:
    clerk = Clerk()
    clerk.welcome()
    wrong = SignIn("sai", "sai")
    clerk.do(wrong)
    assert _stuck(clerk, clerk.now) is Stuck.NO
    clerk.do(wrong)
    stuck = _progress(clerk)
    assert _stuck(clerk, clerk.now) is Stuck.REPEATED
    assert len(stuck.refused) == 2
    clerk.open_form()
    assert _progress(clerk).refused == ()
    assert _stuck(clerk, clerk.now) is Stuck.NO


def test_a_grave_mistake_asks_for_help_until_the_visit_ends() -> None:
    clerk = Clerk()
    clerk.welcome()
    clerk.do(Say("require_vneid"))
    assert _progress(clerk).grave == (rubric()["tk.required_vneid"].title,)
    clerk.open_form()
    assert _stuck(clerk, clerk.now) is Stuck.GRAVE
    clerk.do(CloseVisit())
    assert _stuck(clerk, clerk.now) is Stuck.NO
    assert _progress(clerk).grave


def test_two_refusals_for_different_reasons_are_still_a_search() -> None:
    clerk = Clerk()
    clerk.welcome()
    clerk.open_form()
    clerk.do(LookUp(1, ""))
    clerk.do(SendCode(1, clerk.typed))
    progress = _progress(clerk)
    assert len(progress.refused) == 2
    assert _stuck(clerk, clerk.now) is Stuck.NO


def test_what_the_trainer_does_never_hides_what_the_clerk_did() -> None:
    clerk = Clerk()
    clerk.welcome()
    before = _progress(clerk).last_words
    clerk.do(PushHint("Anh xem lại số trên thẻ."))
    assert clerk.log[-1].actor is Actor.TRAINER
    assert _progress(clerk).last_words == before
    clerk.do(ShowHint("look_up"))
    assert _progress(clerk).hints == 1


def test_a_trainers_words_are_kept_unless_they_hold_what_looks_real() -> None:
    world = Clerk().world
    phone = "0912345678"  # refused on purpose
    real = handle(world, PushHint(f"Gọi {phone}"), world.last_at, KnownChance())
    assert real.refusal
    assert real.refusal.rules == (Rule.FREE_TEXT_REAL_DATA,)
    assert isinstance(real.facts[0], StepRefused)
    assert phone not in repr(real.facts)
    kept = handle(world, PushHint("Xem lại thẻ."), world.last_at, KnownChance())
    assert kept.facts == (HintPushed("Xem lại thẻ."),)
