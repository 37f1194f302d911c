"""Rows of a list as members: each is held against the same form as one typed by hand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from motcua.sandbox.fidelity import sentence
from motcua.sandbox.guard import real_looking
from motcua.sandbox.vietnamese import fold, nfc
from motcua.web.forms import form_errors
from motcua.web.roster import sessions_chosen
from motcua.web.roster.import_workbook import Line
from motcua.web.roster.member_form import MemberForm
from motcua.web.roster.values import Organisation

HEADINGS = {
    "name": "Họ và tên",
    "home": "Đơn vị, tổ chức",
    "skill": "Hỗ trợ công dân",
    "experienced": "Nhiều kinh nghiệm",
    "phone": "Điện thoại hỗ trợ được",
    "percent": "Phần trực",
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
}
_SKILLS = {
    "thao viec": "able",
    "thao": "able",
    "dang hoc viec": "learning",
    "hoc viec": "learning",
    "moi": "learning",
    "": "learning",  # the careful reading of an empty cell
    "khong": "no",
    "khong truc viec nay": "no",
}
_YES = {"co", "x", "1", "dung", "yes", "true"}
_NO = {"khong", "", "0", "sai", "no", "false"}
_PERCENTS = {"": "100", "100": "100", "1": "100", "75": "75", "0 75": "75"} | {
    "50": "50",
    "0 5": "50",
    "25": "25",
    "0 25": "25",
    "du phan": "100",
}
NO_HEADING = (
    "Không thấy dòng tiêu đề có cột “Họ và tên” và “Đơn vị, tổ chức”. "
    "Anh/chị tải bảng mẫu và chép danh sách vào đó."
)
EMPTY = "Bảng có tiêu đề nhưng chưa có người nào ở dưới."
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
    forms: list[MemberForm] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


def read(
    lines: Sequence[Line],
    homes: Mapping[str, Organisation],
    places: Sequence[str],
    known: set[tuple[str, str]],
) -> Read | str:
    """The members of a list; ``known`` are (name, organisation) of those there already."""
    found = next((n for n, line in enumerate(lines[:_HEADING_WITHIN]) if _is_heading(line)), None)
    if found is None:
        return NO_HEADING
    heading, rows = lines[found], lines[found + 1 :]
    taken = _List(_columns(heading), heading.cells, homes, places, {_same(*one) for one in known})
    for line in rows:
        _take(taken, line)
    if not rows:
        return EMPTY
    return Read((), tuple(taken.mistakes)) if taken.mistakes else Read(tuple(taken.forms))


def plain(text: str) -> str:
    """Lower case without accents and marks, as headings are compared."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(text)).split())


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
    form, mistakes = _form(taken, line), list(_unreadable(taken, line))
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
        "skill": (set(_SKILLS), "Ghi “Thạo việc”, “Đang học việc” hoặc “Không”."),
        "experienced": (_YES | _NO, "Ghi “Có” hoặc “Không”."),
        "phone": (_YES | _NO, "Ghi “Có” hoặc “Không”."),
        "percent": (set(_PERCENTS), "Ghi 100, 75, 50 hoặc 25."),
    }
    for column, (known, says) in meant.items():
        if plain(_cell(taken, line, column)) not in known:
            yield Mistake(line.number, HEADINGS[column], says)


def _form(taken: _List, line: Line) -> MemberForm:
    def cell(column: str) -> str:
        return _cell(taken, line, column)

    traits = [trait for trait in ("experienced", "phone") if plain(cell(trait)) in _YES]
    form = MemberForm(
        name=nfc(cell("name")),
        organisation="",
        new_organisation=nfc(cell("home")),
        account="",
        skill=_SKILLS.get(plain(cell("skill")), "learning"),
        traits=traits,
        percent=_PERCENTS.get(plain(cell("percent")), "100"),
        venues=list(taken.places),
        available=sessions_chosen.codes(None),
        per_day="1",
        per_week="",
        per_period="",
        starts="",
        ends="",
    )
    form.homes, form.places = taken.homes, taken.places
    return form
