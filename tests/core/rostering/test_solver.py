"""HiGHS as we use it: the same answers in any thread, silent, and not there until it is needed."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from highspy import _core

from rostering.planner import plan, planning
from rostering.planner.model import Model
from rostering.planner.solver import Found, _as_lp, solve
from rostering.province import share_out
from rostering.values import Request
from tests.core.rostering.offices import absent, person, venue, week
from tests.repo.house import ROOT

SEVERAL = [week(*(person(f"p{n}") for n in range(size)), seed=size) for size in range(1, 7)]


def one_of_two() -> Model:
    """Take at least one of two things that cost 3 and 2."""
    model = Model()
    columns = [model.column(cost, whole=True) for cost in (3, 2)]
    model.row([(column, 1.0) for column in columns], low=1.0)
    return model


def test_the_cheapest_values_are_found_and_proven() -> None:
    found = solve(one_of_two())
    assert found
    assert (found.values, found.cost, found.optimal) == ((0.0, 1.0), 2, True)


def test_what_cannot_be_has_no_values() -> None:
    model = one_of_two()
    model.row([(0, 1.0), (1, 1.0)], high=0.0)
    assert solve(model) is None


@pytest.mark.parametrize(("low", "found"), [(0.0, True), (1.0, False)])
def test_a_model_without_columns_is_decided_too(low: float, found: bool) -> None:
    model = Model()
    model.row([], low=low)
    assert (solve(model) is not None) == found


def test_without_time_there_is_still_a_roster_that_breaks_nothing() -> None:
    planned = plan(week(person("a"), person("b", leave=absent())), limit_s=0.0)
    assert len(planned.roster.shifts) == 10


def test_what_was_found_before_time_ran_out_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    published = week(*(person(f"p{n}") for n in range(3)))
    before = frozenset(plan(published).roster.shifts)
    in_time = [solve, lambda *_: None]

    def next_in_time(model: Model, limit_s: float, seed: int) -> Found | None:
        return in_time.pop(0)(model, limit_s, seed)

    monkeypatch.setattr(planning, "solve", next_in_time)
    again = plan(replace(published, previous=before))
    assert set(again.roster.shifts) == before
    assert not again.optimal
    assert again.bound < again.cost


def test_a_thread_in_which_the_solver_had_another_crew_is_a_bug_not_an_empty_roster() -> None:
    def after_another_crew() -> None:
        other = _core._Highs()
        other.setOptionValue("output_flag", False)
        other.setOptionValue("threads", 2)
        other.passModel(_as_lp(one_of_two()))
        other.run()
        solve(one_of_two())

    with ThreadPoolExecutor(1) as pool, pytest.raises(RuntimeError, match="number of threads"):
        pool.submit(after_another_crew).result()


def test_threads_may_plan_at_the_same_time_and_get_the_same() -> None:
    one_by_one = [plan(request) for request in SEVERAL]
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(plan, SEVERAL)) == one_by_one


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_roster_does_not_depend_on_how_python_orders_its_sets(seed: str) -> None:
    code = (
        "from tests.core.rostering.test_solver import SEVERAL, plan;"
        "print([(t.slot.session.day.day, t.person) for t in plan(SEVERAL[5]).roster.shifts])"
    )
    shifts = [(t.slot.session.day.day, t.person) for t in plan(SEVERAL[5]).roster.shifts]
    command = [sys.executable, "-c", code]
    around = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(shifts)


def test_a_province_gets_what_each_office_would_get_alone() -> None:
    short = week(person("a", leave=absent()), venues=(venue(wanted=2),))
    requests: list[Request] = [*SEVERAL, short]
    alone = [plan(request) for request in requests]
    assert share_out(plan, requests, processes=2) == alone
    assert share_out(plan, iter(requests), processes=1) == alone


def test_solving_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    plan(week(person("a")))
    assert capfd.readouterr() == ("", "")


def test_an_office_starts_without_the_solver_and_the_holidays() -> None:
    code = (
        "import sys, rostering.planner, rostering.calendar, web.app;"
        "print({'highspy', 'numpy', 'holidays'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
