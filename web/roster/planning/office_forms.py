"""The forms about a venue, a day of the calendar and a new period."""

from collections.abc import Collection, Sequence

from wtforms import Form, SelectMultipleField, StringField
from wtforms.fields.core import Field
from wtforms.validators import AnyOf, DataRequired, Length, ValidationError

from rostering.sentences import DUTIES
from rostering.values import SUPPORTER, Half, Opening, Venue
from sandbox.vietnamese import same_name
from web.roster.planning import sessions_chosen
from web.roster.planning.dates import SHAPE, is_a_day, read_day, written
from web.roster.planning.records import PeriodRecord, Place
from web.shell.forms import clean, no_real_data

DUTY_OPTIONS = [(code, f"{words[:1].upper()}{words[1:]}") for code, words in DUTIES.items()]
WANTED = [(str(n), f"{n} người") for n in range(1, 6)]
ABLE = [("0", "Không cần"), *WANTED]
ON_DAYS_OFF = [("co", "Mở cả ngày nghỉ, lễ khi có phân công trực", "")]
KINDS = [("nghi", "Ngày nghỉ", ""), ("lam", "Ngày làm việc", "")]
LONGEST_DAYS = 100
WISHES_TOO_LATE = "Hạn nhận nguyện vọng phải trước khi kỳ trực kết thúc."
_TOO_LONG = "Anh/chị chỉ nhập tối đa 150 ký tự."


class PlaceForm(Form):
    """A place, when it is open and how many people it wants."""

    name = StringField(
        "Tên địa điểm",
        [
            DataRequired("Anh/chị nhập tên địa điểm."),
            Length(max=150, message=_TOO_LONG),
            no_real_data,
        ],
        filters=[clean],
    )
    duty = StringField(
        "Việc trực", [AnyOf([code for code, _ in DUTY_OPTIONS], "Anh/chị chọn việc trực.")]
    )
    open = SelectMultipleField("Mở các buổi", validate_choice=False)
    wanted = StringField("Mỗi buổi cần", [AnyOf([c for c, _ in WANTED], "Anh/chị chọn số người.")])
    competent = StringField(
        "Trong đó thạo việc", [AnyOf([c for c, _ in ABLE], "Anh/chị chọn số người.")]
    )
    days_off = SelectMultipleField("Ngày nghỉ, lễ", validate_choice=False)
    taken_names: Collection[str] = ()

    def validate_name(self, field: Field) -> None:
        """No two of the same name."""
        if any(same_name(field.data or "", name) for name in self.taken_names):
            raise ValidationError("Đã có địa điểm tên này. Anh/chị đặt tên khác.")

    def validate_open(self, field: Field) -> None:
        """At least one half-day."""
        if not field.data or not sessions_chosen.known(field.data):
            raise ValidationError("Anh/chị chọn ít nhất một buổi.")

    def validate_competent(self, field: Field) -> None:
        """Not more than all."""
        numbers = [code for code, _ in ABLE]
        people = field.data, self.wanted.data
        if set(people) <= set(numbers) and int(people[0]) > int(people[1] or 0):
            raise ValidationError("Số người thạo việc không thể nhiều hơn số người cần.")


def usual_place(name: str = "") -> PlaceForm:
    """The form of a new venue: open all week, one person who is able."""
    open_ = sessions_chosen.codes(None)
    return PlaceForm(name=name, duty=SUPPORTER, open=open_, wanted="1", competent="1")


def form_for_place(place: Place) -> PlaceForm:
    """The form as it stands for a venue."""
    week = [one for one in place.venue.openings if one.weekday is not None]
    like = week[0]
    return PlaceForm(
        name=place.venue.name,
        duty=like.duty,
        open=sessions_chosen.codes({(one.weekday or 0, one.half) for one in week}),
        wanted=str(like.wanted),
        competent=str(like.competent),
        days_off=["co"] if len(week) < len(place.venue.openings) else [],
    )


def read_place(form: PlaceForm, venue_id: str, *, active: bool = True) -> Place:
    """The venue a valid form speaks of."""
    numbers = int(form.wanted.data or 1), int(form.competent.data or 0), form.duty.data or ""
    chosen = sorted(sessions_chosen.read(form.open.data))
    off = [(None, half) for half in Half] if form.days_off.data else []
    openings = tuple(Opening(day, half, *numbers) for day, half in [*chosen, *off])
    return Place(Venue(venue_id, form.name.data or "", openings), active)


class DayForm(Form):
    """A day that is off, or worked."""

    day = StringField("Ngày", [DataRequired(SHAPE), is_a_day], filters=[clean])
    kind = StringField(
        "Ngày này là", [AnyOf([c for c, _, _ in KINDS], "Anh/chị chọn một loại ngày.")]
    )
    like = StringField("Làm bù cho ngày", [is_a_day], filters=[clean])
    name = StringField(
        "Tên gọi",
        [
            DataRequired("Anh/chị nhập tên gọi, ví dụ “Nghỉ bù”."),
            Length(max=150, message=_TOO_LONG),
            no_real_data,
        ],
        filters=[clean],
    )
    source = StringField(
        "Theo văn bản", [Length(max=150, message=_TOO_LONG), no_real_data], filters=[clean]
    )


class PeriodForm(Form):
    """From when to when, where, and by which decision."""

    first = StringField("Từ ngày", [DataRequired(SHAPE), is_a_day], filters=[clean])
    last = StringField("Đến hết ngày", [DataRequired(SHAPE), is_a_day], filters=[clean])
    plan_start = StringField("Kế hoạch bắt đầu từ ngày", [is_a_day], filters=[clean])
    decision_number = StringField(
        "Số quyết định lập Tổ",
        [Length(max=60, message="Số quyết định chỉ dài tối đa 60 ký tự."), no_real_data],
        filters=[clean],
    )
    decision_date = StringField("Ngày quyết định", [is_a_day], filters=[clean])
    wishes_until = StringField("Nhận nguyện vọng đến hết ngày", [is_a_day], filters=[clean])
    venues = SelectMultipleField("Địa điểm", validate_choice=False)
    places: Collection[str] = ()
    others: Sequence[PeriodRecord] = ()

    def validate_venues(self, field: Field) -> None:
        """At least one of the unit's."""
        if not field.data or not set(field.data) <= set(self.places):
            raise ValidationError("Anh/chị chọn ít nhất một địa điểm.")

    def validate_last(self, field: Field) -> None:
        """After the start, not too long, and not over another period."""
        first, last = read_day(self.first.data), read_day(field.data)
        if not first or not last:
            return
        if last < first:
            raise ValidationError("Ngày cuối phải từ ngày đầu trở đi.")
        if (last - first).days >= LONGEST_DAYS:
            raise ValidationError(f"Một kỳ dài tối đa {LONGEST_DAYS} ngày.")
        for other in self.others:
            if first <= other.last and other.first <= last:
                raise ValidationError(
                    f"Đã có kỳ trực từ {written(other.first)} đến {written(other.last)}. "
                    "Anh/chị chọn ngày không trùng, hoặc sửa lịch của kỳ đó."
                )

    def validate_plan_start(self, field: Field) -> None:
        """Something is left to plan."""
        starts, last = read_day(field.data), read_day(self.last.data)
        if starts and last and starts > last:
            raise ValidationError("Kế hoạch bắt đầu sau ngày cuối của kỳ, nên không có buổi nào.")

    def validate_wishes_until(self, field: Field) -> None:
        """Before the period is over."""
        until, last = read_day(field.data), read_day(self.last.data)
        if until and last and until > last:
            raise ValidationError(WISHES_TOO_LATE)
