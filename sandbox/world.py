"""A world is the fold of its events: start, handle a command, apply a fact.

Nothing here decides anything: rules live in the module of their subject, this
file only routes.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sandbox import (
    arrival,
    citizen_side,
    classroom,
    clock,
    desk,
    events,
    faults,
    people,
    played,
    sms,
)
from sandbox import mock_dvc as dvc
from sandbox.era import era
from sandbox.events import WorldStarted
from sandbox.log import Actor, Entry, Fact
from sandbox.mock_vneid import fold as vneid
from sandbox.mock_vneid.values import at_start
from sandbox.public_portal import fold as public
from sandbox.rules import Rule
from sandbox.setup import Setup
from sandbox.state import Chance, Decision, World, refused_by


@dataclass(frozen=True, slots=True)
class ShowHint:
    """Ask what the next step is; practice modes record it."""

    step: str


def start(seed: int, era_name: str, scenario: str, setup: Setup) -> WorldStarted:
    """The fact a world begins with."""
    return WorldStarted(seed, era_name, scenario, setup)


def handle(world: World, command: object, now: datetime, chance: Chance) -> Decision:
    """Decide a command at the world's time ``now``; nothing changes until the facts are applied.

    Raises:
        KeyError: no rule knows that kind of command (a bug, not a refusal).
    """
    if world.desk.closed and type(command) not in STILL_ALLOWED:
        return refused_by("any", Rule.VISIT_CLOSED)
    return DECIDERS[type(command)](world, command, now, chance)


def record(world: World | None, facts: Iterable[Fact], actor: Actor, now: datetime) -> list[Entry]:
    """The log lines those facts become, numbered on from the world's last."""
    seq = world.seq if world else 0
    return [
        Entry(seq + place, now, fact.done_by(actor), fact)
        for place, fact in enumerate(facts, start=1)
    ]


def apply(world: World, entry: Entry) -> World:
    """The world after one more entry. Raises LookupError: it speaks of a form never opened."""
    change = APPLIERS.get(type(entry.fact))
    changed = change(world, entry.fact, entry.at) if change else world
    return replace(changed, seq=entry.seq, last_at=max(changed.last_at, entry.at))


def fold_log(entries: Iterable[Entry]) -> World:
    """The world a whole log adds up to.

    Raises:
        ValueError: the log is empty or does not begin with its start.
    """
    log = iter(entries)
    first = next(log, None)
    if first is None or not isinstance(first.fact, WorldStarted):
        raise ValueError("a log begins with world.started")
    return carry_on(begin(first.fact, first.at), log)


def carry_on(world: World, entries: Iterable[Entry]) -> World:
    """The world after further entries."""
    for entry in entries:
        world = apply(world, entry)
    return world


def begin(fact: WorldStarted, at: datetime) -> World:
    """The world right after its first entry."""
    rules = era(fact.era)
    citizen = people.at_the_desk(fact.seed, fact.setup, rules.year)
    return World(
        seq=1,
        seed=fact.seed,
        era=rules,
        scenario=fact.scenario,
        setup=fact.setup,
        citizen=citizen,
        vneid=at_start(fact.seed, citizen, fact.setup.vneid),
        started_at=at,
        last_at=at,
    )


Decider = Callable[[World, Any, datetime, Chance], Decision]
Applier = Callable[[World, Any, datetime], World]


def _plain(decide: Callable[[World, Any], Decision]) -> Decider:
    return lambda world, command, _now, _chance: decide(world, command)


def _timed(decide: Callable[[World, Any, datetime], Decision]) -> Decider:
    return lambda world, command, now, _chance: decide(world, command, now)


def _fold(change: Callable[[World, Any], World]) -> Applier:
    return lambda world, fact, _at: change(world, fact)


def _all_of(*changes: Applier) -> Applier:
    def change(world: World, fact: Any, at: datetime) -> World:
        for each in changes:
            world = each(world, fact, at)
        return world

    return change


def _on_refused(world: World, fact: events.StepRefused) -> World:
    return vneid.on_refused(dvc.on_refused(world, fact), fact)


def _hint(_world: World, command: ShowHint) -> Decision:
    return Decision((events.HintShown(command.step),))


