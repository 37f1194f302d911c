"""The home page's cards that speak of runs: mine to go on with, my unit's newest."""

from sqlalchemy import Connection

from web.classes.group_debrief.awaiting import awaiting
from web.office.home.step import Step
from web.practice.run_log import store as run_log
from web.practice.run_log.scope import scope_of
from web.practice.run_log.words import result_tag
from web.practice.runs import overview, proficiency
from web.practice.runs.overview import Lesson
from web.practice.runs.runs import MODE_WORDS, Mode, RunRecord
from web.shell.access import Person, Role
from web.shell.formatting import moment

_NEWEST = 3
_WAITING = "/nhin-lai/cho-loi"
_BEGIN = {
    Mode.SHOW: "Xem làm mẫu bài này",
    Mode.GUIDE: "Làm bài này có hướng dẫn",
    Mode.PRACTICE: "Luyện bài này",
    Mode.TEST: "Kiểm tra bài này",
}


def my_practice(person: Person, connection: Connection) -> Step:
    """What to practise now: the run left open, else the next lesson, else any."""
    mine = overview.read(connection, person)
    if mine.waiting:
        return _go_on(mine.waiting)
    return _next(mine.lesson) if mine.lesson else _all_passed(len(mine.cards))


def _go_on(waiting: tuple[RunRecord, ...]) -> Step:
    run, *others = waiting
    more = f" Còn {len(others)} lượt dở khác ở trang Luyện tập." if others else ""
    return Step(
        "Làm tiếp lượt đang dở",
        f"“{run.title}”, bắt đầu {moment(run.started_at)}. Mọi bước đã làm vẫn còn nguyên.{more}",
        "Làm tiếp",
        run.desk,
    )


def _next(lesson: Lesson) -> Step:
    scenario = lesson.card.scenario
    return Step(
        "Bài tiếp theo",
        f"{MODE_WORDS[lesson.mode]}, khoảng {scenario.target_minutes:.0f} phút. {lesson.says}",
        "Bắt đầu bài đầu tiên" if lesson.is_first else _BEGIN[lesson.mode],
        "/luyen-tap",
        lesson=lesson,
    )


def _all_passed(total: int) -> Step:
    return Step(
        "Ôn lại",
        f"Anh/chị đã đạt bài kiểm tra của cả {total} tình huống. "
        "Mỗi lượt là một công dân khác, nên luyện lại vẫn có cái mới.",
        "Chọn tình huống",
        "/luyen-tap",
    )


def my_runs() -> Step:
    """Where to look back."""
    return Step(
        "Xem lại các lượt đã luyện",
        "Mỗi lượt có điểm, những chỗ làm tốt và những chỗ nên làm khác.",
        "Mở sổ luyện tập",
        "/so-luyen-tap",
    )


def words_awaited(person: Person, connection: Connection) -> tuple[Step, ...]:
    """The runs whose trainees have written and wait for this trainer's word, if there are any."""
    waiting = awaiting(connection, person)
    if not waiting:
        return ()
    says = f"{len(waiting)} lượt đã có lời của người luyện và chờ anh/chị nhận xét."
    links = tuple((f"{each.person_name}: {each.run.title}", each.run.page) for each in waiting)
    return (
        Step("Viết lời của giảng viên", says, "Mở các lượt đang chờ", _WAITING, links[:_NEWEST]),
    )


def unit_runs(person: Person, connection: Connection) -> Step:
    """The newest runs of the unit, and the way to all of them."""
    newest = run_log.latest(connection, scope_of(person), _NEWEST)
    says = (
        "Các lượt mới nhất:" if newest else "Đơn vị chưa có lượt nào. Lượt đầu tiên sẽ hiện ở đây."
    )
    links = tuple((_line(entry), entry.run.page) for entry in newest)
    return Step("Theo dõi cả bộ phận luyện tập", says, "Mở sổ luyện tập", "/so-luyen-tap", links)


def unit_proficiency(person: Person, connection: Connection) -> tuple[Step, ...]:
    """S2-01, for the head of the desk: how many officers use VNeID with ease; nobody is named."""
    if person.role is not Role.DESK_HEAD:
        return ()
    figure = proficiency.figure(connection, person.unit_id)
    step = Step(
        "Cán bộ thành thạo VNeID",
        f"{figure.at_ease} trên {figure.officers} cán bộ đã đạt đủ bộ bài thành thạo và khai đã "
        "kích hoạt VNeID mức 2 trên máy của mình. Mục tiêu của kế hoạch là tất cả.",
        "Xem bộ bài thành thạo",
        proficiency.PAGE,
    )
    return (step,)


def _line(entry: run_log.Listed) -> str:
    run = entry.run
    points = "" if run.counted_points is None else f", {run.counted_points} điểm"
    whose = f"{entry.person_name}: " if entry.person_name else ""
    return f"{whose}{run.title} ({result_tag(run).words.lower()}{points})"
