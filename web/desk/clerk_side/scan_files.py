"""The scanner's files: made again from the log whenever they are asked for, never stored."""

import hmac

from sandbox import people
from sandbox.events import ScanMade
from sandbox.scanner import ScanFormat, ScanOrder, ScanSize, Sides, scan
from web.desk.clerk_side.papers import card_face
from web.desk.clerk_side.visits import Visit, log_of
from web.shell.runtime import runtime


def scanner_key() -> bytes:
    """What the scanner signs with, so that only its files are taken."""
    return hmac.digest(runtime().settings.secret_key.encode(), b"scanner", "sha256")


def file_name(visit: Visit, event: ScanMade) -> str:
    """What the scanner calls its file: nobody's own words can get into a log this way."""
    return people.scan_name(visit.world, event.holder, event.number, event.fmt)


def scans_of(visit: Visit) -> list[ScanMade]:
    """All that was scanned in this visit, in order."""
    return [entry.fact for entry in log_of(visit) if isinstance(entry.fact, ScanMade)]


def order_of(event: ScanMade) -> ScanOrder:
    """What was asked of the scanner."""
    sides, fmt, size = Sides(event.sides), ScanFormat(event.fmt), ScanSize(event.size)
    return ScanOrder(sides, fmt, size, event.holder)


def file_of(visit: Visit, event: ScanMade) -> bytes:
    """The same bytes each time."""
    face = card_face(visit.world, event.holder)
    return scan(face, order_of(event), scanner_key(), visit.id, event.number)
