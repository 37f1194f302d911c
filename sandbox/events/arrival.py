"""The check at arrival (S0-12, S2-08 … S2-11): what was found, chosen and done about it."""

from sandbox.log import Actor, Fact, fact


@fact("arrival.noted")
class ArrivalNoted(Fact):
    """The clerk noted the citizen's account; a member of ``triage.AccountStatus``."""

    result: str


@fact("arrival.help_chosen", Actor.CITIZEN)
class HelpChosen(Fact):
    """The citizen accepted the help that was offered, or declined it."""

    accepted: bool


@fact("arrival.branch_chosen")
class BranchChosen(Fact):
    """The clerk put the citizen in a branch; a member of ``triage.Branch``."""

    branch: str


@fact("arrival.handed_over")
class HandedOver(Fact):
    """The clerk handed the citizen over to a supporter; a code of the era's list."""

    supporter: str


@fact("arrival.referred")
class Referred(Fact):
    """The clerk told the citizen where to go; a member of ``triage.Office``."""

    office: str


@fact("arrival.number_sent")
class NumberSent(Fact):
    """The clerk sent the citizen's number to social insurance (S2-08)."""


@fact("arrival.reception_begun")
class ReceptionBegun(Fact):
    """The clerk went on to receive the dossier, which nothing may prevent (A6-1)."""


@fact("arrival.phone_offered", Actor.CITIZEN)
class PhoneOffered(Fact):
    """The citizen held out the telephone: do it for me."""


@fact("arrival.secret_told", Actor.CITIZEN)
class SecretTold(Fact):
    """The clerk asked for a secret, and the citizen told it; ``secret`` names which, not what."""

    secret: str
