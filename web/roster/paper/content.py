"""What stands on the paper, whatever it is set in. Source: NĐ 30/2020 (parts of a document)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from rostering.judging import gap_in
from rostering.sentences import HALVES, WEEKDAYS, day_in_words
from rostering.values import PROPAGANDA, Half, Person, Request, Shift, Slot
from sandbox.vietnamese import sort_key
from web.shell.formatting import OFFICE_ZONE
from web.shell.wording import RIBBON

COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
KIND = "LỊCH TRỰC"
SUBJECT = "Hỗ trợ công dân tại Bộ phận Một cửa"
MARK = f"{RIBBON}. Lập bằng phần mềm bàn tập Một cửa"
CHECK = "Quét mã để xem bản đang có hiệu lực"
COLUMNS = ("Ngày", "Nơi trực", "Sáng", "Chiều")
RECIPIENTS = "Nơi nhận:"
CLOSED = "–"
NEW = "*"
_SHORT_DUTY = {PROPAGANDA: "tuyên truyền"}


@dataclass(frozen=True, slots=True)
class Heading:
    """What a roster says about itself.

    ``upper`` is the agency above ("" when none is named), ``number`` the office's own number of
    the paper, ``address`` the whole address of the version in force, behind the QR code.
    """

    upper: str
    agency: str
    number: str
    place: str
    issued_at: datetime
    version: int
    first: date
    last: date
    signer_role: str
    signer: str
    recipients: tuple[str, ...]
    address: str

    @property
    def issued_on(self) -> date:
        """The day of issue in the office."""
        return self.issued_at.astimezone(OFFICE_ZONE).date()

    @property
    def place_and_date(self) -> str:
        """``Xã Mẫu, ngày 02 tháng 01 năm 2027``: zeros before days under 10, months 1 and 2."""
        on = self.issued_on
        month = f"{on.month:02d}" if on.month < 3 else str(on.month)
        return f"{self.place}, ngày {on.day:02d} tháng {month} năm {on.year}"

    @property
    def span(self) -> str:
        """``Từ ngày 04/01/2027 đến ngày 29/01/2027``."""
        return f"Từ ngày {self.first:%d/%m/%Y} đến ngày {self.last:%d/%m/%Y}"

    @property
    def version_words(self) -> str:
        """``Bản 2``."""
        return f"Bản {self.version}"


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody on duty; ``new``: not there in the version before."""

    words: str
    home: str
    new: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """One session at one place: who, and what is missing; None for "not open"."""

    names: tuple[Name, ...]
    missing: str = ""
    open: bool = True

    @property
    def lines(self) -> tuple[str, ...]:
        """The same as plain lines."""
        if not self.open:
            return (CLOSED,)
        named = (f"{each.words}{NEW if each.new else ''} ({each.home})" for each in self.names)
        return (*named, self.missing) if self.missing else tuple(named)


@dataclass(frozen=True, slots=True)
class Row:
    """A day at one place; ``day`` is "" below the day's first place."""

    on: date
    day: str
    note: str
    venue: str
    boxes: tuple[Box, Box]


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole paper: heading, rows by day and place, and changes since the version before."""

    heading: Heading
    rows: tuple[Row, ...]
    changes: tuple[str, ...]

    @property
    def days(self) -> list[list[Row]]:
        """The rows of each day, which pages do not tear apart."""
        return [list(rows) for _, rows in groupby(self.rows, key=lambda row: row.on)]

    @property
    def foot(self) -> str:
        """What stands at the foot of each page."""
        return f"{MARK}. {self.heading.version_words}, số {self.heading.number}."

    @property
    def changes_heading(self) -> str:
        """What the sentences about changes are about."""
        return f"Thay đổi so với bản {self.heading.version - 1} (đánh dấu {NEW} trong bảng):"


def paper(
    heading: Heading,
    request: Request,
    shifts: Collection[Shift],
    before: Collection[Shift] | None = None,
) -> Paper:
    """The paper of these shifts; ``before`` are those of the version it replaces."""
    setter = _Setter(request, shifts, before)
    return Paper(heading, tuple(setter.rows()), tuple(setter.changes()))


class _Setter:
    """Sets shifts into rows."""

    def __init__(
        self, request: Request, shifts: Collection[Shift], before: Collection[Shift] | None
    ) -> None:
        self._people: Mapping[str, Person] = {one.id: one for one in request.people}
        self._venues = request.venue_names
        self._here, self._before = _by_slot(shifts), _by_slot(before or ())
        self._reissued = before is not None
        self._slots = sorted({*request.slots, *self._here})

    def rows(self) -> Iterator[Row]:
        """One row a day and place, in order."""
        places: dict[tuple[date, str], list[Slot]] = defaultdict(list)
        for slot in self._slots:
            places[slot.session.day, slot.venue].append(slot)
        shown: set[date] = set()
        for (day, venue), open_slots in sorted(places.items()):
            first = day not in shown
            shown.add(day)
            boxes = (self._box(open_slots, Half.MORNING), self._box(open_slots, Half.AFTERNOON))
            words = f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}" if first else ""
            note = open_slots[0].session.off if first else ""
            yield Row(day, _capital(words), note, self._venues.get(venue, venue), boxes)

    def _box(self, open_slots: Iterable[Slot], half: Half) -> Box:
        here = [slot for slot in open_slots if slot.session.half == half]
        names = tuple(name for slot in here for name in self._names(slot))
        missing = sum(self._missing(slot) for slot in here)
        return Box(names, f"Còn thiếu {missing} người" if missing else "", open=bool(here))

    def _missing(self, slot: Slot) -> int:
        there = [self._people[each] for each in self._here[slot] if each in self._people]
        gap = gap_in(slot, there)
        return gap.people if gap else 0

    def _names(self, slot: Slot) -> Iterator[Name]:
        duty = _SHORT_DUTY.get(slot.duty, "")
        for each in self._by_name(self._here[slot]):
            new = self._reissued and each not in self._before[slot]
            words = f"{self._name(each)}, {duty}" if duty else self._name(each)
            yield Name(words, self._home(each), new)

    def changes(self) -> Iterator[str]:
        """Each slot that has changed, as a sentence."""
        if not self._reissued:
            return
        for slot in sorted({*self._here, *self._before}):
            came = self._here[slot] - self._before[slot]
            left = self._before[slot] - self._here[slot]
            if came or left:
                yield f"{self._place(slot)}: {self._exchange(came, left)}."

    def _exchange(self, came: set[str], left: set[str]) -> str:
        both = (("thêm", came), ("bớt", left))
        named = ((word, ", ".join(map(self._name, self._by_name(people)))) for word, people in both)
        return "; ".join(f"{word} {names}" for word, names in named if names)

    def _place(self, slot: Slot) -> str:
        half, day = HALVES[slot.session.half], day_in_words(slot.session.day)
        return _capital(f"{half} {day}, {self._venues.get(slot.venue, slot.venue)}")

    def _by_name(self, people: Iterable[str]) -> list[str]:
        return sorted(people, key=lambda each: (sort_key(self._name(each)), each))

    def _name(self, person: str) -> str:
        found = self._people.get(person)
        return found.name if found else "Người đã thôi tham gia"

    def _home(self, person: str) -> str:
        found = self._people.get(person)
        return found.organisation.name if found else CLOSED


def _by_slot(shifts: Iterable[Shift]) -> dict[Slot, set[str]]:
    found: dict[Slot, set[str]] = defaultdict(set)
    for shift in shifts:
        found[shift.slot].add(shift.person)
    return found


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
