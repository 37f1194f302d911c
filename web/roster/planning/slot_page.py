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


def read(seen: Sheet, slot: Slot, me: str) -> SlotView:
    """The slot as it stands; ``me``: the reader's own member id or ""."""
    answers = why(seen.request, seen.shifts, slot)
    said = {answer.person: seen.teller.answer(answer) for answer in answers}
    gap = next((one for one in seen.gaps if one.slot == slot), None)
    unsorted = [
        Chip(shift.person, seen.office.names[shift.person], seen.vacated.get(shift, ""))
        for shift in seen.shifts
        if shift.slot == slot
    ]
    chips = sorted(unsorted, key=lambda chip: (sort_key(chip.name), chip.member))
    return SlotView(
        box=Box(slot, place_of(seen.office, slot), tuple(chips), gap.people if gap else 0),
        heading=f"{seen.place(slot)} – {duty(slot)}",
        gap=seen.gap_words(gap) if gap else "",
        conflict=_conflict(seen, gap) if gap else (),
        mine=said.get(me, ""),
        there=tuple((chip, chip.absent or said.get(chip.member, "")) for chip in chips),
        possible=tuple(_option(seen, one) for one in answers if _could(one)),
        others=tuple(said[a.person] for a in answers if a.standing is Availability.PREVENTED),
        over=address_of(slot)[0] < seen.today,
    )


def _could(answer: Answer) -> bool:
    return answer.standing in {Availability.POSSIBLE, Availability.BESIDE}


def _option(seen: Sheet, answer: Answer) -> tuple[str, str, str]:
    due = f"{answer.due:.1f}".replace(".", ",")
    note = f"Cả kỳ {answer.shifts} buổi, phần được chia {due}."
    if answer.standing is Availability.BESIDE:
        note = f"Đang học việc, chỉ trực cùng người thạo việc. {note}"
    if answer.wish is not None:
        note = f"{'Mong được trực' if answer.wish else 'Mong được miễn'} buổi này. {note}"
    return answer.person, seen.office.names[answer.person], note


def _conflict(seen: Sheet, gap: Gap) -> tuple[str, ...]:
    return tuple(map(seen.teller.rule, conflict(seen.request, gap)))
