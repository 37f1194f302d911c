"""The check at arrival as the desk shows it: line by line, what is asked and what has been done.

Every line is offered whoever comes and in whatever year. Whether an office still exists, and
whether a number is still sent to social insurance, is for the clerk to know and for the marking
to say: a desk that hid the wrong choice would teach nobody (S2-08, S2-09).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zlib import crc32

from motcua.sandbox import arrival
from motcua.sandbox.desk import Say
from motcua.sandbox.era import VneidRules
from motcua.sandbox.state import World
from motcua.sandbox.triage import Branch, Office, Standing
from motcua.training.telling_vneid import OFFICES

Option = tuple[str, str, str]  # value, words, note

STANDINGS = {
    Standing.NO_ACCOUNT: "Chưa có tài khoản VNeID",
    Standing.LEVEL1: "Có tài khoản mức 1",
    Standing.LEVEL2_NOT_ACTIVE: "Đã được cấp mức 2, chưa kích hoạt",
    Standing.ACTIVE: "Đã kích hoạt mức 2",
    Standing.PORTAL_ONLY: "Chỉ có tài khoản trên Cổng Dịch vụ công",
}
CHOICES = {"accepted": "công dân đồng ý", "declined": "công dân chưa muốn"}
CHECKS = ("hoi", "ket-qua", "moi", "nhanh")  # for everybody; what follows depends on the branch


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the panel.

    ``id`` stands in addresses. ``done`` says what has been done, "" when nothing has; ``field``
    names the choice of a step that has one, "" where a press says all.
    """

    id: str
    title: str
    button: str
    says: str = ""
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


def tag(*shown: object) -> str:
    """Changes with anything that is shown."""
    return f"{crc32(repr(shown).encode()):08x}"


def _ask(world: World) -> Step:
    asked = "ask_vneid" in world.desk.said
    says = "Hỏi từng người đến giao dịch; chưa có VNeID cũng không sao."
    return Step("hoi", "Hỏi về VNeID", "Hỏi công dân", says, "đã hỏi" if asked else "")


def _result(world: World) -> Step:
    return _choice("ket-qua", "Kết quả kiểm tra", "Ghi kết quả", "result", STANDINGS, world)


def _offer(world: World) -> Step:
    offered = "đã mời" if "offer_help" in world.desk.said else ""
    says = "Công dân tự quyết định có làm hôm nay hay không."
    done = CHOICES.get(world.arrival.choice, offered)
    return Step("moi", "Mời nhận hỗ trợ", "Mời công dân", says, done)


def _branch(world: World) -> Step:
    branches = branch_words(world.era.vneid)
    return _choice("nhanh", "Nhánh hướng dẫn", "Chọn nhánh", "branch", branches, world)


def branch_words(rules: VneidRules) -> dict[str, str]:
    """The four branches in plain words of the time."""
    return {
        Branch.B1: f"Nhánh 1: chưa có {rules.card}",
        Branch.B2: "Nhánh 2: có thẻ gắn chip, chưa thu nhận mức 2",
        Branch.B3: "Nhánh 3: đã thu nhận mức 2, chưa kích hoạt",
        Branch.B4: "Nhánh 4: đã kích hoạt mức 2",
    }


def _refer(world: World) -> Step:
    words = {office: OFFICES[office] for office in Office}
    return _choice("gioi-thieu", "Giới thiệu tới Công an", "Giới thiệu", "office", words, world)


def _send(world: World) -> Step:
    return Step(
        "gui-so",
        "Gửi số định danh sang cơ quan bảo hiểm xã hội",
        "Gửi số định danh",
        "Gửi để cơ quan bảo hiểm xã hội đồng bộ dữ liệu người tham gia.",
        "đã gửi" if world.arrival.number_sent else "",
        once=True,
    )


def _hand_over(world: World) -> Step:
    teams = {team.code: team.name for team in world.era.vneid.supporters}
    return _choice("chuyen", "Chuyển cho tổ hỗ trợ", "Chuyển công dân", "supporter", teams, world)


def _receive(world: World) -> Step:
    received = "đã tiếp nhận" if world.arrival.received else ""
    says = "Hồ sơ luôn được tiếp nhận, dù công dân có VNeID hay chưa."
    return Step("tiep-nhan", "Tiếp nhận hồ sơ", "Tiếp nhận hồ sơ", says, received, once=True)


_KEPT_AS = {"office": "referred_to"}  # the choice's name in world.arrival where it is another


def _choice(
    step_id: str, title: str, button: str, field: str, words: Mapping[str, str], world: World
) -> Step:
    """A line on which one of several things is chosen."""
    chosen = str(getattr(world.arrival, _KEPT_AS.get(field, field)))
    options = tuple((str(value), label, "") for value, label in words.items())
    done = words.get(chosen, "")
    return Step(step_id, title, button, "", done, field, options, chosen)
