"""Help from the trainer: a hint or ordered trouble, to one, to some or to the whole class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from werkzeug.datastructures import MultiDict

from sandbox.classroom import NameRelativesPhone, PushHint
from sandbox.faults import OrderFault
from sandbox.fidelity import sentence
from sandbox.guard import real_looking
from sandbox.log import Actor
from sandbox.vietnamese import nfc
from web.classes.lessons import runs_store
from web.classes.lessons.classes import TrainingClass
from web.classes.lessons.members_store import Member
from web.shell.forms import Errors
from web.worlds import service as worlds

EVERYBODY, SOME = "tat-ca", "chon"
HINT, TROUBLE = "goi-y", "tro-ngai"
LONGEST_HINT = 300
LATE_SECONDS = 90  # a message late enough to be asked about, early enough to come in time

TROUBLES: Mapping[str, tuple[str, str, object]] = {
    "tin-mat": (
        "Tin nhắn kế tiếp bị thất lạc",
        "Công dân không nhận được tin; cán bộ hỏi lại rồi gửi mã lần nữa.",
        OrderFault("sms", "lost"),
    ),
    "tin-cham": (
        "Tin nhắn kế tiếp tới chậm 90 giây",
        "Cán bộ mời công dân chờ, không vội gửi lại.",
        OrderFault("sms", "late", seconds=LATE_SECONDS),
    ),
    "cong-loi": (
        "Trang quản trị báo lỗi một lần",
        "Bấm lại đúng nút vừa rồi là được; thông tin đã nhập vẫn còn.",
        OrderFault("portal", "error"),
    ),
    "so-nguoi-nha": (
        "Công dân nói số điện thoại của người nhà",
        "Cán bộ hỏi số có chính chủ không, rồi dùng số do chính công dân đứng tên.",
        NameRelativesPhone(),
    ),
}


@dataclass(slots=True)
class HelpRequest:
    """What the trainer chose and typed."""

    to: str = EVERYBODY
    people: tuple[int, ...] = ()
    words: str = ""
    trouble: str = ""

    @property
    def recipients(self) -> Sequence[int] | None:
        """The people chosen; None for the whole class."""
        return None if self.to == EVERYBODY else self.people


@dataclass(frozen=True, slots=True)
class Delivery:
    """How many got it, and how many have no task open and so did not."""

    reached: int
    missed: int


def help_request_from(form: MultiDict[str, str]) -> HelpRequest:
    """What was posted."""
    people = (int(each) for each in form.getlist("nguoi") if each.isdecimal() and len(each) < 10)
    to = SOME if form.get("cho") == SOME else EVERYBODY
    return HelpRequest(to, tuple(people), nfc(form.get("words", "")), form.get("tro_ngai", ""))


def mistakes(
    help_request: HelpRequest, what: str, training_class: TrainingClass, members: Sequence[Member]
) -> Errors:
    """A sentence for each mistake; what looks real is wiped out of the form."""
    errors = Errors()
    present = {each.person_id for each in members}
    if not training_class.is_running:
        errors[""] = "Buổi tập chưa mở hoặc đã kết thúc nên chưa gửi được."
    if help_request.to == SOME and not present.intersection(help_request.people):
        errors["nguoi"] = "Anh/chị chọn ít nhất một người đang ở trong buổi tập."
    if what == TROUBLE and help_request.trouble not in TROUBLES:
        errors["tro_ngai"] = "Anh/chị chọn một trở ngại trong danh sách."
    if what != TROUBLE:
        errors.update(_about_words(help_request, training_class))
    return errors


def _about_words(help_request: HelpRequest, training_class: TrainingClass) -> Errors:
    if not training_class.hints_allowed:
        return Errors(words="Buổi này luyện theo cách Kiểm tra nên không gửi gợi ý.")
    problems = real_looking(help_request.words)
    if problems:
        help_request.words = ""  # neither kept nor shown again
        return Errors(words=sentence(problems[0]))
    if not help_request.words:
        return Errors(words="Anh/chị ghi lời gợi ý.")
    if len(help_request.words) > LONGEST_HINT:
        return Errors(words=f"Lời gợi ý chỉ dài tối đa {LONGEST_HINT} ký tự.")
    return Errors()


def send(
    connection: Connection,
    training_class: TrainingClass,
    help_request: HelpRequest,
    what: str,
    members: Sequence[Member],
) -> Delivery:
    """Write it into the log of everybody meant who has a task open."""
    command = (
        TROUBLES[help_request.trouble][-1] if what == TROUBLE else PushHint(help_request.words)
    )
    runs = runs_store.open_runs(connection, training_class.id, help_request.recipients)
    for run in runs:
        worlds.act(connection, run.world_id, command, Actor.TRAINER)
    recipients = {each.person_id for each in members}
    if help_request.recipients is not None:
        recipients &= set(help_request.recipients)
    reached = {run.person_id for run in runs}
    return Delivery(len(reached), len(recipients - reached))
