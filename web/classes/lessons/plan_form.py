"""A class as a trainer types it, and how it is understood. Nothing here asks the database."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from werkzeug.datastructures import MultiDict

from sandbox.fidelity import sentence
from sandbox.guard import real_looking, without_real
from sandbox.identity import read_birth_date
from sandbox.refusal import Problem
from sandbox.vietnamese import nfc
from web.classes.lessons.classes import Plan
from web.practice.runs.runs import Mode
from web.shell.formatting import OFFICE_ZONE
from web.shell.forms import Errors

PLACES = 6  # as many scenarios as fit into an afternoon
LONGEST = 150
_TEXTS = ("title", "venue", "unit_id", "trainer_id", "mode", "day", "begins", "ends", "usernames")
_FREE = ("title", "venue", "usernames")
_TIME = re.compile(r"([01]?[0-9]|2[0-3])\s*(?:[:hg.]\s*([0-5][0-9])?)?")
_LAST_YEAR = 2100
DATE_SHAPE = "Anh/chị nhập ngày theo dạng 25/11/2026."
TIME_SHAPE = "Anh/chị nhập giờ theo dạng 8:00 hoặc 13:30."


@dataclass(slots=True)
class PlanFields:
    """What stands in the form; ``version`` is of the plan it was made from, "" for a new one."""

    texts: dict[str, str]
    scenarios: tuple[str, ...] = ("",) * PLACES
    units: tuple[str, ...] = ()
    version: str = ""

    def __getattr__(self, name: str) -> str:
        """The text of a field, for the templates."""
        if name in _TEXTS:
            return self.texts.get(name, "")
        raise AttributeError(name)

    @property
    def named(self) -> list[str]:
        """The usernames of the list, as they must be looked up."""
        found = re.split(r"[\s,;]+", self.texts.get("usernames", "").casefold())
        return [name for name in dict.fromkeys(found) if name]


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen, value to words.

    ``headings`` are what scenarios stand under; ``elsewhere`` are those only other units have;
    ``out_of_time`` says why a scenario cannot be played in its era.
    """

    units: Mapping[int, str]
    trainers: Mapping[int, str]
    modes: Mapping[str, str]
    scenarios: Mapping[str, str]
    headings: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    out_of_time: Mapping[str, str] = field(default_factory=dict)


def read_form(form: MultiDict[str, str]) -> PlanFields:
    """What was posted; texts in one spelling, lines of the list kept apart."""
    texts = {name: nfc(form.get(name, "")) for name in _TEXTS if name != "usernames"}
    texts["usernames"] = "\n".join(nfc(line) for line in form.get("usernames", "").splitlines())
    chosen = [each for each in form.getlist("scenario") if each][:PLACES]
    places = (*chosen, *[""] * (PLACES - len(chosen)))
    version = form.get("version", "")
    return PlanFields(
        texts, places, tuple(form.getlist("units")), version if version.isdecimal() else ""
    )


def form_of(plan: Plan, version: int) -> PlanFields:
    """The form that shows a plan as it is kept."""
    begins, ends = (each.astimezone(OFFICE_ZONE) for each in (plan.starts_at, plan.ends_at))
    texts = {
        "title": plan.title,
        "venue": plan.venue,
        "unit_id": str(plan.unit_id),
        "trainer_id": str(plan.trainer_id),
        "mode": plan.mode.value,
        "day": f"{begins:%d/%m/%Y}",
        "begins": f"{begins:%H:%M}",
        "ends": f"{ends:%H:%M}",
        "usernames": "",
    }
    empty = ("",) * (PLACES - len(plan.scenarios))
    return PlanFields(texts, (*plan.scenarios, *empty), (), str(version))


def empty_form(unit_id: int, trainer_id: int, now: datetime) -> PlanFields:
    """A new form: today, the next full hour, two hours long."""
    begins = now.astimezone(OFFICE_ZONE).replace(minute=0) + timedelta(hours=1)
    texts = {
        "unit_id": str(unit_id),
        "trainer_id": str(trainer_id),
        "mode": Mode.PRACTICE.value,
        "day": f"{begins:%d/%m/%Y}",
        "begins": f"{begins:%H:%M}",
        "ends": f"{begins + timedelta(hours=2):%H:%M}",
    }
    return PlanFields(texts)


