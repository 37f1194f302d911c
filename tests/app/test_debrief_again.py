"""Another try from before one step: a new run that begins as a copy and never counts as best."""

from dataclasses import replace

import pytest

from sandbox.desk import CloseVisit
from sandbox.events import Answered, CodeSent, Said, WorldForked
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import Hasty, Office, Robot
from tests.core.play import as_typed
from web.practice.runs import retry, service, store
from web.practice.runs.runs import Mode, RunRecord
from web.worlds.service import LIFETIME


@pytest.fixture
def run(office: Office) -> RunRecord:
    return office.served("canbo1", clerk=Hasty)


def code_sent(office: Office, run: RunRecord) -> int:
    return next(each.seq for each in office.log(run) if isinstance(each.fact, CodeSent))


def again(client: Browser, office: Office, run: RunRecord, seq: object) -> RunRecord:
    """The run begun from before that line, through the button."""
    sign_in(client, "canbo1")
    client.get(run.page)
    answer = client.send(f"/nhin-lai/{run.id}/lam-lai", {"truoc": str(seq)})
    assert answer.status_code == 303
    with office.writing() as db:
        found = store.find_by_world(db, answer.location.rpartition("/")[2])
    assert found
    return found


def test_the_finding_offers_another_try_from_before_its_step(
    client: Browser, office: Office, run: RunRecord
) -> None:
    sign_in(client, "canbo1")
    page = client.get(run.page).get_data(as_text=True)
    assert f'name="truoc" value="{code_sent(office, run)}"' in page
    assert "Làm lại từ trước bước này" in words(client.get(f"{run.page}/buoc/9"))


def test_the_new_run_goes_on_where_the_old_one_went_wrong(
    client: Browser, office: Office, run: RunRecord
) -> None:
    forked = again(client, office, run, code_sent(office, run))
    assert (forked.mode, forked.forked_from) == (Mode.PRACTICE, run.id)
    assert forked.forked_at
    log = office.log(forked)
    assert log[: forked.forked_at] == office.log(run)[: forked.forked_at]
    assert any(isinstance(each.fact, WorldForked) for each in log)
    world = office.world(forked)
    assert world.portal.forms[0].downloaded
    assert not world.portal.forms[0].codes
    assert world.seed == office.world(run).seed


def test_the_clock_goes_on_from_the_last_line_that_was_kept(
    client: Browser, office: Office, run: RunRecord
) -> None:
    office.effects.advance(days=3)
    forked = again(client, office, run, code_sent(office, run))
    last_at = office.log(forked)[(forked.forked_at or 0) - 1].at
    office.effects.advance(seconds=20)
    result = office.act(forked, CloseVisit())
    assert 0 <= (result.at - last_at).total_seconds() < 30


def test_both_runs_name_each_other(client: Browser, office: Office, run: RunRecord) -> None:
    forked = again(client, office, run, code_sent(office, run))
    assert f'href="{forked.page}"' in client.get(run.page).get_data(as_text=True)
    assert f'href="{run.page}"' in client.get(forked.page).get_data(as_text=True)


class Rest(Robot):
    """Goes on as a careful clerk from where the paper lies ready."""

    def serve(self) -> None:
        self.typed = as_typed(self.world.portal.forms[0].details)
        self.have_it_checked()
        self.send_code()
        self.wait_for_message()
        self.create(self.hear_code())
        self.tell_created()
        self.leave()


def test_a_better_second_try_is_marked_but_never_counts_as_best_or_passed(
    client: Browser, office: Office, run: RunRecord
) -> None:
    with office.writing() as db:
        store.save(db, replace(run, points=40, passed=False))
    forked = again(client, office, run, code_sent(office, run))
    Rest(office, forked).serve()
    with office.writing() as db:
        service.finish(db, forked)
        best = store.best_marks(db, run.person_id)
    assert (office.again(forked).points, office.again(forked).passed) == (100, True)
    assert best[run.scenario] == store.Best(40, passed=False)
    assert "không tính là điểm cao nhất" in words(client.get(forked.page))
    assert "làm lại từ giữa chừng" in words(client.get("/so-luyen-tap"))


def test_an_answer_is_asked_for_again_with_its_question(
    client: Browser, office: Office, run: RunRecord
) -> None:
    answers = [(e.seq, e.fact.phrase) for e in office.log(run) if isinstance(e.fact, Answered)]
    seq, phrase = answers[1]
    forked = again(client, office, run, seq)
    phrases = [each.fact.phrase for each in office.log(forked) if isinstance(each.fact, Said)]
    assert phrase not in phrases
    assert phrases


@pytest.mark.parametrize("seq", ["0", "-1", "", "x", "9999", "9" * 30])
def test_a_line_that_never_was_begins_nothing(
    client: Browser, office: Office, run: RunRecord, seq: str
) -> None:
    sign_in(client, "canbo1")
    client.get(run.page)
    answer = client.send(f"/nhin-lai/{run.id}/lam-lai", {"truoc": seq})
    assert answer.status_code == 400
    assert office.again(run) == run


def refused(client: Browser, run: RunRecord, seq: int = 9) -> str:
    sign_in(client, "canbo1")
    client.get(run.page)
    answer = client.send(f"/nhin-lai/{run.id}/lam-lai", {"truoc": str(seq)})
    assert answer.status_code == 422
    return words(answer)


def test_before_the_first_step_there_is_nothing_to_keep(client: Browser, run: RunRecord) -> None:
    assert retry.AT_THE_START in refused(client, run, seq=1)


def test_a_scenario_changed_since_is_said(client: Browser, office: Office, run: RunRecord) -> None:
    with office.writing() as db:
        store.save(db, replace(run, scenario_version=0))
    assert retry.CHANGED in refused(client, run)
    page = client.get(run.page)
    assert retry.CHANGED in words(page)
    assert "Làm lại từ trước bước này" not in words(page)


def test_a_world_whose_time_is_over_is_said(
    client: Browser, office: Office, run: RunRecord
) -> None:
    office.effects.advance(seconds=LIFETIME.total_seconds() + 1)
    assert retry.OVER in refused(client, run)


@pytest.mark.parametrize(("reader", "status"), [("canbo2", 404), ("giangvien", 404)])
def test_only_the_one_who_practised_tries_again(
    client: Browser, run: RunRecord, reader: str, status: int
) -> None:
    sign_in(client, reader)
    assert "Làm lại từ trước bước này" not in words(client.get(run.page))
    assert client.send(f"/nhin-lai/{run.id}/lam-lai", {"truoc": "9"}).status_code == status
