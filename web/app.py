"""The running app's table of contents."""

from collections.abc import Collection
from pathlib import Path
from urllib.parse import urlsplit

from flask import Blueprint, Flask, abort, request
from jinja2 import FileSystemLoader, PrefixLoader, StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from web.classes.group_debrief import awaiting_routes
from web.classes.group_debrief import lesson_routes as class_looked_back_at
from web.classes.group_debrief import routes as class_debrief
from web.classes.lessons import board_routes as class_board
from web.classes.lessons import leading_routes as leading
from web.classes.lessons import plan_routes as classes
from web.classes.lessons import taking_part_routes as taking_part
from web.classes.lessons import touched as classes_touched
from web.classes.slips import entry_routes as slip_entry
from web.classes.slips import limit
from web.classes.slips import routes as slips
from web.desk import citizen_rooms
from web.desk.clerk_side.coach import bar as coach_bar
from web.desk.clerk_side.coach import routes as coach
from web.desk.clerk_side.desk import arrival_routes as desk_arrival
from web.desk.clerk_side.desk import dock
from web.desk.clerk_side.desk import follow_routes as desk_follow
from web.desk.clerk_side.desk import routes as desk
from web.desk.clerk_side.portal import form_routes as portal_form
from web.desk.clerk_side.portal import list_routes as portal_list
from web.desk.clerk_side.portal import paper_routes as portal_paper
from web.desk.clerk_side.portal import posted
from web.desk.clerk_side.portal import sign_in_routes as portal_door
from web.desk.clerk_side.scanner import routes as scanner
from web.office.audit import routes as audit
from web.office.fidelity import routes as fidelity
from web.office.first_run import gate as first_run_gate
from web.office.first_run import routes as first_run
from web.office.home import routes as home
from web.office.records import routes as records
from web.people.accounts import routes as accounts
from web.people.administration import bulk_routes as people_bulk
from web.people.administration import import_routes as people_import
from web.people.administration import routes as administration
from web.people.administration import touching
from web.people.administration import unit_routes as units
from web.practice.assignments import manage_routes as assignments_managed
from web.practice.assignments import routes as assignments
from web.practice.assignments import touched as practice_touched
from web.practice.competence import routes as competence
from web.practice.debrief import routes as debrief
from web.practice.remarking import routes as authoring_marks
from web.practice.role_play import routes as role_play
from web.practice.run_log import routes as run_log
from web.practice.run_page import routes as run_page
from web.practice.runs import routes as practice
from web.practice.scenarios import form_routes as authoring_form
from web.practice.scenarios import pack_routes as authoring_packs
from web.practice.scenarios import publish_routes as authoring_publish
from web.practice.scenarios import routes as authoring
from web.roster.duty import absence_routes as duty_absences
from web.roster.duty import cover_routes as duty_cover
from web.roster.duty import head_routes as duty_head
from web.roster.duty import leave_routes as duty_leave
from web.roster.duty import link_routes as duty_links
from web.roster.duty import paper_routes as roster_papers
from web.roster.duty import routes as duty
from web.roster.duty import swap_routes as duty_swaps
from web.roster.duty import touched as duty_touched
from web.roster.duty import wish_routes as duty_wishes
from web.roster.planning import calendar_routes as roster_calendar
from web.roster.planning import home_routes as roster_homes
from web.roster.planning import import_routes as roster_import
from web.roster.planning import people_routes as roster_people
from web.roster.planning import place_routes as roster_places
from web.roster.planning import publish_routes as roster_publishing
from web.roster.planning import routes as roster
from web.roster.planning import version_routes as roster_versions
from web.shell import (
    access,
    assets,
    csrf,
    database,
    errors,
    formatting,
    headers,
    navigation,
    passes,
    repeats,
    runtime,
    sessions,
    ui,
    unsent,
    unsent_answers,
    unsent_routes,
    uploads,
    wording,
)
from web.shell.config import Settings
from web.shell.effects import Effects
from web.testers import routes as tester_api
from web.worlds import desk_pass

_HERE = Path(__file__).parent
LARGEST_BODY = 16 * 1024 * 1024  # two scans of 6 MB and the form: too large is the portal's to say

