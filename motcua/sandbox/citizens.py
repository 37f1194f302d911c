"""The people who come to the desk: drawn from the world's seed, all of them invented."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache

from motcua.sandbox.draw import Drawer
from motcua.sandbox.persona_names import PersonaName, draw_name
from motcua.sandbox.vietnamese import fold

YOUNGEST, OLDEST = 14, 95


class Sex(StrEnum):
    """As on the card."""

    FEMALE = "female"
    MALE = "male"


class CardKind(StrEnum):
    """The card in hand: with chip and 12 digits, or the old one of 9 digits."""

    CHIP = "chip"
    OLD = "old"


class EidState(StrEnum):
    """How far the citizen has come with electronic identification (domain.md B3)."""

    NONE = "none"
    LEVEL1 = "level1"
    LEVEL2_ISSUED = "level2_issued"
    LEVEL2_ACTIVE = "level2_active"


class PhoneOwnership(StrEnum):
    """Whose SIM cards the citizen brings; with both, the relative's is named first."""

    OWN = "own"
    RELATIVE = "relative"
    RELATIVE_AND_OWN = "relative_and_own"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number and whose SIM it is: "" the citizen's own, else a word such as "con trai"."""

    number: str
    owner: str


@dataclass(frozen=True, slots=True)
class Citizen:
    """One persona with card, phones and papers.

    ``id_number`` is what the card in hand shows: 12 digits, or 9 on an old card;
    ``personal_id`` always has the 12. ``handle`` is safe in a URL and one of its
    kind within a world.
    """

    handle: str
    full_name: str
    sex: Sex
    birth_date: date
    card: CardKind
    id_number: str
    personal_id: str
    phones: tuple[Phone, ...]
    email: str | None
    address: str
    has_smartphone: bool
    eid: EidState
    has_account: bool
    ethnicity: str


@dataclass(frozen=True, slots=True)
class Traits:
    """What a scenario asks of a citizen; None leaves it to the draw. Ages in full years."""

    sex: Sex | None = None
    min_age: int | None = None
    max_age: int | None = None
    card: CardKind | None = None
    phone: PhoneOwnership | None = None
    email: bool | None = None
    smartphone: bool | None = None
    eid: EidState | None = None
    account: bool | None = None