DECIDERS: Mapping[type, Decider] = {
    dvc.SignIn: _plain(dvc.sign_in),
    dvc.SignOut: _plain(dvc.sign_out),
    dvc.OpenForm: _plain(dvc.open_form),
    dvc.LookUp: _timed(dvc.look_up),
    dvc.Download: _timed(dvc.download),
    dvc.SendCode: dvc.send_code,
    dvc.Create: dvc.create,
    dvc.Cancel: _plain(dvc.cancel),
    desk.Say: desk.say,
    desk.Scan: _plain(desk.scan),
    desk.CloseVisit: _plain(desk.close_visit),
    played.PlayCitizen: _plain(played.play),
    played.Reply: _timed(played.reply),
    played.Leave: _plain(played.leave),
    faults.OrderFault: _plain(faults.order),
    faults.WithdrawFault: _plain(faults.withdraw),
    sms.ClearInbox: _timed(sms.clear),
    clock.Advance: _plain(clock.advance),
    clock.Freeze: _plain(clock.freeze),
    clock.Resume: _plain(clock.resume),
    ShowHint: _plain(_hint),
    classroom.PushHint: _plain(classroom.push_hint),
    classroom.NameRelativesPhone: _plain(classroom.name_relatives_phone),
    classroom.EndWithClass: _plain(classroom.end_with_class),
    arrival.NoteArrival: _plain(arrival.note),
    arrival.ChooseBranch: _plain(arrival.choose_branch),
    arrival.HandOver: _plain(arrival.hand_over),
    arrival.Refer: _plain(arrival.refer),
    arrival.SendNumber: _plain(arrival.send_number),
    arrival.Receive: _plain(arrival.receive),
    **dict.fromkeys(citizen_side.STEPS, citizen_side.take),
}

STILL_ALLOWED = frozenset(
    {
        clock.Advance,
        clock.Freeze,
        clock.Resume,
        faults.OrderFault,
        faults.WithdrawFault,
        sms.ClearInbox,
    }
)

APPLIERS: Mapping[type[Fact], Applier] = {
    events.ClockMoved: clock.on_moved,
    events.ClockFrozen: clock.on_frozen,
    events.ClockResumed: _fold(clock.on_resumed),
    events.FaultOrdered: _fold(faults.on_ordered),
    events.FaultSpent: _fold(faults.on_spent),
    events.FaultWithdrawn: _fold(faults.on_withdrawn),
    events.StepRefused: _fold(_on_refused),
    events.PortalSignedIn: _fold(dvc.on_session),
    events.PortalSignedOut: _fold(dvc.on_session),
    events.FormOpened: _fold(dvc.on_opened),
    events.LookedUp: _fold(dvc.on_form),
    events.FileAttached: _fold(dvc.on_form),
    events.DetailsSaved: _fold(dvc.on_form),
    events.RequestFormDownloaded: _fold(dvc.on_form),
    events.CodeSent: _fold(dvc.on_form),
    events.FormCancelled: _fold(dvc.on_form),
    events.AccountCreated: dvc.on_created,
    events.SmsSent: _fold(sms.on_sent),
    events.SmsReleased: _fold(sms.on_released),
    events.SmsCleared: _fold(sms.on_cleared),
    events.ScanMade: _fold(desk.on_scan),
    events.Said: _fold(desk.on_said),
    events.CitizenPlayed: _fold(played.on_played),
    events.Answered: _fold(played.on_answered),
    events.CodeRead: _fold(desk.on_code_read),
    events.FormChecked: _fold(desk.on_checked),
    events.CitizenLeft: _fold(desk.on_left),
    events.VisitClosed: _fold(desk.on_closed),
    events.RelativesPhoneNamed: _fold(classroom.on_relatives_phone),
    events.ArrivalNoted: _fold(arrival.on_noted),
    events.HelpChosen: _fold(arrival.on_help_chosen),
    events.BranchChosen: _fold(arrival.on_branch_chosen),
    events.HandedOver: _fold(arrival.on_handed_over),
    events.Referred: _fold(arrival.on_referred),
    events.NumberSent: _fold(arrival.on_number_sent),
    events.ReceptionBegun: _fold(arrival.on_reception_begun),
    **dict.fromkeys(vneid.CHANGES, vneid.on_fact),
    events.PublicSignInBegun: _all_of(vneid.on_fact, _fold(public.on_begun)),
    events.PublicSignedIn: _all_of(vneid.on_fact, _fold(public.on_signed_in)),
    events.PublicPasswordChanged: _fold(public.on_changed),
    events.PublicSignedOut: _fold(public.on_signed_out),
}
