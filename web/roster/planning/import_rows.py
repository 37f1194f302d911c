"""Rows of a list as members: each is checked by the same form as one typed by hand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rostering.values import Organisation
from sandbox.vietnamese import nfc
from web.people.accounts.store import username_key
from web.roster.planning.import_words import (
    AVAILABLE_SHAPE,
    NO,
    PERCENTS,
    SKILLS,
    YES,
    half_days,
)
from web.roster.planning.member_form import MemberForm
from web.shell import listing
from web.shell.forms import form_errors
from web.shell.listing import Columns, Listing, Mistake, plain
from web.shell.workbooks import Line

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
_COLUMNS = Columns(HEADINGS, _KNOWN_AS, frozenset({"name", "home"}))
NO_HEADING = (
    "Không thấy dòng tiêu đề có cột “Họ và tên” và “Đơn vị, tổ chức”. "
    "Anh/chị tải bảng mẫu và chép danh sách vào đó."
)
NO_ACCOUNT = "Không có tài khoản này trong đơn vị, hoặc tài khoản đã gắn với người khác."
TWICE = "Tài khoản này đã ghi ở dòng trên."
MOST_TOLD = 100  # mistakes of one list


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The forms of the rows, or what is wrong with them: never a part of the list."""

    forms: tuple[MemberForm, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True, slots=True)
class There:
    """What a list is held against: ``known`` are (name, organisation) of those there already.

    ``homes`` by their ids; ``places``: ids of the venues; ``accounts``: the unit's that belong to
    no member yet, by their keys (``username_key``).
    """

    homes: Mapping[str, Organisation]
    places: Sequence[str]
    known: frozenset[tuple[str, str]]
    accounts: Mapping[str, int]


@dataclass(slots=True)
class _Import:
    """The list while it is read."""

    listing: Listing
    homes: Mapping[str, Organisation]
    places: Sequence[str]
    known: set[tuple[str, str]]
    accounts: Mapping[str, int]
    used: set[int] = field(default_factory=set)
    forms: list[MemberForm] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


def read(lines: Sequence[Line], against: There) -> ImportResult | str:
    """The members of a list, or a sentence when it is none."""
    found = listing.find(lines, _COLUMNS)
    if found is None:
        return NO_HEADING
    if not found.rows:
        return listing.EMPTY
    known = {_same(*one) for one in against.known}
    state = _Import(found, against.homes, against.places, known, against.accounts)
    for line in found.rows:
        _import_row(state, line)
    return (
        ImportResult((), tuple(state.mistakes))
        if state.mistakes
        else ImportResult(tuple(state.forms))
    )


def _same(name: str, home: str) -> tuple[str, str]:
    return nfc(name).casefold(), nfc(home).casefold()


def _import_row(state: _Import, line: Line) -> None:
    real_data = list(state.listing.real_data(line))
    if real_data:  # what could be a real person's is not looked at any further
        state.mistakes += real_data
        return
    mistakes = [*_unreadable(state, line), *_no_such_account(state, line)]
    form = _form(state, line)
    if not form.validate():
        names = {"name": "name", "new_organisation": "home", "organisation": "home"}
        mistakes += [
            state.listing.mistake(line, names[name], says)
            for name, says in form_errors(form).items()
            if name in names
        ]
    key = _same(form.name.data or "", form.new_organisation.data or "")
    if not mistakes and key in state.known:
        says = "Người này đã có trong danh sách hoặc ở dòng trên."
        mistakes = [state.listing.mistake(line, "name", says)]
    state.known.add(key)
    state.mistakes += mistakes
    state.forms.append(form)


def _unreadable(state: _Import, line: Line) -> Iterator[Mistake]:
    """Cells with words that mean nothing here."""
    accepted: dict[str, tuple[set[str], str]] = {
        "skill": (set(SKILLS), "Ghi “Thạo việc”, “Đang học việc” hoặc “Không”."),
        "experienced": (YES | NO, "Ghi “Có” hoặc “Không”."),
        "phone": (YES | NO, "Ghi “Có” hoặc “Không”."),
        "percent": (set(PERCENTS), "Ghi 100, 75, 50 hoặc 25."),
    }
    for column, (known, says) in accepted.items():
        if plain(state.listing.cell(line, column)) not in known:
            yield state.listing.mistake(line, column, says)
    if half_days(state.listing.cell(line, "available")) is None:
        yield state.listing.mistake(line, "available", AVAILABLE_SHAPE)


def _no_such_account(state: _Import, line: Line) -> Iterator[Mistake]:
    """An account that is not there, or somebody else's."""
    username = state.listing.cell(line, "account")
    account = state.accounts.get(username_key(username))
    if username and account is None:
        yield state.listing.mistake(line, "account", NO_ACCOUNT)
    elif account in state.used:
        yield state.listing.mistake(line, "account", TWICE)
    elif account is not None:
        state.used.add(account)


def _form(state: _Import, line: Line) -> MemberForm:
    def cell(column: str) -> str:
        return state.listing.cell(line, column)

    traits = [trait for trait in ("experienced", "phone") if plain(cell(trait)) in YES]
    form = MemberForm(
        name=nfc(cell("name")),
        organisation="",
        new_organisation=nfc(cell("home")),
        account=str(state.accounts.get(username_key(cell("account")), "")),
        skill=SKILLS.get(plain(cell("skill")), "learning"),
        traits=traits,
        percent=PERCENTS.get(plain(cell("percent")), "100"),
        venues=list(state.places),
        available=half_days(cell("available")) or [],
        per_day="1",
        per_week="",
        per_period="",
        starts="",
        ends="",
    )
    form.homes, form.places = state.homes, state.places
    form.accounts = state.accounts.values()
    return form
