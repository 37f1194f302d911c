"""Files sent to us stay in memory: whatever is refused was never on a disk (C4)."""

from io import BytesIO

from flask import Request


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
