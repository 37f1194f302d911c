"""The phrases laid out in each phase: few, fitting, and what a careful clerk says is among them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from sandbox.arrival import ChooseBranch, NoteArrival
from sandbox.citizens import EidState
from sandbox.desk import Say
from sandbox.log import Actor
from sandbox.phases import GOODBYE, offered, phase, phases
from sandbox.phrases import phrase_book
from sandbox.setup import Setup
from sandbox.state import World
from sandbox.triage import AccountStatus, Branch
from sandbox.world import carry_on, fold_log, handle, record
from tests.core.play import MORNING, PLAIN, KnownChance, Play
from training.careful_clerk import next_action
from training.scenario import Scenario, catalogue, opening

VNEID = Setup(topics=("vneid",), traits=replace(PLAIN, smartphone=True, eid=EidState.NONE))
SLIPS = {  # what is most tempting and wrong there
    "welcome": "require_vneid",
    "details": "use_relatives_phone",
    "otp": "take_phone",
    "created": "keep_password",
    "reception": "require_vneid",
    "check": "require_vneid",
    "activate": "use_officers_phone",
    "code": "do_it_for_you",
    "password": "ask_password_aloud",
    "passcode": "ask_password_aloud",
}


def served(scenario: Scenario) -> Iterator[tuple[World, object]]:
    """Each world the careful clerk acts in, and the command given there."""
    now, chance = MORNING, KnownChance()
    log = record(None, opening(scenario, 7), Actor.SYSTEM, now)
    world = fold_log(log)
    while action := next_action(scenario, log):
        yield world, action.command
        now += timedelta(seconds=4 + action.wait_s)
        entries = record(world, handle(world, action.command, now, chance).facts, Actor.CLERK, now)
        log += entries
        world = carry_on(world, entries)


def missed(topic: str) -> tuple[int, list[str]]:
    """How often something is said where that is practised, and what did not lie open then."""
    spoken = [
        (scenario.id, world, command.phrase)
        for scenario in catalogue().values()
        if scenario.setup.topics[0] == topic
        for world, command in served(scenario)
        if isinstance(command, Say)
    ]
    hidden = [
        f"{scenario}: {phrase}"
        for scenario, world, phrase in spoken
        if phrase not in [each.name for each in offered(world)]
    ]
    return len(spoken), hidden


def test_whoever_creates_accounts_finds_every_word_laid_open() -> None:
    said, hidden = missed("account")
    assert hidden == []
    assert said > 100


def test_whoever_practises_vneid_finds_nearly_every_word_laid_open() -> None:
    said, hidden = missed("vneid")
    assert len(hidden) <= said * 0.05, hidden


@pytest.mark.parametrize("scenario", catalogue().values(), ids=catalogue())
def test_what_lies_open_is_practised_there(scenario: Scenario) -> None:
    strange = {
        phrase.name
        for world, _ in served(scenario)
        for phrase in offered(world)
        if not phrase.about(world.setup.topics)
    }
    assert strange == set()


@pytest.mark.parametrize(("name", "phrases"), phases().items(), ids=phases())
def test_five_to_seven_lie_open_goodbye_among_them(name: str, phrases: tuple[str, ...]) -> None:
    assert 5 <= len({*phrases, GOODBYE}) <= 7
    assert set(phrases) <= phrase_book().keys(), name


@pytest.mark.parametrize("name", SLIPS)
def test_the_tempting_slip_is_not_hidden(name: str) -> None:
    assert SLIPS[name] in phases()[name]


@pytest.mark.parametrize(
    ("branch", "first"),
    [
        (Branch.B1, "tell_referral"),
        (Branch.B2, "tell_referral"),
        (Branch.B3, "guide_activation"),
        (Branch.B4, "guide_portal_qr"),
    ],
)
def test_the_branch_chosen_decides_what_lies_open_right_or_wrong(
    branch: Branch, first: str
) -> None:
    play = Play(VNEID, era="2023")
    for command in (Say("greet"), NoteArrival(AccountStatus.NO_ACCOUNT), Say("offer_help")):
        play.do(command)
    play.do(ChooseBranch(branch))
    assert offered(play.world)[0].name == first


@pytest.mark.parametrize("level", EidState)
def test_what_nobody_has_asked_for_is_not_told(level: EidState) -> None:
    setup = replace(VNEID, traits=replace(VNEID.traits, eid=level))
    play = Play(setup, era="2023")
    play.do(Say("greet"))
    assert phase(play.world) == "check"
    play.do(Say("offer_help"))
    assert phase(play.world) == "accepted"
