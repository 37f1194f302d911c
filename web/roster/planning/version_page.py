"""A version's page: what is missing, the grid, how fair it is, what can be done."""

from flask import Response, request

from rostering.values import Gap
from web.practice.competence.people import LEADING
from web.roster.planning import (
    drafting,
    moving,
    people_store,
    period_store,
    publishing,
    receipt_store,
    wishes,
)
from web.roster.planning.actor import EDITORS
from web.roster.planning.attendance_words import attendance_sentences
from web.roster.planning.office import address_of
from web.roster.planning.receipt_store import Receipts
from web.roster.planning.sheet import Sheet
from web.shell.access import current_person
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page


def version_page(
    sheet: Sheet, errors: Errors, status: int = 200, reason: str = "", chosen: tuple[str, ...] = ()
) -> Response:
    """The page; with what was typed when something was refused."""
    holding = period_store.published(db.connection, sheet.version.period_id)
    names = people_store.names_of_accounts(db.connection)
    return page(
        "planning/version.html",
        sheet=sheet,
        errors=errors,
        names=names,
        holding=holding,
        is_latest=drafting.latest(db.connection, sheet.version.period_id) == sheet.version,
        edits=current_person().role in EDITORS,
        weeks=sheet.weeks,
        moved=moving.moved(sheet, request.args),
        open_gaps=[(code_of(gap), sheet.gap_words(gap), "") for gap in sheet.open_gaps],
        accepted=[
            (sheet.gap_words(gap), names.get(record.accepted_by or 0, ""), record)
            for gap, record in sheet.accepted.items()
        ],
        worries=[*(sheet.training_worries if sees_training() else []), *sheet.worries],
        read_by=_read_by(sheet),
        ready=publishing.obstacle(db.connection, sheet) is None,
        fair=[*fair_words(sheet), *attendance_sentences(sheet)],
        wishes=wishes.followed(sheet),
        reason=reason,
        chosen=chosen,
        status=status,
    )


def _read_by(sheet: Sheet) -> Receipts | None:
    """Who has seen a version that was published, for those who answer for it."""
    if not sheet.version.published or current_person().role not in EDITORS:
        return None
    return receipt_store.of_version(
        db.connection, sheet.version.id, sheet.shifts, sheet.office.members
    )


def sees_training() -> bool:
    """Whether the reader may see how far their colleagues are."""
    return current_person().role in LEADING


def code_of(gap: Gap) -> str:
    """What tells a gap from the others, for a form and as the end of its slot's address."""
    return "/".join(map(str, address_of(gap.slot)))


def fair_words(sheet: Sheet) -> list[str]:
    """How fair it is, in sentences."""
    found = sheet.fairness
    loads = [load for load in found.people if load.due > 0 or load.shifts]
    if not loads:
        return ["Chưa có ai trực được trong kỳ này."]
    least, most = min(one.shifts for one in loads), max(one.shifts for one in loads)
    spread = f"{found.spread:.1f}".replace(".", ",")
    idle = [sheet.office.names[load.id] for load in loads if not load.shifts]
    sentences = [
        f"Mỗi người trực từ {least} đến {most} buổi.",
        f"So với phần được chia, người nhiều nhất và người ít nhất lệch nhau {spread} buổi.",
    ]
    return [*sentences, f"Chưa có buổi nào: {', '.join(idle)}."] if idle else sentences
