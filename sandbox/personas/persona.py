"""What a persona is, apart from any world."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sex(StrEnum):
    """As on the card."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody who cannot be anybody; all of it fits together.

    ``id_number`` has the 12 digits of a personal ID, ``old_id`` the 9 of the old card,
    ``phone`` ten digits.
    """

    full_name: str
    sex: Sex
    birth_date: date
    id_number: str
    old_id: str
    phone: str
    email: str
    address: str
    ethnicity: str
