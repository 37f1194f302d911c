"""Who changed people, units and rights: by page, by act and days, and as a file."""

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from sandbox.vietnamese import nfc
from web.people.audit import store
from web.people.audit.log import WORDS
from web.people.audit.store import Wanted
from web.people.audit.table import audit_table
from web.practice.run_log.filters import days_asked
from web.shell.access import Role, current_person, who_may
from web.shell.database import db
from web.shell.forms import Errors, safe_search
from web.shell.htmx import page, see_other
from web.shell.runtime import runtime
from web.shell.spreadsheets import XLSX_TYPE, xlsx_file

blueprint = Blueprint("audit", __name__, url_prefix="/nhat-ky-quan-tri")
READERS = (Role.SUPERVISOR, Role.ADMINISTRATOR)
_FIELDS = ("viec", "tu_ngay", "den_ngay")
_LONGEST_NUMBER = 6  # digits


@blueprint.get("")
@who_may(*READERS)
def entries() -> ResponseReturnValue:
    """One page of the log, newest first."""
    typed, wanted, errors = _question()
    number = request.args.get("trang", "")
    shown = max(int(number), 1) if number.isdecimal() and len(number) <= _LONGEST_NUMBER else 1
    unit = current_person().unit_id
    found, count = ([], 0) if errors else store.page_of(db.connection, unit, wanted, shown)
    address = "/nhat-ky-quan-tri?" + urlencode({**_filled(typed), "trang": ""})
    if not found and shown > 1:
        return see_other(f"{address}1")
    return page(
        "audit/entries.html",
        typed=typed,
        errors=errors,
        acts=[("", "Mọi việc"), *WORDS.items()],
        entries=found,
        act_words=WORDS,
        count=count,
        page=shown,
        pages=-(-count // store.PAGE),
        address=address,
        file="/nhat-ky-quan-tri/tep?" + urlencode(_filled(typed)),
        status=422 if errors else 200,
    )


@blueprint.get("/tep")
@who_may(*READERS)
def take() -> ResponseReturnValue:
    """The same as a file for Excel."""
    _, wanted, errors = _question()
    if errors:
        return see_other(f"/nhat-ky-quan-tri?{request.query_string.decode()}")
    table = audit_table(store.every(db.connection, current_person().unit_id, wanted))
    response = Response(xlsx_file([table], runtime().effects.now()), content_type=XLSX_TYPE)
    response.headers["Content-Disposition"] = 'attachment; filename="nhat-ky-quan-tri.xlsx"'
    return response


def _question() -> tuple[dict[str, str], Wanted, Errors]:
    """What is asked for: as typed, as understood, and what cannot be."""
    typed, errors = dict[str, str](), Errors()
    for name in _FIELDS:
        typed[name], unfit = safe_search(nfc(request.args.get(name, "")), name)
        errors.update(unfit)
    since, until = days_asked(typed, errors)
    act = typed["viec"] if typed["viec"] in list(WORDS) else ""
    return typed, Wanted(act, since, until), errors


def _filled(typed: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in typed.items() if text}
