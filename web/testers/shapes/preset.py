"""The handles of citizens, as they are called from outside."""

from enum import StrEnum


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
    EID_ACTIVE_OLD_PHONE = "eid_active_old_phone"
    EID_ACTIVE_LOST_PHONE = "eid_active_lost_phone"
    EID_ACTIVE_SIGNED_OUT = "eid_active_signed_out"
    EID_FORGOT_PASSWORD = "eid_forgot_password"  # noqa: S105  # the handle of a citizen
    EID_FORGOT_PASSCODE = "eid_forgot_passcode"
    EID_PASSCODE_LOCKED = "eid_passcode_locked"
    EID_PAPER_INTEGRATED = "eid_paper_integrated"
    EID_GUARDIAN = "eid_guardian"
    EID_COMPUTER_ONLY = "eid_computer_only"
    EID_WRONG_CODES = "eid_wrong_codes"
    EID_DECLINES_HELP = "eid_declines_help"
    EID_HANDS_OVER_PHONE = "eid_hands_over_phone"
