"""Rows of a list as accounts to be: each is checked by the same form as one typed by hand."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sandbox.vietnamese import fold, nfc
from web.people.accounts.store import username_key
from web.people.administration.forms import NewPersonForm
from web.people.administration.store import Unit
from web.shell import listing
from web.shell.forms import form_errors
from web.shell.listing import Columns, Listing, Mistake, plain
from web.shell.people import ROLE_WORDS, Role
from web.shell.workbooks import Line

MOST = 200  # people: hashing their passwords takes as many times 17 ms
HEADINGS = {
    "full_name": "Họ và tên",
    "username": "Tên đăng nhập",
    "role": "Vai trò",
    "unit_id": "Đơn vị",
}
NO_HEADING = (
    "Không thấy dòng tiêu đề có cột “Họ và tên”. Anh/chị tải bảng mẫu và chép danh sách vào đó."
)
TOO_MANY = f"Danh sách dài quá {MOST} người. Anh/chị chia thành nhiều tệp."
_COLUMNS = Columns(
    HEADINGS,
    {
        "full_name": ("ho va ten", "ho ten", "ten", "ho ten can bo"),
        "username": ("ten dang nhap", "tai khoan"),
        "role": ("vai tro", "chuc vu", "chuc danh"),
        "unit_id": ("don vi", "ma don vi", "don vi cong tac", "co quan"),
    },
    frozenset({"full_name"}),
)
_ROLES = {plain(words): role for role, words in ROLE_WORDS.items()} | {
    "": Role.CLERK,
    "can bo": Role.CLERK,
    "can bo tiep nhan": Role.CLERK,
    "quan tri vien": Role.ADMINISTRATOR,
    "giam sat vien": Role.SUPERVISOR,
}
ROLE_SHAPE = f"Ghi một trong: {'; '.join(ROLE_WORDS.values())}."
_UNIT_SHAPE = "Ghi tên hoặc mã của một đơn vị trong danh sách đơn vị."
_SHAPES = {"role": ROLE_SHAPE, "unit_id": _UNIT_SHAPE}
_SHORTEST = 3
_TAKEN = "Tên đăng nhập này đã có người dùng. Anh/chị ghi tên khác, hoặc để trống."
_TWICE = "Tên đăng nhập này đã ghi ở dòng trên. Anh/chị ghi tên khác, hoặc để trống."


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to be added; ``row`` is their line in the file."""

    row: int
    full_name: str
    username: str
    role: Role
    unit: Unit

    @property
    def role_word(self) -> str:
        """The role in words."""
        return ROLE_WORDS[self.role]


@dataclass(slots=True)
class People:
    """The list while it is read, and read: with a mistake in it, nobody of it is taken."""

    units: Sequence[Unit]
    taken: Collection[str]
    newcomers: list[Newcomer] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    used: set[str] = field(default_factory=set)


def read(lines: Sequence[Line], units: Sequence[Unit], taken: Collection[str]) -> People | str:
    """The people of a list; ``taken``: every ``username_key`` there is. A sentence if it is none.

    Who has no name to sign in with is given one; those that are written go first.
    """
    found = listing.find(lines, _COLUMNS)
    if found is None:
        return NO_HEADING
    if not found.rows or len(found.rows) > MOST:
        return TOO_MANY if found.rows else listing.EMPTY
    people = People(units, taken)
    written = {username_key(found.cell(line, "username")) for line in found.rows}
    for line in found.rows:
        _read_row(people, found, line, written)
    return people


def _read_row(people: People, found: Listing, line: Line, written: set[str]) -> None:
    real_data = list(found.real_data(line))
    if real_data:  # what could be a real person's is not looked at any further
        people.mistakes += real_data
        return
    name = nfc(found.cell(line, "full_name"))
    username = username_key(found.cell(line, "username"))
    username = username or _proposed(name, {*people.taken, *people.used, *written})
    role, unit = _ROLES.get(plain(found.cell(line, "role"))), _unit(people, found, line)
    form = NewPersonForm(
        full_name=name, username=username, role=role or "", unit_id=str(unit.id) if unit else ""
    )
    form.units = people.units
    wrong = _wrong(people, form, username)
    people.used.add(username)
    people.mistakes += [found.mistake(line, column, says) for column, says in wrong.items()]
    if not wrong and role and unit:
        people.newcomers.append(Newcomer(line.number, name, username, role, unit))


def _wrong(people: People, form: NewPersonForm, username: str) -> dict[str, str]:
    """The sentence for each of our columns that has a mistake."""
    refused = {} if form.validate() else form_errors(form)
    wrong = {column: _SHAPES.get(column, says) for column, says in refused.items()}
    if not username:  # it would have been made of the name that is missing
        wrong.pop("username", None)
    if username in people.taken:
        wrong.setdefault("username", _TAKEN)
    if username in people.used:
        wrong.setdefault("username", _TWICE)
    return wrong


def _unit(people: People, found: Listing, line: Line) -> Unit | None:
    """The one that is named; of several, none is chosen for an empty cell."""
    typed = plain(found.cell(line, "unit_id"))
    if not typed:
        return people.units[0] if len(people.units) == 1 else None
    named = [one for one in people.units if typed in (plain(one.name), plain(one.code))]
    return named[0] if len(named) == 1 else None


def _proposed(full_name: str, taken: Collection[str]) -> str:
    """``an.ttm`` for Trần Thị Mẫu An; with a number where somebody has that name already."""
    words = re.sub(r"[^a-z ]", "", fold(full_name)).split()
    if not words:
        return ""
    name = ".".join(filter(None, [words[-1][:30], "".join(word[0] for word in words[:-1])[:8]]))
    name = name if len(name) >= _SHORTEST else f"canbo.{name}"
    numbered = (f"{name}{number}" for number in range(2, MOST + len(taken) + 3))
    return next(each for each in (name, *numbered) if each not in taken)


def as_text(newcomers: Sequence[Newcomer]) -> str:
    """The people as the page that asks for a last look carries them; ``lines_of`` reads it."""
    rows = [(0, *HEADINGS.values())]
    rows += [(o.row, o.full_name, o.username, o.role_word, o.unit.code) for o in newcomers]
    return "\n".join("\t".join(map(str, row)) for row in rows)


def lines_of(text: str) -> list[Line]:
    """The rows of ``as_text``, checked anew by ``read`` like any list; strays make no row."""
    rows = (row.rstrip("\r").split("\t") for row in text.split("\n")[: MOST + 1])
    return [Line(int(row[0]), tuple(row[1:])) for row in rows if row[0].isdecimal()]
