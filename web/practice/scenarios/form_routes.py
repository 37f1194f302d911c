"""The authoring form: its own buttons, the check while typing, saving the draft."""

from dataclasses import dataclass

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from training.draft import Draft, check_draft
from web.practice.scenarios import choices, service, store, words
from web.practice.scenarios.form_table import Table, apply_button, table_of, without
from web.practice.scenarios.routes import AUTHORS, own
from web.practice.scenarios.service import Saved
from web.practice.scenarios.store import Authored
from web.shell.access import current_person, defers_writing, who_may
from web.shell.database import commit_now, db
from web.shell.forms import Errors
from web.shell.htmx import page, see_other
from web.shell.unsent import keep_posted, kept_fields, owner_here

blueprint = Blueprint("authoring_form", __name__, url_prefix="/soan")
SAVE = "luu"
DIFFERS = "Bản nháp đã được sửa ở nơi khác sau khi anh/chị mở trang này."


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else saved meanwhile: who, and field by field what they saved and what was typed."""

    who: str
    differences: list[tuple[str, str, str]]


@blueprint.get("/<scenario_id>/sua")
@who_may(*AUTHORS)
def edit(scenario_id: str) -> ResponseReturnValue:
    """The draft in the form, or what was typed into it and not saved yet."""
    scenario = own(scenario_id)
    kept = kept_fields(f"{scenario.page}/sua")
    if kept is None:
        return _form(scenario, service.table_of(scenario.draft), Errors())
    table = table_of(kept, service.fixed(scenario))
    shown = without(table, check_draft(table).unfit)
    return _form(scenario, shown, Errors(), draft_number=kept.get("lan", ""))


@blueprint.post("/<scenario_id>/sua")
@defers_writing
@who_may(*AUTHORS)
def save(scenario_id: str) -> ResponseReturnValue:
    """Keep the draft, or do what another button of the form asks for."""
    scenario, button = own(scenario_id), request.form.get("nut", SAVE)
    if button != SAVE:
        table = table_of(apply_button(request.form, button), service.fixed(scenario))
        shown = without(table, check_draft(table).unfit)
        keep_posted(owner_here())
        return _form(
            scenario, shown, Errors(), button=button, draft_number=request.form.get("lan", "")
        )
    table = table_of(request.form, service.fixed(scenario))
    saved = service.save(
        db.connection, current_person(), scenario, table, request.form.get("lan", "")
    )
    commit_now()
    if saved.done:
        return see_other(scenario.page)
    return _refused(saved, table)


def _refused(saved: Saved, table: Table) -> Response:
    shown = without(table, saved.draft.unfit)
    errors = words.errors_of(saved.draft.mistakes)
    conflict = None
    if saved.conflict:
        errors = Errors({"": DIFFERS, **errors})
        theirs = service.table_of(saved.scenario.draft)
        who = store.name_of(db.connection, saved.scenario.draft_by)
        conflict = Conflict(who, words.differences(theirs, shown))
    return _form(saved.scenario, shown, errors, conflict=conflict, status=422)


def _form(
    scenario: Authored,
    table: Table,
    errors: Errors,
    *,
    conflict: Conflict | None = None,
    button: str = "",
    draft_number: str = "",
    status: int = 200,
) -> Response:
    return page(
        "scenarios/edit.html",
        scenario=scenario,
        table=table,
        errors=errors,
        conflict=conflict,
        button=button,
        draft_number=draft_number or scenario.draft_number,
        form_words=choices,
        added=request.form.get("new_step", "") if button == "them" else "",
        status=status,
    )


@blueprint.post("/<scenario_id>/kiem-tra")
@defers_writing
@who_may(*AUTHORS)
def check(scenario_id: str) -> ResponseReturnValue:
    """What is wrong so far, beside the form; without htmx it is simply the form again."""
    scenario = own(scenario_id)
    table = table_of(request.form, service.fixed(scenario))
    draft: Draft = check_draft(table)
    return page(
        "scenarios/check.html",
        fragment="found",
        scenario=scenario,
        errors=words.errors_of(draft.mistakes),
        back=url_for("authoring_form.edit", scenario_id=scenario.id),
    )
