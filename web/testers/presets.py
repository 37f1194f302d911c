"""Stable handles for citizens: a test names what it needs instead of searching for it."""

from dataclasses import dataclass, replace

from sandbox.citizens import CardKind, EidState, PhoneOwnership, Traits
from web.testers.shapes.preset import Preset
from web.testers.shapes.vneid_wish import VneidWish


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a handle stands for; ``vneid`` None leaves that to the scenario."""

    says: str
    traits: Traits
    vneid: VneidWish | None = None


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
    Preset.EID_ACTIVE_OLD_PHONE: Meaning(
        "A new telephone; VNeID is signed in on the old one, which is at hand.",
        _plain_but(EidState.LEVEL2_ACTIVE),
        VneidWish(signed_in_on="old"),
    ),
    Preset.EID_ACTIVE_LOST_PHONE: Meaning(
        "A new telephone; VNeID is signed in on the old one, which is lost.",
        _plain_but(EidState.LEVEL2_ACTIVE),
        VneidWish(signed_in_on="lost"),
    ),
    Preset.EID_ACTIVE_SIGNED_OUT: Meaning(
        "Level 2 active, signed in nowhere.",
        _plain_but(EidState.LEVEL2_ACTIVE),
        VneidWish(signed_in_on=""),
    ),
    Preset.EID_FORGOT_PASSWORD: Meaning(
        "Level 2 active, signed in nowhere, the password forgotten.",
        _plain_but(EidState.LEVEL2_ACTIVE),
        VneidWish(signed_in_on="", forgets="password"),
    ),
    Preset.EID_FORGOT_PASSCODE: Meaning(
        "Level 2 in use, the passcode forgotten.",
        _plain_but(EidState.LEVEL2_ACTIVE),
        VneidWish(forgets="passcode"),
    ),
    Preset.EID_PASSCODE_LOCKED: Meaning(
        "Level 2 in use, the passcode forgotten and locked by wrong tries.",
        _plain_but(EidState.LEVEL2_ACTIVE),
        VneidWish(forgets="passcode", passcode_misses=5),
    ),
    Preset.EID_PAPER_INTEGRATED: Meaning(
        "Level 2 in use, the health insurance card integrated already.",
        _plain_but(EidState.LEVEL2_ACTIVE),
        VneidWish(papers=["health_insurance"]),
    ),
    Preset.EID_GUARDIAN: Meaning(
        "Level 2 in use; has come with a child under fourteen.",
        replace(_plain_but(EidState.LEVEL2_ACTIVE), min_age=25, max_age=50),
        VneidWish(with_child=True),
    ),
    Preset.EID_COMPUTER_ONLY: Meaning(
        "Level 2 issued, not yet activated, and no smartphone.",
        replace(_plain_but(EidState.LEVEL2_ISSUED), smartphone=False),
    ),
    Preset.EID_WRONG_CODES: Meaning(
        "Level 2 issued; when guided, types three codes wrong before a right one.",
        _plain_but(EidState.LEVEL2_ISSUED),
        VneidWish(mistypes=3),
    ),
    Preset.EID_DECLINES_HELP: Meaning(
        "No electronic identification, and declines help today.",
        _plain_but(EidState.NONE),
        VneidWish(declines_help=True),
    ),
    Preset.EID_HANDS_OVER_PHONE: Meaning(
        "Level 2 issued; holds out the telephone and asks the clerk to do it.",
        _plain_but(EidState.LEVEL2_ISSUED),
        VneidWish(hands_over_phone=True),
    ),
}
