"""The list of accounts and THÊM MỚI (S4-05, S4-06)."""

from flask import Blueprint, Response, redirect, request
from flask.typing import ResponseReturnValue

from sandbox.fidelity import sentence
from sandbox.mock_dvc import OpenForm
from web.desk.clerk_side.portal import accounts, filters
from web.desk.clerk_side.portal.filters import ListQuery
from web.desk.clerk_side.portal.hidden import hidden_by
from web.desk.clerk_side.portal_gate import signed_in_visit, stop_page
from web.desk.clerk_side.visits import Visit, act, open_visit
from web.shell.access import clerks_side, slips_too
from web.shell.htmx import page

blueprint = Blueprint("portal_list", __name__, url_prefix="/ban/<world_id>/quantri/tai-khoan")


@blueprint.get("")
@slips_too
@clerks_side
def accounts_list(world_id: str) -> ResponseReturnValue:
    """The accounts that fit the filters in the address."""
    visit = signed_in_visit(world_id)
    return _list_page(visit, filters.parse(visit.world, request.args))


@blueprint.post("/tim")
@slips_too
@clerks_side
def search(world_id: str) -> ResponseReturnValue:
    """TÌM KIẾM: by post, so that a refused value never stands in an address."""
    visit = signed_in_visit(world_id)
    list_query = filters.parse(visit.world, request.form)
    if list_query.errors:
        return _list_page(visit, list_query)
    return redirect(f"{visit.portal}/tai-khoan?{list_query.query_string}", 303)


@blueprint.post("/moi")
@slips_too
@clerks_side
def new_form(world_id: str) -> ResponseReturnValue:
    """THÊM MỚI."""
    visit = open_visit(world_id)
    result = act(visit, OpenForm())
    if result.decision.refusal:
        return stop_page(visit, sentence(result.decision.refusal.problems[0]))
    return redirect(f"{visit.portal}/tai-khoan/{len(result.world.portal.forms)}", 303)


def _list_page(visit: Visit, list_query: ListQuery) -> Response:
    number = request.args.get("trang", 1, type=int)
    results = None if list_query.errors else accounts.find(visit.world, list_query.filters, number)
    return page(
        "clerk_side/portal/list.html",
        visit=visit,
        list_query=list_query,
        units=filters.UNIT_CHOICES,
        results=results,
        hidden=hidden_by(visit.world, list_query) if results and not results.total else [],
        status=422 if list_query.errors else 200,
    )
