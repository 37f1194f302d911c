"""Ask for days off; who is on duty then becomes a gap when the head agrees."""

from datetime import date

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from wtforms import Form, StringField
from wtforms.fields.core import Field
from wtforms.validators import AnyOf, Length, ValidationError

from rostering.values import Half
from sandbox.identity import read_birth_date
from sandbox.refusal import Problem
from web.roster.duty.routes import HOME, ON_DUTY, my_member
from web.roster.planning import people_store
from web.roster.planning.actor import Actor, current_actor
from web.roster.planning.records import LeaveRecord, LeaveState
from web.shell.access import who_may
from web.shell.database import db
from web.shell.forms import Errors, clean, form_errors, no_real_data
from web.shell.htmx import page, see_other

blueprint = Blueprint("duty_leave", __name__, url_prefix="/ca-truc/xin-nghi")

HALVES = [("", "Cả ngày", ""), ("am", "Chỉ buổi sáng", ""), ("pm", "Chỉ buổi chiều", "")]
_LONGEST = 200  # days
_SHAPE = "Anh/chị nhập ngày theo dạng 31/12/2026."


class LeaveForm(Form):
    """From when until when, which half, and why if one likes."""

    first = StringField("Nghỉ từ ngày", filters=[clean])
    last = StringField("Đến hết ngày", filters=[clean])
    half = StringField("Buổi", [AnyOf([code for code, _, _ in HALVES], "Anh/chị chọn buổi.")])
    note = StringField(
        "Lý do",
        [Length(max=300, message="Lý do chỉ dài tối đa 300 ký tự."), no_real_data],
        filters=[clean],
    )
    today: date

    def validate_first(self, field: Field) -> None:
        """A day that is not over."""
        first = _day(field.data)
        if first is None:
            raise ValidationError(_SHAPE)
        if first < self.today:
            raise ValidationError("Ngày này đã qua. Anh/chị chọn từ hôm nay trở đi.")

    def validate_last(self, field: Field) -> None:
        """Empty for one day; not before the first, nor years after it."""
        first, last = _day(self.first.data), _day(field.data) if field.data else None
        if field.data and last is None:
            raise ValidationError(_SHAPE)
        if first and last and last < first:
            raise ValidationError("Ngày cuối phải bằng hoặc sau ngày đầu.")
        if first and last and (last - first).days > _LONGEST:
            raise ValidationError(f"Một lần xin nghỉ dài tối đa {_LONGEST} ngày.")

    def record(self, actor: Actor, member_id: str) -> LeaveRecord | None:
        """What is asked for; None when the days cannot be read."""
        first = _day(self.first.data)
        if first is None:
            return None
        return LeaveRecord(
            id=actor.effects.new_id(),
            member_id=member_id,
            first=first,
            last=_day(self.last.data) or first,
            half=Half(self.half.data) if self.half.data else None,
            state=LeaveState.ASKED,
            note=self.note.data or "",
            asked_at=actor.now,
        )


def _day(text: str | None) -> date | None:
    found = read_birth_date(text or "", date.max)
    return None if isinstance(found, Problem) else found


@blueprint.get("")
@who_may(*ON_DUTY)
def new() -> ResponseReturnValue:
    """An empty form."""
    my_member(current_actor())
    return _form(LeaveForm(half=""), Errors())


@blueprint.post("")
@who_may(*ON_DUTY)
def ask() -> ResponseReturnValue:
    """Ask the head."""
    actor, form = current_actor(), LeaveForm(request.form)
    member, form.today = my_member(actor), actor.today
    record = form.record(actor, member.id) if form.validate() else None
    if record is None:
        return _form(form, form_errors(form), 422)
    people_store.add_leave(db.connection, record)
    return see_other(f"{HOME}#nghi")


def _form(form: LeaveForm, errors: Errors, status: int = 200) -> Response:
    return page("duty/leave.html", form=form, errors=errors, halves=HALVES, status=status)
