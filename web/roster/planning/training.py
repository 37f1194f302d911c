"""Whether those on duty are still trained (S1-14)."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection

from training.competencies import competency_file
from web.practice.competence.matrix import members as members_of
from web.roster.planning.records import Member

NEEDED = ("triage", "vneid")


def lapsed(connection: Connection, unit_id: int, members: Iterable[Member]) -> Mapping[str, str]:
    """By member id, the competencies (in words) that do not count today; linked accounts only."""
    linked = {one.person_id: one.id for one in members if one.person_id is not None}
    if not linked:
        return {}
    titles = {key: competency_file().competencies[key].title for key in NEEDED}
    found: dict[str, str] = {}
    for one in members_of(connection, unit_id):
        lacks = [t for k, t in titles.items() if k in one.progress and not one.has_mastered(k)]
        if one.colleague.id in linked and lacks:
            found[linked[one.colleague.id]] = "; ".join(lacks)
    return found


def worries(
    lacking: Mapping[str, str], names: Mapping[str, str], on_duty: Collection[str]
) -> list[str]:
    """A sentence for each person on duty whose training does not count today."""
    return [
        f"{names[who]} có {sum(one == who for one in on_duty)} buổi trực nhưng chưa đạt hoặc đã "
        f"hết hạn luyện tập: {lacking[who]}."
        for who in lacking
        if who in on_duty
    ]
