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
    NAME_TOOL_OFF = "identity.name_tool_off"
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
    ACCOUNTS_ENDED = "dvc.accounts_ended"

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
    NOT_ASKED = "desk.not_asked"
    WRONG_UNNAMED = "desk.wrong_unnamed"
    UNKNOWN_PAPER = "desk.unknown_paper"
    CLOCK_BACKWARDS = "world.clock_backwards"

    # The check at arrival (arrival.py, triage.py)
    STANDING_UNKNOWN = "triage.standing_unknown"
    BRANCH_UNKNOWN = "triage.branch_unknown"
    SUPPORTER_UNKNOWN = "triage.supporter_unknown"
    OFFICE_UNKNOWN = "triage.office_unknown"

    # VNeID: registering, activating, signing in, papers
    VNEID_DOWN = "vneid.down"
    VNEID_NO_SMARTPHONE = "vneid.no_smartphone"
    VNEID_STEP_ORDER = "vneid.step_order"
    VNEID_ID_SHAPE = "vneid.id_shape"
    VNEID_NUMBER_UNKNOWN = "vneid.number_unknown"
    VNEID_PHONE_SHAPE = "vneid.phone_shape"
    VNEID_PHONE_NOT_OWNER = "vneid.phone_not_owner"
    VNEID_PHONE_OTHER = "vneid.phone_other"
    VNEID_REGISTERED = "vneid.registered"
    VNEID_UNDER_14 = "vneid.under_14"
    VNEID_OLD_ENOUGH = "vneid.old_enough"
    VNEID_NO_CHIP = "vneid.no_chip"
    VNEID_NFC_FAILED = "vneid.nfc_failed"
    VNEID_ENROLLED = "vneid.enrolled"
    VNEID_OFFICE = "vneid.office"
    VNEID_NOT_ISSUED = "vneid.not_issued"
    VNEID_ALREADY_ACTIVE = "vneid.already_active"
    VNEID_NOT_ACTIVE = "vneid.not_active"
    VNEID_CODE_MISSING = "vneid.code_missing"
    VNEID_CODE_SHAPE = "vneid.code_shape"
    VNEID_CODE_WRONG = "vneid.code_wrong"
    VNEID_CODE_EXPIRED = "vneid.code_expired"
    VNEID_CODE_LOCKED = "vneid.code_locked"
    VNEID_PASSWORD_SHAPE = "vneid.password_shape"  # noqa: S105  # the name of a rule
    VNEID_PASSWORD_DIFFERS = "vneid.password_differs"  # noqa: S105  # the name of a rule
    VNEID_PASSWORD_LOCKED = "vneid.password_locked"  # noqa: S105  # the name of a rule
    VNEID_PASSCODE_SHAPE = "vneid.passcode_shape"
    VNEID_PASSCODE_DIFFERS = "vneid.passcode_differs"
    VNEID_PASSCODE_WRONG = "vneid.passcode_wrong"
    VNEID_PASSCODE_LOCKED = "vneid.passcode_locked"
    VNEID_QUESTIONS = "vneid.questions"
    VNEID_SIGN_IN = "vneid.sign_in"
    VNEID_NOT_SIGNED_IN = "vneid.not_signed_in"
    VNEID_NOTHING_TO_LOCK = "vneid.nothing_to_lock"
    VNEID_IDENTITY = "vneid.identity"
    VNEID_LEVEL2_NEEDED = "vneid.level2_needed"
    VNEID_PAPER_UNKNOWN = "vneid.paper_unknown"
    VNEID_PAPER_NUMBER = "vneid.paper_number"
    VNEID_PAPER_TWICE = "vneid.paper_twice"
    VNEID_PAPER_LIMIT = "vneid.paper_limit"

    # The public portal, on the citizen's side
    PUBLIC_CONSENT = "public_portal.consent"
    PUBLIC_ACCOUNT_ENDED = "public_portal.account_ended"
    PUBLIC_ACCOUNT_WRONG = "public_portal.account_wrong"
    PUBLIC_SIGN_IN_FIRST = "public_portal.sign_in_first"
    PUBLIC_PASSWORD_SHAPE = "public_portal.password_shape"  # noqa: S105  # the name of a rule
    PUBLIC_PASSWORD_SAME = "public_portal.password_same"  # noqa: S105  # the name of a rule

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
    TRIAGE_TABLE = "triage.table"
    TRIAGE_OFFICES = "triage.offices"
    TRIAGE_INSURANCE = "triage.insurance"
    TRIAGE_PRIORITY = "triage.priority"
    VNEID_WAITING = "vneid.waiting"
    VNEID_CODE_LIFETIME = "vneid.code_lifetime"
    VNEID_ONE_DEVICE = "vneid.one_device"
    VNEID_HOTLINE = "vneid.hotline"
    VNEID_SECRETS = "vneid.secrets"
    VNEID_SCRIPTED = "vneid.scripted"
    PUBLIC_SIGN_IN = "public_portal.sign_in"
