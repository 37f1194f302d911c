"""Taking in a posted form: what is usable is kept, even when the step is refused."""

from dataclasses import replace
from datetime import datetime

from sandbox import faults
from sandbox.details import Details
from sandbox.events import DetailsSaved, FaultSpent, FileAttached
from sandbox.log import Fact
from sandbox.mock_dvc import entry
from sandbox.mock_dvc.commands import Attachment, Fill, LookUp
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.scanner import bytes_of
from sandbox.state import Decision, Form, World, refused, refused_by

Taken = tuple[Form, tuple[Fact, ...]]  # the form as it now stands, and the facts that made it so


def take_in(world: World, step: str, command: Fill, now: datetime) -> Taken | Decision:
    """The form ready for ``step``, or the refusal with every reason at once."""
    form = working_form(world, command.form)
    if isinstance(form, Problem):
        return refused(step, form)
    if form.found:
        return refused_by(step, Rule.ACCOUNT_EXISTS)
    details, problems = entry.read(world, command.typed, now)
    form, facts = _with_details(form, details)
    form, more = _with_file(form, command.attachment)
    problems = (*_not_looked_up(form), *problems, *_file_problems(form, command.attachment))
    if problems:
        return refused(step, *problems, after=(*facts, *more))
    failed = portal_fault(world, step)
    if failed:
        return replace(failed, facts=(*facts, *more, *failed.facts))
    return form, (*facts, *more)


def keep_rest(world: World, form: Form, command: LookUp, now: datetime) -> tuple[Fact, ...]:
    """What else stands on the form while only its ID number is looked up, as far as usable."""
    if command.typed is None:
        return ()
    details, _ = entry.read(world, command.typed, now)
    form, facts = _with_details(form, replace(details, id_number=form.details.id_number))
    return (*facts, *_with_file(form, command.attachment)[1])


def working_form(world: World, number: int) -> Form | Problem:
    """The open form of that number, in a signed-in portal."""
    form = world.form(number)
    if not world.portal.signed_in:
        return Problem(Rule.PORTAL_NOT_SIGNED_IN)
    return form if form and form.is_open else Problem(Rule.NO_OPEN_FORM)


def portal_fault(world: World, step: str) -> Decision | None:
    """The portal failing at this step, when such a fault is ordered."""
    fault = faults.due(world, "portal", what=step)
    if fault is None:
        return None
    values = (("status", str(fault.status)),) if fault.status else ()
    problem = Problem(Rule.PORTAL_FAILED, values=values)
    return refused(step, problem, after=(FaultSpent(fault.number),))


def _with_details(form: Form, details: Details) -> Taken:
    if details == form.details:
        return form, ()
    return replace(form, details=details), (DetailsSaved(form.number, details),)


def _with_file(form: Form, attachment: Attachment | Problem | None) -> Taken:
    if not isinstance(attachment, Attachment):
        return form, ()
    truth = attachment.truth
    file = FileAttached(
        form=form.number,
        name=attachment.name,
        holder=truth.holder,
        sides=truth.sides,
        fmt=truth.fmt,
        size=bytes_of(truth.size),
    )
    return replace(form, attachment=file), (file,)


def _not_looked_up(form: Form) -> tuple[Problem, ...]:
    number = form.details.id_number
    if number and number != form.looked_up:
        return (Problem(Rule.LOOK_UP_FIRST, "id_number"),)
    return ()


def _file_problems(form: Form, attachment: Attachment | Problem | None) -> tuple[Problem, ...]:
    if isinstance(attachment, Problem):
        return (attachment,)
    return () if form.attachment else (Problem(Rule.FILE_MISSING, "attachment"),)
