"""Two mistakes in one visit, by one clerk made of both."""

from collections.abc import Callable, Iterator
from functools import cache, wraps
from itertools import combinations
from typing import Any
from zlib import crc32

from tests.core.training.mistakes.table import MISTAKEN, entry_of
from tests.core.training.plans_of_visits import ROWS
from tests.core.training.robot import Clerk
from training.rubric import rubric
from training.scenario import catalogue
from training.scoring import score
from training.story import replay

Pair = tuple[type[Clerk], type[Clerk]]
BY_NAME = {kind.__name__: kind for kind in MISTAKEN}
# What a clerk trips over who is to do two things that cannot both be done.
CANNOT = (AssertionError, AttributeError, LookupError, RecursionError, StopIteration, ValueError)
# Pairs of which a clerk can go through both motions and yet not make both mistakes, and no other.
EXCLUDED = {
    "the citizen reads the paper after all, and finds the slip": (
        ("TriesARelativesNumber", "HandsThePaperOverAfterTheCode"),
        ("IgnoresAWrongNumber", "HandsThePaperOverAfterTheCode"),
    ),
    "one puts right, or takes away, what the other did wrong": (
        ("TypesTheRelativesName", "LeavesOneMarkOut"),
        ("AddsALetterToTheMail", "ChangesDetailsAtTheLastMoment"),
        ("TrustsAMisheardNumber", "NeverAsksWhoseNumberItIs"),
        ("AsksForACheckOfTheAccount", "ChangesDetailsAfterTheCheck"),
        ("AsksForACheckOfTheAccount", "HandsThePaperOverAfterTheCode"),
        ("GuessesTheCode", "TypesTheOlderCode"),
        ("TypesTheOlderCode", "TypesAnExpiredCode"),
        ("SendsThreeCodesInHaste", "SendsAgainWithoutAWord"),
        ("ThinksBetterOfTheRightBranch", "ChoosesNoBranch"),
        ("OffersNothingToWhoWouldDecline", "UrgesToThePortal"),
        ("StopsBeforeTheLastScreen", "ArrangesAReturnForNothing"),
        ("ForgetsSignInAndPapers", "ArrangesAReturnForNothing"),
        ("ForgetsTheDossierOfAnOldCard", "ArrangesAReturnForNothing"),
    ),
    "the one is what a clerk does who believes the other: one mistake, followed to its end": (
        ("TakesActiveForWaiting", "KeepsThePlaceToItself"),
        ("ThinksBetterOfTheRightBranch", "SendsTheNumberInBranchTwo"),
        ("TakesWaitingForActive", "GuidesPapersBeforeActivation"),
    ),
    "nobody signs in with an account under another number": (
        ("TypesAnotherNumber", "LeavesThePasswordOfTheMessage"),
        ("IgnoresAWrongNumber", "LeavesThePasswordOfTheMessage"),
    ),
    "the two together are a third mistake": (
        ("TrustsAMisheardNumber", "IgnoresAMisheardPhone"),
        ("OffersToDoIt", "TakesTheOfferedPhone"),
        ("LocksAPhoneThatIsAtHand", "StopsAtTheCode"),
        ("OpensASecondForm", "GuessesTheCode"),
        ("OpensASecondForm", "WaitsForALateCode"),
    ),
}


def pairs() -> Iterator[Pair]:
    """For every two findings, two of the clerks that make them; which ones their names decide."""
    makers: dict[str, list[type[Clerk]]] = {}
    for kind in MISTAKEN:
        makers.setdefault(kind.finding, []).append(kind)
    for one, other in combinations(makers, 2):
        draw = crc32(f"{one} {other}".encode())
        first, second = makers[one], makers[other]
        yield first[draw % len(first)], second[draw % len(second)]


def who_makes_both(one: type[Clerk], other: type[Clerk]) -> Clerk | None:
    """A clerk who has served and made both mistakes; None when one keeps the other from being."""
    for first, second in ((one, other), (other, one)):
        for scenario in dict.fromkeys((first.scenario, second.scenario)):
            if _is_one_there(first, scenario) and _is_one_there(second, scenario):
                clerk: Clerk | None = _made_of(first, second, scenario)
                if clerk and _serves(clerk) and all(_made(each, clerk) for each in (one, other)):
                    return clerk
    return None


def _is_one_there(kind: type[Clerk], scenario: str) -> bool:
    """Whether that is a mistake in that scenario at all, and the same one."""
    return _found_there(kind.__name__, scenario) == {kind.finding, *kind.beside}


@cache
def _found_there(name: str, scenario: str) -> frozenset[str]:
    clerk = BY_NAME[name](catalogue()[scenario])
    served = _serves(clerk)
    findings = score(clerk.task, clerk.log).findings if served else ()
    return frozenset(finding.rule for finding in findings)


def _made_of(first: type[Clerk], second: type[Clerk], scenario: str) -> Any:
    try:
        kind: Any = type(f"{first.__name__}And{second.__name__}", (first, second), {"taken": set()})
    except TypeError:  # one is made from the other already
        return None
    kind.era = first.era or second.era
    return kind(catalogue()[scenario])


def _serves(clerk: Clerk) -> bool:
    """Whether the visit could be served that way at all; if not, the two exclude each other."""
    try:
        clerk.serve()
    except CANNOT:
        return False
    return True


def _made(kind: type[Clerk], clerk: Any) -> bool:
    """Whether all that mistake is made of was done, and its line stands in the log."""
    rules = rubric()[kind.finding].rules if kind.finding in rubric() else ()
    row = ROWS.get(kind.finding)
    try:
        entry_of(clerk, kind.line or (row.line.partition("#")[0] if row else "desk.visit_closed"))
    except LookupError:
        return False
    refused = not rules or replay(clerk.log).refused(rules)
    return bool(refused) and {(kind, name) for name in _steps_of(kind)} <= clerk.taken


def _steps_of(kind: type[Clerk]) -> list[str]:
    """What that clerk does in its own way, without the frame of a slip, which catches its end."""
    return [
        name
        for name, value in vars(kind).items()
        if callable(value)
        and not name.startswith("__")
        and not getattr(value, "__qualname__", "").startswith("_slip.<locals>.serve")
    ]


def _noting(kind: type[Clerk], name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    """The same method, noting that this part of the mistake's turn has come."""

    @wraps(method)
    def noted(self: Any, *given: object) -> object:
        taken: set[tuple[type[Clerk], str]] = getattr(self, "taken", set())
        taken.add((kind, name))
        return method(self, *given)

    return noted


for _kind in MISTAKEN:
    for _name in _steps_of(_kind):
        setattr(_kind, _name, _noting(_kind, _name, vars(_kind)[_name]))
