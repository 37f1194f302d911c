"""The form of a new assignment."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from types import MappingProxyType

from wtforms import Form, SelectMultipleField, StringField
from wtforms.fields.core import Field
from wtforms.validators import AnyOf, DataRequired, Length, ValidationError

from sandbox.identity import read_birth_date
from sandbox.refusal import Problem
from training.era_fit import why_not_now
from training.scenario import Scenario
from web.practice.runs.runs import Mode
from web.shell.formatting import OFFICE_ZONE
from web.shell.forms import clean, no_real_data

WAYS = [
    (Mode.PRACTICE.value, "Luyện", "Được xem gợi ý; lượt kiểm tra cũng được tính."),
    (Mode.TEST.value, "Kiểm tra", "Chỉ tính lượt không có gợi ý."),
]
PASSES = [
    ("1", "Một lần", "Đạt một lần là xong."),
    ("2", "Hai lần", "Đạt hai lần, mỗi lần một công dân khác."),
    ("3", "Ba lần", "Cho tình huống khó."),
]


class AssignmentForm(Form):
    """What is asked, of whom, until when."""

    title = StringField(
        "Tên bài giao",
        [
            DataRequired("Anh/chị đặt tên cho bài giao, ví dụ “Ôn tạo tài khoản tháng 12”."),
            Length(max=150, message="Tên bài giao chỉ dài tối đa 150 ký tự."),
            no_real_data,
        ],
        filters=[clean],
    )
    day = StringField("Trước ngày", filters=[clean])
    hour = StringField("Trước giờ", filters=[clean])
    mode = StringField(
        "Cách luyện", [AnyOf([way for way, _, _ in WAYS], "Anh/chị chọn cách luyện.")]
    )
    passes = StringField(
        "Số lần phải đạt", [AnyOf([each for each, _, _ in PASSES], "Anh/chị chọn số lần.")]
    )
    scenarios = SelectMultipleField("Tình huống", validate_choice=False)
    people = SelectMultipleField("Giao cho", validate_choice=False)
    colleagues: Collection[int] = ()
    offered: Mapping[str, Scenario] = MappingProxyType({})
    now: datetime

    def validate_scenarios(self, field: Field) -> None:
        """At least one, all on offer, each as its time had it."""
        if not field.data or not set(field.data) <= set(self.offered):
            raise ValidationError("Anh/chị chọn ít nhất một tình huống trong danh sách.")
        for each in self.chosen_scenarios:
            out_of_time = why_not_now(self.offered[each])
            if out_of_time:
                raise ValidationError(f"{out_of_time} Anh/chị bỏ “{self.offered[each].title}”.")

    def validate_people(self, field: Field) -> None:
        """At least one, all of the unit."""
        if not field.data or not set(field.data) <= {str(each) for each in self.colleagues}:
            raise ValidationError("Anh/chị chọn ít nhất một người của đơn vị mình.")

    def validate_day(self, field: Field) -> None:
        """A day of the calendar, and together with the hour a moment to come."""
        if isinstance(_day(field.data), Problem):
            raise ValidationError("Anh/chị nhập ngày theo dạng 31/12/2026.")
        deadline = self.deadline
        if deadline is not None and deadline <= self.now:
            raise ValidationError("Hạn này đã qua. Anh/chị chọn một ngày giờ sắp tới.")

    def validate_hour(self, field: Field) -> None:
        """An hour of the day."""
        if _hour(field.data) is None:
            raise ValidationError("Anh/chị nhập giờ theo dạng 17:00.")

    @property
    def deadline(self) -> datetime | None:
        """The moment before which all must be done; None when it cannot be read."""
        day, hour = _day(self.day.data), _hour(self.hour.data)
        if isinstance(day, Problem) or hour is None:
            return None
        return datetime.combine(day, hour, OFFICE_ZONE)

    @property
    def chosen_scenarios(self) -> tuple[str, ...]:
        """The scenarios in the order they are best practised."""
        return tuple(name for name in self.offered if name in (self.scenarios.data or ()))

    @property
    def chosen_people(self) -> Sequence[int]:
        """Whom it is for."""
        return [int(each) for each in dict.fromkeys(self.people.data or ())]


def _day(text: str | None) -> date | Problem:
    return read_birth_date(text or "", date.max)


def _hour(text: str | None) -> time | None:
    try:
        return datetime.strptime(text or "", "%H:%M").time()  # noqa: DTZ007  # an hour, no moment
    except ValueError:
        return None
