"""One's own data, and the unit's results as files."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from web.office.records import own_data
from web.office.records.tables import runs_table
from web.office.records.xapi import statements
from web.practice.competence.people import LEADING
from web.practice.run_log import store as run_log
from web.practice.run_log.filters import Query, parse_filters, query_from
from web.practice.run_log.scope import Scope
from web.practice.run_log.store import Listed
from web.practice.scenarios import library
from web.shell.access import current_person, signed_in, who_may
from web.shell.database import db
from web.shell.forms import Errors
from web.shell.htmx import page
from web.shell.runtime import runtime
from web.shell.spreadsheets import CSV_TYPE, XLSX_TYPE, csv_file, xlsx_file
from web.shell.unsent_store import FORMS_LIVE

blueprint = Blueprint("records", __name__)


@blueprint.get("/du-lieu-cua-toi")
@signed_in
def mine() -> ResponseReturnValue:
    """What is stored about me, for how long, who sees it, and a copy to take away."""
    return page(
        "records/mine.html",
        data=own_data.read(db.connection, current_person()),
        retention_days=runtime().settings.retention_days,
        unsent_days=FORMS_LIVE.days,
        duty_days=runtime().settings.duty_retention_days,
    )


@blueprint.get("/du-lieu-cua-toi/tai-ve")
@signed_in
def take_mine() -> ResponseReturnValue:
    """My own data as a file."""
    data, now = own_data.read(db.connection, current_person()), runtime().effects.now()
    if request.args.get("dang") == "xlsx":
        return _file(xlsx_file(data.tables(), now), XLSX_TYPE, "du-lieu-cua-toi.xlsx")
    return _file(_json(data.as_json(now)), "application/json", "du-lieu-cua-toi.json")


@blueprint.get("/xuat-ket-qua")
@who_may(*LEADING)
def export() -> ResponseReturnValue:
    """Which days, which kind of file."""
    return _export(query_from(request.args), Errors())


def _export(question: Query, errors: Errors) -> Response:
    status = 422 if errors else 200
    return page("records/export.html", typed=question.typed, errors=errors, status=status)


@blueprint.get("/xuat-ket-qua/tep")
@who_may(*LEADING)
def take_export() -> ResponseReturnValue:
    """The results of the reader's own unit as a file."""
    question, kind = query_from(request.args), _KINDS.get(request.args.get("dang", "xlsx"))
    filters, errors = parse_filters(question)
    if errors:
        return _export(question, errors)
    if kind is None:
        abort(404)
    runs = run_log.every(db.connection, Scope(unit_id=current_person().unit_id), filters)
    return _file(kind.write(runs), kind.mimetype, f"ket-qua-luyen-tap.{kind.ending}")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of file: how it is written, its media type, how its name ends."""

    write: Callable[[list[Listed]], bytes]
    mimetype: str
    ending: str


def _xlsx(runs: list[Listed]) -> bytes:
    return xlsx_file([runs_table(runs)], runtime().effects.now())


def _csv(runs: list[Listed]) -> bytes:
    return csv_file(runs_table(runs))


def _xapi(runs: list[Listed]) -> bytes:
    known = library.used_by(db.connection, [entry.run for entry in runs])
    used = (
        (run, known.get((run.scenario, run.scenario_version)))
        for run in (entry.run for entry in runs)
    )
    return _json(statements(used, runtime().settings.secret_key))


_KINDS: Mapping[str, _Kind] = {
    "xlsx": _Kind(_xlsx, XLSX_TYPE, "xlsx"),
    "csv": _Kind(_csv, CSV_TYPE, "csv"),
    "xapi": _Kind(_xapi, "application/json", "xapi.json"),
}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode()


def _file(body: bytes, mimetype: str, name: str) -> Response:
    response = Response(body, content_type=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
