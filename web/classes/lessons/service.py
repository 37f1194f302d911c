"""Plan a class, open it, pause it, give it more time, close it.

Whatever a class does to runs it does as the trainer, through their logs. A refusal is a sentence.
"""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from sandbox.clock import Freeze, Resume
from sandbox.log import Actor
from web.classes.lessons import members_store, runs_store, store
from web.classes.lessons.classes import ClassState, Plan, TrainingClass
from web.classes.lessons.plan_form import PlanFields
from web.practice.runs import service as practice
from web.practice.runs.runs import RunRecord
from web.practice.runs.store import pause_class
from web.shell.access import Person
from web.shell.forms import Errors
from web.shell.runtime import runtime
from web.worlds import service as worlds

CODE_DIGITS = 6
_NAMED_AT_MOST = 5
CLOSED = "Buổi tập này đã kết thúc nên không thay đổi được nữa."
PAST = "Giờ của buổi tập này đã qua. Anh/chị sửa lại ngày giờ rồi mở."
ONE_DAY = (
    "Một buổi tập chỉ trong một ngày nên không gia hạn sang ngày khác được. "
    "Anh/chị kết thúc buổi này rồi tạo buổi mới."
)
NOT_OPEN = "Buổi tập chưa mở. Anh/chị mở buổi tập trước."


def expected(connection: Connection, typed: PlanFields, unit_id: int) -> tuple[set[int], Errors]:
    """Who takes part: the learners of the units chosen and everybody on the list of usernames.

    Both must lie within the class's own unit, so that whoever leads the class sees them all.
    """
    inside = {key for key, _ in store.unit_options(connection, unit_id)}
    units = {int(each) for each in typed.units}
    if not units <= inside:
        sentence = "Có đơn vị nằm ngoài đơn vị tổ chức. Anh/chị bỏ bớt hoặc đổi đơn vị tổ chức."
        return set(), Errors(units=sentence)
    found = members_store.practising_named(connection, typed.named, unit_id)
    unknown = [name for name in typed.named if name not in found]
    if unknown:
        return set(), Errors(usernames=_unknown(unknown))
    return members_store.learners_in(connection, units) | set(found.values()), Errors()


def _unknown(names: list[str]) -> str:
    some = ", ".join(names[:_NAMED_AT_MOST])
    more = f" và {len(names) - _NAMED_AT_MOST} tên khác" if len(names) > _NAMED_AT_MOST else ""
    return (
        f"Đơn vị không có người luyện tập nào dùng tên: {some}{more}. "
        "Anh/chị xem lại tên đăng nhập, mỗi dòng một tên."
    )


def create(connection: Connection, plan: Plan, people: set[int], by: Person) -> TrainingClass:
    """A new class, not yet open."""
    effects = runtime().effects
    training_class = TrainingClass(
        id=effects.new_id(),
        plan=plan,
        state=ClassState.PLANNED,
        code=_new_code(connection),
        version=1,
        changed_at=effects.now(),
        changed_by=by.id,
        opened_at=None,
        closed_at=None,
    )
    store.add(connection, training_class)
    members_store.add(connection, training_class.id, people, effects.now())
    return training_class


def _new_code(connection: Connection) -> str:
    """Six digits no class has had, so that an old code never opens a new class."""
    code = runtime().effects.digits(CODE_DIGITS)
    while store.code_taken(connection, code):
        code = runtime().effects.digits(CODE_DIGITS)
    return code


def change(
    connection: Connection, training_class: TrainingClass, plan: Plan, people: set[int], by: Person
) -> None:
    """Keep another plan, and expect further people."""
    now = runtime().effects.now()
    store.change(connection, training_class.id, plan, training_class.version + 1, by.id, now)
    members_store.add(connection, training_class.id, people, now)


def extend(connection: Connection, training_class: TrainingClass, minutes: int, by: Person) -> str:
    """Give the class more time; counted from now when its time is already up.

    Never into another day: a plan knows one day only, and could not be changed any more.
    """
    if training_class.state is ClassState.CLOSED:
        return CLOSED
    begin = (
        max(training_class.plan.ends_at, runtime().effects.now())
        if training_class.is_running
        else training_class.plan.ends_at
    )
    plan = replace(training_class.plan, ends_at=begin + timedelta(minutes=minutes))
    if not plan.on_one_day:
        return ONE_DAY
    change(connection, training_class, plan, set(), by)
    return ""


def open_class(connection: Connection, training_class: TrainingClass) -> str:
    """Let people begin; a class already open stays as it is."""
    now = runtime().effects.now()
    if training_class.state is ClassState.CLOSED:
        return CLOSED
    if training_class.is_running:
        return ""
    if now >= training_class.plan.ends_at:
        return PAST
    store.enter_state(connection, training_class.id, ClassState.OPEN, opened_at=now)
    return ""


def pause(connection: Connection, training_class: TrainingClass) -> str:
    """All clocks of the class stand still from here on."""
    if training_class.state is ClassState.CLOSED:
        return CLOSED
    if training_class.state is ClassState.PLANNED:
        return NOT_OPEN
    if not training_class.is_paused:
        store.enter_state(connection, training_class.id, ClassState.PAUSED)
        freeze_clocks(connection, runs_store.open_runs(connection, training_class.id))
        pause_class(
            connection, training_class.id, paused=True
        )  # after the worlds: all hold them first
    return ""


def resume(connection: Connection, training_class: TrainingClass) -> str:
    """All clocks run again from where they stood."""
    if training_class.state is ClassState.CLOSED:
        return CLOSED
    if training_class.state is ClassState.PLANNED:
        return NOT_OPEN
    if training_class.is_paused:
        store.enter_state(connection, training_class.id, ClassState.OPEN)
        resume_clocks(connection, runs_store.open_runs(connection, training_class.id))
        pause_class(connection, training_class.id, paused=False)
    return ""


def freeze_clocks(connection: Connection, runs: list[RunRecord]) -> None:
    """Freeze the worlds of these runs."""
    for run in runs:
        worlds.act(connection, run.world_id, Freeze(), Actor.TRAINER)


def resume_clocks(connection: Connection, runs: list[RunRecord]) -> None:
    """Let the worlds of these runs go on."""
    now = runtime().effects.now()
    for run in runs:
        worlds.act(connection, run.world_id, Resume(now), Actor.TRAINER)


def close(connection: Connection, training_class: TrainingClass) -> str:
    """End the class; visits still open stop where they stand, and are not marked.

    Also those of people who have been taken out: what was begun in a class ends with it.
    """
    if training_class.state is ClassState.CLOSED:
        return ""
    store.enter_state(
        connection, training_class.id, ClassState.CLOSED, closed_at=runtime().effects.now()
    )
    for run in runs_store.every_open_run(connection, training_class.id):
        practice.end_with_class(connection, run)
    if training_class.is_paused:
        pause_class(connection, training_class.id, paused=False)
    return ""
