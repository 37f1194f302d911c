"""See a draft as the clerk will, try it with the machine, publish it."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from wtforms import Form, StringField
from wtforms.validators import DataRequired, Length

from training.clauses import clauses
from training.draft import LONGEST
from training.scenario import Scenario
from training.trial import Trial, run_trials
from web.practice.scenarios import library, service, store, words
from web.practice.scenarios.routes import AUTHORS, own
from web.practice.scenarios.store import Authored
from web.practice.scenarios.worth import worth
from web.shell.access import current_person, defers_writing, who_may
from web.shell.database import commit_now, db
from web.shell.forms import Errors, clean, form_errors, no_real_data
from web.shell.htmx import page, see_other

blueprint = Blueprint("authoring_publish", __name__, url_prefix="/soan")
SEEDS = (1, 2, 3, 4, 5)


class PublishForm(Form):
    """What changed, in a sentence."""

    note = StringField(
        "Thay đổi gì",
        [
            DataRequired(
                "Anh/chị ghi một câu về thay đổi, ví dụ “Thêm bước hỏi lại số điện thoại”."
            ),
            Length(max=LONGEST["note"], message="Phần này chỉ dài tối đa 300 ký tự."),
            no_real_data,
        ],
        filters=[clean],
    )


def _draft(scenario: Authored) -> Scenario | None:
    return library.parsed(scenario.id, scenario.draft)


@blueprint.get("/<scenario_id>/xem-truoc")
@who_may(*AUTHORS)
def preview(scenario_id: str) -> ResponseReturnValue:
    """What the clerk reads before, and may be told during a run."""
    scenario = own(scenario_id)
    draft = _draft(scenario)
    if draft is None:
        return see_other(scenario.page)
    return page("scenarios/preview.html", scenario=scenario, draft=draft, clauses=clauses())


@blueprint.get("/<scenario_id>/thu")
@who_may(*AUTHORS)
def trial(scenario_id: str) -> ResponseReturnValue:
    """How a careful clerk fares in it, with five citizens."""
    scenario = own(scenario_id)
    draft = _draft(scenario)
    if draft is None:
        return see_other(scenario.page)
    return page(
        "scenarios/trial.html", scenario=scenario, draft=draft, trials=run_trials(draft, SEEDS)
    )


@blueprint.get("/<scenario_id>/phat-hanh")
@who_may(*AUTHORS)
def ask_publish(scenario_id: str) -> ResponseReturnValue:
    """What is new, how the machine fared, and the note."""
    return _publish_page(own(scenario_id), PublishForm(), Errors())


@blueprint.post("/<scenario_id>/phat-hanh")
@defers_writing
@who_may(*AUTHORS)
def publish(scenario_id: str) -> ResponseReturnValue:
    """Make a version of the draft."""
    scenario, form = own(scenario_id), PublishForm(request.form)
    if not form.validate():
        return _publish_page(scenario, form, form_errors(form), 422)
    draft_number = request.form.get("lan", "")
    version = service.publish(
        db.connection, current_person(), scenario, form.note.data or "", draft_number
    )
    commit_now()
    if isinstance(version, str):
        return _publish_page(own(scenario_id), form, Errors({"": version}), 422)
    return see_other(scenario.page)


def _publish_page(
    scenario: Authored, form: PublishForm, errors: Errors, status: int = 200
) -> Response:
    draft, newest = _draft(scenario), next(iter(store.versions(db.connection, scenario.id)), None)
    before = service.content(newest.text) if newest and draft else {}
    after = service.content(scenario.draft) if draft else {}
    trials: list[Trial] = run_trials(draft, SEEDS) if draft else []
    published = library.parsed(scenario.id, newest.text) if newest else None
    return page(
        "scenarios/publish.html",
        scenario=scenario,
        title=service.title_of(scenario.draft),
        newest=newest,
        differences=words.differences(before, after) if newest else [],
        marks_change=bool(newest and draft and service.marks_change(newest.text, scenario.draft)),
        nothing_new=draft is None or service.is_published(scenario, newest),
        worth=worth(draft, scenario.based_on, published) if draft else None,
        trials=trials,
        stuck=[each for each in trials if not each.perfect],
        form=form,
        errors=errors,
        status=status,
    )
