"""Deciding each step on the portal. Order is enforced here, whatever a browser sends (S4-30)."""

import hmac
from dataclasses import replace
from datetime import datetime

from sandbox import identity, mock_otp, people, sms
from sandbox.events import (
    AccountCreated,
    CitizenLeft,
    CodeSent,
    FormCancelled,
    FormOpened,
    LookedUp,
    PortalSignedIn,
    PortalSignedOut,
    RequestFormDownloaded,
)
from sandbox.log import Fact
from sandbox.mock_dvc.commands import (
    Cancel,
    Create,
    Download,
    LookUp,
    OpenForm,
    SendCode,
    SignIn,
    SignOut,
)
from sandbox.mock_dvc.taking_in import keep_rest, portal_fault, take_in, working_form
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Chance, Decision, Form, World, happened, refused, refused_by


def sign_in(world: World, command: SignIn) -> Decision:
    """S4-03: only the world's officer account opens the portal."""
    username, password = people.officer_sign_in(world.seed)
    right = hmac.compare_digest(command.password.strip().encode(), password.encode())
    if command.username.strip() != username or not right:
        return refused_by("sign_in", Rule.PORTAL_SIGN_IN, "username")
    return happened(PortalSignedIn())


def sign_out(_world: World, _command: SignOut) -> Decision:
    """Leave the portal."""
    return happened(PortalSignedOut())


def open_form(world: World, _command: OpenForm) -> Decision:
    """S4-06: a new, empty form."""
    if not world.portal.signed_in:
        return refused_by("open_form", Rule.PORTAL_NOT_SIGNED_IN)
    if not world.era.portal_accounts:
        return refused_by("open_form", Rule.ACCOUNTS_ENDED)
    return happened(FormOpened(len(world.portal.forms) + 1))


def look_up(world: World, command: LookUp, now: datetime) -> Decision:
    """S4-08, S4-09: search before entry."""
    form = working_form(world, command.form)
    if isinstance(form, Problem):
        return refused("look_up", form)
    kept = keep_rest(world, form, command, now)
    number = identity.read_id(command.id_number, nine_digits=world.era.nine_digit_ids)
    if isinstance(number, Problem):
        return refused("look_up", number, after=kept)
    failed = portal_fault(world, "look_up")
    if failed:
        return replace(failed, facts=(*kept, *failed.facts))
    return happened(*kept, LookedUp(form.number, number, people.has_account(world, number)))


def download(world: World, command: Download, now: datetime) -> Decision:
    """S4-18: the request form, once everything on the form can be used."""
    filled = take_in(world, "download", command, now)
    if isinstance(filled, Decision):
        return filled
    form, facts = filled
    return happened(*facts, RequestFormDownloaded(form.number, form.details))


def send_code(world: World, command: SendCode, now: datetime, chance: Chance) -> Decision:
    """S4-19, S4-22: a new code to the owner's phone; every press makes a new one."""
    filled = take_in(world, "send_code", command, now)
    if isinstance(filled, Decision):
        return filled
    form, facts = filled
    problem = _not_ready_for_code(world, form)
    if problem:
        return refused("send_code", problem, after=facts)
    return happened(*facts, *_code_facts(world, form, now, chance))


def _not_ready_for_code(world: World, form: Form) -> Problem | None:
    """S4-18 before S4-19, and S4-12: a known relative's number is not the owner's."""
    if form.downloaded != form.details:
        return Problem(Rule.DOWNLOAD_FIRST)
    if form.details.phone == people.others_phone(world.citizen):
        return Problem(Rule.PHONE_NOT_OWNER, "phone")
    return None


def _code_facts(world: World, form: Form, now: datetime, chance: Chance) -> tuple[Fact, ...]:
    phone = form.details.phone
    code = mock_otp.issue(form, phone, chance.digits(world.era.code_digits), now, world.era)
    minutes = world.era.code_seconds // 60
    body = f"[DIEN TAP] Ma OTP tao tai khoan: {code.digits}. Hieu luc {minutes} phut."
    sent = CodeSent(form.number, code.number, phone, code.expires_at, code.digits)
    scripted = world.setup.part.leaves_after_code and not world.desk.played
    leaving = (CitizenLeft(),) if scripted else ()
    return (sent, *sms.send(world, phone, "otp", body, now), *leaving)


def create(world: World, command: Create, now: datetime, chance: Chance) -> Decision:
    """S4-23 … S4-25: the newest code makes the account; pressing twice makes one account."""
    existing = world.form(command.form)
    if existing and existing.created_as is not None:
        return happened()
    filled = take_in(world, "create", command, now)
    if isinstance(filled, Decision):
        return filled
    form, facts = filled
    problem = mock_otp.check(form, command.otp, now, world.era)
    if problem:
        return refused("create", problem, after=facts, form=form.number)
    return happened(*facts, *_account_facts(world, form, now, chance))


def _account_facts(world: World, form: Form, now: datetime, chance: Chance) -> tuple[Fact, ...]:
    password = chance.password()
    body = (
        f"[DIEN TAP] Tai khoan {form.details.id_number} da duoc tao. "
        f"Mat khau: {password}. Hay doi mat khau va khong dua cho bat ky ai."
    )
    made = AccountCreated(form.number, form.details, password)
    return (made, *sms.send(world, form.details.phone, "password", body, now))


def cancel(world: World, command: Cancel) -> Decision:
    """S4-24: no account, and every code of the form is dead."""
    form = world.form(command.form)
    if not world.portal.signed_in:
        return refused_by("cancel", Rule.PORTAL_NOT_SIGNED_IN)
    if form is None:
        return refused_by("cancel", Rule.NO_OPEN_FORM)
    return happened(FormCancelled(form.number)) if form.is_open else happened()
