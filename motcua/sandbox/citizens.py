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

    def __post_init__(self) -> None:
        for wrong, sentence in self._contradictions():
            if wrong:
                raise ValueError(sentence)

    @property
    def ages(self) -> tuple[int, int]:
        """The youngest and the oldest age asked for."""
        youngest = _YOUNGEST_WITH_OLD_CARD if self.card is CardKind.OLD else YOUNGEST
        return self.min_age or youngest, self.max_age or OLDEST

    def _contradictions(self) -> tuple[tuple[bool, str], ...]:
        youngest, oldest = self.ages
        level_2 = self.eid in (EidState.LEVEL2_ISSUED, EidState.LEVEL2_ACTIVE)
        return (
            (not YOUNGEST <= youngest <= OLDEST, f"min_age: từ {YOUNGEST} đến {OLDEST}"),
            (not YOUNGEST <= oldest <= OLDEST, f"max_age: từ {YOUNGEST} đến {OLDEST}"),
            (youngest > oldest, f"max_age: phải từ {youngest} trở lên"),
            (level_2 and self.card is CardKind.OLD, "eid: mức 2 cần thẻ gắn chip (card)"),
            (
                self.eid is EidState.LEVEL1 and (self.card is CardKind.OLD or self.smartphone is False),
                "eid: mức 1 cần thẻ gắn chip (card) và điện thoại thông minh (smartphone)",
            ),
        )


def traits_from(table: Mapping[str, object]) -> Traits:
    """The traits written in a scenario file; ValueError names the key that is wrong."""
    for key in table:
        if key not in _KINDS:
            raise ValueError(f"{key}: không có thuộc tính này, chỉ có {', '.join(_KINDS)}")
    values: dict[str, Any] = {key: _trait(key, value) for key, value in table.items()}
    return Traits(**values)


def _trait(key: str, value: object) -> object:
    kind, wanted = _KINDS[key]
    if issubclass(kind, StrEnum) and value in tuple(kind):
        return kind(value)
    # Exactly this type: to Python, true is a whole number as well.
    if type(value) is not kind:
        raise ValueError(f"{key}: cần {wanted}")
    return value


def draw_citizen(seed: int, index: int, traits: Traits, year: int) -> Citizen:
    """The citizen with this place in this world's row, aged as asked on 1 June of ``year``.

    ``index`` is from 0 to 249,999; no two of one world share an ID number or a phone.
    """
    drawer = Drawer(seed, "citizen", index)
    sex = traits.sex or drawer.pick(_SEXES)
    age = drawer.pick(_likely_ages(*traits.ages))
    born = date.fromordinal(date(year - age, 6, 1).toordinal() - drawer.below(365))
    name = draw_name(drawer, man=sex is Sex.MALE, birth_year=born.year)
    card = _card(drawer, traits, age, year)
    smartphone = _smartphone(drawer, traits, age)
    personal_id = _personal_id(seed, index, sex, born.year)
    return Citizen(
        handle=f"{_slug(name.given)}-{_slug(name.token)}-{index + 1}",
        full_name=name.full_name,
        sex=sex,
        birth_date=born,
        card=card,
        id_number=personal_id if card is CardKind.CHIP else "000" + personal_id[-6:],
        personal_id=personal_id,
        phones=_phones(drawer, traits, (seed, index), sex, age),
        email=_email(drawer, traits, name, age),
        address=drawer.pick(_ADDRESSES),
        has_smartphone=smartphone,
        eid=_eid(drawer, traits, year, chip=card is CardKind.CHIP, smartphone=smartphone),
        has_account=_wanted(traits.account, drawer.chance(20)),
        ethnicity=name.ethnicity,
    )


_KINDS: dict[str, tuple[type, str]] = {
    "sex": (Sex, "female hoặc male"),
    "min_age": (int, "một số nguyên"),
    "max_age": (int, "một số nguyên"),
    "card": (CardKind, "chip hoặc old"),
    "phone": (PhoneOwnership, "own, relative hoặc relative_and_own"),
    "email": (bool, "true hoặc false"),
    "smartphone": (bool, "true hoặc false"),
    "eid": (EidState, "none, level1, level2_issued hoặc level2_active"),
    "account": (bool, "true hoặc false"),
}

