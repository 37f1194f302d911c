"""People: list, add, change, new password, on and off."""

from flask import Blueprint, Response, abort, request, url_for
from flask.typing import ResponseReturnValue

from web.people.accounts.store import username_key
from web.people.administration import bulk, people_page, service, store
from web.people.administration.bulk import Job
from web.people.administration.forms import NewPersonForm, PersonForm
from web.people.administration.store import Account
from web.people.administration.touching import touched
from web.shell.access import Role, current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors, form_errors
from web.shell.htmx import page, see_other
from web.shell.runtime import runtime

blueprint = Blueprint("administration", __name__, url_prefix="/quan-tri")


def _top() -> int:
    return current_person().unit_id


def _account(person_id: int) -> Account:
    return store.account(db.connection, _top(), person_id) or abort(404)


@blueprint.get("")
@who_may(Role.ADMINISTRATOR)
def people() -> ResponseReturnValue:
    """Everybody in the administrator's units, or those a search finds."""
    return people_page.people_page(Errors())


@blueprint.get("/nguoi-dung/them")
@who_may(Role.ADMINISTRATOR)
def new_person() -> ResponseReturnValue:
    """Ask who is new."""
    form = NewPersonForm(role=Role.CLERK)
    return _new_person_page(form, Errors())


@blueprint.post("/nguoi-dung/them")
@who_may(Role.ADMINISTRATOR)
def add_person() -> ResponseReturnValue:
    """Add them and show their first password once."""
    form = NewPersonForm(request.form)
    errors = _check(form)
    name = form.username.data or ""
    if "username" not in errors and store.username_taken(db.connection, username_key(name)):
        errors["username"] = "Tên đăng nhập này đã có người dùng. Anh/chị chọn tên khác."
    if errors:
        return _new_person_page(form, errors, 422)
    full_name, role, unit = form.values()
    person_id, password = service.add_person(
        db.connection, runtime().effects, current_person(), name, full_name, role, unit.id
    )
    return page("administration/password.html", account=_account(person_id), password=password)


def _new_person_page(form: NewPersonForm, errors: Errors, status: int = 200) -> Response:
    form.units = store.units(db.connection, _top())
    return page("administration/new_person.html", form=form, errors=errors, status=status)


def _check(form: PersonForm) -> Errors:
    form.units = store.units(db.connection, _top())
    return Errors() if form.validate() else form_errors(form)


@blueprint.get("/nguoi-dung/<int:person_id>")
@who_may(Role.ADMINISTRATOR)
def person(person_id: int) -> ResponseReturnValue:
    """One person, to be changed."""
    account = _account(person_id)
    form = PersonForm(full_name=account.full_name, role=account.role, unit_id=str(account.unit_id))
    return _person_page(account, form, Errors())


@blueprint.post("/nguoi-dung/<int:person_id>")
@who_may(Role.ADMINISTRATOR)
def change_person(person_id: int) -> ResponseReturnValue:
    """Store what was changed."""
    account = _account(person_id)
    form = PersonForm(request.form)
    errors = _check(form)
    if not errors and (form.role.data, form.unit_id.data) != (account.role, str(account.unit_id)):
        errors = _own_rights(account, "role")
    if errors:
        return _person_page(account, form, errors, 422)
    full_name, role, unit = form.values()
    asks = unit.id != account.unit_id and _is_touched(account)
    stays = next(each for each in form.units if each.id == account.unit_id)
    service.change_person(
        db.connection,
        runtime().effects,
        current_person(),
        account,
        full_name,
        role,
        stays if asks else unit,
    )
    if asks:
        return see_other(bulk.address(Job.MOVE, [person_id], unit.id))
    return see_other(url_for("administration.people"))


def _is_touched(account: Account) -> bool:
    """Whether something hangs on them: then it is shown before they are moved or kept out."""
    return bool(touched(db.connection, [account.id], runtime().effects.now()))


def _own_rights(account: Account, field: str) -> Errors:
    if service.may_change_rights(current_person(), account):
        return Errors()
    return Errors(
        {field: "Đây là tài khoản của chính anh/chị. Nhờ một người quản trị khác đổi giúp."}
    )


def _person_page(account: Account, form: PersonForm, errors: Errors, status: int = 200) -> Response:
    form.units = store.units(db.connection, _top())
    return page(
        "administration/person.html", account=account, form=form, errors=errors, status=status
    )


@blueprint.post("/nguoi-dung/<int:person_id>/mat-khau")
@who_may(Role.ADMINISTRATOR)
def reset_password(person_id: int) -> ResponseReturnValue:
    """Give a new first password and show it once."""
    account = _account(person_id)
    password = service.reset_password(db.connection, runtime().effects, current_person(), account)
    return page("administration/password.html", account=account, password=password)


@blueprint.post("/nguoi-dung/<int:person_id>/trang-thai")
@who_may(Role.ADMINISTRATOR)
def switch_person(person_id: int) -> ResponseReturnValue:
    """Keep somebody out, or let them in again."""
    account = _account(person_id)
    errors = _own_rights(account, "")
    if errors:
        form = PersonForm(
            full_name=account.full_name, role=account.role, unit_id=str(account.unit_id)
        )
        return _person_page(account, form, errors, 422)
    active = request.form.get("active") == "yes"
    if not active and _is_touched(account):
        return see_other(bulk.address(Job.DISABLE, [person_id]))
    service.switch(db.connection, runtime().effects, current_person(), account, active=active)
    return see_other(url_for("administration.people"))
