"""The home page's cards for whoever answers for the desk: holes to come, rosters not published."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Connection

from rostering.hours import is_over
from rostering.values import Gap
from web.office.home.step import Step
from web.roster.planning import drafting, period_store
from web.roster.planning.actor import Actor
from web.roster.planning.office import address_of
from web.roster.planning.records import PeriodRecord
from web.roster.planning.sheet import Sheet, read_sheet

AHEAD = timedelta(days=7)
_SHOWN = 5


def to_see_to(connection: Connection, actor: Actor) -> Iterator[Step]:
    """What the days to come lack: people, or a roster."""
    until = actor.today + AHEAD
    periods = period_store.periods(connection, actor.unit_id)  # the latest first
    near = [one for one in reversed(periods) if one.first <= until and one.last >= actor.today]
    yield from _gaps(connection, actor, near, until)
    for period in near:
        if not period_store.published(connection, period.id):
            yield _unpublished(connection, period)
    if periods and periods[0].last < until:
        yield _no_more(periods[0])


def _gaps(
    connection: Connection, actor: Actor, near: list[PeriodRecord], until: date
) -> Iterator[Step]:
    """One card for all holes of the next days, each with the page where it can be filled."""
    links: list[tuple[str, str]] = []
    accepted, address = 0, ""
    for period in near:
        version = period_store.published(connection, period.id)
        if version:
            sheet = read_sheet(connection, period, version, actor.today)
            coming = [gap for gap in sheet.gaps if _comes(gap, actor, until)]
            links += [_link(sheet, gap) for gap in coming if gap not in sheet.accepted]
            accepted += sum(gap in sheet.accepted for gap in coming)
            address = address or (f"{version.page}#cho-trong" if coming else "")
    if links:
        yield Step(
            "Chỗ trống trong 7 ngày tới",
            _says(len(links), accepted),
            "Mở lịch trực",
            address,
            tuple(links[:_SHOWN]),
        )


def _comes(gap: Gap, actor: Actor, until: date) -> bool:
    session = gap.slot.session
    return session.day <= until and not is_over(session, actor.now)


def _link(sheet: Sheet, gap: Gap) -> tuple[str, str]:
    path = "/".join(map(str, address_of(gap.slot)))
    return sheet.gap_words(gap), f"{sheet.version.page}/buoi/{path}"


def _says(count: int, accepted: int) -> str:
    first = f"{count} buổi còn thiếu người và chưa ai nhận trách nhiệm"
    more = f"; dưới đây là {_SHOWN} buổi gần nhất" if count > _SHOWN else ""
    known = f" Ngoài ra {accepted} buổi thiếu người đã có người nhận trách nhiệm."
    return f"{first}{more}.{known if accepted else ''}"


def _unpublished(connection: Connection, period: PeriodRecord) -> Step:
    draft = drafting.latest(connection, period.id)
    return Step(
        "Lịch trực sắp đến chưa ban hành",
        f"Kỳ {period.first:%d/%m/%Y} – {period.last:%d/%m/%Y} mới có bản dự thảo. "
        "Chưa ban hành thì người trực chưa thấy ca của mình.",
        "Mở bản dự thảo",
        draft.page if draft else period.page,
    )


def _no_more(period: PeriodRecord) -> Step:
    return Step(
        "Chưa có lịch trực cho những ngày tới",
        f"Lịch hiện có chỉ đến hết ngày {period.last:%d/%m/%Y}.",
        "Xếp lịch kỳ mới",
        "/lich-truc/ky/moi",
    )
