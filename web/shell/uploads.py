"""What is sent to us: kept in memory, and taken apart before anybody has to wait for it.

Whatever is refused was never on a disk (C4).
"""

from io import BytesIO

from flask import Flask, Request, abort, request

from web.shell.database import SAFE_METHODS

_TYPED = "application/x-www-form-urlencoded"
_FORMS = {_TYPED, "multipart/form-data"}
_LARGEST_TYPED = 1024 * 1024  # bytes of a form without files; Werkzeug itself sets no limit to it


class InMemoryRequest(Request):
    """A request whose files, however large, are not spooled to temporary files."""

    def _get_file_stream(
        self,
        total_content_length: int | None,  # noqa: ARG002  # werkzeug's signature
        content_type: str | None,  # noqa: ARG002  # the same
        filename: str | None = None,  # noqa: ARG002  # the same
        content_length: int | None = None,  # noqa: ARG002  # the same
    ) -> BytesIO:
        return BytesIO()


def init_app(app: Flask) -> None:
    """Read forms before the gate asks the database: from then on other writers may be waiting."""
    app.before_request(_read_form)


def _read_form() -> None:
    if request.method in SAFE_METHODS or request.mimetype not in _FORMS:
        return
    if request.mimetype == _TYPED and (request.content_length or 0) > _LARGEST_TYPED:
        abort(413)
    request.form  # noqa: B018  # reading it is what takes it apart
