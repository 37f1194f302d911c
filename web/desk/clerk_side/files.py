"""Files handed to the browser to be kept."""

from flask import Response

_KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpg": "image/jpeg",
}


def download(content: bytes, name: str) -> Response:
    """``content`` as a file called ``name``, whose ending says what it is."""
    response = Response(content, mimetype=_KINDS[name.rpartition(".")[2]])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
