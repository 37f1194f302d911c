"""My wishes for the roster to come: a few sessions I would like, or rather not."""

from datetime import date

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from wtforms import Form, StringField
from wtforms.validators import AnyOf, DataRequired

from rostering.sentences import day_in_words
from rostering.values import Half, Wish
from web.roster.duty.leave_routes import HALVES
from web.roster.duty.routes import ON_DUTY, locking_actor, my_member
from web.roster.planning import wish_store, wishes
from web.roster.planning.actor import Actor, current_actor
from web.roster.planning.grid import titled
from web.roster.planning.wish_store import WishRecord
from web.shell.access import who_may
from web.shell.database import db
from web.shell.forms import Errors, form_errors
from web.shell.htmx import page, see_other

blueprint = Blueprint("duty_wishes", __name__, url_prefix="/ca-truc/nguyen-vong")

HOME = "/ca-truc/nguyen-vong"
KINDS = [
    ("muon", "Mong được trực", "Buổi tôi thuận tiện."),
    ("mien", "Mong được miễn", "Buổi tôi khó đi, nhưng vẫn trực được nếu cần."),
]


class WishForm(Form):
    """Which session, and whether one would like it or rather not."""

    wants = StringField("Nguyện vọng", [AnyOf([c for c, _, _ in KINDS], "Anh/chị chọn một loại.")])
    day = StringField("Ngày", [DataRequired("Anh/chị chọn một ngày trong danh sách.")])
    half = StringField("Buổi", [AnyOf([c for c, _, _ in HALVES], "Anh/chị chọn buổi.")])

    def wish(self, member_id: str) -> Wish:
        """What is wished for; of no day at all where none was chosen."""
        half = Half(self.half.data) if self.half.data else None
        return Wish(member_id, self.wants.data == "muon", None, half, _day(self.day.data))


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return date.min  # no period has it


@blueprint.get("")
@who_may(*ON_DUTY)
def home() -> ResponseReturnValue:
    """Mine, and a form for one more."""
    return _page(current_actor(), WishForm(half=""), Errors())


@blueprint.post("")
@who_may(*ON_DUTY)
def add() -> ResponseReturnValue:
    """One more."""
    actor, form = locking_actor(), WishForm(request.form)
    member = my_member(actor)
    if not form.validate():
        return _page(actor, form, form_errors(form))
    about, wish = wishes.coming(db.connection, actor.unit_id, actor.today), form.wish(member.id)
    mine = about.mine([record.wish for record in wish_store.of_member(db.connection, member.id)])
    refusal = wishes.refusal(about, mine, wish)
    if refusal:
        return _page(actor, form, Errors(day=refusal))
    wish_store.add(db.connection, WishRecord(actor.effects.new_id(), wish))
    return see_other(HOME)


@blueprint.post("/<wish_id>/bo")
@who_may(*ON_DUTY)
def remove(wish_id: str) -> ResponseReturnValue:
    """I do not wish it any more."""
    actor = locking_actor()
    about = wishes.coming(db.connection, actor.unit_id, actor.today)
    if about.closed:
        says = "Đã hết hạn nhận nguyện vọng nên không đổi được nữa. Anh/chị báo trưởng bộ phận."
        return _page(actor, WishForm(half=""), Errors({"": says}))
    member = my_member(actor)
    records = wish_store.of_member(db.connection, member.id)
    if wish_id in {one.id for one in records if about.mine([one.wish])}:
        wish_store.remove(db.connection, member.id, wish_id)
    return see_other(HOME)


def _page(actor: Actor, form: WishForm, errors: Errors) -> Response:
    member, about = my_member(actor), wishes.coming(db.connection, actor.unit_id, actor.today)
    records = wish_store.of_member(db.connection, member.id)
    mine = [one for one in records if about.mine([one.wish])]
    days = [(day.isoformat(), titled(day_in_words(day))) for day in about.days]
    return page(
        "duty/wishes.html",
        about=about,
        mine=[(one.id, wishes.in_words(one.wish)) for one in mine],
        most=wishes.MOST,
        form=form,
        kinds=KINDS,
        days=[("", "Chọn ngày"), *days],
        halves=[(code, words) for code, words, _ in HALVES],
        errors=errors,
        status=422 if errors else 200,
    )
