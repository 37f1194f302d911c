"""Rows of a list as members: each is held against the same form as one typed by hand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rostering.values import Organisation
from sandbox.fidelity import sentence
from sandbox.guard import real_looking
from sandbox.vietnamese import nfc
from web.people.accounts.store import username_key
from web.roster.planning.import_words import (
    AVAILABLE_SHAPE,
    NO,
    PERCENTS,
    SKILLS,
    YES,
    half_days,
    plain,
)
from web.roster.planning.import_workbook import Line
from web.roster.planning.member_form import MemberForm
from web.shell.forms import form_errors

HEADINGS = {
    "name": "Họ và tên",
    "home": "Đơn vị, tổ chức",
    "skill": "Hỗ trợ công dân",
    "experienced": "Nhiều kinh nghiệm",
    "phone": "Điện thoại hỗ trợ được",
    "percent": "Phần trực",
    "available": "Buổi trực được",
    "account": "Tài khoản",
}
_KNOWN_AS = {
    "name": ("ho va ten", "ho ten", "ten", "ho ten can bo"),
    "home": (
        "don vi to chuc",
        "don vi",
        "to chuc",
        "co quan",
        "don vi cong tac",
        "co quan to chuc",
    ),
    "skill": ("ho tro cong dan", "muc do", "tay nghe"),
    "experienced": ("nhieu kinh nghiem", "kinh nghiem"),
    "phone": ("dien thoai ho tro duoc", "co dien thoai ho tro", "dien thoai ho tro"),
    "percent": ("phan truc", "ty le", "phan tram"),
    "available": ("buoi truc duoc", "lich co the truc", "thoi gian truc", "buoi truc"),
    "account": ("tai khoan", "ten dang nhap", "tai khoan tren ban tap"),
}
NO_HEADING = (
    "Không thấy dòng tiêu đề có cột “Họ và tên” và “Đơn vị, tổ chức”. "
    "Anh/chị tải bảng mẫu và chép danh sách vào đó."
)
EMPTY = "Bảng có tiêu đề nhưng chưa có người nào ở dưới."
NO_ACCOUNT = "Không có tài khoản này trong đơn vị, hoặc tài khoản đã gắn với người khác."
TWICE = "Tài khoản này đã ghi ở dòng trên."
_HEADING_WITHIN = 20  # rows


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a cell; ``column`` is the heading as people know it."""

    row: int
    column: str
    says: str


