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
        """The move as the end of an address, for the page that tells of it."""
        ends = {"tu": path(self.origin), "den": path(self.target)}
        return {"chuyen": self.who, **ends} | ({"voi": self.other} if self.other else {})


@dataclass(frozen=True, slots=True)
class Moved:
    """A move that was made, as a sentence, and what takes it back: the same the other way round."""

    said: str
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


def move(connection: Connection, sheet: Sheet, made: Move, counted: str) -> str | None:
    """Make it, or say what speaks against it; who makes room takes the other's place if they can.

    ``counted``: the changes on the page that this was decided on.
    """
    shifts = set(sheet.shifts) - {Shift(made.origin, made.who), Shift(made.target, made.other)}
    if len(sheet.shifts) - len(shifts) != (2 if made.other else 1):
        return changing.CHANGED_MEANWHILE
    refusal = changing.closed(sheet, made.origin, counted)
    refusal = refusal or changing.closed(sheet, made.target, counted)
    refusal = refusal or changing.obstacle(sheet, shifts, made.target, made.who)
    shifts.add(Shift(made.target, made.who))
    if made.other and Shift(made.target, made.other) not in sheet.vacated:
        refusal = refusal or changing.obstacle(sheet, shifts, made.origin, made.other)
        shifts.add(Shift(made.origin, made.other))
    if not refusal:
        changing.keep(connection, sheet, shifts)
    return refusal


def moved(sheet: Sheet, told: Mapping[str, str]) -> Moved | None:
    """What an address tells was moved, if the sheet still stands so."""
    who, other = told.get("chuyen", ""), told.get("voi", "")
    origin, target = slot_at(sheet, told.get("tu", "")), slot_at(sheet, told.get("den", ""))
    if not origin or not target or Shift(target, who) not in sheet.shifts:
        return None
    exchanged = other if Shift(origin, other) in sheet.shifts else ""
    names, place = sheet.office.names, sheet.place
    said = f"{names[who]} chuyển từ {_low(place(origin))} sang {_low(place(target))}."
    if exchanged:
        said = f"{said[:-1]}, đổi chỗ với {names[exchanged]}."
    return Moved(f"Đã đổi: {said}", who, exchanged, path(target), path(origin))


def _low(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
