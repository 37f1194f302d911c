"""Change a draft by hand, one slot at a time; each change is judged at once."""

from collections.abc import Collection

from sqlalchemy import Connection

from rostering.judging import judge
from rostering.values import Shift, Slot
from rostering.why import Availability, why
from web.roster.planning import period_store, shifts_store
from web.roster.planning.sheet import Sheet

CHANGED_MEANWHILE = (
    "Lịch vừa được người khác sửa. Anh/chị xem lại buổi này rồi làm lại nếu vẫn cần."
)
OVER = "Ngày này đã qua nên không đổi người trực được."
NOT_A_DRAFT = (
    "Bản này đã ban hành nên không sửa được. Anh/chị bấm “Sửa lịch này” để có bản dự thảo."
)


def put(
    connection: Connection, sheet: Sheet, slot: Slot, leaves: str, comes: str, expected_changes: str
) -> str | None:
    """Let somebody go from a slot, or come to it, or both ("" for nobody); a refusal in words.

    ``expected_changes``: the changes on the page that this was decided on.
    """
    refusal = closed(sheet, slot, expected_changes)
    shifts = {shift for shift in sheet.shifts if shift != Shift(slot, leaves)}
    if comes and not refusal:
        refusal = obstacle(sheet, shifts, slot, comes)
        shifts.add(Shift(slot, comes))
    if not refusal:
        save(connection, sheet, shifts)
    return refusal


def closed(sheet: Sheet, slot: Slot, expected_changes: str) -> str | None:
    """Why nobody can change the slot, whoever comes or goes."""
    if sheet.version.published:
        return NOT_A_DRAFT
    if slot.session.day < sheet.today:
        return OVER
    return CHANGED_MEANWHILE if str(sheet.version.changes) != expected_changes else None


def save(connection: Connection, sheet: Sheet, shifts: Collection[Shift]) -> None:
    """Write the changed shifts down."""
    shifts_store.save_shifts(connection, sheet.version.id, shifts)
    period_store.change_version(connection, sheet.version.id, changes=sheet.version.changes + 1)


def obstacle(sheet: Sheet, shifts: Collection[Shift], slot: Slot, comes: str) -> str | None:
    """What keeps somebody from coming to a slot beside these shifts."""
    if Shift(slot, comes) in shifts:
        return f"{sheet.office.names.get(comes, '')} đã trực buổi này rồi, không xếp hai lần được."
    answers = {answer.person: answer for answer in why(sheet.request, shifts, slot)}
    answer = answers.get(comes)
    if answer is None:
        return "Anh/chị chọn một người trong danh sách."
    if answer.availability is Availability.PREVENTED:
        return sheet.sentences.answer(answer)
    valid_shifts = [shift for shift in shifts if shift not in sheet.vacated]
    after = judge(sheet.request, [*valid_shifts, Shift(slot, comes)])
    broken = [rule for rule in after.broken if rule not in sheet.judgement.broken]
    return " ".join(map(sheet.sentences.rule, broken)) or None
