"""A scenario: where a world starts, what the clerk is told, what ought to happen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sandbox import world
from sandbox.citizens import traits_from
from sandbox.events import FaultOrdered
from sandbox.faults import OrderFault
from sandbox.log import Fact
from sandbox.scanner import ScanFormat, ScanOrder, ScanSize, Sides
from sandbox.setup import CitizenPart, Setup, VneidPart
from training.outcomes import Outcome
from training.scenario_checks import mistakes
from training.scenario_file import ScenarioError, ScenarioFile, read
from training.steps import Step, step_of


@dataclass(frozen=True, slots=True)
class Scenario:
    """One thing to practise.

    ``title`` and ``situation`` are told to the clerk and give no trap away;
    ``focus`` says what the scenario is really about, for trainers and afterwards.
    ``scanner`` is how the last person left the machine, so the desk offers it
    preset. ``unmarked`` and ``marked`` are rubric ids that cost no points, or do
    cost points, here only.
    """

    id: str
    version: int
    order: int
    title: str
    focus: str
    situation: str
    era: str
    clauses: tuple[str, ...]
    competencies: tuple[str, ...]
    target_minutes: int
    outcome: Outcome
    setup: Setup
    scanner: ScanOrder
    faults: tuple[OrderFault, ...]
    steps: tuple[Step, ...]
    unmarked: frozenset[str]
    marked: frozenset[str]


@cache
def catalogue() -> Mapping[str, Scenario]:
    """Every scenario of the package by id, in the order they are best practised.

    Raises:
        ScenarioError: a file is wrong; the message names file, line and reason.
    """
    scenarios = [
        parse(item.read_text(encoding="utf-8"), item.name)
        for item in (files("training") / "catalogue").iterdir()
        if item.name.endswith(".toml")
    ]
    return {scenario.id: scenario for scenario in sorted(scenarios, key=lambda each: each.order)}


def source(scenario_id: str) -> str:
    """The TOML text of a scenario of the package. Raises KeyError when it has none of that id."""
    file = f"{catalogue()[scenario_id].id}.toml"
    return (files("training") / "catalogue" / file).read_text(encoding="utf-8")


def opening(scenario: Scenario, seed: int) -> tuple[Fact, ...]:
    """The facts a world of this scenario begins with: its start, then the trouble ordered."""
    start = world.start(seed, scenario.era, scenario.id, scenario.setup)
    trouble = (
        FaultOrdered(
            number=number,
            channel=fault.channel,
            action=fault.action,
            times=fault.times,
            what=fault.what,
            seconds=fault.seconds,
        )
        for number, fault in enumerate(scenario.faults, start=1)
    )
    return (start, *trouble)


def parse(text: str, filename: str) -> Scenario:
    """The scenario a TOML text describes (see ``catalogue/README.md``).

    Raises:
        ScenarioError: anything is unknown, missing, of the wrong kind or contradictory.
    """
    file = read(text, filename)
    wrong = mistakes(file, text, filename)
    if wrong:
        raise ScenarioError(filename, *wrong)
    return _scenario(file)


def _scenario(file: ScenarioFile) -> Scenario:
    return Scenario(
        id=file.id,
        version=file.version,
        order=file.order,
        title=file.title,
        focus=file.focus,
        situation=" ".join(file.situation.split()),
        era=file.era,
        clauses=tuple(file.clauses),
        competencies=tuple(file.competencies),
        target_minutes=file.target_minutes,
        outcome=Outcome(file.outcome),
        setup=_setup(file),
        scanner=_scanner(file),
        faults=tuple(OrderFault(**fault.model_dump()) for fault in file.faults),
        steps=tuple(step_of(name, file.hints.get(name, "")) for name in file.procedure),
        unmarked=frozenset(file.marking.off),
        marked=frozenset(file.marking.on),
    )


def _setup(file: ScenarioFile) -> Setup:
    return Setup(
        traits=traits_from(file.citizen),
        part=CitizenPart(**file.part.model_dump()),
        papers=tuple(file.papers),
        vneid=_vneid(file),
        topics=tuple(file.topics),
    )


def _vneid(file: ScenarioFile) -> VneidPart:
    fields = file.vneid.model_dump()
    return VneidPart(**{**fields, "papers": tuple(fields["papers"])})


def _scanner(file: ScenarioFile) -> ScanOrder:
    left = file.scanner
    return ScanOrder(Sides(left.sides), ScanFormat(left.fmt), ScanSize(left.size), "citizen")
