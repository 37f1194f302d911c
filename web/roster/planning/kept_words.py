"""What counts for fairness, in words: shifts really kept, and what other periods left."""

from collections import Counter

from web.roster.planning.sheet import Sheet

_COUNTS = "Buổi đã qua chỉ tính cho người trực thật: ai trực thay thì được tính, ai vắng thì không."
_SETTLED = "Phần được chia của mỗi người đã bù phần lệch của kỳ trước."
_NEXT = "Phần lệch của kỳ này sẽ được bù ở kỳ sau."


def really_kept(seen: Sheet) -> list[str]:
    """The rule, whom it does not count for, and that nothing is lost between periods."""
    said = [_SETTLED] if seen.office.period.carried else []
    if not seen.version.published:
        return said
    people = {person.id for person in seen.request.people}
    times = Counter(shift.person for shift in seen.missed if shift.person in people)
    absent = sorted((seen.office.names[who], count) for who, count in times.items())
    listed = ", ".join(f"{name} {count} buổi" for name, count in absent)
    return [*said, _COUNTS, *([f"Không tính vì vắng: {listed}."] if listed else []), _NEXT]
