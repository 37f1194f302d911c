"""A run step by step: the desk, the form and the phone as they stood after one line.

Nothing here is secret: messages are told by kind, codes and passwords are left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sandbox.events import Answered, CodeRead, CodeSent, FileAttached, Said, SmsSent
from sandbox.log import Entry
from sandbox.phrases import phrase_book
from sandbox.state import Form, World
from sandbox.world import fold_log
from training.debrief import Line, timeline
from training.narration import HOLDERS, MESSAGES, SIDES
from web.practice.run_page import replay_vneid
from web.shell.formatting import clock, day, number

Pair = tuple[str, str]

_CODE_READ = "(Công dân đọc mã trong tin nhắn; sổ không ghi lại mã.)"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said across the desk."""

    by_clerk: bool
    words: str


@dataclass(frozen=True, slots=True)
class Message:
    """One message on the citizen's phone, told without its text."""

    words: str
    arrived: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the page of one step shows; ``topics`` are what was practised."""

    lines: tuple[Line, ...]
    line: Line
    topics: tuple[str, ...]
    arrival: tuple[Pair, ...]
    vneid: tuple[Pair, ...]
    form: tuple[Pair, ...]
    talk: tuple[Utterance, ...]
    messages: tuple[Message, ...]

    @property
    def last(self) -> int:
        """The number of the last step."""
        return self.lines[-1].seq


def at(log: Sequence[Entry], seq: int) -> Snapshot:
    """The run as it stood after line ``seq``, from 1. Raises IndexError past the last."""
    past, lines = log[:seq], timeline(log)
    world = fold_log(past)
    return Snapshot(
        lines=lines,
        line=lines[seq - 1],
        topics=world.setup.topics,
        arrival=tuple(replay_vneid.arrival(world)),
        vneid=tuple(replay_vneid.vneid(world, past[-1].at)),
        form=tuple(_form(world.portal.forms[-1], past)) if world.portal.forms else (),
        talk=tuple(_talk(past)),
        messages=tuple(_message(sms, past[-1].at) for sms in _on_the_phone(world)),
    )


def _form(form: Form, past: Sequence[Entry]) -> Iterator[Pair]:
    details, codes = form.details, _codes_sent(form, past)
    yield "Số CMND/CCCD", details.id_number
    yield "Tra cứu", _looked_up(form)
    yield "Họ và tên", details.full_name
    yield "Ngày sinh", day(details.birth_date)
    yield "Số điện thoại", details.phone
    yield "Email", details.email
    yield "Tệp đính kèm", _file(form.attachment) if form.attachment else ""
    yield "Giấy đề nghị", "Đã tải xuống" if form.downloaded else ""
    yield "Mã OTP", f"Đã gửi {codes} lần" if codes else ""
    yield "Biểu mẫu", _state(form)


def _codes_sent(form: Form, past: Sequence[Entry]) -> int:
    """Counted in the log: a form that is done with holds no codes any more."""
    facts = (entry.fact for entry in past)
    return sum(isinstance(fact, CodeSent) and fact.form == form.number for fact in facts)


def _looked_up(form: Form) -> str:
    if not form.looked_up:
        return ""
    return "Đã có tài khoản" if form.found else "Chưa có tài khoản"


def _file(file: FileAttached) -> str:
    what = f"{HOLDERS.get(file.holder, file.holder)}, {SIDES[file.sides]}"
    return f"{file.name} ({what}, {number(file.size / 1024)} KB)"


def _state(form: Form) -> str:
    if form.cancelled:
        return "Đã hủy"
    return "Đang nhập" if form.created_as is None else "Đã tạo tài khoản"


def _talk(past: Sequence[Entry]) -> Iterator[Utterance]:
    for entry in past:
        match entry.fact:
            case Said(phrase):
                yield Utterance(True, phrase_book()[phrase].says)
            case Answered(words=words):
                yield Utterance(False, words)
            case CodeRead():
                yield Utterance(False, _CODE_READ)


def _on_the_phone(world: World) -> Iterator[SmsSent]:
    own = {phone.number for phone in world.citizen.phones}
    return (sms for sms in world.network.sms if sms.to in own)


def _message(sms: SmsSent, now: datetime) -> Message:
    arrived = sms.deliver_at is not None and sms.deliver_at <= now
    return Message(MESSAGES[sms.what], clock(sms.deliver_at) if arrived else "")
