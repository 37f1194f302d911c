"""One slot in words: who is there, why it is empty, who could come and who could not."""

from dataclasses import dataclass

from rostering.planner import conflict
from rostering.sentences import duty
from rostering.values import Gap, Slot
from rostering.why import Answer, Availability, why
from sandbox.vietnamese import sort_key
from web.roster.planning.grid import Box, Chip, place_of
from web.roster.planning.office import address_of
from web.roster.planning.sheet import Sheet


@dataclass(frozen=True, slots=True)
class SlotView:
    """What the page shows; sentences are ready to be read."""

    box: Box
    heading: str
    gap: str
    conflict: tuple[str, ...]
    mine: str
    there: tuple[tuple[Chip, str], ...]
    possible: tuple[tuple[str, str, str], ...]
    others: tuple[str, ...]
    over: bool

    @property
    def leaving(self) -> list[tuple[str, str]]:
        """Whom somebody new may replace; nobody while somebody is missing."""
        people = [(chip.member, f"Thay cho {chip.name}") for chip, _ in self.there]
        add = [("", "Thêm người, không thay ai")]
        return [*add, *people] if self.box.missing else [*people, *add]


def read(sheet: Sheet, slot: Slot, me: str) -> SlotView:
    """The slot as it stands; ``me``: the reader's own member id or ""."""
    answers = why(sheet.request, sheet.shifts, slot)
    sentence_of = {answer.person: sheet.sentences.answer(answer) for answer in answers}
    gap = next((one for one in sheet.gaps if one.slot == slot), None)
    unsorted = [
        Chip(shift.person, sheet.office.names[shift.person], sheet.vacated.get(shift, ""))
        for shift in sheet.shifts
        if shift.slot == slot
    ]
    chips = sorted(unsorted, key=lambda chip: (sort_key(chip.name), chip.member))
    return SlotView(
        box=Box(slot, place_of(sheet.office, slot), tuple(chips), gap.people if gap else 0),
        heading=f"{sheet.place(slot)} – {duty(slot)}",
        gap=sheet.gap_words(gap) if gap else "",
        conflict=_conflict(sheet, gap) if gap else (),
        mine=sentence_of.get(me, ""),
        there=tuple((chip, chip.absent or sentence_of.get(chip.member, "")) for chip in chips),
        possible=tuple(_option(sheet, one) for one in answers if _could(one)),
        others=tuple(
            sentence_of[a.person] for a in answers if a.availability is Availability.PREVENTED
        ),
        over=address_of(slot)[0] < sheet.today,
    )


def _could(answer: Answer) -> bool:
    return answer.availability in {Availability.POSSIBLE, Availability.BESIDE}


def _option(sheet: Sheet, answer: Answer) -> tuple[str, str, str]:
    due = f"{answer.due:.1f}".replace(".", ",")
    note = f"Cả kỳ {answer.shifts} buổi, phần được chia {due}."
    if answer.availability is Availability.BESIDE:
        note = f"Đang học việc, chỉ trực cùng người thạo việc. {note}"
    if answer.wish is not None:
        note = f"{'Mong được trực' if answer.wish else 'Mong được miễn'} buổi này. {note}"
    return answer.person, sheet.office.names[answer.person], note


def _conflict(sheet: Sheet, gap: Gap) -> tuple[str, ...]:
    return tuple(map(sheet.sentences.rule, conflict(sheet.request, gap)))
