"""Forms about people and units; what looks like a real person's number is refused."""

import re
from collections.abc import Sequence

from wtforms import Form, StringField
from wtforms.fields.core import Field
from wtforms.validators import AnyOf, DataRequired, Length, ValidationError

from web.people.accounts.store import username_key
from web.people.administration.store import Unit
from web.shell.forms import clean, no_real_data
from web.shell.people import ROLE_WORDS, Role

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}")  # ASCII, so that no two look alike


_IN_NAMES = " .-'’()"
_FEWEST_LETTERS = 2
_ROLE_NOTES = {
    Role.CLERK: "Luyện tập và xem các lượt của mình.",
    Role.TRAINER: "Mở buổi tập, giao bài, soạn tình huống, xem các lượt của đơn vị.",
    Role.DESK_HEAD: "Xếp lịch trực, xem năng lực và các lượt của đơn vị.",
    Role.SUPERVISOR: "Chỉ xem, không thay đổi gì.",
    Role.ADMINISTRATOR: "Quản lý người dùng và đơn vị.",
}


def _is_a_name(_: Form, field: Field) -> None:
    text = field.data or ""
    letters = sum(each.isalpha() for each in text)
    if letters < _FEWEST_LETTERS or not all(each.isalnum() or each in _IN_NAMES for each in text):
        raise ValidationError(
            "Họ và tên chỉ gồm chữ và số, có ít nhất hai chữ cái. Anh/chị xem lại ô này."
        )


def _username_shape(_: Form, field: Field) -> None:
    if not _USERNAME.fullmatch(username_key(field.data or "")):
        raise ValidationError(
            "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối, "
            "ví dụ canbo5."
        )


class FullNameForm(Form):
    """What somebody is called."""

    full_name = StringField(
        "Họ và tên",
        [
            DataRequired("Anh/chị nhập họ và tên."),
            Length(max=150, message="Họ và tên chỉ dài tối đa 150 ký tự."),
            no_real_data,
            _is_a_name,
        ],
        filters=[clean],
    )


class PersonForm(FullNameForm):
    """Who somebody is and what they may do."""

    role = StringField("Vai trò", [AnyOf(list(Role), message="Anh/chị chọn một vai trò.")])
    unit_id = StringField("Đơn vị")
    units: Sequence[Unit] = ()

    def validate_unit_id(self, field: Field) -> None:
        """Only a unit that was offered; WTForms calls this by its name."""
        if field.data not in {str(unit.id) for unit in self.units}:
            raise ValidationError("Anh/chị chọn một đơn vị trong danh sách.")

    def values(self) -> tuple[str, Role, Unit]:
        """Full name, role and unit of a form that holds no mistake."""
        unit = next(unit for unit in self.units if str(unit.id) == self.unit_id.data)
        return self.full_name.data or "", Role(self.role.data or ""), unit

    def unit_options(self) -> list[tuple[str, str]]:
        """Value and words."""
        return [(str(unit.id), unit.name) for unit in self.units]

    def role_options(self) -> list[tuple[Role, str, str]]:
        """Value, words and what the role may do."""
        return [(role, words, _ROLE_NOTES[role]) for role, words in ROLE_WORDS.items()]


class NewNameForm(FullNameForm):
    """What somebody new is called, and the name they sign in with."""

    username = StringField(
        "Tên đăng nhập",
        [DataRequired("Anh/chị nhập tên đăng nhập."), no_real_data, _username_shape],
    )


class NewPersonForm(NewNameForm, PersonForm):
    """All of it, for somebody new."""


class UnitNameForm(Form):
    """What a unit is called."""

    name = StringField(
        "Tên đơn vị",
        [
            DataRequired("Anh/chị nhập tên đơn vị."),
            Length(max=150, message="Tên đơn vị chỉ dài tối đa 150 ký tự."),
            no_real_data,
        ],
        filters=[clean],
    )


class UnitForm(UnitNameForm):
    """A unit's name and code."""

    code = StringField(
        "Mã đơn vị",
        [
            DataRequired("Anh/chị nhập mã đơn vị."),
            Length(max=30, message="Mã đơn vị chỉ dài tối đa 30 ký tự."),
            no_real_data,
        ],
        filters=[clean],
    )
