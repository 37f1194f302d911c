"""The pretend admin portal: how an officer creates a citizen's account (plan S4).

Read it from top to bottom: sign in, open a form, 1. look up and fill in, 2. download and confirm
by a code, 3. create. Each step is a command, what it asks, and the facts or the refusal it leads
to; last comes what the facts change. The order is enforced here, whatever a browser sends (S4-30).
How fields are read and messages worded: ``sandbox/portal/``; codes: ``mock_otp.py``.
"""

import hmac
from dataclasses import dataclass, field, replace
from datetime import datetime

from sandbox import events, identity, mock_otp, people
from sandbox.log import Fact
from sandbox.portal.availability import opened_form, own_account_known, portal_fault, working_form
from sandbox.portal.form_reading import Attachment, Typed, read_form, rest_of_form
from sandbox.portal.messages import code_message, password_message
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Chance, Code, CreatedAccount, Decision, Form, World, happened, refused


@dataclass(frozen=True, slots=True)
class SignIn:
    """Sign in with the world's officer account (S4-03)."""

    username: str
    password: str = field(repr=False)


def sign_in(world: World, command: SignIn) -> Decision:
    """S4-03: only the world's officer account opens the portal."""
    username, password = people.officer_sign_in(world.seed)
    right = hmac.compare_digest(command.password.strip().encode(), password.encode())
    if command.username.strip() != username or not right:
        return refused("sign_in", Problem(Rule.PORTAL_SIGN_IN, "username"))
    return happened(events.PortalSignedIn())


@dataclass(frozen=True, slots=True)
class SignOut:
    """Sign out."""


def sign_out(_world: World, _command: SignOut) -> Decision:
    """Leave the portal."""
    return happened(events.PortalSignedOut())


@dataclass(frozen=True, slots=True)
class OpenForm:
    """THÊM MỚI (S4-06)."""


def open_form(world: World, _command: OpenForm) -> Decision:
    """S4-06: a new, empty form."""
    if not world.portal.signed_in:
        return refused("open_form", Problem(Rule.PORTAL_NOT_SIGNED_IN))
    if not world.era.portal_accounts:
        return refused("open_form", Problem(Rule.ACCOUNTS_ENDED))
    return happened(events.FormOpened(len(world.portal.forms) + 1))


# Step 1: look up, then fill in (S4-07 … S4-17).
@dataclass(frozen=True, slots=True)
class LookUp:
    """Tra cứu: search the accounts by the ID number (S4-08).

    Of the rest of the form, when it was posted whole, what is usable is kept and no more is said.
    """

    form: int
    id_number: str
    typed: Typed | None = None
    attachment: Attachment | Problem | None = None


def look_up(world: World, command: LookUp, now: datetime) -> Decision:
    """S4-08, S4-09: search before entry."""
    form = working_form(world, command.form)
    if isinstance(form, Problem):
        return refused("look_up", form)
    rest = rest_of_form(world, form, command.typed, command.attachment, now)
    number = identity.read_id(command.id_number, nine_digits=world.era.nine_digit_ids)
    if isinstance(number, Problem):
        return refused("look_up", number, after=rest)
    found = events.LookedUp(form.number, number, people.has_account(world, number))
    return portal_fault(world, "look_up", rest) or happened(*rest, found)


@dataclass(frozen=True, slots=True)
class Fill:
    """The form as posted by any of its buttons.

    ``attachment`` is the file sent along, why it was refused, or None when none was chosen.
    """

    form: int
    typed: Typed
    attachment: Attachment | Problem | None = None


Filled = tuple[Form, tuple[Fact, ...]]  # the form as it now stands, and the facts that made it so


def _fill(world: World, step: str, command: Fill, now: datetime) -> Filled | Decision:
    """S4-09 … S4-15: the form ready for ``step``, or every reason at once; the usable is kept."""
    form = working_form(world, command.form)
    if isinstance(form, Problem):
        return refused(step, form)
    if form.found:
        return refused(step, Problem(Rule.ACCOUNT_EXISTS))
    form, facts, problems = read_form(world, form, command.typed, command.attachment, now)
    if form.details.id_number not in ("", form.looked_up):
        problems = (Problem(Rule.LOOK_UP_FIRST, "id_number"), *problems)
    elif people.has_account(world, form.details.id_number):  # made since, on another form
        problems = (Problem(Rule.ACCOUNT_EXISTS),)
    if problems:
        return refused(step, *problems, after=facts)
    return portal_fault(world, step, facts) or (form, facts)


# Step 2: the citizen checks the request form and gets a code (S4-18 … S4-22).
@dataclass(frozen=True, slots=True)
class Download(Fill):
    """Tải xuống: make the request form from what is typed (S4-18)."""


def download(world: World, command: Download, now: datetime) -> Decision:
    """S4-18: the request form, once everything on the form can be used."""
    filled = _fill(world, "download", command, now)
    if isinstance(filled, Decision):
        return filled
    form, facts = filled
    return happened(*facts, events.RequestFormDownloaded(form.number, form.details))


