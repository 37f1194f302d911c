"""The desk's check at arrival: noted, handed over, referred. Nothing here blocks reception.

What the clerk decides is recorded as decided; whether it was right is for the marking, which
compares with ``triage.py``. Source: S0-12, S0-13, S2-08 … S2-11, A6-1.
"""

from dataclasses import dataclass, replace

from sandbox.events import (
    ArrivalNoted,
    BranchChosen,
    HandedOver,
    HelpChosen,
    NumberSent,
    ReceptionBegun,
    Referred,
)
from sandbox.rules import Rule
from sandbox.state import Decision, World, happened, refused_by
from sandbox.triage import AccountStatus, Branch, Office


@dataclass(frozen=True, slots=True)
class NoteArrival:
    """Note what account the citizen has; a value of ``triage.AccountStatus`` (S0-12)."""

    result: str


@dataclass(frozen=True, slots=True)
class ChooseBranch:
    """Put the citizen in a branch; a value of ``triage.Branch``."""

    branch: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """Ask a supporter to go on; a code of ``era.vneid.supporters`` (S0-13)."""

    supporter: str


@dataclass(frozen=True, slots=True)
class Refer:
    """Tell the citizen where to go; a value of ``triage.Office``, right or wrong for the time."""

    office: str


@dataclass(frozen=True, slots=True)
class SendNumber:
    """Send the citizen's number to social insurance (S2-08)."""


@dataclass(frozen=True, slots=True)
class Receive:
    """Go on and receive the dossier, whatever the check has found (A6-1)."""


def note(_world: World, command: NoteArrival) -> Decision:
    """S0-12: the result is noted for everybody who comes."""
    if command.result not in set(AccountStatus):
        return refused_by("note_arrival", Rule.STANDING_UNKNOWN, "result")
    return happened(ArrivalNoted(command.result))


def choose_branch(_world: World, command: ChooseBranch) -> Decision:
    """The clerk's own judgement, right or wrong."""
    if command.branch not in set(Branch):
        return refused_by("choose_branch", Rule.BRANCH_UNKNOWN, "branch")
    return happened(BranchChosen(command.branch))


def hand_over(world: World, command: HandOver) -> Decision:
    """S0-13: the section that is visited checks, then asks for support."""
    if command.supporter not in {each.code for each in world.era.vneid.supporters}:
        return refused_by("hand_over", Rule.SUPPORTER_UNKNOWN, "supporter")
    return happened(HandedOver(command.supporter))


def refer(_world: World, command: Refer) -> Decision:
    """S2-08, S2-09: an office that no longer exists is a mistake people make, so it is recorded."""
    if command.office not in set(Office):
        return refused_by("refer", Rule.OFFICE_UNKNOWN, "office")
    return happened(Referred(command.office))


def send_number(_world: World, _command: SendNumber) -> Decision:
    """S2-08: in branch 1, at the same time as the referral."""
    return happened(NumberSent())


def receive(_world: World, _command: Receive) -> Decision:
    """A6-1: never refused."""
    return happened(ReceptionBegun())


def on_noted(world: World, fact: ArrivalNoted) -> World:
    """The newest note counts."""
    return replace(world, arrival=replace(world.arrival, result=fact.result))


def on_help_chosen(world: World, fact: HelpChosen) -> World:
    """The citizen's choice, until they choose anew."""
    choice = "accepted" if fact.accepted else "declined"
    return replace(world, arrival=replace(world.arrival, choice=choice))


def on_branch_chosen(world: World, fact: BranchChosen) -> World:
    """The newest choice counts."""
    return replace(world, arrival=replace(world.arrival, branch=fact.branch))


def on_handed_over(world: World, fact: HandedOver) -> World:
    """Somebody else goes on from here."""
    return replace(world, arrival=replace(world.arrival, supporter=fact.supporter))


def on_referred(world: World, fact: Referred) -> World:
    """The citizen knows where to go."""
    return replace(world, arrival=replace(world.arrival, referred_to=fact.office))


def on_number_sent(world: World, _fact: NumberSent) -> World:
    """Social insurance has the number."""
    return replace(world, arrival=replace(world.arrival, number_sent=True))


def on_reception_begun(world: World, _fact: ReceptionBegun) -> World:
    """The dossier is being received."""
    return replace(world, arrival=replace(world.arrival, received=True))
