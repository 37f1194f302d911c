"""The check at arrival and VNeID as they stood after one step; of what is secret, nothing."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from sandbox.citizens import EidState
from sandbox.mock_vneid.values import Task, Vneid
from sandbox.state import World
from training import narration_vneid as words

Pair = tuple[str, str]

_LEVELS: Mapping[str, str] = {
    EidState.NONE: words.ACCOUNT_STATUSES["no_account"],
    EidState.LEVEL1: words.ACCOUNT_STATUSES["level1"],
    EidState.LEVEL2_ISSUED: words.ACCOUNT_STATUSES["level2_not_active"],
    EidState.LEVEL2_ACTIVE: words.ACCOUNT_STATUSES["active"],
}
_CHOICES = {"accepted": "đồng ý nhận hỗ trợ", "declined": "chưa muốn làm hôm nay"}


def arrival(world: World) -> Iterator[Pair]:
    """What was found, chosen and done at arrival; "" where nothing was."""
    done = world.arrival
    yield "Kết quả kiểm tra", _of(words.ACCOUNT_STATUSES, done.result)
    yield "Công dân", _of(_CHOICES, done.choice)
    yield "Nhánh", _of(words.BRANCHES, done.branch)
    yield "Giới thiệu tới", _of(words.OFFICES, done.referred_to)
    yield "Tổ hỗ trợ", _of(words.SUPPORTERS, done.supporter)
    yield "Hồ sơ", "Đã tiếp nhận" if done.received else ""


def vneid(world: World, now: datetime) -> Iterator[Pair]:
    """Level, device, what the screen in front asks for, papers, and the public portal."""
    eid = world.vneid.at(now)
    yield "Tài khoản", _of(_LEVELS, eid.level)
    yield "Đang đăng nhập trên", _of(words.DEVICES, eid.device)
    yield "Đang làm", _in_front(eid)
    yield "Ví giấy tờ", _first_up(", ".join(words.PAPERS[paper] for paper in eid.papers))
    yield "Cổng Dịch vụ công", "Đã vào trang của mình" if world.public.on_account_page else ""


def _in_front(eid: Vneid) -> str:
    if eid.application:
        return "Đăng ký tài khoản mức 1"
    return _first_up(_task(eid.task)) if eid.task else ""


def _task(task: Task) -> str:
    return f"{words.PURPOSES[task.purpose]}, màn hình chờ {words.WANTED[task.wanted]}"


def _of(table: Mapping[str, str], value: str) -> str:
    return _first_up(table[value]) if value else ""


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
