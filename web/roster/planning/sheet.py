"""One version as it is today: who is there, who cannot come any more, who is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from rostering.fairness import Fairness, fairness
from rostering.judging import Judgement, Worry, judge
from rostering.sentences import Sentences
from rostering.values import Gap, Request, Roster, Shift, Slot
from web.roster.planning import attendance, period_store, shifts_store, training
from web.roster.planning.grid import HALF_WORDS, Week, weeks
from web.roster.planning.office import Office, address_of, read_office
from web.roster.planning.records import GapRecord, PeriodRecord, Version

_WORRIES = {
    Worry.NO_PHONE: "không có ai mang điện thoại hỗ trợ được",
    Worry.NEW_ALONE: "chỉ có người mới, chưa có người nhiều kinh nghiệm đi cùng",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A version with its office; ``shifts`` are as written down, ``vacated`` those to be left.

    ``missed`` are those that nobody attended.
    """

    office: Office
    version: Version
    shifts: tuple[Shift, ...]
    vacated: Mapping[Shift, str]
    judgement: Judgement
    accepted: Mapping[Gap, GapRecord]
    lacking: Mapping[str, str]
    today: date
    missed: frozenset[Shift] = frozenset()

    @property
    def valid_shifts(self) -> tuple[Shift, ...]:
        """The shifts whose people can come."""
        return tuple(shift for shift in self.shifts if shift not in self.vacated)

    @property
    def request(self) -> Request:
        """What the days to come are judged and changed by: those gone by are facts."""
        return self.office.frozen_request(self.shifts, self.office.before(self.today))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What is missing from today on."""
        return self.judgement.gaps

    @property
    def roster(self) -> Roster:
        """Those shifts, and what is missing."""
        return Roster(self.valid_shifts, self.gaps)

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """Those nobody has accepted."""
        return tuple(gap for gap in self.gaps if gap not in self.accepted)

    @property
    def sentences(self) -> Sentences:
        """Sentences about it."""
        return Sentences(self.request)

    @property
    def weeks(self) -> list[Week]:
        """It, by weeks and days."""
        return weeks(self.office, self.shifts, self.gaps, self.today)

    @property
    def fairness(self) -> Fairness:
        """How fairly the shifts are dealt out: those attended, and those to come."""
        return fairness(self.office.request, frozenset(self.valid_shifts) - self.missed)

    def gap_words(self, gap: Gap) -> str:
        """What is missing, and who was to be there."""
        reasons = [
            f"{self.office.names[shift.person]} {reason}"
            for shift, reason in self.vacated.items()
            if shift.slot == gap.slot
        ]
        text = self.sentences.gap(gap)
        return f"{text[:-1]}: {'; '.join(reasons)}." if reasons else text

    @property
    def broken(self) -> list[str]:
        """The rules that are broken, as sentences."""
        return [self.sentences.rule(rule) for rule in self.judgement.broken]

    @property
    def worries(self) -> list[str]:
        """What had better not be so, as sentences."""
        return [f"{self.place(s)}: {_WORRIES[worry]}." for s, worry in self.judgement.worries]

    @property
    def training_worries(self) -> list[str]:
        """Whose training does not count today; for those who may see how far colleagues are."""
        on_duty = [t.person for t in self.valid_shifts if t.slot.session.day >= self.today]
        return training.worries(self.lacking, self.office.names, on_duty)

    def place(self, slot: Slot) -> str:
        """``Sáng 04/01/2027, Bộ phận Một cửa``."""
        session = slot.session
        venue = self.office.request.venue_names.get(slot.venue, slot.venue)
        return f"{HALF_WORDS[session.half]} {session.day:%d/%m/%Y}, {venue}"


def read_sheet(
    connection: Connection, period: PeriodRecord, version: Version, today: date
) -> Sheet:
    """The version as it stands today."""
    office = read_office(connection, period)
    shifts = office.in_own_slots(shifts_store.shifts(connection, version.id))
    vacated = office.vacated(shift for shift in shifts if shift.slot.session.day >= today)
    valid_shifts = [shift for shift in shifts if shift not in vacated]
    judgement = judge(office.frozen_request(shifts, office.before(today)), valid_shifts)
    stored_gaps = {_key(gap): gap for gap in shifts_store.gaps(connection, version.id)}
    accepted = {
        gap: record
        for gap in judgement.gaps
        if (record := stored_gaps.get((*address_of(gap.slot), gap.people, gap.competent)))
        and record.accepted_by is not None
    }
    lacking = training.lapsed(connection, period.unit_id, office.members)
    missed = attendance.missed(connection, office, shifts, today)
    return Sheet(office, version, shifts, vacated, judgement, accepted, lacking, today, missed)


def find_sheet(
    connection: Connection, unit_id: int, version_id: str, today: date, *, lock: bool = False
) -> Sheet | None:
    """The unit's version of that id, as it stands today; ``lock`` keeps other writers waiting."""
    version = period_store.version(connection, unit_id, version_id)
    if version is None:
        return None
    period = period_store.period(connection, unit_id, version.period_id, lock=lock)
    version = period_store.version(connection, unit_id, version_id) if lock else version
    return read_sheet(connection, period, version, today) if period and version else None


def _key(gap: GapRecord) -> tuple[date, str, str, str, int, int]:
    return gap.day, gap.half.value, gap.venue, gap.duty, gap.people, gap.competent