def parse_plan(
    typed: PlanFields, choices: Choices, not_before: datetime
) -> tuple[Plan | None, Errors]:
    """The plan, or a sentence for each mistake; what looks real is wiped out of the form."""
    errors = Errors(_mistakes(typed, choices))
    begins, ends = _span(typed, errors)
    if not errors and ends and ends <= not_before:
        errors["ends"] = "Giờ kết thúc này đã qua. Anh/chị chọn ngày giờ sắp tới."
    if errors or begins is None or ends is None:
        return None, errors
    plan = Plan(
        title=typed.title,
        unit_id=int(typed.unit_id),
        trainer_id=int(typed.trainer_id),
        scenarios=tuple(each for each in typed.scenarios if each),
        mode=Mode(typed.mode),
        starts_at=begins,
        ends_at=ends,
        venue=typed.venue,
    )
    return plan, errors


def _mistakes(typed: PlanFields, choices: Choices) -> Iterator[tuple[str, str]]:
    real = dict(_real_looking(typed))
    if not typed.title and "title" not in real:
        yield "title", "Anh/chị ghi chủ đề của buổi tập."
    for name in ("title", "venue"):
        if len(typed.texts.get(name, "")) > LONGEST:
            yield name, f"Chỗ này chỉ dài tối đa {LONGEST} ký tự."
    yield from _scenario_mistakes(typed.scenarios, choices)
    if typed.mode not in choices.modes:
        yield "mode", "Anh/chị chọn một cách luyện."
    if typed.unit_id not in map(str, choices.units):
        yield "unit_id", "Anh/chị chọn một đơn vị trong danh sách."
    if typed.trainer_id not in map(str, choices.trainers):
        yield "trainer_id", "Anh/chị chọn một giảng viên trong danh sách."
    if any(unit not in map(str, choices.units) for unit in typed.units):
        yield "units", "Anh/chị chọn đơn vị trong danh sách."
    yield from real.items()


def _real_looking(typed: PlanFields) -> Iterator[tuple[str, str]]:
    for name in _FREE:
        problems = real_looking(typed.texts.get(name, ""))
        if problems:
            typed.texts[name] = without_real(typed.texts[name])  # neither kept nor shown again
            yield name, sentence(problems[0])


GONE = "Tình huống này không còn trong danh sách. Anh/chị chọn lại."
FOREIGN = (
    "Tình huống này đã ngừng dùng, hoặc đơn vị tổ chức đã chọn không có. "
    "Anh/chị chọn bài khác hoặc đổi đơn vị tổ chức."
)


def _scenario_mistakes(scenarios: tuple[str, ...], choices: Choices) -> Iterator[tuple[str, str]]:
    chosen = [each for each in scenarios if each]
    if not chosen:
        yield "scenario-1", "Anh/chị chọn ít nhất một tình huống."
    for place, each in enumerate(scenarios, start=1):
        if each and each not in choices.scenarios:
            known = each in choices.elsewhere
            yield f"scenario-{place}", FOREIGN if known else GONE
        elif each in choices.out_of_time:
            yield f"scenario-{place}", f"{choices.out_of_time[each]} Anh/chị chọn bài khác."
    if len(set(chosen)) < len(chosen):
        yield "scenario-1", "Một tình huống được chọn hai lần. Anh/chị bỏ bớt một."


def _span(typed: PlanFields, errors: Errors) -> tuple[datetime | None, datetime | None]:
    """Begin and end as moments; both on one day, the end after the begin."""
    day = read_birth_date(typed.day, datetime(_LAST_YEAR, 1, 1, tzinfo=OFFICE_ZONE).date(), "day")
    begins, ends = _clock(typed.begins), _clock(typed.ends)
    if isinstance(day, Problem):
        errors["day"] = DATE_SHAPE
    for name, found in (("begins", begins), ("ends", ends)):
        if found is None:
            errors[name] = TIME_SHAPE
    if isinstance(day, Problem) or begins is None or ends is None:
        return None, None
    if ends <= begins:
        errors["ends"] = "Giờ kết thúc phải sau giờ bắt đầu, trong cùng một ngày."
    return (
        datetime.combine(day, begins, OFFICE_ZONE),
        datetime.combine(day, ends, OFFICE_ZONE),
    )


def _clock(text: str) -> time | None:
    found = _TIME.fullmatch(text.casefold())
    return time(int(found[1]), int(found[2] or 0)) if found else None
