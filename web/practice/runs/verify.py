"""Whether runs and their marks still are what the program wrote."""

from collections.abc import Iterator

from sqlalchemy import Connection

from web.practice.runs.models import RunRow
from web.shell import seals


def changed_runs(connection: Connection) -> Iterator[str]:
    """A sentence for each run whose row was changed behind the program's back."""
    for run_id in seals.broken(connection, RunRow):
        yield f"Lượt {run_id} (điểm, kết quả hoặc người luyện) đã bị sửa ngoài chương trình."
