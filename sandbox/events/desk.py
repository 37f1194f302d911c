"""Across the desk: scans, what is said, papers read, the end of the visit."""

from sandbox.details import Details
from sandbox.log import Actor, Fact, fact


@fact("scan.made")
class ScanMade(Fact):
    """The scanner made a file of somebody's card."""

    number: int
    holder: str
    sides: str
    fmt: str
    size: str


@fact("desk.said")
class Said(Fact):
    """The clerk said one of the desk's phrases."""

    phrase: str


@fact("desk.citizen_played", Actor.SYSTEM)
class CitizenPlayed(Fact):
    """From here on a person plays the citizen: nobody answers by script."""


@fact("desk.answered", Actor.CITIZEN)
class Answered(Fact):
    """The citizen answered in words the clerk may hear anywhere."""

    phrase: str
    words: str


@fact("desk.code_read", Actor.CITIZEN)
class CodeRead(Fact):
    """The citizen read a message aloud; heard on the citizen's side only."""

    sms: int


@fact("desk.form_checked", Actor.CITIZEN)
class FormChecked(Fact):
    """The citizen read the request form; ``wrong`` names the fields that are not true."""

    form: int
    details: Details
    wrong: tuple[str, ...]


@fact("desk.citizen_left", Actor.CITIZEN)
class CitizenLeft(Fact):
    """The citizen got up and went."""


@fact("desk.visit_closed")
class VisitClosed(Fact):
    """The clerk closed the visit, or its class ended; ``outcome`` as in ending.py."""

    outcome: str
