"""Answer for a gap, publish, work on a published roster again, see what changed."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from wtforms import Form, SelectMultipleField, StringField
from wtforms.validators import DataRequired, Length

from web.roster.planning import drafting, period_store, publishing
from web.roster.planning.actor import EDITORS, READERS, current_actor
from web.roster.planning.differences import differences
from web.roster.planning.sheet import read_sheet
from web.roster.planning.version_page import code_of, version_page
from web.roster.planning.version_routes import sheet_or_404
from web.shell.access import who_may
from web.shell.database import db
from web.shell.forms import Errors, clean, form_errors, no_real_data
from web.shell.htmx import page, see_other

blueprint = Blueprint("roster_publishing", __name__, url_prefix="/lich-truc/ban/<version_id>")


class AcceptForm(Form):
    """Gaps somebody answers for."""

    gaps = SelectMultipleField(
        "Chỗ trống",
        [DataRequired("Anh/chị chọn ít nhất một chỗ trống.")],
        validate_choice=False,
    )
    reason = StringField(
        "Lý do và cách xử lý",
        [
            DataRequired("Anh/chị ghi lý do, ví dụ “Trưởng bộ phận trực thay nếu có công dân”."),
            Length(max=300, message="Lý do chỉ dài tối đa 300 ký tự."),
            no_real_data,
        ],
        filters=[clean],
    )


@blueprint.post("/nhan-trach-nhiem")
@who_may(*EDITORS)
def accept(version_id: str) -> ResponseReturnValue:
    """The signed-in person answers for these gaps."""
    sheet, form = sheet_or_404(version_id), AcceptForm(request.form)
    valid, chosen = form.validate(), tuple(form.gaps.data or ())
    if sheet.version.published:
        return version_page(
            sheet, Errors({"": publishing.obstacle(db.connection, sheet) or ""}), 422
        )
    if not valid:
        return version_page(sheet, form_errors(form), 422, form.reason.data or "", chosen)
    gaps = {gap: form.reason.data or "" for gap in sheet.open_gaps if code_of(gap) in chosen}
    publishing.accept(db.connection, current_actor(), sheet, gaps)
    return see_other(f"{sheet.version.page}#cho-trong")


@blueprint.post("/ban-hanh")
@who_may(*EDITORS)
def publish(version_id: str) -> ResponseReturnValue:
    """Let it hold from now on."""
    sheet = sheet_or_404(version_id)
    refusal = publishing.publish(db.connection, current_actor(), sheet)
    if refusal:
        return version_page(sheet, Errors({"": refusal}), 422)
    return see_other(sheet.version.page)


@blueprint.post("/sua")
@who_may(*EDITORS)
def work_on(version_id: str) -> ResponseReturnValue:
    """A draft with the shifts of the published version."""
    sheet = sheet_or_404(version_id)
    latest = drafting.latest(db.connection, sheet.version.period_id)
    if latest and not latest.published:
        return see_other(latest.page)
    return see_other(drafting.copy(db.connection, current_actor(), latest or sheet.version).page)


@blueprint.get("/thay-doi")
@who_may(*READERS)
def changes(version_id: str) -> ResponseReturnValue:
    """What changed since the version published before it."""
    sheet = sheet_or_404(version_id)
    before = period_store.published_before(db.connection, sheet.version)
    old = (
        read_sheet(db.connection, sheet.office.period, before, current_actor().today)
        if before
        else None
    )
    found = differences(old.shifts, sheet.shifts, sheet.office.names, sheet.place) if old else []
    return page("planning/changes.html", sheet=sheet, before=before, found=found)
