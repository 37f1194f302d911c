"""The list of classes; plan one, change one."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from training.era_fit import why_not_now
from web.classes.lessons import by_era, members_store, programme, service, store
from web.classes.lessons.classes import ClassState, Plan, TrainingClass
from web.classes.lessons.differences import Difference, differences
from web.classes.lessons.pages import may_lead, watched_class, watches
from web.classes.lessons.plan_form import (
    Choices,
    PlanFields,
    empty_form,
    form_of,
    parse_plan,
    read_form,
)
from web.classes.lessons.scope import EVERYBODY, LEADERS
from web.practice.runs.runs import MODE_WORDS
from web.practice.scenarios import library
from web.shell.access import current_person, who_may
from web.shell.database import db
from web.shell.formatting import clock
from web.shell.forms import Errors
from web.shell.htmx import page, see_other, wants_fragment
from web.shell.runtime import runtime

blueprint = Blueprint("classes", __name__, url_prefix="/buoi-tap")


@blueprint.get("")
@who_may(*EVERYBODY)
def classes() -> ResponseReturnValue:
    """The classes of one's units, for those who watch over them, and those one takes part in."""
    person, now = current_person(), runtime().effects.now()
    watching = watches(person.role)
    watched = store.newest_within(db.connection, person.unit_id) if watching else []
    known = {each.id for each in watched}
    mine = [each for each in store.of_member(db.connection, person.id) if each.id not in known]
    found = sorted([*watched, *mine], key=lambda each: each.plan.starts_at, reverse=True)
    return page(
        "lessons/classes.html",
        current=[each for each in found if not each.is_past(now)],
        past=[each for each in found if each.is_past(now)],
        now=now,
        watched=known,
        watching=watching,
        may_lead=may_lead(),
    )


@blueprint.get("/tao")
@who_may(*LEADERS)
def new_class() -> ResponseReturnValue:
    """Ask for the plan of a new class."""
    person = current_person()
    return _plan_page(empty_form(person.unit_id, person.id, runtime().effects.now()), Errors())


@blueprint.post("/tao")
@who_may(*LEADERS)
def create() -> ResponseReturnValue:
    """Keep the plan; its class is next."""
    typed = read_form(request.form)
    plan, people, errors = _plan_and_people(typed, None)
    if plan is None or errors:
        return _plan_page(typed, errors, status=422)
    return see_other(service.create(db.connection, plan, people, current_person()).page)


@blueprint.get("/<class_id>/sua")
@who_may(*LEADERS)
def ask_change(class_id: str) -> ResponseReturnValue:
    """The plan as it is kept, to be changed."""
    training_class = watched_class(class_id)
    if training_class.state is ClassState.CLOSED:
        return see_other(training_class.page)
    return _plan_page(
        form_of(training_class.plan, training_class.version), Errors(), training_class
    )


@blueprint.post("/<class_id>/sua")
@who_may(*LEADERS)
def change(class_id: str) -> ResponseReturnValue:
    """Keep the changed plan, unless somebody else has changed it since the form was made."""
    training_class, typed = watched_class(class_id, lock=True), read_form(request.form)
    if training_class.state is ClassState.CLOSED:
        return _plan_page(typed, Errors({"": service.CLOSED}), training_class, 422)
    plan, people, errors = _plan_and_people(typed, training_class)
    if plan is None or errors:
        return _plan_page(typed, errors, training_class, 422)
    if typed.version != str(training_class.version):
        return _conflict_page(training_class, plan, typed)
    service.change(db.connection, training_class, plan, people, current_person())
    return see_other(training_class.page)


@blueprint.get("/_/tinh-huong")
@who_may(*LEADERS)
def programme_of() -> ResponseReturnValue:
    """The tasks to choose from once another unit is to hold the class."""
    return _programme(None)


