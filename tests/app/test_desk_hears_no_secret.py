"""The clerk's side never receives a code or the citizen's password (S1-05)."""

import pytest
from flask import Flask

from sandbox.setup import CitizenPart, Setup
from tests.app.at_the_desk import ORDINARY, Clerk, clerk_at_desk
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import FIRST, Office
from tests.app.overheard import Overheard, look_around, secrets_of
from tests.app.vneid_desk import facts
from training.scenario import catalogue
from web.practice.runs.runs import Mode, RunRecord
from web.worlds.service import CommandResult


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    part = CitizenPart(asks_to_keep_password=True)
    return clerk_at_desk(client, app, Setup(traits=ORDINARY, part=part))


def test_no_answer_of_a_whole_visit_holds_a_code_or_the_password(
    clerk: Clerk, client: Browser, app: Flask, overheard: Overheard
) -> None:
    clerk.up_to_code()
    first = clerk.code()
    clerk.say("ask_code")
    wrong = clerk.press("tao", otp=first[::-1] if first != first[::-1] else "000000")
    clerk.press("gui-ma")
    second = clerk.code()
    clerk.say("ask_newest_code")
    client.get(clerk.form)
    client.get(clerk.press("tao", otp=second).location)
    clerk.say("tell_created")
    assert look_around(client, app, world_id=clerk.record.id) > 10
    secrets = secrets_of(facts(clerk), clerk.world().seed)
    assert {first, second} < secrets
    assert any("Mat khau: " in secret for secret in secrets)
    assert wrong.status_code == 422
    assert overheard.held(secrets) == []


@pytest.mark.parametrize("scenario", [FIRST, "vn-01-kich-hoat-tai-quay", "vn-21-lan-dau-vao-cong"])
def test_no_address_of_the_clerks_side_tells_a_secret_at_any_step(
    client: Browser,
    office: Office,
    overheard: Overheard,
    monkeypatch: pytest.MonkeyPatch,
    scenario: str,
) -> None:
    act = office.act
    sign_in(client, "canbo1")

    def watched(run: RunRecord, command: object) -> CommandResult:
        result = act(run, command)
        look_around(client, office.app, world_id=run.world_id, run_id=run.id)
        return result

    monkeypatch.setattr(office, "act", watched)
    run = office.serve(office.start("canbo1", scenario, Mode.GUIDE))
    secrets = secrets_of((entry.fact for entry in office.log(run)), office.world(run).seed)
    assert len(secrets) > 4, "the citizen's own and at least one message"
    assert len(overheard) > 300
    assert overheard.held(secrets) == []


@pytest.mark.parametrize("scenario", sorted(catalogue()))
def test_no_page_of_a_run_looked_back_at_tells_a_secret(
    client: Browser, office: Office, overheard: Overheard, scenario: str
) -> None:
    run = office.served("canbo1", scenario)
    log = office.log(run)
    sign_in(client, "giangvien")
    for entry in log:
        client.get(f"{run.page}/buoc/{entry.seq}")
    assert look_around(client, office.app, run_id=run.id) > 3
    secrets = secrets_of((entry.fact for entry in log), office.world(run).seed)
    assert overheard.held(secrets) == []


def test_reading_the_code_is_noted_without_its_digits(clerk: Clerk) -> None:
    clerk.up_to_code()
    text = words(clerk.say("ask_code"))
    assert "Công dân đang đọc mã – anh/chị nghe ở khung Điện thoại công dân" in text
    assert clerk.code() not in text
    assert " ".join(clerk.code()) not in text