ROOMS: tuple[Blueprint, ...] = (
    home.blueprint,
    first_run.blueprint,
    accounts.blueprint,
    unsent_routes.blueprint,
    administration.blueprint,
    people_import.blueprint,
    people_bulk.blueprint,
    units.blueprint,
    practice.blueprint,
    assignments.blueprint,
    assignments_managed.blueprint,
    classes.blueprint,
    taking_part.blueprint,
    leading.blueprint,
    class_board.blueprint,
    class_looked_back_at.blueprint,
    slips.blueprint,
    slip_entry.blueprint,
    roster.blueprint,
    roster_people.blueprint,
    roster_import.blueprint,
    roster_places.blueprint,
    roster_homes.blueprint,
    roster_calendar.blueprint,
    roster_versions.blueprint,
    roster_publishing.blueprint,
    roster_papers.blueprint,
    duty.blueprint,
    duty_swaps.blueprint,
    duty_absences.blueprint,
    duty_leave.blueprint,
    duty_wishes.blueprint,
    duty_head.blueprint,
    duty_cover.blueprint,
    duty_links.blueprint,
    run_log.blueprint,
    run_page.blueprint,
    competence.blueprint,
    records.blueprint,
    role_play.blueprint,
    debrief.blueprint,
    class_debrief.blueprint,
    awaiting_routes.blueprint,
    authoring.blueprint,
    authoring_form.blueprint,
    authoring_publish.blueprint,
    authoring_marks.blueprint,
    authoring_packs.blueprint,
    fidelity.blueprint,
    audit.blueprint,
    desk.blueprint,
    coach.blueprint,
    desk_arrival.blueprint,
    desk_follow.blueprint,
    scanner.blueprint,
    portal_door.blueprint,
    portal_list.blueprint,
    portal_form.blueprint,
    portal_paper.blueprint,
    *tester_api.BLUEPRINTS,
)


def create_app(settings: Settings, effects: Effects | None = None) -> Flask:
    """The app over ``settings``; the database must be there (start.py sees to it)."""
    app = Flask("web", static_folder=None)
    app.request_class = uploads.InMemoryRequest
    _configure(app, settings)
    _find_templates(app)
    headers.init_app(app)
    database.init_app(app, settings.database_url)  # after_request runs backwards: headers last
    with app.app_context():
        engine = database.db.engine
    runtime.init_app(app, runtime.Runtime(settings, effects or Effects(), engine))
    errors.init_app(app)
    uploads.init_app(app)  # before whatever asks the database
    sessions.init_app(app, settings)
    passes.init_app(app, passes.Passes(desk_pass.is_present, limit))
    touching.init_app(
        app, (duty_touched.touched, classes_touched.touched, practice_touched.touched)
    )
    first_run_gate.init_app(app)  # before every other gate
    access.init_app(app)
    repeats.init_app(app)
    csrf.init_app(app)  # after the gate, which says whether a form is expected
    unsent.init_app(app, {"portal_form.press": posted.safe_fields})
    unsent_answers.init_app(app)  # its answer is a redirect, which is no form taken
    assets.init_app(app)
    for room in ROOMS:
        app.register_blueprint(room)
    citizen_rooms.register(app)
    _install_words(app)
    access.check_every_address(app)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY, TEMPLATES_AUTO_RELOAD=False)
    _answer_by_name(app, {urlsplit(settings.base_url).hostname, "localhost", "127.0.0.1", "::1"})
    if settings.trusted_proxies:
        _believe_proxies(app, settings.trusted_proxies)


def _answer_by_name(app: Flask, names: Collection[str | None]) -> None:
    """Under no other host; Werkzeug's TRUSTED_HOSTS would refuse every IPv6 address."""

    @app.before_request
    def _check_name() -> None:
        if urlsplit(f"//{request.host}").hostname not in names:
            abort(400)


def _believe_proxies(app: Flask, count: int) -> None:
    """Only for the visitor's address, which sign-in counts by: what people type is a setting."""
    believing = ProxyFix(app.wsgi_app, x_for=count, x_proto=0, x_host=0)
    app.wsgi_app = believing  # type: ignore[method-assign]  # Flask's documented way


def _find_templates(app: Flask) -> None:
    """``layouts/x.html`` and ``ui/x.html`` as they stand; ``room/x.html`` in its templates/."""
    folders = {name: FileSystemLoader(_HERE / "shell" / name) for name in ("layouts", "ui")}
    folders |= {folder.parent.name: FileSystemLoader(folder) for folder in _HERE.rglob("templates")}
    app.jinja_env.loader = PrefixLoader(folders)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _install_words(app: Flask) -> None:
    formatting.init_app(app)
    navigation.init_app(app)
    app.jinja_env.globals["words"] = wording
    app.add_template_global(access.person_or_none, "person_or_none")
    ui.init_app(app)
    coach_bar.init_app(app)
    dock.init_app(app)