@dataclass(frozen=True, slots=True)
class SendCode(Fill):
    """Gửi mã OTP (S4-19, S4-22)."""


def send_code(world: World, command: SendCode, now: datetime, chance: Chance) -> Decision:
    """S4-19, S4-22: a new code to the owner's phone; every press makes a new one."""
    filled = _fill(world, "send_code", command, now)
    if isinstance(filled, Decision):
        return filled
    form, facts = filled
    phone = form.details.phone
    if form.downloaded != form.details:  # S4-18 before S4-19
        return refused("send_code", Problem(Rule.DOWNLOAD_FIRST), after=facts)
    if phone == people.others_phone(world.citizen):  # S4-12: known not to be the owner's
        return refused("send_code", Problem(Rule.PHONE_NOT_OWNER, "phone"), after=facts)
    code = mock_otp.issue(form, phone, chance.digits(world.era.code_digits), now, world.era)
    sent = events.CodeSent(form.number, code.number, phone, code.expires_at, code.digits)
    leaves = world.setup.part.leaves_after_code and not world.desk.played
    after = (events.CitizenLeft(),) if leaves else ()
    return happened(*facts, sent, *code_message(world, code, now), *after)


# Step 3: the newest code makes the account (S4-23 … S4-25).
@dataclass(frozen=True, slots=True)
class Create(Fill):
    """TẠO TÀI KHOẢN with the code the citizen read out (S4-23, S4-24)."""

    otp: str = field(default="", repr=False)


def create(world: World, command: Create, now: datetime, chance: Chance) -> Decision:
    """S4-23 … S4-25: the newest code makes the account; pressing twice makes one account."""
    existing = world.form(command.form)
    if existing and existing.created_as is not None:
        return happened()
    filled = _fill(world, "create", command, now)
    if isinstance(filled, Decision):
        return filled
    form, facts = filled
    problem = mock_otp.check(form, command.otp, now, world.era)
    if problem:
        return refused("create", problem, after=facts, form=form.number)
    password = chance.password()
    created = events.AccountCreated(form.number, form.details, password)
    return happened(*facts, created, *password_message(world, form.details, password, now))


@dataclass(frozen=True, slots=True)
class Cancel:
    """HỦY (S4-24)."""

    form: int


def cancel(world: World, command: Cancel) -> Decision:
    """S4-24: no account, and every code of the form is dead."""
    form = world.form(command.form)
    if not world.portal.signed_in:
        return refused("cancel", Problem(Rule.PORTAL_NOT_SIGNED_IN))
    if form is None:
        return refused("cancel", Problem(Rule.NO_OPEN_FORM))
    return happened(events.FormCancelled(form.number)) if form.is_open else happened()


# What the facts change, when the log is read.
def on_session(world: World, fact: events.PortalSignedIn | events.PortalSignedOut) -> World:
    """The portal is open or closed; forms keep what they hold."""
    signed_in = isinstance(fact, events.PortalSignedIn)
    return replace(world, portal=replace(world.portal, signed_in=signed_in))


def on_opened(world: World, fact: events.FormOpened) -> World:
    """A new, empty form."""
    return world.with_form(Form(fact.form))


def on_form(world: World, fact: events.FormFact) -> World:
    """What a step leaves on its form. Raises LookupError: the form was never opened."""
    form = opened_form(world, fact.form)
    match fact:
        case events.LookedUp(id_number=number):
            details = replace(form.details, id_number=number)
            form = replace(form, looked_up=number, found=fact.found, details=details)
            world = own_account_known(world, fact)
        case events.DetailsSaved():
            form = replace(form, details=fact.details)
        case events.FileAttached():  # instead of the one before
            form = replace(form, attachment=fact)
        case events.RequestFormDownloaded():  # the paper in the citizen's hand
            form = replace(form, downloaded=fact.details)
        case events.CodeSent():  # the newest, with all its tries left
            code = Code(fact.number, fact.digits, fact.phone, fact.expires_at)
            form = replace(form, codes=(*form.codes, code), misses=0)
        case events.FormCancelled():
            form = replace(form, cancelled=True, codes=())
    return world.with_form(form)


def on_created(world: World, fact: events.AccountCreated, at: datetime) -> World:
    """The account is known from now on; its code is used up. Raises LookupError as ``on_form``."""
    number = len(world.portal.accounts) + 1
    account = CreatedAccount(number, fact.details, at, fact.password)
    portal = replace(world.portal, accounts=(*world.portal.accounts, account))
    form = replace(opened_form(world, fact.form), created_as=number, codes=())
    return replace(world, portal=portal).with_form(form)


def on_refused(world: World, fact: events.StepRefused) -> World:
    """A wrong try at a code uses up one of its tries."""
    form = world.form(fact.form)
    missed = any(mock_otp.counts_as_miss(reason.rule) for reason in fact.reasons)
    return world.with_form(replace(form, misses=form.misses + 1)) if form and missed else world
