"""The check at arrival as the desk shows it: line by line, what is asked and what has been done.

Every line is offered whoever comes and in whatever year. Whether an office still exists, and
whether a number is still sent to social insurance, is for the clerk to know and for the marking
to say: a desk that hid the wrong choice would teach nobody (S2-08, S2-09).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from sandbox import arrival
from sandbox.desk import Say
from sandbox.state import World
from training.narration_vneid import ACCOUNT_STATUSES, BRANCHES, OFFICES

Option = tuple[str, str, str]  # value, words, note

CHOICES = {"accepted": "Công dân đồng ý", "declined": "Công dân chưa muốn"}
CHECKS = ("hoi", "ket-qua", "moi", "nhanh")  # for everybody; what follows depends on the branch


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the panel.

    ``id`` stands in addresses; ``says`` what it is about, or heads its choice. ``done`` is what
    has been done, "" when nothing has; ``field`` names the choice, "" where a press says all.
    """

    id: str
    title: str
    button: str
    says: str
    done: str = ""
    field: str = ""
    options: tuple[Option, ...] = ()
    chosen: str = ""
    once: bool = False  # done is done: nothing to correct

    @property
    def offers(self) -> bool:
        """Whether there still is something to press."""
        return not (self.once and self.done)


COMMANDS: Mapping[str, Callable[[str], object]] = {
    "hoi": lambda _chosen: Say("ask_vneid"),
    "ket-qua": arrival.NoteArrival,
    "moi": lambda _chosen: Say("offer_help"),
    "nhanh": arrival.ChooseBranch,
    "gioi-thieu": arrival.Refer,
    "gui-so": lambda _chosen: arrival.SendNumber(),
    "chuyen": arrival.HandOver,
    "tiep-nhan": lambda _chosen: arrival.Receive(),
}


def steps(world: World) -> list[Step]:
    """All lines in the order of the work; reception is the last."""
    return [
        _ask(world),
        _result(world),
        _offer(world),
        _branch(world),
        _refer(world),
        _send(world),
        _hand_over(world),
        _receive(world),
    ]


def next_check(lines: list[Step]) -> str:
    """The id of the first check not yet made, "" when all are."""
    return next((line.id for line in lines if line.id in CHECKS and not line.done), "")


def step(world: World, step_id: str) -> Step | None:
    """The line of that id."""
    return next((line for line in steps(world) if line.id == step_id), None)


def tag(*parts: object) -> str:
    """Changes with anything that is shown."""
    return f"{crc32(repr(parts).encode()):08x}"


def _ask(world: World) -> Step:
    is_asked = "ask_vneid" in world.desk.phrases_said
    says = "Hỏi từng người đến giao dịch; chưa có VNeID cũng không sao."
    return Step("hoi", "Hỏi về VNeID", "Hỏi công dân", says, "Đã hỏi" if is_asked else "")


def _result(world: World) -> Step:
    line = Step("ket-qua", "Kết quả kiểm tra", "Ghi kết quả", "Công dân hiện", field="result")
    return _choice(line, ACCOUNT_STATUSES, world.arrival.result)


def _offer(world: World) -> Step:
    offered = "Đã mời" if "offer_help" in world.desk.phrases_said else ""
    says = "Công dân tự quyết định có làm hôm nay hay không."
    done = CHOICES.get(world.arrival.choice, offered)
    return Step("moi", "Mời nhận hỗ trợ", "Mời công dân", says, done)


def _branch(world: World) -> Step:
    line = Step("nhanh", "Nhánh hướng dẫn", "Chọn nhánh", "Xếp công dân vào", field="branch")
    return _choice(line, BRANCHES, world.arrival.branch)


def _refer(world: World) -> Step:
    line = Step("gioi-thieu", "Giới thiệu tới Công an", "Giới thiệu", "Nơi cần tới", field="office")
    return _choice(line, OFFICES, world.arrival.referred_to)


def _send(world: World) -> Step:
    return Step(
        "gui-so",
        "Gửi số định danh sang cơ quan bảo hiểm xã hội",
        "Gửi số định danh",
        "Gửi để cơ quan bảo hiểm xã hội đồng bộ dữ liệu người tham gia.",
        "Đã gửi" if world.arrival.number_sent else "",
        once=True,
    )


def _hand_over(world: World) -> Step:
    line = Step(
        "chuyen", "Chuyển cho tổ hỗ trợ", "Chuyển công dân", "Tổ hỗ trợ tiếp", field="supporter"
    )
    teams = {team.code: team.name for team in world.era.vneid.supporters}
    return _choice(line, teams, world.arrival.supporter)


def _receive(world: World) -> Step:
    received = "Đã tiếp nhận" if world.arrival.received else ""
    says = "Hồ sơ luôn được tiếp nhận, dù công dân có VNeID hay chưa."
    return Step("tiep-nhan", "Tiếp nhận hồ sơ", "Tiếp nhận hồ sơ", says, received, once=True)


def _choice(line: Step, words: Mapping[str, str], chosen: str) -> Step:
    """The line with what can be chosen on it, and what was."""
    labels = {value: label[0].upper() + label[1:] for value, label in words.items()}
    options = tuple((value, label, "") for value, label in labels.items())
    return replace(line, done=labels.get(chosen, ""), options=options, chosen=chosen)
