"""Documents for a form, each with its hidden truth: good ones and all the usual bad ones."""

from dataclasses import dataclass

from sandbox import people
from sandbox.scanner import ScanFormat, ScanOrder, ScanSize, Sides, scan
from web.desk.clerk_side.papers import card_face
from web.desk.clerk_side.scan_files import scanner_key
from web.testers.held import Held
from web.testers.problems import ApiError

OUTSIDE_THE_DESK = 0  # the number in the seal; the desk's own scans count from 1


@dataclass(frozen=True, slots=True)
class Variant:
    """One kind of document; ``renamed``: its name's ending lies about what is inside."""

    says: str
    sides: Sides = Sides.BOTH
    size: ScanSize = ScanSize.DPI_150_GREY
    other_person: bool = False
    renamed: bool = False


VARIANTS = {
    "both": Variant("Both sides in one file: the good one."),
    "front": Variant("The front only.", Sides.FRONT),
    "back": Variant("The back only.", Sides.BACK),
    "at_limit": Variant("Exactly 5,242,880 bytes: still taken.", size=ScanSize.AT_LIMIT),
    "over_limit": Variant("One byte more: refused.", size=ScanSize.OVER_LIMIT),
    "other_person": Variant("Somebody else's card.", other_person=True),
    "renamed": Variant("Another format inside than the name says.", renamed=True),
}


def order(held: Held, citizen: str, variant: Variant, ending: str) -> ScanOrder:
    """What to ask of the scanner. ApiError 404: nobody of that handle has a card here."""
    holder = _holder(held, citizen)
    if variant.other_person:
        holder = "relative" if holder == "citizen" else "citizen"
    fmt = ScanFormat(ending)
    if variant.renamed:
        fmt = ScanFormat.DOCX if fmt is ScanFormat.PDF else ScanFormat.PDF
    return ScanOrder(variant.sides, fmt, variant.size, holder)


def _holder(held: Held, citizen: str) -> str:
    if citizen in ("citizen", held.world.citizen.handle):
        return "citizen"
    if citizen in ("relative", people.relative(held.world).handle):
        return "relative"
    raise ApiError(404, "Only the citizen at the desk and the relative have cards to scan.")


def made(held: Held, wanted: ScanOrder) -> bytes:
    """The signed file; the same order gives the same bytes."""
    face = card_face(held.world, wanted.holder)
    return scan(face, wanted, scanner_key(), held.id, OUTSIDE_THE_DESK)


def truth(held: Held, wanted: ScanOrder) -> dict[str, str]:
    """What the file truly shows, as headers."""
    return {
        "X-Sim-World": held.id,
        "X-Sim-Holder": wanted.holder,
        "X-Sim-Sides": wanted.sides,
        "X-Sim-Format": wanted.fmt,
    }
