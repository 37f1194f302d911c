"""What changed from one version to the next, in words."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from rostering.values import Shift, Slot
from sandbox.vietnamese import sort_key


@dataclass(frozen=True, slots=True)
class Difference:
    """One person's change; ``kind`` is added, removed or moved."""

    kind: str
    person: str
    words: str


def differences(
    before: Collection[Shift],
    after: Collection[Shift],
    names: Mapping[str, str],
    place: Callable[[Slot], str],
) -> list[Difference]:
    """Who got which shift, lost one, or has it elsewhere; by person, in order of time."""
    gained, lost = _by_person({*after} - {*before}), _by_person({*before} - {*after})
    found: list[Difference] = []
    for who in sorted(gained.keys() | lost.keys(), key=lambda one: (sort_key(names[one]), one)):
        plus, minus = gained[who], lost[who]
        moved = min(len(plus), len(minus))
        for old, new in zip(minus[:moved], plus[:moved], strict=True):
            text = f"{names[who]}: chuyển từ {place(old)} sang {place(new)}"
            found.append(Difference("moved", who, text))
        found += [
            Difference("removed", who, f"{names[who]}: thôi trực {place(s)}") for s in minus[moved:]
        ]
        found += [Difference("added", who, f"{names[who]}: thêm {place(s)}") for s in plus[moved:]]
    return found


def _by_person(shifts: Collection[Shift]) -> dict[str, list[Slot]]:
    slots: dict[str, list[Slot]] = defaultdict(list)
    for shift in sorted(shifts):
        slots[shift.person].append(shift.slot)
    return slots
