"""Who may open what. Closed by default: an address that does not say so stops the app.

Write the declaration under the route::

    @blueprint.get("/so-luyen-tap")
    @who_may(Role.CLERK, Role.TRAINER)
    def run_log() -> str: ...
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, TypeVar

from flask import Flask, abort, current_app, request, url_for
from flask.typing import ResponseReturnValue

from web.shell.database import db, defer_writing
from web.shell.htmx import page_shown, see_other
from web.shell.passes import passes
from web.shell.people import Person, Role, Slip
from web.shell.sessions import login, person_or_none, prolong
from web.shell.unsent import keep_for_whoever_was_here, keep_posted, owner_of

__all__ = [
    "Person",
    "Role",
    "bearer",
    "capability",
    "clerks_side",
    "current_person",
    "defers_writing",
    "person_or_none",
    "polled",
    "public",
    "signed_in",
    "slips_too",
    "who_may",
]

BEYOND_SLIP = "beyond slip"  # why a session by slip is refused, for errors.py
View = TypeVar("View", bound=Callable[..., Any])


class Gate(Enum):
    """The five kinds of door."""

    PUBLIC = auto()
    SIGNED_IN = auto()
    CLERKS_SIDE = auto()
    CAPABILITY = auto()
    BEARER = auto()


@dataclass(frozen=True, slots=True)
class Access:
    """What one address declares."""

    gate: Gate
    roles: frozenset[Role] = frozenset(Role)
    polled: bool = False
    slips: bool = False
    defers_writing: bool = False


class UndeclaredAccessError(RuntimeError):
    """An address that does not say who may open it."""


def _declare(view: View, access: Access) -> View:
    vars(view)["access"] = access  # functools.wraps carries it along
    return view


def public(view: View) -> View:
    """Anybody may open it."""
    return _declare(view, Access(Gate.PUBLIC))


def signed_in(view: View) -> View:
    """Everybody who is signed in may open it."""
    return _declare(view, Access(Gate.SIGNED_IN))


def who_may(*roles: Role) -> Callable[[View], View]:
    """Only these roles may open it."""
    return lambda view: _declare(view, Access(Gate.SIGNED_IN, frozenset(roles)))


def clerks_side(view: View) -> View:
    """Everybody signed in, or whoever shows the desk pass of ``<world_id>``.

    Whose world it is, ``worlds.access.own_world`` checks.
    """
    return _declare(view, Access(Gate.CLERKS_SIDE, defers_writing=True))


def capability(view: View) -> View:
    """Whoever holds the link; the address has a part ``<capability>`` that the room checks."""
    return _declare(view, Access(Gate.CAPABILITY, defers_writing=True))


def bearer(view: View) -> View:
    """For programs: the room checks the bearer token; no cookie is believed, so no CSRF token."""
    return _declare(view, Access(Gate.BEARER))


def polled(view: View) -> View:
    """The page asks for it by itself, so it never prolongs a session. Stands above the gate."""
    return _declare(view, replace(vars(view)["access"], polled=True))


def slips_too(view: View) -> View:
    """Also for whoever came in by an entry slip, as far as it reaches (ADR 0013).

    Every other address is closed to them. Stands above the gate.
    """
    return _declare(view, replace(vars(view)["access"], slips=True))


def defers_writing(view: View) -> View:
    """A POST that takes the write lock at ``begin_writing``, not before. Stands above the gate.

    For what is worked out at length from what somebody sent: the whole office waits for the lock.
    """
    return _declare(view, replace(vars(view)["access"], defers_writing=True))


def access_of(endpoint: str) -> Access:
    """What the address behind ``endpoint`` declares. Raises UndeclaredAccessError."""
    declared: Access | None = getattr(current_app.view_functions[endpoint], "access", None)
    if declared is None:
        raise UndeclaredAccessError(f"{endpoint} does not declare who may open it")
    return declared


def current_person() -> Person:
    """The signed-in person. Raises UndeclaredAccessError behind a gate that asks for none."""
    person = person_or_none()
    if person is None:
        raise UndeclaredAccessError("current_person() needs @signed_in or @who_may")
    return person


def init_app(app: Flask) -> None:
    """Put the gate before every request."""
    app.before_request(_check_gate)


def check_every_address(app: Flask) -> None:
    """Refuse to start when an address forgot its declaration. Raises UndeclaredAccessError."""
    with app.app_context():
        speaks_of = passes().slips.SPEAKS_OF.keys()
        for rule in app.url_map.iter_rules():
            access = access_of(rule.endpoint)
            if (access.gate is Gate.CAPABILITY) != ("capability" in rule.arguments):
                raise UndeclaredAccessError(
                    f"{rule.rule}: <capability> and @capability go together"
                )
            if access.slips and rule.arguments and not rule.arguments & speaks_of:
                raise UndeclaredAccessError(
                    f"{rule.rule}: nothing in it tells whose it is, so slips cannot be let in"
                )


def _check_gate() -> ResponseReturnValue | None:
    if request.endpoint is None:
        return None  # 404 and 405 answer for themselves
    access = access_of(request.endpoint)
    if access.defers_writing:
        defer_writing()
    if access.gate is Gate.SIGNED_IN:
        return _ask_person(access)
    if access.gate is Gate.CLERKS_SIDE and not passes().shows_desk_pass(_world_id()):
        return _ask_person(access)
    return None


def _world_id() -> str:
    return str((request.view_args or {})["world_id"])


def _ask_person(access: Access) -> ResponseReturnValue | None:
    person = person_or_none()
    if person is None:
        answer: ResponseReturnValue = login.unauthorized()  # type: ignore[no-untyped-call]  # Flask-Login has no types
        return answer
    if not access.polled:
        prolong()
    if person.slip:
        _keep_inside(access, person.slip, person.id)
    elif person.must_change_password and request.endpoint not in _BEFORE_NEW_PASSWORD:
        keep_posted(owner_of(person.id), interrupted=True)
        return see_other(url_for("accounts.change_password"))
    if person.role not in access.roles:
        abort(403)
    return None


def _keep_inside(access: Access, slip: Slip, person_id: int) -> None:
    """The one place that limits who came in by slip; what lies outside is refused in words."""
    arguments = request.view_args or {}
    if not access.slips or not passes().slips.reaches(db.connection, slip, person_id, arguments):
        abort(403, BEYOND_SLIP)


_BEFORE_NEW_PASSWORD = frozenset(
    {"accounts.change_password", "accounts.change_password_now", "accounts.sign_out"}
)


@login.unauthorized_handler  # type: ignore[untyped-decorator]  # Flask-Login has no types
def _ask_to_sign_in() -> ResponseReturnValue:
    kept = keep_for_whoever_was_here()
    back = kept.page if kept else page_shown()
    return see_other(url_for("accounts.sign_in", next=back or None, con_bai=1 if kept else None))
