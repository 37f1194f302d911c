"""Across the desk: what is said, shown and handed over, and how the citizen answers."""

from dataclasses import dataclass, replace
from datetime import datetime

from sandbox import answers, guiding
from sandbox.ending import outcome
from sandbox.events import CitizenLeft, CodeRead, FormChecked, Said, ScanMade, VisitClosed
from sandbox.phrases import phrase_book
from sandbox.rules import Rule
from sandbox.scanner import ScanOrder
from sandbox.state import Chance, Decision, World, happened, refused_by


@dataclass(frozen=True, slots=True)
class Say:
    """Say one phrase of the book to the citizen."""

    phrase: str


@dataclass(frozen=True, slots=True)
class Scan:
    """Put a card on the scanner; ``order.holder`` is whose card."""

    order: ScanOrder


@dataclass(frozen=True, slots=True)
class CloseVisit:
    """The visit is over."""


def say(world: World, command: Say, now: datetime, chance: Chance) -> Decision:
    """The clerk speaks; the scripted citizen answers, and does what they are guided to do.

    A person who plays the citizen answers for themselves (``played.py``).
    """
    if command.phrase not in phrase_book():
        return refused_by("say", Rule.UNKNOWN_PHRASE)
    if world.desk.left:
        return refused_by("say", Rule.CITIZEN_LEFT)
    spoken = Said(command.phrase)
    if world.desk.played:
        return happened(spoken)
    if command.phrase in guiding.PHRASES:
        return happened(spoken, *guiding.answer(world, command.phrase, now, chance))
    return happened(spoken, *answers.answer(world, command.phrase, now))


def scan(world: World, command: Scan) -> Decision:
    """S4-10: the scanner makes a file of a card that lies on the desk."""
    order = command.order
    if order.holder not in world.setup.papers:
        return refused_by("scan", Rule.UNKNOWN_PAPER, "holder")
    number = world.desk.scans + 1
    return happened(ScanMade(number, order.holder, order.sides, order.fmt, order.size))


def close_visit(world: World, _command: CloseVisit) -> Decision:
    """Always possible: nothing blocks reception (A6-1); the marking says the rest."""
    return happened(VisitClosed(outcome(world)))


def on_scan(world: World, _fact: ScanMade) -> World:
    """One more file from the scanner."""
    return replace(world, desk=replace(world.desk, scans=world.desk.scans + 1))


def on_said(world: World, fact: Said) -> World:
    """The phrase has been said; a person at the citizen's side has yet to answer it."""
    desk = world.desk
    question = fact.phrase if desk.played else ""
    return replace(
        world, desk=replace(desk, phrases_said=(*desk.phrases_said, fact.phrase), asked=question)
    )


def on_checked(world: World, fact: FormChecked) -> World:
    """The citizen has read that paper, and agreed or not."""
    desk = replace(world.desk, checked=fact.details, check_passed=not fact.wrong)
    return replace(world, desk=desk)


def on_code_read(world: World, fact: CodeRead) -> World:
    """The message has been read aloud, which answers whoever asked for it."""
    read = world.desk.codes_read | {fact.sms}
    return replace(world, desk=replace(world.desk, codes_read=read, asked=""))


def on_left(world: World, _fact: CitizenLeft) -> World:
    """Nobody sits opposite any more, so no question waits for an answer."""
    return replace(world, desk=replace(world.desk, left=True, asked=""))


def on_closed(world: World, fact: VisitClosed) -> World:
    """The visit is over."""
    return replace(world, desk=replace(world.desk, closed=fact.outcome))
