"""The papers on the desk: whose card each is, and what is printed on it."""

from datetime import date, timedelta
from typing import Literal

from sandbox import people
from sandbox.citizens import CardKind, Citizen
from sandbox.personas.persona import Sex
from sandbox.specimen.face import CardFace, Side
from sandbox.specimen.svg import card_svg
from sandbox.state import World

CARD_OWNERS = {"citizen": "Thẻ của công dân", "relative": "Thẻ của người nhà đi cùng"}

_SEX_WORDS = {Sex.FEMALE: "Nữ", Sex.MALE: "Nam"}
# Chip cards were handed out from 2021; an old one lived 15 years and was first given at 14.
_FIRST_ISSUED = {CardKind.CHIP: date(2021, 3, 1), CardKind.OLD: date(2011, 7, 4)}
_KINDS: dict[CardKind, Literal["chip", "old"]] = {CardKind.CHIP: "chip", CardKind.OLD: "old"}


def card_face(world: World, holder: str) -> CardFace:
    """What is printed on the card of ``holder``, "citizen" or "relative"."""
    person = world.citizen if holder == "citizen" else people.relative(world)
    return CardFace(
        full_name=person.full_name,
        sex=_SEX_WORDS[person.sex],
        birth_date=person.birth_date,
        number=person.id_number,
        address=person.address,
        issued_on=_issued_on(person),
        kind=_KINDS[person.card],
    )


def _issued_on(person: Citizen) -> date:
    return _FIRST_ISSUED[person.card] + timedelta(days=int(person.id_number[-3:]) % 365)


def drawings(world: World) -> list[tuple[str, str, str, str]]:
    """Each card on the desk: holder, whose it is, its front and its back as inline SVG."""
    return [(holder, *drawing(world, holder)) for holder in world.setup.papers]


def drawing(world: World, holder: str) -> tuple[str, str, str]:
    """One card: whose it is, its front and its back as inline SVG."""
    face = card_face(world, holder)
    return CARD_OWNERS[holder], card_svg(face, Side.FRONT), card_svg(face, Side.BACK)
