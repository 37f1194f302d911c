"""The ledger's entries by subject, and the search in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sandbox.fidelity import Entry, ledger
from sandbox.vietnamese import fold
from training.clauses import clauses

# The first part of a rule's id, in the order of a visit.
SUBJECTS: Mapping[str, str] = {
    "dvc": "Trang quản trị: tạo tài khoản công dân",
    "identity": "Thông tin nhập vào biểu mẫu",
    "file": "Máy quét và tệp đính kèm",
    "otp": "Mã OTP",
    "sms": "Tin nhắn tới điện thoại công dân",
    "desk": "Bàn làm việc và công dân",
    "triage": "Kiểm tra khi công dân tới và phân nhánh",
    "vneid": "VNeID",
    "public_portal": "Cổng Dịch vụ công, phía công dân",
    "citizens": "Công dân giả lập",
    "world": "Đồng hồ diễn tập",
}

_CLAUSE = re.compile(r"\b[A-Z][0-9]-[0-9]+\b")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Group:
    """One subject of the page."""

    key: str
    title: str
    entries: tuple[Entry, ...]

    @property
    def count(self) -> int:
        """How many rules it shows."""
        return len(self.entries)


def subject_of(entry: Entry) -> str:
    """The part of the rule's id that names its subject."""
    return entry.rule.partition(".")[0]


@cache
def _searchable() -> tuple[tuple[Entry, str], ...]:
    return tuple((entry, _folded(entry)) for entry in ledger().values())


def _folded(entry: Entry) -> str:
    return fold(f"{entry.title} {entry.says} {entry.source} {entry.differs}")


def find(text: str = "", subject: str = "") -> tuple[Group, ...]:
    """The groups with the entries in which every word of ``text`` occurs, accents or not."""
    words = fold(text).split()
    found = [
        entry
        for entry, folded in _searchable()
        if all(word in folded for word in words) and subject in ("", subject_of(entry))
    ]
    groups = (_group(key, title, found) for key, title in SUBJECTS.items())
    return tuple(group for group in groups if group.entries)


def _group(key: str, title: str, entries: list[Entry]) -> Group:
    return Group(key, title, tuple(entry for entry in entries if subject_of(entry) == key))


def cited(entry: Entry) -> list[tuple[str, str]]:
    """The clauses the source names, each with what it asks for."""
    known = clauses()
    return [(name, known[name]) for name in _CLAUSE.findall(entry.source) if name in known]


def period_words(entry: Entry) -> str:
    """The date or period of the source: ``2022-06`` as ``6/2022``, anything else as it is."""
    month = _MONTH.fullmatch(entry.seen)
    return f"{int(month[2])}/{month[1]}" if month else entry.seen
