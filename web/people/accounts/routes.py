"""Sign in, sign out, change one's password."""

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from web.people.accounts import attempts, devices, passwords, proxies, store
from web.people.accounts.forms import ChangePasswordForm, SignInForm
from web.people.accounts.sign_in import PER_PERSON, SignInError, check
from web.shell import session_store, sessions, visitor
from web.shell.access import current_person, person_or_none, public, signed_in, slips_too
from web.shell.database import db
from web.shell.forms import Errors, form_errors
from web.shell.htmx import page, see_other
from web.shell.next_address import safe_next
from web.shell.passes import passes
from web.shell.runtime import runtime

blueprint = Blueprint("accounts", __name__)
_TOO_OFTEN = (
    "Mật khẩu hiện nay đã nhập chưa khớp quá nhiều lần nên việc đổi mật khẩu tạm dừng. "
    "Anh/chị thử lại sau {minutes} phút, hoặc nhờ người quản trị cấp lại mật khẩu."
)


@blueprint.get("/dang-nhap")
@public
def sign_in() -> ResponseReturnValue:
    """Ask who is there."""
    person = person_or_none()
    if person is not None and person.slip is None:
        return see_other(safe_next(request.args.get("next")))
    return _sign_in_page(SignInForm(), Errors())


@blueprint.post("/dang-nhap")
@public
def sign_in_now() -> ResponseReturnValue:
    """Check the password and open a session."""
    form = SignInForm(request.form)
    if not form.validate():
        return _sign_in_page(form, form_errors(form), 422)
    name, password = form.username.data or "", form.password.data or ""
    account = store.username_key(name)
    proxies.watch()
    try:
        person_id = check(
            runtime().effects, name, password, visitor.network(), devices.known_device(account)
        )
    except SignInError as refused:
        return _sign_in_page(form, Errors({"": str(refused)}), 422)
    sessions.sign_in(person_id)
    devices.remember_device(account)
    return see_other(safe_next(request.form.get("next")))


def _sign_in_page(form: SignInForm, errors: Errors, status: int = 200) -> Response:
    next_url = safe_next(request.values.get("next"))
    return page(
        "accounts/sign_in.html",
        form=form,
        errors=errors,
        next=next_url,
        slip_over=_slip_over(),
        work_kept="con_bai" in request.args,
        session_over=sessions.session_token() is not None and person_or_none() is None,
        status=status,
    )


def _slip_over() -> str:
    """Why the session by slip that this browser had is over, where it had one."""
    token = sessions.session_token()
    if token is None or person_or_none() is not None:
        return ""
    slip = session_store.find_slip(db.connection, token)
    return passes().slips.why_over(db.connection, slip) if slip else ""


@blueprint.post("/dang-xuat")
@slips_too
@signed_in
def sign_out() -> ResponseReturnValue:
    """End the session for good."""
    sessions.sign_out()
    return see_other(url_for("accounts.sign_in"))


@blueprint.get("/mat-khau")
@signed_in
def change_password() -> ResponseReturnValue:
    """Ask for the present password and a new one."""
    return page("accounts/change_password.html", form=ChangePasswordForm(), errors=Errors())


@blueprint.post("/mat-khau")
@signed_in
def change_password_now() -> ResponseReturnValue:
    """Take the new password, end all of this person's sessions and open a new one here."""
    form = ChangePasswordForm(request.form)
    errors = form_errors(form) if not form.validate() else _password_errors(form)
    if errors:
        return page("accounts/change_password.html", form=form, errors=errors, status=422)
    person_id = current_person().id
    store.set_password(db.connection, person_id, passwords.hash_password(form.wanted.data or ""))
    session_store.revoke_all(db.connection, person_id, runtime().effects.now())
    sessions.sign_in(person_id)
    return see_other(url_for("accounts.password_changed"))


def _password_errors(form: ChangePasswordForm) -> Errors:
    person = current_person()
    wanted, stored = form.wanted.data or "", store.password_hash(db.connection, person.id)
    key = attempts.source("present", str(person.id), stored)
    minutes = attempts.slow_down(db.connection, runtime().effects.now(), key, PER_PERSON)
    if minutes:
        return Errors(present=_TOO_OFTEN.format(minutes=minutes))
    if not passwords.matches(stored, form.present.data or ""):
        return Errors(present="Mật khẩu hiện nay chưa khớp. Anh/chị nhập lại giúp.")
    store.forget_attempts(db.connection, key)
    if wanted == form.present.data:
        return Errors(wanted="Mật khẩu mới trùng mật khẩu cũ. Anh/chị chọn mật khẩu khác.")
    weakness = passwords.weakness(wanted, person.username, person.full_name, person.unit_name)
    return Errors(wanted=weakness) if weakness else Errors()


@blueprint.get("/mat-khau/xong")
@signed_in
def password_changed() -> ResponseReturnValue:
    """Say that it is done and what it means."""
    return page("accounts/password_changed.html")
