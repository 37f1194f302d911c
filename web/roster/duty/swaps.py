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
from web.roster.duty.current_rosters import CurrentRoster, roster_on
from web.roster.duty.swap_store import SwapRecord
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


def describe(roster: CurrentRoster, found: Objections) -> str:
    """What speaks against an exchange, in words."""
    sentences = [_HITCHES[hitch] for hitch in found.hitches]
    sentences += [roster.sentences.rule(rule) for rule in found.rules]
    sentences += [roster.sentences.gap(gap) for gap in found.gaps]
    return " ".join(sentences)


def lines(roster: CurrentRoster, exchange: Exchange) -> list[str]:
    """An exchange, one sentence a shift."""
    name, words = roster.name, roster.words
    return [
        f"{name(give.shift.person)} nhường {name(give.to)}: {words(give.shift.slot)}"
        for give in exchange
    ]


@dataclass(frozen=True, slots=True)
class SwapView:
    """A swap for the page; ``roster`` is None when its roster is over."""

    record: SwapRecord
    lines: list[str]
    waiting: list[tuple[str, str]]
    words: tuple[str, str]

    @property
    def id(self) -> str:
        """Its id."""
        return self.record.id


def view(rosters: list[CurrentRoster], record: SwapRecord) -> SwapView | None:
    """A swap in words; None when its roster is over."""
    roster = roster_on(rosters, min(record.days))
    if roster is None:
        return None
    waiting = [(one, roster.name(one)) for one in record.swap.waits_for]
    names = sorted(waiting, key=lambda each: (sort_key(each[1]), each[0]))
    return SwapView(record, lines(roster, record.swap.exchange), names, WORDS[record.swap.state])


def propose(
    connection: Connection, actor: Actor, roster: CurrentRoster, member: Member, exchange: Exchange
) -> str | None:
    """Ask those concerned; what speaks against it when it cannot be."""
    if any(
        one.swap.exchange[0].shift == exchange[0].shift for one in _mine(connection, actor, member)
    ):
        return _TWICE
    found = objections(roster.request, roster.shifts, exchange, actor.now)
    if found:
        return describe(roster, found)
    head = store.duty_settings(connection, actor.unit_id).swaps_approved
    record = SwapRecord(actor.effects.new_id(), actor.now, Swap(member.id, exchange, head))
    swap_store.add(connection, actor.unit_id, record)
    return None


def _mine(connection: Connection, actor: Actor, member: Member) -> list[SwapRecord]:
    records = swap_store.open_in(connection, actor.unit_id)
    return [one for one in records if one.swap.asker == member.id]


def answer(
    connection: Connection,
    actor: Actor,
    rosters: list[CurrentRoster],
    record: SwapRecord,
    member_id: str,
    agrees: bool,
) -> str | None:
    """Somebody's answer; what speaks against it when it comes too late."""
    if member_id not in record.swap.waits_for:
        return f"{_OVER} {_INSTEAD}"
    refusal = _obstacle(connection, actor, rosters, record) if agrees else None
    if refusal:
        return refusal
    swap_store.save_answer(connection, record.id, member_id, agrees, actor.now, actor.person_id)
    return _advance(
        connection, actor, rosters, record, answered(record.swap, member_id, agrees=agrees)
    )


def decide(
    connection: Connection,
    actor: Actor,
    rosters: list[CurrentRoster],
    record: SwapRecord,
    approves: bool,
) -> str | None:
    """The head's word; what speaks against it when it comes too late."""
    if record.swap.state is not State.ACCEPTED:
        return _OVER
    refusal = _obstacle(connection, actor, rosters, record) if approves else None
    return refusal or _advance(
        connection, actor, rosters, record, decided(record.swap, approves=approves)
    )


def take_back(connection: Connection, actor: Actor, record: SwapRecord) -> None:
    """Ask no longer."""
    state = taken_back(record.swap).state
    if state is not record.swap.state:
        swap_store.close(connection, record.id, state, actor.now, actor.person_id)


def _obstacle(
    connection: Connection, actor: Actor, rosters: list[CurrentRoster], record: SwapRecord
) -> str | None:
    """Why it cannot be any more; what cannot be is taken back at once."""
    roster = roster_on(rosters, min(record.days))
    found = (
        objections(roster.request, roster.shifts, record.swap.exchange, actor.now)
        if roster
        else None
    )
    if roster and not found:
        return None
    take_back(connection, actor, record)
    reason = describe(roster, found) if roster and found else _HITCHES[Hitch.MOVED]
    return f"{reason} Đề nghị đổi ca không còn hiệu lực."


def _advance(
    connection: Connection,
    actor: Actor,
    rosters: list[CurrentRoster],
    record: SwapRecord,
    swap: Swap,
) -> str | None:
    if swap.state is not record.swap.state:
        swap_store.close(connection, record.id, swap.state, actor.now, actor.person_id)
    roster = roster_on(rosters, min(record.days))
    if swap.state is State.APPROVED and roster:
        names = " – ".join(roster.name(give.shift.person) for give in swap.exchange)
        shifts = after(roster.shifts, swap.exchange)
        publishing.amend(connection, actor, roster.version, shifts, f"Đổi ca: {names}")
    return None
