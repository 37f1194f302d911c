"""The audit log as a sheet."""

from collections.abc import Iterable

from web.people.audit.log import WORDS
from web.people.audit.store import Entry
from web.shell.spreadsheets import Table

_COLUMNS = ("Lúc", "Ai làm", "Việc", "Về ai, về gì", "Đơn vị", "Mục", "Trước", "Sau")


def audit_table(entries: Iterable[Entry]) -> Table:
    """One row for each thing that changed; a line without changes has one row as well."""
    rows = (
        (each.at, each.by_name, WORDS[each.act], each.subject, each.unit_name, *change)
        for each in entries
        for change in each.changes or (("", "", ""),)
    )
    return Table("Nhật ký quản trị", _COLUMNS, tuple(rows))
