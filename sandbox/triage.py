"""Which branch a citizen belongs to, and what is done there: the decision table of plan S2."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sandbox.citizens import Citizen, EidState
from sandbox.era import VneidRules


class Branch(StrEnum):
    """S2-08 … S2-11."""

    B1 = "b1"
    B2 = "b2"
    B3 = "b3"
    B4 = "b4"


class Action(StrEnum):
    """What a branch asks for."""

    REFER_FOR_CARD = "refer_for_card"
    SEND_NUMBER = "send_number"
    REFER_FOR_LEVEL2 = "refer_for_level2"
    ACTIVATE = "activate"
    INTEGRATE_PAPERS = "integrate_papers"
    SUBMIT_ONLINE = "submit_online"


class Office(StrEnum):
    """Where cards are made and people enrolled, at one time or another (B9)."""

    PROVINCE_POLICE = "province_police"
    DISTRICT_POLICE = "district_police"
    COMMUNE_POLICE = "commune_police"


class AccountStatus(StrEnum):
    """What the check at arrival may find (S0-08, S0-12)."""

    NO_ACCOUNT = "no_account"
    LEVEL1 = "level1"
    LEVEL2_NOT_ACTIVE = "level2_not_active"
    ACTIVE = "active"
    PORTAL_ONLY = "portal_only"


class PriorityClass(StrEnum):
    """S0-23: who is helped first."""

    FIRST = "first"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Question:
    """The three questions of the table."""

    chip_card: bool
    collected: bool
    activated: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """The branch; ``possible`` is False where the three answers contradict each other."""

    branch: Branch
    possible: bool = True


TABLE: Mapping[Question, Verdict] = {
    Question(chip_card=False, collected=False, activated=False): Verdict(Branch.B1),
    Question(chip_card=False, collected=False, activated=True): Verdict(Branch.B1, possible=False),
    Question(chip_card=False, collected=True, activated=False): Verdict(Branch.B1, possible=False),
    Question(chip_card=False, collected=True, activated=True): Verdict(Branch.B1, possible=False),
    Question(chip_card=True, collected=False, activated=False): Verdict(Branch.B2),
    Question(chip_card=True, collected=False, activated=True): Verdict(Branch.B2, possible=False),
    Question(chip_card=True, collected=True, activated=False): Verdict(Branch.B3),
    Question(chip_card=True, collected=True, activated=True): Verdict(Branch.B4),
}

ACTIONS: Mapping[Branch, tuple[Action, ...]] = {
    Branch.B1: (Action.REFER_FOR_CARD, Action.SEND_NUMBER),
    Branch.B2: (Action.REFER_FOR_LEVEL2,),
    Branch.B3: (Action.ACTIVATE, Action.INTEGRATE_PAPERS),
    Branch.B4: (Action.SUBMIT_ONLINE,),
}

ELDERLY_FROM = 60  # Law on the Elderly 2009, article 2


def true_branch(level: EidState, *, chip_card: bool) -> Branch:
    """Where somebody at this level belongs (S2-08 … S2-11)."""
    collected = level in (EidState.LEVEL2_ISSUED, EidState.LEVEL2_ACTIVE)
    question = Question(chip_card, collected, level is EidState.LEVEL2_ACTIVE)
    return TABLE[question].branch


def true_account_status(level: EidState, *, portal_account: bool) -> AccountStatus:
    """What a good check finds; an account on the portal counts where there is no other (S0-01)."""
    if level is EidState.NONE:
        return AccountStatus.PORTAL_ONLY if portal_account else AccountStatus.NO_ACCOUNT
    return _STATUS_BY_LEVEL[level]


_STATUS_BY_LEVEL = {
    EidState.LEVEL1: AccountStatus.LEVEL1,
    EidState.LEVEL2_ISSUED: AccountStatus.LEVEL2_NOT_ACTIVE,
    EidState.LEVEL2_ACTIVE: AccountStatus.ACTIVE,
}


def actions(branch: Branch, rules: VneidRules) -> tuple[Action, ...]:
    """What the branch asks for in that era, in order (S2-08 … S2-11; B9)."""
    moot = () if rules.insurance_sync else (Action.SEND_NUMBER,)
    return tuple(action for action in ACTIONS[branch] if action not in moot)


def offices(branch: Branch, rules: VneidRules) -> tuple[Office, ...]:
    """Where a citizen of that branch may be sent in that era (S2-08, S2-09); () for nowhere."""
    names = {Branch.B1: rules.card_offices, Branch.B2: rules.level2_offices}.get(branch, ())
    return tuple(Office(name) for name in names)


def priority_class(citizen: Citizen, today: date) -> PriorityClass:
    """S0-23: the elderly and those without a smartphone come first."""
    birthday_to_come = (today.month, today.day) < (citizen.birth_date.month, citizen.birth_date.day)
    age = today.year - citizen.birth_date.year - birthday_to_come
    first = age >= ELDERLY_FROM or not citizen.has_smartphone
    return PriorityClass.FIRST if first else PriorityClass.USUAL
