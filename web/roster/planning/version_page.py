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
from web.roster.planning.kept_words import really_kept
from web.roster.planning.office import address_of
from web.roster.planning.receipt_store import Receipts
from web.roster.planning.sheet import Sheet
from web.shell.access import current_person
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page


def version_page(
    seen: Sheet, errors: Errors, status: int = 200, reason: str = "", chosen: tuple[str, ...] = ()
) -> Response:
    """The page; with what was typed when something was refused."""
    holding = period_store.published(db.connection, seen.version.period_id)
    names = people_store.names_of_accounts(db.connection)
    return page(
        "planning/version.html",
        sheet=seen,
        errors=errors,
        names=names,
        holding=holding,
        is_latest=drafting.latest(db.connection, seen.version.period_id) == seen.version,
        edits=current_person().role in EDITORS,
        weeks=seen.weeks,
        moved=moving.moved(seen, request.args),
        open_gaps=[(code_of(gap), seen.gap_words(gap), "") for gap in seen.open_gaps],
        accepted=[
            (seen.gap_words(gap), names.get(kept.accepted_by or 0, ""), kept)
            for gap, kept in seen.accepted.items()
        ],
        worries=[*(seen.training_worries if sees_training() else []), *seen.worries],
        read_by=_read_by(seen),
        ready=publishing.obstacle(db.connection, seen) is None,
        fair=[*fair_words(seen), *really_kept(seen)],
        wishes=wishes.followed(seen),
        reason=reason,
        chosen=chosen,
        status=status,
    )


def _read_by(seen: Sheet) -> Receipts | None:
    """Who has seen a version that was published, for those who answer for it."""
    if not seen.version.published or current_person().role not in EDITORS:
        return None
    return receipt_store.of_version(
        db.connection, seen.version.id, seen.shifts, seen.office.members
    )


def sees_training() -> bool:
    """Whether the reader may see how far their colleagues are."""
    return current_person().role in LEADING


def code_of(gap: Gap) -> str:
    """What tells a gap from the others, for a form and as the end of its slot's address."""
    return "/".join(map(str, address_of(gap.slot)))


def fair_words(seen: Sheet) -> list[str]:
    """How fair it is, in sentences."""
    found = seen.fairness
    counted = [load for load in found.people if load.due > 0 or load.shifts]
    if not counted:
        return ["Chưa có ai trực được trong kỳ này."]
    least, most = min(one.shifts for one in counted), max(one.shifts for one in counted)
    spread = f"{found.spread:.1f}".replace(".", ",")
    idle = [seen.office.names[load.id] for load in counted if not load.shifts]
    said = [
        f"Mỗi người trực từ {least} đến {most} buổi.",
        f"So với phần được chia, người nhiều nhất và người ít nhất lệch nhau {spread} buổi.",
    ]
    return [*said, f"Chưa có buổi nào: {', '.join(idle)}."] if idle else said
