"""Whether a step can be taken at all: the form it speaks of, and trouble ordered for the portal."""

from dataclasses import replace

from sandbox import faults, people
from sandbox.events import FaultSpent, LookedUp
from sandbox.log import Fact
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Decision, Form, World, refused


def working_form(world: World, number: int) -> Form | Problem:
    """The open form of that number, in a signed-in portal."""
    form = world.form(number)
    if not world.portal.signed_in:
        return Problem(Rule.PORTAL_NOT_SIGNED_IN)
    return form if form and form.is_open else Problem(Rule.NO_OPEN_FORM)


def portal_fault(world: World, step: str, after: tuple[Fact, ...]) -> Decision | None:
    """The portal failing at this step, when such a fault is ordered; ``after`` stays true."""
    fault = faults.due(world, "portal", what=step)
    if fault is None:
        return None
    values = (("status", str(fault.status)),) if fault.status else ()
    problem = Problem(Rule.PORTAL_FAILED, values=values)
    return refused(step, problem, after=(*after, FaultSpent(fault.number)))


def opened_form(world: World, number: int) -> Form:
    """The form the log speaks of. Raises LookupError: it was never opened."""
    form = world.form(number)
    if form is None:
        raise LookupError(f"the log speaks of form {number}, which was never opened")
    return form


def own_account_known(world: World, fact: LookedUp) -> World:
    """Once the citizen has seen their account of old found, nothing takes that back."""
    old = fact.found and not world.portal.accounts and people.is_own_id(world, fact.id_number)
    return replace(world, portal=replace(world.portal, own_found=True)) if old else world
