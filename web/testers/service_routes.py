"""Calls about the service itself."""

from motcua import __version__
from sandbox.fidelity import ledger
from training.scenario import catalogue
from web.shell.readiness import why_not_ready
from web.shell.runtime import runtime
from web.testers.calls import call
from web.testers.problems import ApiError
from web.testers.shapes.service import Alive, Fidelity, Ready, Rule, Scenario, Scenarios


@call("GET", "/scenarios", response=Scenarios)
def list_scenarios() -> Scenarios:
    """List every scenario a world can be made of: those of the package."""
    return Scenarios(
        scenarios=[
            Scenario(
                id=one.id,
                version=one.version,
                title=one.title,
                situation=one.situation,
                era=one.era,
                topics=list(one.setup.topics),
                clauses=list(one.clauses),
                outcome=one.outcome,
                steps=[step.id for step in one.steps],
                target_minutes=one.target_minutes,
            )
            for one in catalogue().values()
        ]
    )


@call("GET", "/fidelity", response=Fidelity)
def list_rules() -> Fidelity:
    """List every simulated rule with its source and its known differences."""
    return Fidelity(
        rules=[
            Rule(
                rule=one.rule,
                title=one.title,
                says=one.says,
                source=one.source,
                seen=one.seen,
                differs=one.differs,
            )
            for one in ledger().values()
        ]
    )


@call("GET", "/livez", response=Alive, public=True)
def is_alive() -> Alive:
    """Say that the process answers."""
    return Alive()


@call("GET", "/readyz", response=Ready, public=True)
def is_ready() -> Ready:
    """Say that a step would be kept; 503 until then.

    Raises:
        ApiError: 503 with the reason: disk, version, rights, or no answer.
    """
    reason = why_not_ready(runtime().engine)
    if reason:
        raise ApiError(503, reason)
    return Ready(version=__version__)
