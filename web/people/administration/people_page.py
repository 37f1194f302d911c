"""The list of people: searched, in pages, with what can be done to several at once."""

from flask import Response, request
from wtforms import Form, StringField
from wtforms.validators import Length

from sandbox.vietnamese import fold
from web.people.administration import store
from web.people.administration.store import Account
from web.shell.access import current_person
from web.shell.database import db
from web.shell.forms import Errors, clean, form_errors, no_real_data
from web.shell.htmx import page

A_PAGE = 100


class _Search(Form):
    tim = StringField(
        "Tìm theo tên, tên đăng nhập, vai trò, đơn vị",
        [Length(max=100, message="Anh/chị chỉ nhập tối đa 100 ký tự."), no_real_data],
        filters=[clean],
    )


def people_page(errors: Errors) -> Response:
    """Those a search finds, or everybody. ``errors``: why nothing was done to those chosen."""
    search, top = _Search(request.args), current_person().unit_id
    errors |= Errors() if search.validate() else form_errors(search)
    text = search.tim.data or ""
    found = [] if "tim" in errors else _found(store.accounts(db.connection, top), text)
    number = min(max(1, request.args.get("trang", 1, type=int)), pages(len(found)))
    return page(
        "administration/people.html",
        accounts=found[(number - 1) * A_PAGE : number * A_PAGE],
        count=len(found),
        search=search,
        everybody="tat-ca" in request.args.getlist("chon"),
        chosen=request.args.getlist("nguoi"),
        unit_options=[("", "– chọn –"), *_units(top)],
        number=number,
        pages=pages(len(found)),
        errors=errors,
        status=422 if errors else 200,
    )


def _units(top: int) -> list[tuple[str, str]]:
    return [(str(unit.id), unit.name) for unit in store.units(db.connection, top)]


def pages(count: int) -> int:
    """How many pages so many people take; an empty list has one."""
    return max(1, -(-count // A_PAGE))


def _found(accounts: list[Account], text: str) -> list[Account]:
    """Who has every word of the search somewhere, accents left aside."""
    wanted = fold(text).split()
    return [one for one in accounts if all(word in _searched(one) for word in wanted)]


def _searched(one: Account) -> str:
    return fold(f"{one.full_name} {one.username} {one.role_word} {one.unit_name}")
