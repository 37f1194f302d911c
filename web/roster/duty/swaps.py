"""Swaps from the first question to the new version."""

from dataclasses import dataclass

from sqlalchemy import Connection

from rostering.exchange import (
    Exchange,
    Hitch,
    Objections,
    State,
    Swap,
    after,
    answered,
    decided,
    objections,
    taken_back,
)
from sandbox.vietnamese import sort_key
from web.roster.duty import store, swap_store
from web.roster.duty.live import Live, around
from web.roster.duty.swap_store import Kept
from web.roster.planning import publishing
from web.roster.planning.actor import Actor
from web.roster.planning.records import Member

_HITCHES = {
    Hitch.MOVED: "Lịch đã có bản mới và ca này không còn như lúc đề nghị.",
    Hitch.LEFT: "Có người không còn trong danh sách trực.",
    Hitch.BEGUN: "Ca trực này đã bắt đầu.",
    Hitch.SAME: "Người nhận đã trực sẵn ca này.",
}
_OVER = "Đề nghị này đã xong hoặc đã được rút lại."
_TWICE = "Ca này đã có một đề nghị đổi đang chờ. Anh/chị rút lại đề nghị cũ trước."
_INSTEAD = "Anh/chị mở Ca trực của tôi để chọn cách khác."
WORDS = {
    State.ASKED: ("Chờ đồng nghiệp trả lời", "wait"),
    State.ACCEPTED: ("Chờ trưởng bộ phận duyệt", "wait"),
    State.REFUSED: ("Không được đồng ý", "bad"),
    State.APPROVED: ("Đã đổi", "good"),
    State.CANCELLED: ("Đã rút lại", "plain"),
}


def told(live: Live, found: Objections) -> str:
    """What speaks against an exchange, in words."""
    sentences = [_HITCHES[hitch] for hitch in found.hitches]
    sentences += [live.teller.rule(rule) for rule in found.rules]
    sentences += [live.teller.gap(gap) for gap in found.gaps]
    return " ".join(sentences)


def lines(live: Live, exchange: Exchange) -> list[str]:
    """An exchange, one sentence a shift."""
    return [
        f"{live.name(give.shift.person)} nhường {live.name(give.to)}: {live.words(give.shift.slot)}"
        for give in exchange
    ]


@dataclass(frozen=True, slots=True)
class Shown:
    """A swap for the page; ``live`` is None when its roster is over."""

    kept: Kept
    lines: list[str]
    waiting: list[tuple[str, str]]
    words: tuple[str, str]

    @property
    def id(self) -> str:
        """Its id."""
        return self.kept.id


def shown(lives: list[Live], kept: Kept) -> Shown | None:
    """A swap in words; None when its roster is over."""
    live = around(lives, min(kept.days))
    if live is None:
        return None
    waiting = [(one, live.name(one)) for one in kept.swap.waits_for]
    names = sorted(waiting, key=lambda each: (sort_key(each[1]), each[0]))
    return Shown(kept, lines(live, kept.swap.exchange), names, WORDS[kept.swap.state])


def propose(
    connection: Connection, actor: Actor, live: Live, member: Member, exchange: Exchange
) -> str | None:
    """Ask those concerned; what speaks against it when it cannot be."""
    if any(
        one.swap.exchange[0].shift == exchange[0].shift for one in _mine(connection, actor, member)
    ):
        return _TWICE
    found = objections(live.request, live.shifts, exchange, actor.now)
    if found:
        return told(live, found)
    head = store.custom(connection, actor.unit_id).swaps_approved
    made = Kept(actor.effects.new_id(), actor.now, Swap(member.id, exchange, head))
    swap_store.add(connection, actor.unit_id, made)
    return None


def _mine(connection: Connection, actor: Actor, member: Member) -> list[Kept]:
    open_ones = swap_store.open_in(connection, actor.unit_id)
    return [one for one in open_ones if one.swap.asker == member.id]


def answer(
    connection: Connection,
    actor: Actor,
    lives: list[Live],
    kept: Kept,
    member_id: str,
    agrees: bool,
) -> str | None:
    """Somebody's answer; what speaks against it when it comes too late."""
    if member_id not in kept.swap.waits_for:
        return f"{_OVER} {_INSTEAD}"
    refusal = _obstacle(connection, actor, lives, kept) if agrees else None
    if refusal:
        return refusal
    swap_store.keep_answer(connection, kept.id, member_id, agrees, actor.now, actor.person_id)
    return _go_on(connection, actor, lives, kept, answered(kept.swap, member_id, agrees=agrees))


def decide(
    connection: Connection, actor: Actor, lives: list[Live], kept: Kept, approves: bool
) -> str | None:
    """The head's word; what speaks against it when it comes too late."""
    if kept.swap.state is not State.ACCEPTED:
        return _OVER
    refusal = _obstacle(connection, actor, lives, kept) if approves else None
    return refusal or _go_on(connection, actor, lives, kept, decided(kept.swap, approves=approves))


def take_back(connection: Connection, actor: Actor, kept: Kept) -> None:
    """Ask no longer."""
    state = taken_back(kept.swap).state
    if state is not kept.swap.state:
        swap_store.settle(connection, kept.id, state, actor.now, actor.person_id)


def _obstacle(connection: Connection, actor: Actor, lives: list[Live], kept: Kept) -> str | None:
    """Why it cannot be any more; what cannot be is taken back at once."""
    live = around(lives, min(kept.days))
    found = objections(live.request, live.shifts, kept.swap.exchange, actor.now) if live else None
    if live and not found:
        return None
    take_back(connection, actor, kept)
    said = told(live, found) if live and found else _HITCHES[Hitch.MOVED]
    return f"{said} Đề nghị đổi ca không còn hiệu lực."


def _go_on(
    connection: Connection, actor: Actor, lives: list[Live], kept: Kept, swap: Swap
) -> str | None:
    if swap.state is not kept.swap.state:
        swap_store.settle(connection, kept.id, swap.state, actor.now, actor.person_id)
    live = around(lives, min(kept.days))
    if swap.state is State.APPROVED and live:
        names = " – ".join(live.name(give.shift.person) for give in swap.exchange)
        shifts = after(live.shifts, swap.exchange)
        publishing.amend(connection, actor, live.version, shifts, f"Đổi ca: {names}")
    return None
