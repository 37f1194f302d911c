"""What the account form shows, worked out before the template."""

from dataclasses import dataclass, replace
from datetime import datetime

from sandbox import people
from sandbox.details import Details
from sandbox.events import FileAttached
from sandbox.mock_dvc import Create, Fill, LookUp
from sandbox.population import Officer, officers
from sandbox.portal.form_reading import Attachment, Typed
from sandbox.state import Form, World
from web.shell.forms import Errors

_COVERED = "••••••"
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CodeNote:
    """The newest code as the clerk may know it: when it dies and where it went."""

    phone: str
    expires_at: datetime
    expired: bool
    times: int


@dataclass(frozen=True, slots=True)
class FormView:
    """The form on the screen; ``confirms_cancelling`` while HỦY waits for a yes.

    ``chosen_file`` and ``otp`` are what a show lays out, "" for whoever works themselves.
    """

    number: int
    typed: Typed
    errors: Errors
    free: str
    attachment: FileAttached | None
    paper: str
    code: CodeNote | None
    officer: Officer
    units: Choices
    confirms_cancelling: bool = False
    chosen_file: str = ""
    otp: str = ""


def view_of(
    world: World,
    form: Form,
    at: datetime,
    typed: Typed | None = None,
    errors: Errors | None = None,
    *,
    confirms_cancelling: bool = False,
) -> FormView:
    """The form as saved, or with what was just typed and is wrong with it."""
    typed = typed or typed_from(form.details)
    return FormView(
        number=form.number,
        typed=typed,
        errors=Errors() if errors is None else errors,
        free=_free(world, form),
        attachment=form.attachment,
        paper=_paper(form),
        code=_code(form, at),
        officer=officers()[0],
        units=_unit_choices(world),
        confirms_cancelling=confirms_cancelling,
    )


def _free(world: World, form: Form) -> str:
    """The number looked up, while it is the form's and still has no account."""
    number = form.looked_up
    is_free = number == form.details.id_number and not people.has_account(world, number)
    return number if is_free else ""


def with_laid_out(view: FormView, command: object) -> FormView:
    """The form with what a show is going to send; as it was for any other command.

    The code stays covered: it is the citizen's own, and whoever watches need not know it.
    """
    match command:
        case LookUp(id_number=number):
            return replace(view, typed=replace(view.typed, id_number=number))
        case Create(typed=typed):
            return replace(view, typed=typed, otp=_COVERED)
        case Fill(typed=typed, attachment=Attachment(name=name)):
            return replace(view, typed=typed, chosen_file="" if view.attachment else name)
    return view


def typed_from(details: Details) -> Typed:
    """The saved details as somebody would type them."""
    return Typed(
        id_number=details.id_number,
        full_name=details.full_name,
        birth_date=f"{details.birth_date:%d/%m/%Y}" if details.birth_date else "",
        phone=details.phone,
        email=details.email,
        unit=details.unit,
    )


def masked(phone: str) -> str:
    """The number with its middle hidden."""
    return f"{phone[:4]}•••{phone[-3:]}"


def _paper(form: Form) -> str:
    """The request form: "" none yet, "new" as saved now, "old" from before a change."""
    if form.downloaded is None:
        return ""
    return "new" if form.downloaded == form.details else "old"


def _code(form: Form, at: datetime) -> CodeNote | None:
    if not form.codes:
        return None
    newest = form.codes[-1]
    expired = at > newest.expires_at
    return CodeNote(masked(newest.phone), newest.expires_at, expired, len(form.codes))


def _unit_choices(world: World) -> Choices:
    return (("", "-- Đơn vị chọn --"), *((unit.code, unit.name) for unit in world.era.units))
