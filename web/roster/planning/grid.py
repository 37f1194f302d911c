"""A roster by days and halves, the way it hangs on a wall."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rostering.calendar import Day
from rostering.sentences import WEEKDAYS, duty
from rostering.values import SUPPORTER, Gap, Half, Shift, Slot
from sandbox.vietnamese import sort_key
from web.roster.planning.office import Office, address_of

HALF_WORDS = {Half.MORNING: "Sáng", Half.AFTERNOON: "Chiều"}


@dataclass(frozen=True, slots=True)
class Chip:
    """Somebody in a slot; ``absent`` says in a few words why they will not be there."""

    member: str
    name: str
    absent: str


@dataclass(frozen=True, slots=True)
class Box:
    """A slot with the people in it; ``missing`` people are still to be found."""

    slot: Slot
    place: str
    chips: tuple[Chip, ...]
    missing: int

    @property
    def path(self) -> str:
        """The end of its address."""
        return "/".join(map(str, address_of(self.slot)))

    @property
    def unable(self) -> bool:
        """Whether nobody at all is there."""
        return all(chip.absent for chip in self.chips)


@dataclass(frozen=True, slots=True)
class DayBox:
    """A day, with its boxes by half in words."""

    day: date
    name: str
    works: bool
    over: bool
    today: bool
    frozen: bool
    halves: tuple[tuple[str, tuple[Box, ...]], ...]

    @property
    def label(self) -> str:
        """``Thứ Hai 04/01``."""
        return f"{titled(WEEKDAYS[self.day.weekday()])} {self.day:%d/%m}"

    @property
    def missing(self) -> int:
        """People missing on this day."""
        return sum(box.missing for _, boxes in self.halves for box in boxes)


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Friday, and days of the weekend on which somebody is on duty; None: not in it."""

    monday: date
    days: tuple[DayBox | None, ...]

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    @property
    def span(self) -> str:
        """``30/11 – 06/12``."""
        return f"{self.monday:%d/%m} – {self.sunday:%d/%m}"

    @property
    def missing(self) -> int:
        """People missing in this week."""
        return sum(day.missing for day in self.days if day)

    @property
    def over(self) -> bool:
        """Whether all its days have gone by."""
        return all(day.over for day in self.days if day)

    @property
    def running(self) -> bool:
        """Whether today is one of its days."""
        return any(day.today for day in self.days if day)


def weeks(office: Office, shifts: Iterable[Shift], gaps: Iterable[Gap], today: date) -> list[Week]:
    """The whole period."""
    boxes = _boxes(office, list(shifts), {gap.slot: gap.people for gap in gaps})
    day_boxes = [_day(office, one, boxes, today) for one in office.days]
    by_week: dict[date, dict[int, DayBox]] = defaultdict(dict)
    for each in day_boxes:
        monday = each.day - timedelta(days=each.day.weekday())
        by_week[monday][each.day.weekday()] = each
    columns = range(_columns(day_boxes))
    return [
        Week(monday, tuple(days.get(number) for number in columns))
        for monday, days in sorted(by_week.items())
        if any(number in days for number in columns)
    ]


def _columns(days: Collection[DayBox]) -> int:
    """Five; more when somebody is on duty at a weekend."""
    return max([4, *(one.day.weekday() for one in days if one.halves)]) + 1


def _boxes(
    office: Office, shifts: list[Shift], missing: Mapping[Slot, int]
) -> dict[tuple[date, Half], list[Box]]:
    absent = office.vacated(shifts)
    there: dict[Slot, list[Chip]] = defaultdict(list)
    for shift in shifts:
        chip = Chip(shift.person, office.names[shift.person], absent.get(shift, ""))
        there[shift.slot].append(chip)
    slots = dict.fromkeys([*office.request.slots, *there])
    found: dict[tuple[date, Half], list[Box]] = defaultdict(list)
    for slot in slots:
        chips = tuple(sorted(there[slot], key=lambda chip: (sort_key(chip.name), chip.member)))
        box = Box(slot, place_of(office, slot), chips, missing.get(slot, 0))
        found[slot.session.day, slot.session.half].append(box)
    return found


def titled(words: str) -> str:
    """With a capital letter at its beginning, the rest as it is."""
    return f"{words[:1].upper()}{words[1:]}"


def place_of(office: Office, slot: Slot) -> str:
    """The venue, and the duty where it is not the usual one."""
    venue = office.request.venue_names.get(slot.venue, slot.venue)
    return venue if slot.duty == SUPPORTER else f"{venue} – {duty(slot)}"


def _day(
    office: Office, one: Day, boxes: Mapping[tuple[date, Half], list[Box]], today: date
) -> DayBox:
    return DayBox(
        one.day,
        one.name,
        one.works,
        one.day < today,
        one.day == today,
        one.day in office.period.frozen_days,
        tuple(
            (HALF_WORDS[half], tuple(boxes[one.day, half]))
            for half in Half
            if boxes.get((one.day, half))
        ),
    )