@blueprint.get("/<class_id>/_/tinh-huong")
@who_may(*LEADERS)
def programme_of_class(class_id: str) -> ResponseReturnValue:
    """The same for a class that has been planned."""
    return _programme(watched_class(class_id))


def _programme(training_class: TrainingClass | None) -> ResponseReturnValue:
    if not wants_fragment():
        return see_other(f"{training_class.page}/sua" if training_class else "/buoi-tap/tao")
    return _plan_page(read_form(request.args), Errors(), training_class)


def _plan_and_people(
    typed: PlanFields, training_class: TrainingClass | None
) -> tuple[Plan | None, set[int], Errors]:
    """Plan and people, or what is wrong; a class that runs may be past its end."""
    earliest = (
        training_class.plan.starts_at
        if training_class and training_class.is_running
        else runtime().effects.now()
    )
    plan, errors = parse_plan(typed, _choices(typed, training_class), earliest)
    if plan is None:
        return None, set(), errors
    people, errors = service.expected(db.connection, typed, plan.unit_id)
    return plan, people, errors


def _choices(typed: PlanFields, training_class: TrainingClass | None) -> Choices:
    """Whoever leads the class now may go on leading it, also from a unit above."""
    person = current_person()
    leading = training_class.plan.trainer_id if training_class else person.id
    trainers = {leading: members_store.name_of(db.connection, leading)}
    units = dict(store.unit_options(db.connection, person.unit_id))
    holding = next((unit for unit in units if typed.unit_id == str(unit)), person.unit_id)
    offered = library.offered(db.connection, holding)
    shown = [*typed.scenarios, *(training_class.plan.scenarios if training_class else ())]
    return Choices(
        units=units,
        trainers=trainers | dict(members_store.trainers(db.connection, person.unit_id)),
        modes={mode.value: titles for mode, titles in MODE_WORDS.items()},
        scenarios=programme.choosable(db.connection, holding, offered, training_class),
        headings=by_era.headings(offered.values()),
        out_of_time={each.id: why for each in offered.values() if (why := why_not_now(each))},
        elsewhere=programme.elsewhere(db.connection, person.unit_id, shown),
    )


def _conflict_page(training_class: TrainingClass, plan: Plan, typed: PlanFields) -> Response:
    """What somebody else has changed meanwhile; saving once more keeps one's own."""
    who = members_store.name_of(db.connection, training_class.changed_by)
    sentence = (
        f"{who} vừa sửa buổi tập này lúc {clock(training_class.changed_at)} nên bản của anh/chị "
        "chưa được lưu. Anh/chị xem những chỗ khác nhau ở dưới, sửa nếu cần rồi bấm lưu lần nữa."
    )
    typed.version = str(training_class.version)
    found = differences(training_class.plan, plan, _choices(typed, training_class))
    return _plan_page(typed, Errors({"": sentence}), training_class, 422, found)


def _plan_page(
    typed: PlanFields,
    errors: Errors,
    training_class: TrainingClass | None = None,
    status: int = 200,
    found: list[Difference] | None = None,
) -> Response:
    choices = _choices(typed, training_class)
    return page(
        "lessons/plan.html",
        fragment="programme",
        typed=typed,
        errors=errors,
        training_class=training_class,
        found=found or [],
        units=[(str(key), name) for key, name in choices.units.items()],
        trainers=[(str(key), name) for key, name in choices.trainers.items()],
        modes=[(key, titles, "") for key, titles in choices.modes.items()],
        unit_options=[(str(key), name, "") for key, name in choices.units.items()],
        scenarios=list(_scenario_options(typed, choices).items()),
        headings=choices.headings,
        status=status,
    )


def _scenario_options(typed: PlanFields, choices: Choices) -> dict[str, str]:
    """What may be chosen, and what was chosen although the unit has it not."""
    stray = (each for each in typed.scenarios if each not in choices.scenarios)
    titles = ((each, choices.elsewhere.get(each)) for each in stray)
    return {**choices.scenarios, **{each: title for each, title in titles if title}}
