"""What can be chosen at the scanner, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.scanner import ScanFormat, ScanOrder, ScanSize, Sides
from sandbox.scanner_words import FORMATS, SIDES, SIZES, WEIGHTS, Options
from sandbox.setup import Setup
from web.desk.clerk_side.briefing import briefing_of
from web.desk.clerk_side.papers import CARD_OWNERS
from web.desk.clerk_side.scan_files import file_name, order_of, scans_of
from web.desk.clerk_side.visits import Visit
from web.shell.forms import Errors

USUAL = ScanOrder(Sides.BOTH, ScanFormat.PDF, ScanSize.DPI_300_COLOUR, "citizen")

_FIELDS = ("holder", "sides", "fmt", "size")
_CHOOSE = "Anh/chị chọn một trong các mục ở đây rồi bấm “Quét”."


@dataclass(frozen=True, slots=True)
class ScanRequest:
    """The scanner's panel as set: an order, or what is missing from it."""

    order: ScanOrder | None
    errors: Errors


def cards(setup: Setup) -> Options:
    """Whose cards lie on the desk."""
    return tuple((holder, CARD_OWNERS[holder], "") for holder in setup.papers)


def parse(setup: Setup, values: Mapping[str, str]) -> ScanRequest:
    """The order in a posted form; a card that is not on the desk is left to the scanner's rules."""
    allowed = {
        "sides": {value for value, _, _ in SIDES},
        "fmt": {value for value, _, _ in FORMATS},
        "size": {value for value, _, _ in SIZES},
        "holder": {value for value, _, _ in cards(setup)},
    }
    errors = Errors((name, _CHOOSE) for name in _FIELDS if values.get(name) not in allowed[name])
    if errors:
        return ScanRequest(None, errors)
    sides, fmt, size = Sides(values["sides"]), ScanFormat(values["fmt"]), ScanSize(values["size"])
    return ScanRequest(ScanOrder(sides, fmt, size, values["holder"]), errors)


def pairs(options: Options) -> list[tuple[str, str]]:
    """The options of a list that unfolds, which has no room for notes."""
    return [(value, words) for value, words, _ in options]


def last_order(visit: Visit) -> ScanOrder:
    """The machine as the last person left it."""
    scans = scans_of(visit)
    if scans:
        return order_of(scans[-1])
    scenario = briefing_of(visit).scenario
    return scenario.scanner if scenario else USUAL


def scanned(visit: Visit) -> list[tuple[int, str, str, str]]:
    """Each scan of the visit, newest first: number, file name, what it shows, how heavy it is."""
    return [
        (each.number, file_name(visit, each), words_of(order), WEIGHTS[order.size])
        for each in reversed(scans_of(visit))
        for order in (order_of(each),)
    ]


def words_of(order: ScanOrder) -> str:
    """One scan in words."""
    found = [
        next(words for value, words, _ in options if value == chosen)
        for options, chosen in ((SIDES, order.sides), (FORMATS, order.fmt), (SIZES, order.size))
    ]
    return " · ".join((CARD_OWNERS[order.holder], *found))
