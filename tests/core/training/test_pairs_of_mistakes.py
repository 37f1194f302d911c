"""No finding hides another: who makes two mistakes that can both be made is told of both."""

import pytest

from tests.core.training.explained import explains_itself
from tests.core.training.mistakes.pairs import EXCLUDED, Pair, pairs, who_makes_both
from training.rubric import rubric
from training.rubric.entry import EVERYTHING
from training.scorecard import Scorecard
from training.scoring import score

EVERY_PAIR = list(pairs())
NOT_BOTH = {names for each in EXCLUDED.values() for names in each}
TURNS = 16  # the pairs are shared out, so that several processes can work at them


@pytest.mark.parametrize("turn", range(TURNS))
def test_two_mistakes_give_exactly_their_two_findings(turn: int) -> None:
    made = [
        pair for pair in EVERY_PAIR[turn::TURNS] if names_of(pair) not in NOT_BOTH and told(pair)
    ]
    assert len(made) > 50


def told(pair: Pair) -> bool:
    """Whether both mistakes can be made in one visit; if so, they are just what is found."""
    clerk = who_makes_both(*pair)
    if clerk is None:
        return False
    marks = score(clerk.task, clerk.log)
    told_of = {finding.rule for finding in marks.findings}
    assert told_of | named_inside(marks) >= deserved(pair) >= told_of, names_of(pair)
    assert explains_itself(marks), names_of(pair)
    return True


def named_inside(marks: Scorecard) -> set[str]:
    """What is told as a part of another mistake."""
    words = " ".join(each.happened for each in marks.findings)
    return {each.id for each in rubric().values() if each.title[1:] in words}


def deserved(pair: Pair) -> set[str]:
    """The findings of both, but for what one of them says about the other as well."""
    both = {rule for kind in pair for rule in (kind.finding, *kind.beside)}
    entries = [rubric()[rule] for rule in both if rule in rubric()]
    told_already = {name for entry in entries for name in entry.swallows}
    left_out = {rule for rule in both if rule.startswith("step.")}
    for entry in entries:
        explained = {f"step.{step}" for step in (entry.step, *entry.explains)}
        told_already |= left_out if EVERYTHING in entry.explains else explained
    return both - told_already


def names_of(pair: Pair) -> tuple[str, str]:
    return pair[0].__name__, pair[1].__name__


def test_every_pair_that_is_excluded_would_have_been_tried() -> None:
    assert {names_of(pair) for pair in EVERY_PAIR} >= NOT_BOTH
