"""The sandbox's commands that a program may give, by the names of their steps."""

from collections.abc import Mapping

from sandbox import arrival, desk
from sandbox.citizen_side import STEPS
from sandbox.era import era, era_names
from sandbox.log import Actor
from sandbox.mock_vneid.activation import QUESTIONS
from sandbox.mock_vneid.values import Device
from sandbox.people import PAPERS
from sandbox.phrases import phrase_book
from sandbox.triage import AccountStatus, Branch, Office

CITIZEN_COMMANDS: Mapping[str, type] = {step.name: command for command, step in STEPS.items()}
CLERK_COMMANDS: Mapping[str, type] = {
    "say": desk.Say,
    "note_arrival": arrival.NoteArrival,
    "choose_branch": arrival.ChooseBranch,
    "hand_over": arrival.HandOver,
    "refer": arrival.Refer,
    "send_number": arrival.SendNumber,
    "receive": arrival.Receive,
}

_SUPPORTERS = (each.code for name in era_names() for each in era(name).vneid.supporters)
# What the world knows under a field's name; other words are refused by their rule.
WORDS: Mapping[str, tuple[str, ...]] = {
    "phrase": tuple(phrase_book()),
    "result": tuple(AccountStatus),
    "branch": tuple(Branch),
    "supporter": tuple(dict.fromkeys(_SUPPORTERS)),
    "office": tuple(Office),
    "device": (Device.HANDSET, Device.COMPUTER),
    "first": tuple(QUESTIONS),
    "second": tuple(QUESTIONS),
    "paper": tuple(PAPERS),
    "hand": (Actor.CITIZEN, Actor.CLERK),
}
