"""Our own CSS, scripts and fonts, under addresses that change with their content."""

import hashlib
import re
from functools import cache
from pathlib import Path

from flask import Blueprint, Flask, Response, send_from_directory

from web.shell.access import public

_FOLDER = Path(__file__).parents[1] / "static"
_YEAR = 31_536_000
_COMMENT, _INDENTATION = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"\n\s*")

blueprint = Blueprint("assets", __name__)


@blueprint.get("/tinh/<version>/<path:name>")
@public
def asset(version: str, name: str) -> Response:  # noqa: ARG001  # part of the address only, so that browsers may keep it
    """One file; CSS reaches its fonts by relative address under the same version."""
    if name in _packed_sheets():
        response = Response(_packed_sheets()[name], mimetype="text/css")
        response.cache_control.public, response.cache_control.max_age = True, _YEAR
    else:
        response = send_from_directory(_FOLDER, name, max_age=_YEAR)
    response.cache_control.immutable = True
    return response


@cache
def _packed_sheets() -> dict[str, str]:
    """Each style sheet without comments and indentation, which are a sixth of it."""
    sheets = {f"css/{file.name}": file.read_text("utf-8") for file in _FOLDER.glob("css/*.css")}
    return {name: _INDENTATION.sub("\n", _COMMENT.sub("", text)) for name, text in sheets.items()}


@cache
def _version() -> str:
    digest = hashlib.sha256()
    for file in sorted(_FOLDER.rglob("*")):
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def asset_address(name: str) -> str:
    """The address of ``static/<name>`` for a template."""
    return f"/tinh/{_version()}/{name}"


def init_app(app: Flask) -> None:
    """Serve the files and offer their addresses to the templates.

    The filter (``"css/base.css"|asset``) costs nothing: Jinja works it out as it compiles.
    """
    app.register_blueprint(blueprint)
    app.add_template_filter(asset_address, "asset")
    app.add_template_global(asset_address, "asset")
