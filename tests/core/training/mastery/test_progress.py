"""Mastery: two passes that differ, for as long as they count, and what takes it away."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.core.training.mastery.measuring import (
    PROOFS,
    TODAY,
    ago,
    attempt,
    criteria,
    progress,
    rules,
)
from training.competencies import Change
from training.mastery import Attempt, State
from training.mastery.attempts import best
from training.mastery.words import next_step, rule_in_words, summary

RULE = rules().rule


def test_nobody_who_tried_nothing_has_begun() -> None:
    found = progress()
    assert (found.state, summary(found)) == (State.NEW, "Chưa luyện")
    assert next_step(found, RULE, TODAY) == (
        "Cần 2 lượt kiểm tra đạt, mỗi lượt vào một ngày khác nhau."
    )


def test_practice_alone_begins_and_proves_nothing() -> None:
    found = progress(attempt(1, mode="luyen"), attempt(2, mode="luyen"))
    assert summary(found) == "Đang luyện 0/2 lần đạt"


def test_one_pass_is_half_the_way() -> None:
    found = progress(attempt(0))
    assert summary(found) == "Đang luyện 1/2 lần đạt"
    assert (
        next_step(found, RULE, TODAY) == "Cần 1 lượt kiểm tra đạt nữa, vào một ngày khác hôm nay."
    )
    assert next_step(progress(attempt(1)), RULE, TODAY) == "Cần 1 lượt kiểm tra đạt nữa."


def test_two_passes_on_two_days_in_two_worlds_are_mastery() -> None:
    found = progress(attempt(5), attempt(2))
    assert found.state is State.MASTERED
    assert found.until == ago(5) + timedelta(days=365)
    assert summary(found) == "Thành thạo đến 18/11/2027"


@pytest.mark.parametrize(
    "same",
    [
        (attempt(3, "a"), attempt(3, "b")),
        (attempt(3, "a"), attempt(2, "a")),
        (attempt(3, "a"), attempt(3, "a")),
    ],
    ids=["one day", "one world", "one run twice"],
)
def test_passes_that_do_not_differ_count_once(same: tuple[Attempt, Attempt]) -> None:
    assert progress(*same).passes == 1


def test_the_best_choice_among_passes_is_found() -> None:
    """Day 3 must take world b, although world a came first, or only one would count."""
    found = progress(attempt(3, "a"), attempt(3, "b"), attempt(2, "a"))
    assert found.state is State.MASTERED


def test_a_failure_afterwards_takes_nothing_away() -> None:
    passes = (attempt(5), attempt(2))
    assert progress(*passes, attempt(0, passed=False, points=0)) == progress(*passes)


def test_passes_too_far_apart_never_were_mastery() -> None:
    assert progress(attempt(400), attempt(1)).state is State.PRACTISING


def test_mastery_holds_on_its_last_day_and_is_due_on_the_next() -> None:
    held = progress(attempt(365), attempt(300))
    assert (held.state, held.mastered, held.due) == (State.MASTERED, True, False)
    due = progress(attempt(366), attempt(300))
    assert (due.state, due.mastered, due.due) == (State.EXPIRED, False, True)
    assert summary(due) == "Đến hạn luyện lại vì quá hạn ngày 22/11/2026"
    assert next_step(due, RULE, TODAY) == "Cần 1 lượt kiểm tra đạt nữa."


def test_one_pass_more_renews_what_runs_out() -> None:
    soon = progress(attempt(350), attempt(300))
    assert summary(soon) == "Thành thạo đến 08/12/2026, sắp đến hạn"
    assert "Thêm một lượt kiểm tra đạt trước ngày 08/12/2026" in next_step(soon, RULE, TODAY)
    assert progress(attempt(350), attempt(300), attempt(0)).until == ago(300) + timedelta(365)


def test_a_changed_scenario_makes_due_what_rests_on_it_and_nothing_else() -> None:
    changed = PROOFS | {"one": replace(PROOFS["one"], version=2)}
    by = criteria(proofs=changed)
    making = progress(attempt(5), attempt(2), by=by)
    assert making.state is State.CHANGED
    assert making.reasons == ("tình huống “Bài một” đã sửa",)
    assert summary(making) == "Đến hạn luyện lại vì quy trình đổi"
    elsewhere = (attempt(5, scenario="two"), attempt(2, scenario="two"))
    for competency in ("making", "keeping"):
        assert progress(*elsewhere, competency=competency, by=by).mastered


def test_a_changed_procedure_makes_only_the_touched_competencies_due() -> None:
    by = criteria(Change(on=ago(1), says="Phiếu phải ký trước", competencies=frozenset({"making"})))
    before = (attempt(5, scenario="two"), attempt(2, scenario="two"))
    assert progress(*before, by=by).reasons == ("Phiếu phải ký trước",)
    assert progress(*before, competency="keeping", by=by).mastered
    after = (attempt(1, scenario="two"), attempt(0, scenario="two"))
    assert progress(*before, *after, by=by).mastered


def test_what_ran_out_before_the_change_is_said_to_have_run_out() -> None:
    by = criteria(Change(on=ago(1), says="Đổi", competencies=frozenset({"making"})))
    assert progress(attempt(400), attempt(390), by=by).state is State.EXPIRED


def test_scenarios_nobody_knows_any_more_prove_nothing() -> None:
    assert progress(attempt(1, scenario="gone"), attempt(2, scenario="gone")).state is State.NEW


def test_the_best_attempt_stands_whatever_came_later() -> None:
    passed, failed = attempt(5, points=85), attempt(0, passed=False, points=95)
    assert best([failed, passed]) == best([passed, failed]) == {"one": passed}


def test_the_rule_is_said_as_it_stands_in_the_file() -> None:
    assert rule_in_words(RULE, 365) == (
        "Một năng lực là thành thạo khi có 2 lượt kiểm tra đạt, vào những ngày khác nhau và với "
        "công dân khác nhau. Mỗi lượt đạt có giá trị 365 ngày."
    )
    once = RULE.model_copy(update={"passes": 1, "mode": "luyen"})
    assert rule_in_words(once, 90).startswith(
        "Một năng lực là thành thạo khi có 1 lượt luyện đạt. Mỗi"
    )


@pytest.mark.parametrize(
    ("days", "seeds", "said"),
    [
        (True, True, "đạt, vào những ngày khác nhau và với công dân khác nhau."),
        (True, False, "đạt, vào những ngày khác nhau."),
        (False, True, "đạt, với công dân khác nhau."),
        (False, False, "đạt."),
    ],
)
def test_the_rule_says_in_what_passes_must_differ(days: bool, seeds: bool, said: str) -> None:
    rule = RULE.model_copy(update={"different_days": days, "different_seeds": seeds})
    assert rule_in_words(rule, 90).partition(" Mỗi")[0].endswith(said)


@pytest.mark.parametrize(("days_left", "soon"), [(31, False), (30, True), (0, True)])
def test_the_reminder_begins_on_its_first_day(days_left: int, soon: bool) -> None:
    found = progress(attempt(365 - days_left), attempt(1))
    assert (found.state, found.due_soon) == (State.MASTERED, soon)
