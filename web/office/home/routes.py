"""Home, and what is asked without an account: whether the app is well, whom to tell of a hole."""

from datetime import timedelta

from flask import Blueprint, Response, abort, request, url_for
from flask.typing import ResponseReturnValue

from web.office.home.checklist import first_tasks
from web.office.home.next_steps import next_steps
from web.people.accounts import proxies
from web.roster.duty import alarm
from web.roster.planning.actor import EDITORS, current_actor
from web.shell.access import Role, current_person, public, signed_in, slips_too
from web.shell.database import db
from web.shell.htmx import page, see_other
from web.shell.readiness import why_not_ready
from web.shell.runtime import runtime

blueprint = Blueprint("home", __name__)
_SECURITY_TXT_LIVES = timedelta(days=180)


@blueprint.get("/")
@slips_too
@signed_in
def home() -> ResponseReturnValue:
    """Who I am here and what to do next; whoever came in by slip has their class to do."""
    person = current_person()
    if person.slip:
        return see_other(url_for("taking_part.tasks", class_id=person.slip.class_id))
    leads = person.role in EDITORS
    now, settings = runtime().effects.now(), runtime().settings
    rules = person.role is Role.ADMINISTRATOR
    return page(
        "home/home.html",
        checklist=first_tasks(person, db.connection),
        steps=next_steps(person, db.connection),
        warning=proxies.warning(db.connection, settings, now) if rules else "",
        alarm=alarm.now(db.connection, current_actor()) if leads else None,
    )


@blueprint.get("/.well-known/security.txt")
@public
def security_txt() -> ResponseReturnValue:
    """Where to tell of a hole (RFC 9116), when the office says where; written anew each day."""
    runs = runtime()
    if not runs.settings.security_contact:
        abort(404)
    expires = (runs.effects.now() + _SECURITY_TXT_LIVES).replace(hour=0, minute=0, second=0)
    lines = (
        f"Contact: {runs.settings.security_contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: vi",
        f"Canonical: {runs.settings.base_url}{request.path}",
    )
    return Response("".join(f"{line}\n" for line in lines), mimetype="text/plain")


@blueprint.get("/livez")
@public
def alive() -> ResponseReturnValue:
    """The process answers."""
    return {"status": "ok"}


@blueprint.get("/readyz")
@public
def ready() -> ResponseReturnValue:
    """A step would be kept; else 503 and why not."""
    reason = why_not_ready(runtime().engine)
    return ({"status": "unavailable", "reason": reason}, 503) if reason else {"status": "ok"}
