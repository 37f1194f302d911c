"""What is printed on one practice card."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal


class Side(StrEnum):
    """One face of a card."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class CardFace:
    """The printed facts of one practice card.

    ``sex`` is the word on the card ("Nam", "Nữ"). ``kind`` is "chip" for the
    12-digit citizen card and "old" for the 9-digit one.
    """

    full_name: str
    sex: str
    birth_date: date
    number: str
    address: str
    issued_on: date
    kind: Literal["chip", "old"]
