"""Runs and certificates as plain tables, the same for every kind of file."""

from collections.abc import Iterable, Sequence

from web.classes.lessons.store import AttendanceRecord
from web.practice.assignments.store import AssignmentRecord
from web.practice.competence.certificate_store import Certificate
from web.practice.debrief.store import WordRecord
from web.practice.debrief.words import QUESTIONS
from web.practice.run_log.store import Listed
from web.practice.run_log.words import NOT_COUNTED, result_tag
from web.practice.runs.runs import RunRecord
from web.shell.spreadsheets import Cell, Table
from web.shell.unsent_store import UnsentForm

_RUN_COLUMNS = (
    "Bắt đầu",
    "Kết thúc",
    "Người luyện",
    "Đơn vị",
    "Tình huống",
    "Mã tình huống",
    "Bản",
    "Cách luyện",
    "Kết quả",
    "Điểm",
    "Số lỗi",
)


def runs_table(runs: Iterable[Listed]) -> Table:
    """One row a run."""
    return Table("Lượt luyện tập", _RUN_COLUMNS, tuple(_run(entry) for entry in runs))


def _run(entry: Listed) -> Sequence[Cell]:
    run = entry.run
    return (
        run.started_at,
        run.ended_at,
        entry.person_name,
        entry.unit_name,
        run.title,
        run.scenario,
        run.scenario_version,
        run.mode_word,
        _result(run),
        run.points if run.proves else None,
        run.findings if run.proves else None,
    )


def _result(run: RunRecord) -> str:
    """In words; a second try from halfway never leaves the house as passed."""
    again = run.forked_from is not None and run.passed is not None
    return NOT_COUNTED if again else result_tag(run).words


def certificates_table(certificates: Iterable[Certificate]) -> Table:
    """One row a certificate."""
    rows = (
        (each.written_number, each.title, each.unit_name, each.issued_on, each.valid_until)
        for each in certificates
    )
    columns = ("Số", "Năng lực", "Đơn vị", "Ngày cấp", "Có giá trị đến")
    return Table("Giấy xác nhận", columns, tuple(rows))


def classes_table(classes: Iterable[AttendanceRecord]) -> Table:
    """One row a class."""
    columns = ("Bắt đầu", "Buổi tập huấn", "Địa điểm", "Đã vào lúc", "Đã rời lúc")
    rows = (
        (each.starts_at, each.title, each.venue, each.joined_at, each.removed_at)
        for each in classes
    )
    return Table("Buổi tập huấn", columns, tuple(rows))


def assignments_table(assignments: Iterable[AssignmentRecord]) -> Table:
    """One row an assignment."""
    columns = ("Giao lúc", "Bài giao", "Trước", "Đã thu hồi lúc")
    rows = ((each.created_at, each.title, each.deadline, each.withdrawn_at) for each in assignments)
    return Table("Bài giao", columns, tuple(rows))


def unsent_table(forms: Iterable[tuple[str, UnsentForm]]) -> Table:
    """One row a form that was typed into and not sent."""
    rows = (
        (form.saved_at, page, "\n".join(text for texts in form.fields.values() for text in texts))
        for page, form in forms
    )
    return Table("Biểu mẫu nhập dở", ("Nhập lúc", "Trang", "Đã nhập"), tuple(rows))


def words_table(words: Iterable[WordRecord]) -> Table:
    """One row a signed word, under the three questions it answers."""
    columns = ("Ký lúc", "Người ký", "Mã lượt", *QUESTIONS.values())
    rows = (
        (each.signed_at, each.author, each.run_id, each.went_well, each.was_hard, each.next_time)
        for each in words
    )
    return Table("Lời đã ký", columns, tuple(rows))
