"""Reading what is looked for. Nothing that could be a living person's gets into an address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from sandbox import identity, people
from sandbox.fidelity import sentence
from sandbox.guard import real_looking
from sandbox.population import UNITS, officers
from sandbox.refusal import Problem
from sandbox.resemblance import resembles
from sandbox.rules import Rule
from sandbox.state import World
from sandbox.typing_tool import tool_was_off, without_key_codes
from sandbox.vietnamese import fold, nfc
from web.desk.clerk_side.portal.accounts import Filters, is_name_of_somebody, is_officer
from web.shell.forms import Errors

FIELDS = ("ten", "dien_thoai", "so_giay_to", "can_bo", "don_vi", "tu_ngay", "den_ngay")
UNIT_CHOICES = (("", "-- Đơn vị chọn --"), *((unit.agency_code, unit.name) for unit in UNITS))

_ONLY_DIGITS = "Ô này chỉ nhận chữ số. Anh/chị nhập cả số hoặc vài chữ số liền nhau của số cần tìm."
_NO_OFFICER = (
    "Không có cán bộ giả lập nào mang tên này nên nội dung vừa nhập không được giữ lại. "
    "Anh/chị để trống ô này để tìm tài khoản của mọi cán bộ."
)
_TOOL_OFF = sentence(Problem(Rule.NAME_TOOL_OFF))
_NO_DAY = "“{label}” chưa đúng dạng ngày/tháng/năm. Anh/chị nhập lại, ví dụ 05/09/2021."
_HARMLESS_LENGTH = 6  # that few digits of a number are nobody's


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What was asked of the list: as shown again, as understood, and what is wrong with it."""

    texts: dict[str, str]
    filters: Filters
    errors: Errors

    @property
    def query_string(self) -> str:
        """The filters for the address of the list; ``can_bo`` always, as it has a default."""
        filled = {name: self.texts[name] for name in FIELDS if self.texts[name] or name == "can_bo"}
        return urlencode(filled)


def parse(world: World, values: Mapping[str, str]) -> ListQuery:
    """The filters in a posted form or an address; the officer's own accounts by default (S4-06)."""
    typed = {name: nfc(values.get(name, "")) for name in FIELDS}
    if "can_bo" not in values:
        typed["can_bo"] = officers()[0].full_name
    errors = Errors()
    for name, check in _CHECKS.items():
        if typed[name] and (wrong := check(world, typed[name])):
            errors[name] = wrong
            typed[name] = typed[name] if wrong == _TOOL_OFF else ""
    since, until = _day("tu_ngay", typed, errors), _day("den_ngay", typed, errors)
    if since and until and since > until:
        errors["tu_ngay"] = sentence(Problem(Rule.DATES_REVERSED))
    return ListQuery(typed, _filters(typed, since, until), errors)


def _filters(typed: Mapping[str, str], since: date | None, until: date | None) -> Filters:
    return Filters(
        name=fold(typed["ten"]),
        phone=_digits(typed["dien_thoai"]),
        id_number=_digits(typed["so_giay_to"]),
        officer=fold(typed["can_bo"]),
        unit=dict(UNIT_CHOICES)[typed["don_vi"]] if typed["don_vi"] else "",
        since=since,
        until=until,
    )


def _digits(text: str) -> str:
    return text.replace(" ", "").replace(".", "")


def _check_name(world: World, text: str) -> str:
    is_listed = is_name_of_somebody(world, fold(text))
    if is_listed or any(resembles(text, persona) for persona in people.personas(world)):
        return ""
    if _is_meant_for_somebody(world, text):
        return _TOOL_OFF
    return sentence(Problem(Rule.NAME_NOT_PERSONA))


def _is_meant_for_somebody(world: World, text: str) -> bool:
    """Whether it would be a name of the list, had the typing tool been on."""
    plain = without_key_codes(text)
    return plain != fold(text) and (
        is_name_of_somebody(world, plain)
        or any(tool_was_off(text, persona) for persona in people.personas(world))
    )


def _check_officer(_world: World, text: str) -> str:
    return "" if is_officer(fold(text)) else _NO_OFFICER


def _check_unit(_world: World, code: str) -> str:
    return "" if code in dict(UNIT_CHOICES) else sentence(Problem(Rule.UNIT_FOREIGN))


def _check_number(text: str, beginnings: tuple[str, ...], longest: int, rule: Rule) -> str:
    digits = _digits(text)
    if not (digits.isascii() and digits.isdigit()):
        return _ONLY_DIGITS
    safe = len(digits) <= longest and digits.startswith(beginnings)
    return "" if safe or len(digits) <= _HARMLESS_LENGTH else sentence(Problem(rule))


def _check_phone(_world: World, text: str) -> str:
    return _check_number(text, ("0400",), 10, Rule.PHONE_NOT_PRACTICE)


def _check_id(_world: World, text: str) -> str:
    beginnings = ("000",) if len(_digits(text)) <= 9 else ("0000", "0001", "0002", "0003")
    return _check_number(text, beginnings, 12, Rule.ID_NOT_PRACTICE)


_CHECKS: Mapping[str, Callable[[World, str], str]] = {
    "ten": _check_name,
    "dien_thoai": _check_phone,
    "so_giay_to": _check_id,
    "can_bo": _check_officer,
    "don_vi": _check_unit,
}
_DAY_LABELS = {"tu_ngay": "Từ ngày", "den_ngay": "Đến ngày"}


def _day(name: str, typed: dict[str, str], errors: Errors) -> date | None:
    """The day typed, None when there is none or it is no day (then it is among the errors)."""
    if not typed[name]:
        return None
    day = identity.read_birth_date(typed[name], date.max)
    if isinstance(day, date):
        typed[name] = f"{day:%d/%m/%Y}"
        return day
    errors[name] = _NO_DAY.replace("{label}", _DAY_LABELS[name])
    if not _could_be_a_day(typed[name]):
        typed[name] = ""
    return None


def _could_be_a_day(text: str) -> bool:
    """Whether somebody only slipped; anything else is not shown again."""
    short = len(text) <= len("dd/mm/yyyy") and not any(letter.isalpha() for letter in text)
    return short and not real_looking(text)
