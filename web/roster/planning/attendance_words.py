"""What counts for fairness, in words: shifts attended, and what other periods left."""

from collections import Counter

from web.roster.planning.sheet import Sheet

_COUNTS = "Buổi đã qua chỉ tính cho người trực thật: ai trực thay thì được tính, ai vắng thì không."
_SETTLED = "Phần được chia của mỗi người đã bù phần lệch của kỳ trước."
_NEXT = "Phần lệch của kỳ này sẽ được bù ở kỳ sau."


def attendance_sentences(sheet: Sheet) -> list[str]:
    """The rule, whom it does not count for, and that nothing is lost between periods."""
    sentences = [_SETTLED] if sheet.office.period.carried else []
    if not sheet.version.published:
        return sentences
    people = {person.id for person in sheet.request.people}
    times = Counter(shift.person for shift in sheet.missed if shift.person in people)
    absent = sorted((sheet.office.names[who], count) for who, count in times.items())
    absentees = ", ".join(f"{name} {count} buổi" for name, count in absent)
    return [
        *sentences,
        _COUNTS,
        *([f"Không tính vì vắng: {absentees}."] if absentees else []),
        _NEXT,
    ]
