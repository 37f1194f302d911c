"""Duty rosters: time to the proven best, beside a plain rota on the same offices (goal 8)."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import files
from os import times
from statistics import median
from time import perf_counter, process_time

from benchmarks.measure import Row, in_words, seconds
from benchmarks.roster_offices import office
from rostering.fairness import fairness
from rostering.greedy import fill
from rostering.planner import Plan, conflict, plan, repairs
from rostering.values import Request, Roster
from web.roster.planning.province_drafts import Job, plan_jobs
from web.roster.planning.province_store import Unit

COMMUNES, BIG_DESKS, SHORT_ONES, PROVINCE = 10, 5, 10, 200


@dataclass(frozen=True, slots=True)
class Case:
    """One office planned and filled; seconds by the processor's clock."""

    request: Request
    plan: Plan
    rota: Roster
    planning: float
    filling: float


def case(request: Request) -> Case:
    """Planner and plain rota on the same request."""
    begun = process_time()
    planned = plan(request)
    between = process_time()
    rota = fill(request)
    return Case(request, planned, rota, between - begun, process_time() - between)


def rows() -> list[Row]:
    """Every row of this part."""
    plan(office(0, 5))  # warm: the solver is imported
    communes = [case(office(seed, 16)) for seed in range(COMMUNES)]
    big = [case(office(seed, 40, places=5)) for seed in range(BIG_DESKS)]
    short = [case(office(seed, 5)) for seed in range(SHORT_ONES)]
    return [
        _time("commune, 16 people x 22 days x 2", communes, 0.5),
        _time("big desk, 40 x 22 x 2 x 5 places", big, None),
        _province(),
        _compared("shifts from the fairest to the least", communes, _spread),
        _compared("sessions short of people, 5 people", short, lambda _, r: len(r.gaps)),
        _compared("sessions with nobody able, 5 people", short, _uncovered),
        _explaining(short),
        _import(),
        _disk(),
    ]


def _time(name: str, cases: Sequence[Case], most: float | None) -> Row:
    """Median seconds to the proven best; how many were proven, and the widest gap of the others."""
    planning, filling = (
        median(one.planning for one in cases),
        median(one.filling for one in cases),
    )
    proven = sum(one.plan.optimal for one in cases)
    apart = max(one.plan.cost - one.plan.bound for one in cases)
    gap = "" if proven == len(cases) else f", others within {apart:.0f} points"
    worst = max(one.planning for one in cases)
    met = None if most is None else worst <= most and proven == len(cases)
    return Row(
        f"{name}: proven best in {proven} of {len(cases)}{gap} / plain rota",
        f"{in_words(planning)} (worst {in_words(worst)})",
        in_words(filling),
        planning / filling,
        "" if most is None else f"≤ {most} s, all proven",
        met,
    )


def _province() -> Row:
    """On the wall, its processes' starts included: the path of ``motcua roster plan``, after it
    has read the database. Run it where nothing else runs."""
    requests = [office(seed, 16) for seed in range(PROVINCE)]
    jobs = [Job(Unit(n, f"{n}", f"{n}", n), 16, request=one) for n, one in enumerate(requests)]
    begun, used = perf_counter(), _processors()
    results = plan_jobs(jobs, processes=2, limit_s=10.0)
    took, spent = perf_counter() - begun, _processors() - used
    rota = seconds(lambda: [fill(request) for request in requests], 1, process_time)
    proven = sum(one.outcome is not None and one.outcome.plan.optimal for one in results)
    return Row(
        f"province, {PROVINCE} communes on 2 processors: proven best in {proven} / plain rota on 1",
        f"{took:.2f} s on the wall ({spent:.2f} s of the processors)",
        in_words(rota),
        took / rota,
        "≤ 10 s, all proven",
        took <= 10 and proven == PROVINCE,
    )


def _processors() -> float:
    """Seconds of all processors that this process and those it has waited for have used."""
    spent = times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _compared(what: str, cases: Sequence[Case], figure: Callable[[Request, Roster], float]) -> Row:
    ours = sum(figure(one.request, one.plan.roster) for one in cases)
    theirs = sum(figure(one.request, one.rota) for one in cases)
    each = f"{what}, in all {len(cases)}: planner / plain rota"
    return Row(each, f"{ours:.1f}", f"{theirs:.1f}", ours / (theirs or 1), "≤ 1", ours <= theirs)


def _spread(request: Request, roster: Roster) -> float:
    return fairness(request, roster.shifts).spread


def _uncovered(_: Request, roster: Roster) -> int:
    return sum(gap.competent > 0 for gap in roster.gaps)


def _explaining(cases: Sequence[Case]) -> Row:
    """An impossible commune: the rules in conflict and three ways out, beside planning it."""
    stuck = [one for one in cases if one.plan.roster.gaps]
    took = median(seconds(partial(_explain, one), 1, process_time) for one in stuck)
    planning = median(one.planning for one in stuck)
    name = f"why {len(stuck)} communes cannot be filled, and three ways out / planning one"
    return Row(name, in_words(took), in_words(planning), took / planning)


def _explain(one: Case) -> None:
    conflict(one.request, one.plan.roster.gaps[0])
    repairs(one.request, one.plan.roster)


def _import() -> Row:
    solver, flask = (median(_importing(name) for _ in range(5)) for name in ("highspy", "flask"))
    name = "importing the solver, once, when it is first needed / importing Flask"
    return Row(name, in_words(solver), in_words(flask), solver / flask)


def _importing(name: str) -> float:
    """Seconds of the processor, in an interpreter of its own."""
    clock = "time.process_time()"
    code = f"import time; begun = {clock}; import {name}; print({clock} - begun)"
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  # our own command
    return float(run.stdout)


def _disk() -> Row:
    """Bytes as installed, by the packages' own lists."""
    sizes = {name: _megabytes(name) for name in ("highspy", "numpy", "holidays")}
    solver = sizes["highspy"] + sizes["numpy"]
    name = "the solver with numpy on disk / the holidays"
    return Row(name, f"{solver:.0f} MB", f"{sizes['holidays']:.0f} MB", solver / sizes["holidays"])


def _megabytes(package: str) -> float:
    return sum(file.size or 0 for file in files(package) or ()) / 1e6
