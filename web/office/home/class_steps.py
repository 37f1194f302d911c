"""The home page's card for a class that runs now: to take part in it, or to watch over it."""

from sqlalchemy import Connection

from web.classes.lessons import store
from web.classes.lessons.classes import TrainingClass
from web.office.home.step import Step
from web.shell.access import Person, Role
from web.shell.formatting import clock
from web.shell.runtime import runtime


def to_take_part(person: Person, connection: Connection) -> tuple[Step, ...]:
    """One card for each class that waits for this person."""
    running = store.of_member(connection, person.id, running=True)
    return tuple(_take_part(each) for each in _todays(running))


def to_watch(person: Person, connection: Connection) -> tuple[Step, ...]:
    """One card for each class that runs in the units this person watches over."""
    running = store.running_within(connection, person.unit_id)
    return tuple(_watch(each, person) for each in _todays(running))


def to_lead_or_take_part(person: Person, connection: Connection) -> tuple[Step, ...]:
    """The same, and those where a leader of one unit learns in a class of another."""
    watched = store.running_within(connection, person.unit_id)
    known = {each.id for each in watched}
    mine = store.of_member(connection, person.id, running=True)
    elsewhere = [each for each in mine if each.id not in known]
    return (
        *(_watch(each, person) for each in _todays(watched)),
        *(_take_part(each) for each in _todays(elsewhere)),
    )


def _todays(running: list[TrainingClass]) -> list[TrainingClass]:
    now = runtime().effects.now()
    return [each for each in running if not each.is_past(now)]


def _take_part(each: TrainingClass) -> Step:
    if each.is_paused:
        says = f"“{each.plan.title}”: buổi tập đang tạm dừng. Các bước đã làm vẫn còn nguyên."
    else:
        says = f"“{each.plan.title}”, đến {_ends(each)}. Giảng viên theo dõi và giúp khi cần."
    return Step("Buổi tập huấn đang mở", says, "Vào buổi tập", each.tasks)


def _watch(each: TrainingClass, person: Person) -> Step:
    paused = " Buổi tập đang tạm dừng." if each.is_paused else ""
    says = f"“{each.plan.title}”, đến {_ends(each)}.{paused}"
    if person.role is Role.SUPERVISOR:  # the wall's view names nobody
        return Step("Buổi tập huấn đang mở", says, "Xem màn chiếu", each.screen)
    return Step("Buổi tập huấn đang mở", says, "Mở bảng theo dõi", each.board)


def _ends(each: TrainingClass) -> str:
    return clock(each.plan.ends_at)[:5]
