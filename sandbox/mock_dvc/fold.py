"""Folding the portal's facts into the world."""

from dataclasses import replace
from datetime import datetime

from sandbox import mock_otp
from sandbox.events import (
    AccountCreated,
    CodeSent,
    DetailsSaved,
    FileAttached,
    FormCancelled,
    FormOpened,
    LookedUp,
    PortalSignedIn,
    PortalSignedOut,
    RequestFormDownloaded,
    StepRefused,
)
from sandbox.state import Code, CreatedAccount, Form, World


def _form(world: World, number: int) -> Form:
    form = world.form(number)
    if form is None:
        raise LookupError(f"the log speaks of form {number}, which was never opened")
    return form


def on_signed_in(world: World, _fact: PortalSignedIn) -> World:
    """The portal is open."""
    return replace(world, portal=replace(world.portal, signed_in=True))


def on_signed_out(world: World, _fact: PortalSignedOut) -> World:
    """The portal is closed; forms keep what they hold."""
    return replace(world, portal=replace(world.portal, signed_in=False))


def on_opened(world: World, fact: FormOpened) -> World:
    """A new, empty form."""
    return world.with_form(Form(fact.form))


def on_looked_up(world: World, fact: LookedUp) -> World:
    """The number is known to be free, or not; it is filled in as found."""
    form = _form(world, fact.form)
    details = replace(form.details, id_number=fact.id_number)
    return world.with_form(
        replace(form, looked_up=fact.id_number, found=fact.found, details=details)
    )


def on_saved(world: World, fact: DetailsSaved) -> World:
    """The fields hold what could be used of what was typed."""
    return world.with_form(replace(_form(world, fact.form), details=fact.details))


def on_attached(world: World, fact: FileAttached) -> World:
    """The newest file replaces the one before."""
    return world.with_form(replace(_form(world, fact.form), attachment=fact))


def on_downloaded(world: World, fact: RequestFormDownloaded) -> World:
    """The paper in the citizen's hand shows these details."""
    return world.with_form(replace(_form(world, fact.form), downloaded=fact.details))


def on_code_sent(world: World, fact: CodeSent) -> World:
    """The newest code, with all its tries left."""
    form = _form(world, fact.form)
    code = Code(fact.number, fact.digits, fact.phone, fact.expires_at)
    return world.with_form(replace(form, codes=(*form.codes, code), misses=0))


def on_cancelled(world: World, fact: FormCancelled) -> World:
    """No account, no living code."""
    return world.with_form(replace(_form(world, fact.form), cancelled=True, codes=()))


def on_created(world: World, fact: AccountCreated, at: datetime) -> World:
    """The account is known from now on; the code that made it is used up."""
    number = len(world.portal.accounts) + 1
    account = CreatedAccount(number, fact.details, at, fact.password)
    done = replace(_form(world, fact.form), created_as=number, codes=())
    portal = replace(world.portal, accounts=(*world.portal.accounts, account))
    return replace(world, portal=portal).with_form(done)


def on_refused(world: World, fact: StepRefused) -> World:
    """A wrong try at a code uses up one of its tries."""
    form = world.form(fact.form)
    missed = any(mock_otp.counts_as_miss(reason.rule) for reason in fact.reasons)
    if form is None or not missed:
        return world
    return world.with_form(replace(form, misses=form.misses + 1))
