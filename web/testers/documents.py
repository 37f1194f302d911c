"""Documents for a form, each with its hidden truth: good ones and all the usual bad ones."""

from dataclasses import dataclass

from sandbox import people
from sandbox.scanner import ScanFormat, ScanOrder, ScanSize, Sides, scan
from web.desk.clerk_side.papers import card_face
from web.desk.clerk_side.scan_files import scanner_key
from web.testers.problems import ApiError
from web.testers.world_context import WorldContext

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


def order(context: WorldContext, citizen: str, variant: Variant, ending: str) -> ScanOrder:
    """What to ask of the scanner. Raises ApiError 404: nobody of that handle has a card here."""
    holder = _holder(context, citizen)
    if variant.other_person:
        holder = "relative" if holder == "citizen" else "citizen"
    fmt = ScanFormat(ending)
    if variant.renamed:
        fmt = ScanFormat.DOCX if fmt is ScanFormat.PDF else ScanFormat.PDF
    return ScanOrder(variant.sides, fmt, variant.size, holder)


def _holder(context: WorldContext, citizen: str) -> str:
    if citizen in ("citizen", context.world.citizen.handle):
        return "citizen"
    if citizen in ("relative", people.relative(context.world).handle):
        return "relative"
    raise ApiError(404, "Only the citizen at the desk and the relative have cards to scan.")


def scan_file(context: WorldContext, scan_order: ScanOrder) -> bytes:
    """The signed file; the same order gives the same bytes."""
    face = card_face(context.world, scan_order.holder)
    return scan(face, scan_order, scanner_key(), context.id, OUTSIDE_THE_DESK)


def truth(context: WorldContext, scan_order: ScanOrder) -> dict[str, str]:
    """What the file truly shows, as headers."""
    return {
        "X-Sim-World": context.id,
        "X-Sim-Holder": scan_order.holder,
        "X-Sim-Sides": scan_order.sides,
        "X-Sim-Format": scan_order.fmt,
    }