@dataclass(frozen=True, slots=True)
class Read:
    """The forms of the rows, or what is wrong with them: never a part of the list."""

    forms: tuple[MemberForm, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


@dataclass(slots=True)
class _List:
    """The list while it is read."""

    columns: Mapping[str, int]
    headings: Sequence[str]
    homes: Mapping[str, Organisation]
    places: Sequence[str]
    known: set[tuple[str, str]]
    accounts: Mapping[str, int]
    used: set[int] = field(default_factory=set)
    forms: list[MemberForm] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


def read(
    lines: Sequence[Line],
    homes: Mapping[str, Organisation],
    places: Sequence[str],
    known: set[tuple[str, str]],
    accounts: Mapping[str, int],
) -> Read | str:
    """The members of a list; ``known`` are (name, organisation) of those there already.

    ``accounts``: the unit's that belong to no member yet, by their keys (``username_key``).
    """
    found = next((n for n, line in enumerate(lines[:_HEADING_WITHIN]) if _is_heading(line)), None)
    if found is None:
        return NO_HEADING
    heading, rows = lines[found], lines[found + 1 :]
    there = {_same(*one) for one in known}
    taken = _List(_columns(heading), heading.cells, homes, places, there, accounts)
    for line in rows:
        _take(taken, line)
    if not rows:
        return EMPTY
    return Read((), tuple(taken.mistakes)) if taken.mistakes else Read(tuple(taken.forms))


def _same(name: str, home: str) -> tuple[str, str]:
    return nfc(name).casefold(), nfc(home).casefold()


def _is_heading(line: Line) -> bool:
    return {"name", "home"} <= _columns(line).keys()


def _columns(line: Line) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, cell in enumerate(line.cells):
        for column, names in _KNOWN_AS.items():
            if plain(cell) in names:
                found.setdefault(column, number)
    return found


def _take(taken: _List, line: Line) -> None:
    real = list(_real(taken, line))
    if real:  # what could be a real person's is not looked at any further
        taken.mistakes += real
        return
    mistakes = [*_unreadable(taken, line), *_no_such_account(taken, line)]
    form = _form(taken, line)
    if not form.validate():
        names = {"name": "name", "new_organisation": "home", "organisation": "home"}
        mistakes += [
            Mistake(line.number, HEADINGS[names[name]], says)
            for name, says in form_errors(form).items()
            if name in names
        ]
    key = _same(form.name.data or "", form.new_organisation.data or "")
    if not mistakes and key in taken.known:
        says = "Người này đã có trong danh sách hoặc ở dòng trên."
        mistakes = [Mistake(line.number, HEADINGS["name"], says)]
    taken.known.add(key)
    taken.mistakes += mistakes
    taken.forms.append(form)


def _real(taken: _List, line: Line) -> Iterator[Mistake]:
    for number, cell in enumerate(line.cells):
        for problem in real_looking(cell)[:1]:
            heading = taken.headings[number] if number < len(taken.headings) else ""
            named = HEADINGS.get(_column_at(taken, number), "") or _safe(heading)
            yield Mistake(line.number, named or f"thứ {number + 1}", sentence(problem))


def _safe(heading: str) -> str:
    return "" if real_looking(heading) else heading[:60]


def _column_at(taken: _List, number: int) -> str:
    return next((column for column, at in taken.columns.items() if at == number), "")


def _cell(taken: _List, line: Line, column: str) -> str:
    at = taken.columns.get(column, len(line.cells))
    return line.cells[at] if at < len(line.cells) else ""


def _unreadable(taken: _List, line: Line) -> Iterator[Mistake]:
    """Cells with words that mean nothing here."""
    meant: dict[str, tuple[set[str], str]] = {
        "skill": (set(SKILLS), "Ghi “Thạo việc”, “Đang học việc” hoặc “Không”."),
        "experienced": (YES | NO, "Ghi “Có” hoặc “Không”."),
        "phone": (YES | NO, "Ghi “Có” hoặc “Không”."),
        "percent": (set(PERCENTS), "Ghi 100, 75, 50 hoặc 25."),
    }
    for column, (known, says) in meant.items():
        if plain(_cell(taken, line, column)) not in known:
            yield Mistake(line.number, HEADINGS[column], says)
    if half_days(_cell(taken, line, "available")) is None:
        yield Mistake(line.number, HEADINGS["available"], AVAILABLE_SHAPE)


def _no_such_account(taken: _List, line: Line) -> Iterator[Mistake]:
    """An account that is not there, or somebody else's."""
    typed = _cell(taken, line, "account")
    account = taken.accounts.get(username_key(typed))
    if typed and account is None:
        yield Mistake(line.number, HEADINGS["account"], NO_ACCOUNT)
    elif account in taken.used:
        yield Mistake(line.number, HEADINGS["account"], TWICE)
    elif account is not None:
        taken.used.add(account)


def _form(taken: _List, line: Line) -> MemberForm:
    def cell(column: str) -> str:
        return _cell(taken, line, column)

    traits = [trait for trait in ("experienced", "phone") if plain(cell(trait)) in YES]
    form = MemberForm(
        name=nfc(cell("name")),
        organisation="",
        new_organisation=nfc(cell("home")),
        account=str(taken.accounts.get(username_key(cell("account")), "")),
        skill=SKILLS.get(plain(cell("skill")), "learning"),
        traits=traits,
        percent=PERCENTS.get(plain(cell("percent")), "100"),
        venues=list(taken.places),
        available=half_days(cell("available")) or [],
        per_day="1",
        per_week="",
        per_period="",
        starts="",
        ends="",
    )
    form.homes, form.places = taken.homes, taken.places
    form.accounts = taken.accounts.values()
    return form
