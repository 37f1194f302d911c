"""What became of each office when a province was planned: as text, CSV or JSON."""

import json
from collections.abc import Iterator, Sequence

from web.roster.planning.province_drafts import Result
from web.shell.spreadsheets import Cell, Table, csv_file

HEADINGS = (
    "Mã",
    "Đơn vị",
    "Người",
    "Buổi",
    "Thiếu người",
    "Chênh lệch",
    "Tối ưu",
    "Giây",
    "Kết quả",
)
_NUMBERS = {2, 3, 4, 5, 7}  # columns set to the right
_NONE = "–"


def text(results: Sequence[Result]) -> str:
    """A table, then what is to be done about each office that has gaps or none was planned for."""
    rows = [HEADINGS, *(tuple(map(_cell_text, _row(one))) for one in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = ["  ".join(_set(row, widths)).rstrip() for row in rows]
    return "\n".join([*lines, "", *_troubles(results), summary(results)])


def summary(results: Sequence[Result]) -> str:
    """One line about all of them."""
    drafts = sum(one.outcome is not None for one in results)
    existing = sum(bool(one.job.done) for one in results)
    short = sum(bool(one.gaps) for one in results)
    refused = len(results) - drafts - existing
    return (
        f"{len(results)} đơn vị: {drafts} bản dự thảo mới ({short} còn chỗ trống), "
        f"{existing} đã có lịch, {refused} chưa xếp được."
    )


def csv(results: Sequence[Result]) -> bytes:
    """The table for Excel."""
    return csv_file(Table("Kết quả", HEADINGS, tuple(_row(one) for one in results)))


def as_json(results: Sequence[Result]) -> bytes:
    """Everything, for other programs; its names are English like those of the testers' API."""
    offices = [_object(one) for one in results]
    return (json.dumps({"offices": offices}, ensure_ascii=False, indent=2) + "\n").encode()


def _object(result: Result) -> dict[str, object]:
    job, outcome = result.job, result.outcome
    return {
        "code": job.unit.code,
        "name": job.unit.name,
        "people": job.people,
        "sessions": _sessions(result),
        "gaps": result.gaps if outcome else None,
        "spread": round(outcome.spread, 2) if outcome else None,
        "optimal": outcome.plan.optimal if outcome else None,
        "points_from_best_at_most": _apart(result),
        "seconds": round(outcome.seconds, 3) if outcome else None,
        "kept": job.done or None,
        "refused": job.refusal or None,
        "conflict": list(outcome.why) if outcome else [],
        "repairs": [list(way) for way in outcome.ways] if outcome else [],
    }


def _row(result: Result) -> tuple[Cell, ...]:
    job, outcome = result.job, result.outcome
    if outcome is None:
        return (job.unit.code, job.unit.name, job.people, *[None] * 5, job.done or job.refusal)
    text = f"Còn {result.gaps} chỗ trống" if result.gaps else "Bản dự thảo đủ người"
    figures = (job.people, _sessions(result), result.gaps, _comma(outcome.spread, 1))
    return (
        job.unit.code,
        job.unit.name,
        *figures,
        _proven(result),
        _comma(outcome.seconds, 2),
        text,
    )


def _sessions(result: Result) -> int | None:
    request = result.job.request
    return len({slot.session for slot in request.slots}) if request else None


def _proven(result: Result) -> str:
    apart = _apart(result)
    return "đã chứng minh" if apart == 0 else f"cách nhất {apart} điểm" if apart else "chưa rõ"


def _apart(result: Result) -> int | None:
    """Points that a better roster could save at most; None when that is not known."""
    if result.outcome is None:
        return None
    plan = result.outcome.plan
    apart = plan.cost - plan.bound
    return 0 if plan.optimal else max(1, round(apart)) if apart < float("inf") else None


def _troubles(results: Sequence[Result]) -> Iterator[str]:
    for one in results:
        if one.well:
            continue
        yield f"{one.job.unit.name} ({one.job.unit.code}):"
        yield from (f"  {line}" for line in _trouble(one))
        yield ""


def _trouble(result: Result) -> Iterator[str]:
    outcome = result.outcome
    if outcome is None:
        yield result.job.refusal
        return
    gap, *rules = outcome.why
    yield gap
    yield "Vì sao: những điều sau không thể cùng giữ."
    yield from (f"  - {rule}" for rule in rules)
    for number, way in enumerate(outcome.ways, start=1):
        yield f"Cách khắc phục {number}: {' '.join(way)}"
    if not outcome.ways:
        yield "Chưa có cách khắc phục nào với những người đang có: đơn vị cần thêm người trực."


def _cell_text(cell: Cell) -> str:
    return _NONE if cell is None else str(cell)


def _comma(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".replace(".", ",")


def _set(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.rjust(width) if column in _NUMBERS else cell.ljust(width)
