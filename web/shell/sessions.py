"""Who is signed in: Flask-Login over session rows that can be revoked.

The signed cookie carries the row's random token (Flask-Login's "alternative token"), the table only
its hash. Ending the row, by sign-out, a new password or switching the person off, ends the session
on whatever browser it was. Idle and absolute limits follow an office day: two hours away, twelve
hours in all.
"""

from datetime import datetime, timedelta

from flask import Flask, Response, g, session
from flask_login import LoginManager, current_user, login_user, logout_user

from web.shell import session_store, unsent_store
from web.shell.config import Settings
from web.shell.database import db, writing
from web.shell.passes import passes
from web.shell.people import Person, Slip
from web.shell.runtime import runtime

IDLE = timedelta(hours=2)
LONGEST = timedelta(hours=12)
_SEEN_EVERY = timedelta(minutes=5)  # so that most pages need no write
_TOKEN = "_user_id"  # noqa: S105  # the key under which Flask-Login keeps Person.get_id()
_LAST = "was"


class Login(LoginManager):
    """Without "remember me", for which Flask-Login would ask the cookie at every answer.

    Asked for, the cookie makes even style sheets vary by it.
    """

    def _update_remember_cookie(self, response: Response) -> Response:
        return response


login = Login()  # type: ignore[no-untyped-call]  # Flask-Login has no types


def init_app(app: Flask, settings: Settings) -> None:
    """Sign people in by Flask's session cookie.

    ``__Host-`` binds the cookie to this host and https; plain http cannot carry it.
    """
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="__Host-motcua_session" if settings.is_https else "motcua_session",
        SESSION_COOKIE_SECURE=settings.is_https,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,  # how long a session goes on, its row says
        SESSION_PROTECTION=None,  # it goes by address and browser, which change on a telephone
    )
    # Without its context processor, which would look up who asks for every page.
    login.init_app(app, add_context_processor=False)  # type: ignore[no-untyped-call]  # Flask-Login has no types


@login.user_loader  # type: ignore[untyped-decorator]  # Flask-Login has no types
def load_person(token: str) -> Person | None:
    """The person whose session this is, while it goes on."""
    found = session_store.find_open(db.connection, token)
    if found is None or not _goes_on(found, runtime().effects.now()):
        return None
    g.last_seen_at = found.last_seen_at
    return found.person


def _goes_on(found: session_store.OpenSession, now: datetime) -> bool:
    if now >= found.expires_at or now - found.last_seen_at >= IDLE:
        return False
    slip = found.person.slip
    return slip is None or passes().slips.is_good(db.connection, slip)


def person_or_none() -> Person | None:
    """The signed-in person, looked up once a request, or None."""
    person: Person | None = current_user._get_current_object()
    return person if person and person.is_authenticated else None


def prolong() -> None:
    """Count this request as the person being here."""
    token, now = session_token(), runtime().effects.now()
    if token and now - g.last_seen_at >= _SEEN_EVERY:
        with writing() as connection:
            session_store.touch(connection, token, now)


def session_token() -> str | None:
    """What the browser's cookie says, believed by nobody yet."""
    token: str | None = session.get(_TOKEN)
    return token


def last_token() -> str | None:
    """The same, also after signing out: pages left open still belong to whoever opened them."""
    return session_token() or session.get(_LAST)


def sign_in(person_id: int, slip: Slip | None = None) -> None:
    """Open a session on this browser, with nothing left of whatever it held before.

    ``slip`` is what they came in by: it limits the session.
    """
    effects = runtime().effects
    token, now = effects.new_id(), effects.now()
    session_store.sweep(db.connection, now)  # here, so that nothing has to run by itself
    unsent_store.sweep(db.connection, now)
    if replaced := session_token():
        session_store.revoke(db.connection, replaced, now)
    session_store.add(db.connection, token, person_id, now, now + LONGEST, slip)
    session.clear()
    session.permanent = True
    login_user(load_person(token))


def sign_out() -> None:
    """End the session for good: the cookie would open nothing if it came back."""
    token = session_token()
    if token:
        session_store.revoke(db.connection, token, runtime().effects.now())
    logout_user()
    session.clear()
    session[_LAST] = token
