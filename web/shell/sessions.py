"""The session behind a cookie: opened at sign-in, prolonged by use, ended for good.

Idle and absolute limits follow an office day: two hours away, twelve hours in all.
"""

from datetime import timedelta

from flask import Response, g, request

from web.shell import session_store
from web.shell.database import db, writing
from web.shell.people import Person
from web.shell.shell import shell

IDLE = timedelta(hours=2)
LONGEST = timedelta(hours=12)
_SEEN_EVERY = timedelta(minutes=5)  # so that most pages need no write


def cookie_name() -> str:
    """``__Host-`` binds the cookie to this host and https; plain http cannot carry it."""
    return "__Host-motcua_session" if shell().settings.is_https else "motcua_session"


def session_token() -> str | None:
    """What the browser's session cookie says, believed by nobody yet."""
    return request.cookies.get(cookie_name())


def person_or_none() -> Person | None:
    """The signed-in person, looked up once a request, or None."""
    if "person" not in g:
        g.person, g.seen = _look_up()
    person: Person | None = g.person
    return person


def _look_up() -> tuple[Person | None, object]:
    token = session_token()
    found = session_store.find_open(db(), token) if token else None
    if found is None:
        return None, None
    person, seen, expires = found
    now = shell().effects.now()
    if now >= expires or now - seen >= IDLE:
        return None, None
    return person, seen


def prolong() -> None:
    """Count this request as the person being here."""
    token, now = session_token(), shell().effects.now()
    if token and g.get("seen") and now - g.seen >= _SEEN_EVERY:
        with writing() as connection:
            session_store.touch(connection, token, now)


def open_session(response: Response, person_id: int, slip: str | None = None) -> None:
    """Sign the person in on this browser, under a new cookie whatever it held before.

    ``slip`` is the digest of the slip they came in by: it limits the session.
    """
    effects = shell().effects
    token, now = effects.new_id(), effects.now()
    session_store.sweep(db(), now)  # here, so that nothing has to run by itself
    session_store.add(db(), token, person_id, now, now + LONGEST, slip)
    response.set_cookie(
        cookie_name(),
        token,
        max_age=LONGEST,
        httponly=True,
        samesite="Lax",
        secure=shell().settings.is_https,
    )


def close_session(response: Response) -> None:
    """Sign out: the cookie is forgotten and would open nothing if it came back."""
    token = session_token()
    if token:
        session_store.revoke(db(), token, shell().effects.now())
    response.delete_cookie(cookie_name(), httponly=True, secure=shell().settings.is_https)
