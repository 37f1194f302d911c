"""What an account form holds."""

from dataclasses import dataclass
from datetime import date

from sandbox.vietnamese import nfc, same_name


@dataclass(frozen=True, slots=True)
class Details:
    """What the form holds so far; "" or None where nothing usable was given."""

    id_number: str = ""
    full_name: str = ""
    birth_date: date | None = None
    phone: str = ""
    email: str = ""
    unit: str = ""


def untrue_fields(entered: Details, true: Details) -> tuple[str, ...]:
    """Which of the citizen's fields are not as they should be; the unit is not theirs to check.

    Compared as a person does: capitals do not matter in a name (cards print it in capitals) nor
    in an e-mail, and leaving out the optional e-mail is nobody's mistake (S4-14).
    """
    wrong = [
        name
        for name in ("id_number", "birth_date", "phone")
        if getattr(entered, name) != getattr(true, name)
    ]
    if not same_name(entered.full_name, true.full_name):
        wrong.insert(1 if "id_number" in wrong else 0, "full_name")
    if entered.email and not _same_email(entered.email, true.email):
        wrong.append("email")
    return tuple(wrong)


def same_to_a_reader(one: Details, other: Details) -> bool:
    """Whether two request forms say the same to whoever reads them; the unit is not told there."""
    return not untrue_fields(one, other) and _same_email(one.email, other.email)


def _same_email(one: str, other: str) -> bool:
    return nfc(one).casefold() == nfc(other).casefold()
