"""Stable handles for citizens: a test names what it needs instead of searching for it."""

from dataclasses import dataclass
from enum import StrEnum

from motcua.sandbox.citizens import CardKind, EidState, PhoneOwnership, Traits


class Preset(StrEnum):
    """The handles; tests are written against them, so none is ever renamed."""

    PLAIN = "plain"
    HAS_ACCOUNT = "has_account"
    SIM_OF_RELATIVE = "sim_of_relative"
    TWO_SIMS = "two_sims"
    OLD_ID = "old_id"
    ELDERLY_NO_EMAIL = "elderly_no_email"
    TEENAGER = "teenager"
    NO_SMARTPHONE = "no_smartphone"
    EID_NONE = "eid_none"
    EID_LEVEL1 = "eid_level1"
    EID_ISSUED_NOT_ACTIVATED = "eid_issued_not_activated"
    EID_ACTIVE = "eid_active"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a handle stands for."""

    says: str
    traits: Traits


_CHIP, _OWN = CardKind.CHIP, PhoneOwnership.OWN


def _plain_but(eid: EidState) -> Traits:
    return Traits(card=_CHIP, phone=_OWN, account=False, smartphone=True, eid=eid)


MEANINGS: dict[Preset, Meaning] = {
    Preset.PLAIN: Meaning(
        "A chip card, a phone of their own, an e-mail address, no account yet.",
        Traits(min_age=25, max_age=50, card=_CHIP, phone=_OWN, email=True, account=False),
    ),
    Preset.HAS_ACCOUNT: Meaning(
        "The portal already knows an account under their ID number.",
        Traits(card=_CHIP, phone=_OWN, account=True),
    ),
    Preset.SIM_OF_RELATIVE: Meaning(
        "The only phone they bring is in a relative's name.",
        Traits(card=_CHIP, phone=PhoneOwnership.RELATIVE, account=False),
    ),
    Preset.TWO_SIMS: Meaning(
        "They name a relative's number first and have one of their own.",
        Traits(card=_CHIP, phone=PhoneOwnership.RELATIVE_AND_OWN, account=False),
    ),
    Preset.OLD_ID: Meaning(
        "An old card of nine digits.",
        Traits(min_age=30, card=CardKind.OLD, phone=_OWN, account=False, eid=EidState.NONE),
    ),
    Preset.ELDERLY_NO_EMAIL: Meaning(
        "Seventy or older, without an e-mail address.",
        Traits(min_age=70, max_age=95, card=_CHIP, phone=_OWN, email=False, account=False),
    ),
    Preset.TEENAGER: Meaning(
        "Fourteen to seventeen years old.",
        Traits(min_age=14, max_age=17, card=_CHIP, account=False),
    ),
    Preset.NO_SMARTPHONE: Meaning(
        "A phone that only calls and takes messages.",
        Traits(card=_CHIP, phone=_OWN, smartphone=False, account=False, eid=EidState.NONE),
    ),
    Preset.EID_NONE: Meaning("No electronic identification.", _plain_but(EidState.NONE)),
    Preset.EID_LEVEL1: Meaning("Level 1, made in the app.", _plain_but(EidState.LEVEL1)),
    Preset.EID_ISSUED_NOT_ACTIVATED: Meaning(
        "Level 2 issued, not yet activated.", _plain_but(EidState.LEVEL2_ISSUED)
    ),
    Preset.EID_ACTIVE: Meaning("Level 2 in use.", _plain_but(EidState.LEVEL2_ACTIVE)),
}
