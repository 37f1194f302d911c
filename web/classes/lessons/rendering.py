"""The board as HTML: each row drawn once and kept, the whole of it under a tag of its own."""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from flask import Response, current_app, render_template, request
from markupsafe import Markup

from web.classes.lessons.board import Board, step_counts
from web.classes.lessons.board_row import Place, Row
from web.classes.lessons.classes import TrainingClass

_WORTH_PACKING = 4096  # bytes; a class of ten fits into one packet as it is


@dataclass(frozen=True, slots=True)
class Panel:
    """The changing part of a page; ``tag`` changes whenever it does."""

    html: Markup
    tag: str


@lru_cache(maxsize=4000)
def row_html(row: Row, page: str) -> str:
    """One row of the board; ``page`` is the address of its class."""
    macros = current_app.jinja_env.get_template("lessons/_row.html").module
    return str(vars(macros)["row"](row, page))


def rows_html(board: Board, page: str) -> Markup:
    """Every row, in order."""
    return Markup("".join([row_html(row, page) for row in board.rows]))  # noqa: S704  # drawn by our own template


def render_board(training_class: TrainingClass, board: Board) -> Panel:
    """The table with the figures above it. It holds no form and no secret, so it may be packed."""
    rows = rows_html(board, training_class.page)
    html = render_template(
        "lessons/_board.html", training_class=training_class, board=board, rows=rows, Place=Place
    )
    return _panel(html)


def render_screen(training_class: TrainingClass, board: Board) -> Panel:
    """The figures for everybody's eyes: how many are where, and nobody's name."""
    html = render_template(
        "lessons/_screen.html",
        training_class=training_class,
        board=board,
        step_counts=step_counts(training_class, board),
        Place=Place,
    )
    return _panel(html)


def _panel(html: str) -> Panel:
    return Panel(Markup(html), blake2b(html.encode(), digest_size=8).hexdigest())  # noqa: S704  # drawn by our own template


def if_changed(panel: Panel) -> Response:
    """The part, packed where the browser takes it; 304, or 204 for a page that is up to date."""
    if request.args.get("co") == panel.tag:
        return Response(status=204)
    if panel.tag in request.if_none_match:
        return Response(status=304, headers={"ETag": f'"{panel.tag}"'})
    response = Response(_with_tag(panel), mimetype="text/html")
    response.set_etag(panel.tag)
    response.vary.add("Accept-Encoding")
    return _packed(response)


def _with_tag(panel: Panel) -> str:
    return f'<div data-tag="{panel.tag}">{panel.html}</div>'


def _packed(response: Response) -> Response:
    body = response.get_data()
    if len(body) < _WORTH_PACKING or not request.accept_encodings.quality("gzip"):
        return response
    packer = zlib.compressobj(1, wbits=31)  # the least work; rows are much alike
    response.set_data(packer.compress(body) + packer.flush())
    response.headers["Content-Encoding"] = "gzip"
    return response
