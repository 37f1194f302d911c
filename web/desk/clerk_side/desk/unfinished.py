"""What of VNeID is still open when a clerk wants to end the visit. Told; it stops nobody."""

from collections.abc import Iterator, Sequence

from sandbox.events import HelpChosen
from sandbox.log import Entry, HandFact
from sandbox.state import World
from training.narration_vneid import PURPOSES


def unfinished(world: World, log: Sequence[Entry]) -> list[str]:
    """One sentence for each thing."""
    return [*_screens(world), *_promise(log)]


def _screens(world: World) -> Iterator[str]:
    if world.vneid.task:
        yield f"Công dân đang làm dở: {PURPOSES[world.vneid.task.purpose]}."
    if world.vneid.application:
        yield "Công dân đang làm dở: đăng ký tài khoản mức 1, chưa bấm gửi."


def _promise(log: Sequence[Entry]) -> Iterator[str]:
    """Help accepted, and nothing done on the citizen's side since."""
    waiting = False
    for entry in log:
        if isinstance(entry.fact, HelpChosen):
            waiting = entry.fact.accepted
        elif isinstance(entry.fact, HandFact):
            waiting = False
    if waiting:
        yield "Công dân đã đồng ý nhận hỗ trợ VNeID nhưng chưa làm được bước nào."