# The upper half of every range is for desk citizens, the lower for the portal's population.
# The steps are odd and no multiple of five, so half a million numbers pass before one returns.
_HALF = 500_000
_SERIAL_STEP = 190_983
_PHONE_STEP = 309_017

_SEXES = tuple(Sex)
_AGE_STEPS = (45, 60, 75)  # four ages of life: the percentages below come in fours
_YOUNGEST_WITH_OLD_CARD = 25
_SMARTPHONE_PERCENT = (97, 88, 55, 15)
_EMAIL_PERCENT = (50, 25, 6, 1)
_OLD_CARD_PERCENT = (3, 9, 15, 30)
_RELATIVES_PHONE_PERCENT = (6, 6, 12, 35)
_EID_2022 = (
    (EidState.NONE, 70),
    (EidState.LEVEL1, 12),
    (EidState.LEVEL2_ISSUED, 12),
    (EidState.LEVEL2_ACTIVE, 6),
)
_EID = (
    (EidState.LEVEL2_ACTIVE, 50),
    (EidState.LEVEL2_ISSUED, 22),
    (EidState.NONE, 18),
    (EidState.LEVEL1, 10),
)
_ADDRESSES = tuple(
    f"{place} {number}, xã Mẫu, tỉnh Giả Lập"
    for place in ("thôn Mẫu", "thôn Thử", "ấp Mẫu", "tổ dân phố Thử")
    for number in range(1, 10)
)


@cache
def _likely_ages(youngest: int, oldest: int) -> tuple[int, ...]:
    """The ages of those who come to a desk, each as often as it is likely."""
    return tuple(
        age
        for age in range(youngest, oldest + 1)
        for _ in range(3 if 18 <= age < 60 else 2 if 60 <= age < 75 else 1)
    )


def _wanted(trait: bool | None, drawn: bool) -> bool:
    return drawn if trait is None else trait


def _chance_at(drawer: Drawer, percentages: tuple[int, int, int, int], age: int) -> bool:
    return drawer.chance(percentages[bisect(_AGE_STEPS, age)])


def _card(drawer: Drawer, traits: Traits, age: int, year: int) -> CardKind:
    """Old cards are rare and, having lost their force on 1 January 2025, rarer since (B1)."""
    old = _chance_at(drawer, _OLD_CARD_PERCENT, age) and (year < 2025 or drawer.chance(20))
    if traits.card or not old or age < _YOUNGEST_WITH_OLD_CARD:
        return traits.card or CardKind.CHIP
    return CardKind.CHIP if traits.eid else CardKind.OLD


def _smartphone(drawer: Drawer, traits: Traits, age: int) -> bool:
    drawn = _chance_at(drawer, _SMARTPHONE_PERCENT, age) or traits.eid is EidState.LEVEL1
    return _wanted(traits.smartphone, drawn)


def _eid(drawer: Drawer, traits: Traits, year: int, *, chip: bool, smartphone: bool) -> EidState:
    """Level 1 is made in the app; level 2 needs a chip card and, nearly always, the app."""
    if traits.eid or not chip:
        return traits.eid or EidState.NONE
    drawn = drawer.weighted(_EID_2022 if year < 2023 else _EID)
    if smartphone:
        return drawn
    return EidState.LEVEL2_ISSUED if drawn is EidState.LEVEL2_ACTIVE else EidState.NONE


def _personal_id(seed: int, index: int, sex: Sex, birth_year: int) -> str:
    """Twelve digits: no place, century and sex, year of birth, serial (domain.md B1)."""
    century = (sex is Sex.FEMALE) + 2 * (birth_year >= 2000)
    serial = _HALF + (seed + index * _SERIAL_STEP) % _HALF
    return f"000{century}{birth_year % 100:02}{serial:06}"


def _phones(
    drawer: Drawer, traits: Traits, place: tuple[int, int], sex: Sex, age: int
) -> tuple[Phone, ...]:
    drawn = drawer.pick(_OWNERSHIP) if _chance_at(drawer, _RELATIVES_PHONE_PERCENT, age) else None
    ownership = traits.phone or drawn or PhoneOwnership.OWN
    relative, own = Phone(_number(*place, 0), _relative(drawer, sex, age)), Phone(_number(*place, 1), "")
    return {...}[ownership]
