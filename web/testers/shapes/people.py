"""Shapes about people: the persona at the desk and those the portal already knows."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from sandbox.citizens import CardKind, PhoneOwnership
from sandbox.personas.persona import Sex
from web.testers.shapes.base import Shape, whole
from web.testers.shapes.vneid_wish import VneidWish

Age = Annotated[int, Field(ge=14, le=95), BeforeValidator(whole)]
Eid = Literal["none", "level1", "issued_not_activated", "active"]
Role = Literal["desk", "relative", "account"]


class Traits(Shape):
    """What somebody is like; whatever is left out is the scenario's or the seed's to decide."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"card": "old", "sim_owner": "relative"}]}
    )

    sex: Sex | None = None
    min_age: Age | None = None
    max_age: Age | None = None
    card: CardKind | None = None
    sim_owner: PhoneOwnership | None = None
    """Whose SIM cards are in the phones they bring."""
    email: bool | None = None
    smartphone: bool | None = None
    eid: Eid | None = None
    has_account: bool | None = None


class Phone(Shape):
    """A number, and who holds its contract."""

    number: str
    sim_owner: Literal["own", "relative"]
    relation: str
    """Who that relative is, in Vietnamese; empty for the person's own number."""


class Person(Shape):
    """The truth about one person; null where the portal knows no more than its list shows."""

    handle: str
    role: Role
    """``desk``: the citizen of this world. ``account``: somebody the portal already knows."""
    full_name: str
    sex: Sex | None
    birth_date: date | None
    card: CardKind | None
    id_number: str
    """What the card in hand shows: 12 digits, or 9 on an old card."""
    personal_id: str | None
    phones: list[Phone]
    email: str | None
    address: str | None
    has_smartphone: bool | None
    eid: Eid | None
    has_account: bool


class People(Shape):
    """Who was found."""

    citizens: list[Person]


class PeopleFilter(Shape):
    """Which people; whatever is left out matches any."""

    role: Role | None = None
    state: Eid | None = None
    """How far they have come with electronic identification."""
    has_account: bool | None = None
    sim_owner: Literal["own", "relative"] | None = None
    """Somebody who has such a number."""
    card: CardKind | None = None
    limit: int = Field(default=20, ge=1, le=200)


class PresetShown(Shape):
    """One stable handle for ``POST /worlds``."""

    handle: str
    says: str
    traits: Traits
    vneid: VneidWish | None
    """How they come to VNeID; null leaves it to the scenario."""


class Presets(Shape):
    """The printed table of stable handles."""

    presets: list[PresetShown]
