"""The name of every rule the pretend government can hold against somebody.

A rule's sentence for the screen, its source and its known differences from the
real system stand under the same name in ``fidelity/*.toml``; the two are held
equal by a test.
"""

from enum import StrEnum


class Rule(StrEnum):
    """One member a rule; the value is the id used in logs, rubrics and the ledger."""

    # What may be typed at all (identity.py, guard.py)
    ID_MISSING = "identity.id_missing"
    ID_SHAPE = "identity.id_shape"
    ID_ERA = "identity.id_era"
    ID_NOT_PRACTICE = "identity.id_not_practice"
    NAME_MISSING = "identity.name_missing"
    NAME_SHAPE = "identity.name_shape"
    NAME_TOO_LONG = "identity.name_too_long"
    NAME_NOT_PERSONA = "identity.name_not_persona"
    BIRTH_MISSING = "identity.birth_missing"
    BIRTH_SHAPE = "identity.birth_shape"
    BIRTH_IMPOSSIBLE = "identity.birth_impossible"
    BIRTH_FUTURE = "identity.birth_future"
    PHONE_MISSING = "identity.phone_missing"
    PHONE_SHAPE = "identity.phone_shape"
    PHONE_NOT_PRACTICE = "identity.phone_not_practice"
    EMAIL_SHAPE = "identity.email_shape"
    EMAIL_NOT_PRACTICE = "identity.email_not_practice"
    FREE_TEXT_REAL_DATA = "identity.free_text_real_data"

    # The admin portal (mock_dvc.py)
    PORTAL_SIGN_IN = "dvc.sign_in"
    PORTAL_NOT_SIGNED_IN = "dvc.not_signed_in"
    NO_OPEN_FORM = "dvc.no_open_form"
    LOOK_UP_FIRST = "dvc.look_up_first"
    ACCOUNT_EXISTS = "dvc.account_exists"
    UNIT_MISSING = "dvc.unit_missing"
    UNIT_FOREIGN = "dvc.unit_foreign"
    PHONE_NOT_OWNER = "dvc.phone_not_owner"
    DOWNLOAD_FIRST = "dvc.download_first"
    SEND_CODE_FIRST = "dvc.send_code_first"
    DATES_REVERSED = "dvc.dates_reversed"
    PORTAL_FAILED = "dvc.portal_failed"

    # The attachment (scanner.py)
    FILE_MISSING = "file.missing"
    FILE_EMPTY = "file.empty"
    FILE_SEVERAL = "file.several"
    FILE_NOT_FROM_SCANNER = "file.not_from_scanner"
    FILE_RENAMED = "file.renamed"
    FILE_FORMAT = "file.format"
    FILE_TOO_LARGE = "file.too_large"
    FILE_ONE_SIDE = "file.one_side"

    # One-time codes (mock_otp.py)
    CODE_MISSING = "otp.missing"
    CODE_SHAPE = "otp.shape"
    CODE_WRONG = "otp.wrong"
    CODE_SUPERSEDED = "otp.superseded"
    CODE_EXPIRED = "otp.expired"
    CODE_LOCKED = "otp.locked"

    # The world and the desk (world.py, desk.py)
    VISIT_CLOSED = "desk.visit_closed"
    CITIZEN_LEFT = "desk.citizen_left"
    UNKNOWN_PHRASE = "desk.unknown_phrase"
    UNKNOWN_PAPER = "desk.unknown_paper"
    CLOCK_BACKWARDS = "world.clock_backwards"

    # Behaviour that refuses nobody but is simulated all the same
    SMS_DELIVERY = "sms.delivery"
    SMS_FAULTS = "sms.faults"
    CODE_LIFETIME = "otp.lifetime"
    PASSWORD_TO_CITIZEN = "dvc.password_to_citizen"  # noqa: S105  # the name of a rule
    OWN_ACCOUNTS_LISTED = "dvc.own_accounts_listed"
    REQUEST_FORM = "dvc.request_form"
    CITIZENS_DRAWN = "citizens.drawn"
    SPECIMENS = "file.specimens"
    NO_WORD_97 = "file.no_word_97"
    NO_HARD_GATE = "desk.no_hard_gate"
