"""Come into a class by its code, begin a task there, be taken out and put back."""

import re

from sqlalchemy import Connection

from sandbox.guard import real_looking
from sandbox.vietnamese import typed_code
from web.classes.lessons import members_store, programme, runs_store, service, store
from web.classes.lessons.classes import ClassState, TrainingClass
from web.people.accounts import attempts
from web.people.accounts import store as accounts
from web.practice.runs import service as practice
from web.practice.runs.runs import RunRecord
from web.shell.access import Person
from web.shell.formatting import moment
from web.shell.runtime import runtime

_CODE = re.compile(r"[0-9]{6}")
_FREE = 10  # wrong codes of one person, before they have to wait between two
TOO_OFTEN = (
    "Anh/chị đã nhập quá nhiều mã chưa đúng nên việc nhập mã tạm dừng. "
    "Anh/chị thử lại sau {minutes} phút, hoặc nhờ giảng viên thêm vào buổi tập."
)
SHAPE = "Mã buổi tập gồm 6 chữ số. Anh/chị xem lại mã trên màn hình của giảng viên."
UNKNOWN = "Không có buổi tập nào dùng mã này. Anh/chị xem lại từng số trên màn hình của giảng viên."
FOREIGN = (
    "Mã này là của buổi tập ở đơn vị khác. "
    "Anh/chị hỏi giảng viên của mình mã đúng, hoặc nhờ giảng viên bên đó thêm anh/chị vào."
)
TAKEN_OUT = "Giảng viên đã cho anh/chị rời buổi tập này. Anh/chị hỏi giảng viên nếu cần vào lại."
PAUSED = "Buổi tập đang tạm dừng. Anh/chị chờ giảng viên cho làm tiếp."
NOT_OPEN = "Buổi tập chưa mở. Anh/chị chờ giảng viên mở, trang này tự cập nhật."
OVER = "Buổi tập đã kết thúc. Anh/chị xem kết quả ở dưới hoặc luyện tiếp ở trang Luyện tập."
WITHDRAWN = (
    "Tình huống này đã ngừng dùng nên không bắt đầu lượt mới được. Anh/chị làm bài khác trong buổi."
)
NOT_A_TASK = "Tình huống này không có trong buổi tập. Anh/chị chọn một bài trong danh sách."


def clean(code: str) -> str:
    """The code without the gaps it was read aloud with; "" for what must not be shown again."""
    bare = re.sub("[.-]", "", typed_code(code))
    return "" if real_looking(code) else bare[:20]


def join(connection: Connection, person: Person, code: str) -> TrainingClass | str:
    """The class that code opens for this person, or why it does not."""
    if not _CODE.fullmatch(code):
        return SHAPE
    now, guesses = runtime().effects.now(), attempts.source("class code", str(person.id))
    minutes = attempts.slow_down(connection, now, guesses, _FREE)
    if minutes:
        return TOO_OFTEN.format(minutes=minutes)
    training_class = store.find_by_code(connection, code, lock=True)  # or two presses both add them
    if training_class is None:
        return UNKNOWN
    known = members_store.member(connection, training_class.id, person.id)
    refusal = _refusal(connection, person, training_class, known)
    if refusal:
        return refusal
    accounts.forget_attempts(connection, guesses)
    members_store.add(connection, training_class.id, [person.id], now)
    members_store.note_joined(connection, training_class.id, person.id, now)
    return training_class


def _refusal(
    connection: Connection,
    person: Person,
    training_class: TrainingClass,
    known: members_store.Member | None,
) -> str:
    within = training_class.plan.unit_id
    if known is None and not members_store.works_within(connection, person.id, within):
        return FOREIGN
    if known and not known.takes_part:
        return TAKEN_OUT
    return _over(training_class) if training_class.is_past(runtime().effects.now()) else ""


def _over(training_class: TrainingClass) -> str:
    when = moment(training_class.closed_at or training_class.plan.ends_at)
    return f"Buổi tập dùng mã này đã kết thúc lúc {when}. Anh/chị hỏi giảng viên mã của buổi mới."


def begin(
    connection: Connection, training_class: TrainingClass, person: Person, scenario: str
) -> RunRecord | str:
    """The person's run of that task: the one still open, else a new one; or why there is none."""
    task = next(
        (each for each in programme.read(connection, training_class) if each.id == scenario), None
    )
    if task is None:
        return NOT_A_TASK
    mine = runs_store.of_person(connection, training_class.id, person.id)
    waiting = [run for run in mine if run.scenario == scenario and run.is_open]
    if waiting:
        return waiting[-1]
    member = members_store.member(connection, training_class.id, person.id)
    refusal = why_not_now(training_class, member)
    if refusal:
        return refusal
    if task.scenario is None or not task.offered:
        return WITHDRAWN
    return practice.begin(
        connection, person, task.scenario, training_class.plan.mode, class_id=training_class.id
    )


def why_not_now(training_class: TrainingClass, member: members_store.Member | None) -> str:
    """Why this person can begin nothing new just now; "" when they can."""
    if member is None or not member.takes_part:
        return TAKEN_OUT
    sentences = {
        ClassState.PLANNED: NOT_OPEN,
        ClassState.PAUSED: PAUSED,
        ClassState.CLOSED: OVER,
        ClassState.OPEN: "",
    }
    return sentences[training_class.state]


def remove(connection: Connection, training_class: TrainingClass, person_id: int) -> None:
    """They leave the class; their runs are theirs to go on with until the class ends."""
    if training_class.is_paused:
        runs = runs_store.open_runs(connection, training_class.id, [person_id])
        service.resume_clocks(connection, runs)
    members_store.remove(connection, training_class.id, person_id, runtime().effects.now())


def restore(connection: Connection, training_class: TrainingClass, person_id: int) -> None:
    """They come back with their runs, and stand still if the class does."""
    members_store.restore(connection, training_class.id, person_id)
    if training_class.is_paused:
        service.freeze_clocks(
            connection, runs_store.open_runs(connection, training_class.id, [person_id])
        )
