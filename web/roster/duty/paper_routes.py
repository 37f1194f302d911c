"""The roster to print, and the page its QR code leads to."""

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from web.roster.duty import papers
from web.roster.paper import content
from web.roster.paper.content import Paper
from web.roster.paper.excel import roster_xlsx
from web.roster.paper.pdf import roster_pdf
from web.roster.paper.word import roster_docx
from web.roster.planning import period_store
from web.roster.planning.actor import READERS
from web.roster.planning.records import Version
from web.shell.access import capability, current_person, who_may
from web.shell.database import db
from web.shell.htmx import page
from web.shell.ids import could_be_id
from web.shell.qr import qr_svg
from web.shell.spreadsheets import XLSX_TYPE

blueprint = Blueprint("roster_papers", __name__)

_DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS: Mapping[str, tuple[str, Callable[[Paper], bytes]]] = {
    "pdf": ("application/pdf", roster_pdf),
    "docx": (_DOCX_TYPE, roster_docx),
    "xlsx": (XLSX_TYPE, roster_xlsx),
}


@blueprint.get("/lich-truc/ban/<version_id>/giay")
@who_may(*READERS)
def sheet(version_id: str) -> ResponseReturnValue:
    """The paper on the screen, ready for the printer."""
    version, paper = _paper(version_id)
    qr = qr_svg(paper.heading.address)
    return page("duty/paper.html", version=version, paper=paper, content=content, qr=qr)


@blueprint.get("/lich-truc/ban/<version_id>/lich-truc.<kind>")
@who_may(*READERS)
def file(version_id: str, kind: str) -> ResponseReturnValue:
    """The paper as a file."""
    if kind not in _KINDS:
        abort(404)
    mimetype, write = _KINDS[kind]
    version, paper = _paper(version_id)
    response = Response(write(paper), content_type=mimetype)
    first, number = paper.heading.first, version.number
    name = f"lich-truc-{first:%Y-%m-%d}-ban-{number}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _paper(version_id: str) -> tuple[Version, Paper]:
    """The reader's unit's published version; 404 for drafts, which nobody should hang up."""
    reader = current_person()
    known = could_be_id(version_id)
    version = period_store.version(db.connection, reader.unit_id, version_id) if known else None
    if version is None or not version.published:
        abort(404)
    period = period_store.period(db.connection, reader.unit_id, version.period_id) or abort(404)
    return version, papers.read(db.connection, period, version, reader.unit_name)


@blueprint.get("/lich-dang-dung/<capability>")
@capability
def in_force(capability: str) -> ResponseReturnValue:
    """The version that holds, for whoever has a paper: what that paper would say today."""
    found = period_store.period_and_unit(db.connection, capability) or abort(404)
    period, unit_name = found
    version = period_store.published(db.connection, period.id) or abort(404)
    paper = papers.read(db.connection, period, version, unit_name)
    return page("duty/in_force.html", version=version, paper=paper, content=content)
