"""The people who come to the desk: drawn from the world's seed, all of them invented."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sandbox import odds
from sandbox.personas.ages import OLDEST, YOUNGEST, likely_ages
from sandbox.personas.engine import personas
from sandbox.personas.keyed_random import KeyedRandom, by_weight
from sandbox.personas.numbers import HALF, old_id, personal_id, phone, spread
from sandbox.personas.persona import Sex


class CardKind(StrEnum):
    """The card in hand: with chip and 12 digits, or the old one of 9 digits."""

    CHIP = "chip"
    OLD = "old"


class EidState(StrEnum):
    """How far the citizen has come with electronic identification; Nghị định 69/2024/NĐ-CP."""

    NONE = "none"
    LEVEL1 = "level1"
    LEVEL2_ISSUED = "level2_issued"
    LEVEL2_ACTIVE = "level2_active"


class PhoneOwnership(StrEnum):
    """Whose SIM cards the citizen brings; of two, the relative's is named first."""

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
    ``personal_id`` always has the 12. ``handle`` is safe in a URL and stands for
    nobody else in the world.
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
    """What a scenario asks of a citizen; None leaves it to the draw.

    Ages are full years on 1 June. Traits that contradict each other raise ValueError.
    """

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
        likely_ages(*self.ages)  # raises what is wrong with them
        if self.card is CardKind.OLD and self.eid not in (None, EidState.NONE):
            raise ValueError("eid: định danh điện tử cần thẻ gắn chip (card)")
        if self.smartphone is False and self.eid is EidState.LEVEL1:
            raise ValueError("eid: mức 1 cần điện thoại thông minh (smartphone)")

    @property
    def ages(self) -> tuple[int, int]:
        """The youngest and the oldest age that may be drawn."""
        youngest = YOUNGEST if self.min_age is None else self.min_age
        return youngest, OLDEST if self.max_age is None else self.max_age


def traits_from(table: Mapping[str, object]) -> Traits:
    """The traits written in a scenario file; ValueError names the key that is wrong."""
    values: dict[str, Any] = {key: _trait(key, value) for key, value in table.items()}
    return Traits(**values)


def draw_citizen(seed: int, index: int, traits: Traits, year: int) -> Citizen:
    """The citizen at ``index`` (0 to 249,999) in the row of this seed, in an era's ``year``.

    Within a row no ID number and no phone comes twice.
    """
    random = KeyedRandom(seed, "citizen", index)
    drawn = personas(random)
    sex = traits.sex or drawn.persona_sex()
    man = sex is Sex.MALE
    age = drawn.persona_age(*traits.ages)
    stage = odds.stage(age)
    born = drawn.persona_birth_date(age, year)
    name = drawn.persona_name_parts(man=man, birth_year=born.year)
    card = _card(random, traits, stage, age, year)
    personal = personal_id(HALF + spread(seed * 997 + index), man=man, birth_year=born.year)
    smartphone = _wanted(traits.smartphone, random.chance(stage.smartphone))
    return Citizen(
        handle="-".join((*name.slug, str(index + 1))),
        full_name=name.full_name,
        sex=sex,
        birth_date=born,
        card=card,
        id_number=personal if card is CardKind.CHIP else old_id(personal),
        personal_id=personal,
        phones=_phones(random, traits, stage, (sex, age), seed * 1009 + 2 * index),
        email=name.email if _wanted(traits.email, random.chance(stage.email)) else None,
        address=drawn.persona_address(),
        has_smartphone=smartphone or traits.eid is EidState.LEVEL1,
        eid=traits.eid or _eid(random, card, year, smartphone=smartphone),
        has_account=_wanted(traits.account, random.chance(stage.account)),
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

_BORROWED = (PhoneOwnership.RELATIVE, PhoneOwnership.RELATIVE_AND_OWN)
_EID_UNTIL_2022 = by_weight(dict(zip(EidState, odds.EID_UNTIL_2022, strict=True)))
_EID_SINCE_2023 = by_weight(dict(zip(EidState, odds.EID_SINCE_2023, strict=True)))


def _words(kind: type) -> tuple[str, ...]:
    return tuple(kind) if issubclass(kind, StrEnum) else ()


def _trait(key: str, value: object) -> object:
    if key not in _KINDS:
        raise ValueError(f"{key}: không có thuộc tính này, chỉ có {', '.join(_KINDS)}")
    kind, wanted = _KINDS[key]
    if isinstance(value, str) and value in _words(kind):
        return kind(value)
    # Exactly this type: to Python, true is a whole number as well.
    if type(value) is not kind:
        raise ValueError(f"{key}: cần {wanted}")
    return value


def _wanted(trait: bool | None, drawn: bool) -> bool:
    return drawn if trait is None else trait


def _card(random: KeyedRandom, traits: Traits, stage: odds.Stage, age: int, year: int) -> CardKind:
    """Old cards are rare, and rarer since they lost their force on 1 January 2025."""
    old = random.chance(stage.old_card) and (year < 2025 or random.chance(10))
    possible = age >= odds.YOUNGEST_WITH_OLD_CARD and traits.eid is None
    return traits.card or (CardKind.OLD if old and possible else CardKind.CHIP)


def _eid(random: KeyedRandom, card: CardKind, year: int, *, smartphone: bool) -> EidState:
    """Level 1 is made in the app; level 2 needs a chip card, and its activation a phone."""
    drawn = random.choice(_EID_UNTIL_2022 if year < 2023 else _EID_SINCE_2023)
    if card is CardKind.OLD:
        return EidState.NONE
    if not smartphone and drawn is not EidState.NONE:
        return EidState.LEVEL2_ISSUED
    return drawn


def _phones(
    random: KeyedRandom, traits: Traits, stage: odds.Stage, who: tuple[Sex, int], place: int
) -> tuple[Phone, ...]:
    own = (Phone(phone(HALF + spread(place)), ""),)
    drawn = random.choice(_BORROWED) if random.chance(stage.relatives_phone) else PhoneOwnership.OWN
    ownership = traits.phone or drawn
    if ownership is PhoneOwnership.OWN:
        return own
    relative = (Phone(phone(HALF + spread(place + 1)), _relation(random, *who)),)
    return relative if ownership is PhoneOwnership.RELATIVE else relative + own


def _relation(random: KeyedRandom, sex: Sex, age: int) -> str:
    if age < 18:
        return random.choice(("bố", "mẹ"))
    if age >= 50:
        return random.choice(("con trai", "con gái", "cháu"))
    return random.choice(("chồng" if sex is Sex.FEMALE else "vợ", "anh trai", "chị gái"))
