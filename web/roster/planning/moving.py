"""Take somebody from one slot of a draft to another in one change, and say so afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from rostering.values import Shift, Slot
from web.roster.planning import changing
from web.roster.planning.office import address_of
from web.roster.planning.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Move:
    """``who`` goes from ``origin`` to ``target``; ``other`` makes room there, "" for nobody."""

    who: str
    origin: Slot
    target: Slot
    other: str

    @property
    def address(self) -> Mapping[str, str]:
        """The move as the end of an address, for the page that reports it."""
        ends = {"tu": path(self.origin), "den": path(self.target)}
        return {"chuyen": self.who, **ends} | ({"voi": self.other} if self.other else {})


@dataclass(frozen=True, slots=True)
class Moved:
    """A move as a sentence, and what takes it back: the same the other way round."""

    text: str
    who: str
    other: str
    back_from: str
    back_to: str


def path(slot: Slot) -> str:
    """The end of the slot's address."""
    return "/".join(map(str, address_of(slot)))


def slot_at(sheet: Sheet, ending: str) -> Slot | None:
    """The slot with that end of its address."""
    return next((one for one in sheet.office.request.slots if path(one) == ending), None)


def move(connection: Connection, sheet: Sheet, change: Move, expected_changes: str) -> str | None:
    """Carry it out; a refusal in words when it cannot be. Who makes room takes the other's place if
    they can.

    ``expected_changes``: the changes on the page that this was decided on.
    """
    shifts = set(sheet.shifts) - {
        Shift(change.origin, change.who),
        Shift(change.target, change.other),
    }
    if len(sheet.shifts) - len(shifts) != (2 if change.other else 1):
        return changing.CHANGED_MEANWHILE
    refusal = changing.closed(sheet, change.origin, expected_changes)
    refusal = refusal or changing.closed(sheet, change.target, expected_changes)
    refusal = refusal or changing.obstacle(sheet, shifts, change.target, change.who)
    shifts.add(Shift(change.target, change.who))
    if change.other and Shift(change.target, change.other) not in sheet.vacated:
        refusal = refusal or changing.obstacle(sheet, shifts, change.origin, change.other)
        shifts.add(Shift(change.origin, change.other))
    if not refusal:
        changing.save(connection, sheet, shifts)
    return refusal


def moved(sheet: Sheet, arguments: Mapping[str, str]) -> Moved | None:
    """What an address says was moved, if the sheet still is so."""
    who, other = arguments.get("chuyen", ""), arguments.get("voi", "")
    origin, target = (
        slot_at(sheet, arguments.get("tu", "")),
        slot_at(sheet, arguments.get("den", "")),
    )
    if not origin or not target or Shift(target, who) not in sheet.shifts:
        return None
    exchanged = other if Shift(origin, other) in sheet.shifts else ""
    names, place = sheet.office.names, sheet.place
    text = f"{names[who]} chuyển từ {_low(place(origin))} sang {_low(place(target))}."
    if exchanged:
        text = f"{text[:-1]}, đổi chỗ với {names[exchanged]}."
    return Moved(f"Đã đổi: {text}", who, exchanged, path(target), path(origin))


def _low(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
