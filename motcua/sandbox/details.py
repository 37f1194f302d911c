"""What an account form holds."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Details:
    """What the form holds so far; "" or None where nothing usable was given."""

    id_number: str = ""
    full_name: str = ""
    birth_date: date | None = None
    phone: str = ""
    email: str = ""
    unit: str = ""
