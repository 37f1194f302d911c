"""Results on their way are told with their hour; a clerk who practises need not wait for them."""

from datetime import datetime, timedelta

import pytest
from flask import Flask

from sandbox import people
from sandbox.citizens import CardKind, EidState
from sandbox.clock import Freeze
from sandbox.events import ClockMoved
from sandbox.log import Actor
from sandbox.mock_vneid.commands import Enrol, RegisterChild
from sandbox.own_secrets import passcode
from sandbox.setup import VneidPart
from tests.app.at_the_desk import Clerk, runtime_of
from tests.app.browsing import Browser, words
from tests.app.effects import MONDAY, FixedEffects
from tests.app.vneid_desk import HTMX, by_citizen, facts, press, vneid_desk, vneid_setup
from training.scenario import catalogue
from web.people.accounts import store as accounts
from web.practice.runs import store as runs
from web.practice.runs.runs import Mode, RunRecord
from web.shell.database import transaction
from web.worlds import service

REGISTER = ("guide_register", "invite_chip", "invite_face", "invite_send")
SKIP = "Tua đồng hồ tới khi có kết quả"


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    """A registration for level 1 was sent at eight."""
    clerk = vneid_desk(client, app, vneid_setup(eid=EidState.NONE))
    for phrase in REGISTER:
        clerk.say(phrase)
    return clerk


def skip(clerk: Clerk, headers: dict[str, str] | None = None) -> str:
    clerk.client.get(clerk.desk)
    path = f"{clerk.desk}/tua-dong-ho"
    return words(clerk.client.send(path, follow_redirects=True, headers=headers))


def moves(clerk: Clerk) -> list[float]:
    return [fact.seconds for fact in facts(clerk) if isinstance(fact, ClockMoved)]


def practise_in(clerk: Clerk, mode: Mode) -> None:
    """Let a run of that mode take place in the clerk's world."""
    with clerk.app.app_context(), transaction(runtime_of(clerk.app).engine) as db:
        owner = accounts.find_active(db, "canbo1")
        assert owner
        scenario = next(iter(catalogue().values()))
        start: datetime = MONDAY
        run = RunRecord(
            "r" * 22, clerk.record.id, owner[0], 1, scenario.id, scenario.version, mode, start
        )
        runs.add(db, run)


def test_what_is_awaited_is_told_with_its_hour(clerk: Clerk) -> None:
    page = words(clerk.client.get(clerk.desk))
    assert "Đang chờ kết quả tài khoản mức 1: có lúc 23/11/2026 08:05." in page
    assert SKIP in page


def test_the_clock_moves_to_the_result_and_the_log_remembers(clerk: Clerk) -> None:
    page = skip(clerk)
    assert "Đã có kết quả tài khoản mức 1, lúc 23/11/2026 08:05." in page
    assert "Anh/chị đã tua đồng hồ diễn tập tới 23/11/2026 08:05." in page
    assert SKIP not in page
    assert moves(clerk) == [300]


def test_the_waiting_can_also_be_done(clerk: Clerk, effects: FixedEffects) -> None:
    tag = clerk.client.get(clerk.desk).text.partition("/_/tiep-don?co=")[2][:8]
    effects.advance(minutes=5)
    answer = clerk.client.get(f"{clerk.desk}/_/tiep-don?co={tag}", headers=HTMX)
    assert "Đã có kết quả tài khoản mức 1" in words(answer)
    assert moves(clerk) == []


def test_pressing_twice_moves_the_clock_once(clerk: Clerk) -> None:
    skip(clerk)
    skip(clerk)
    assert moves(clerk) == [300]


def test_a_clock_that_stands_still_is_moved_as_well(clerk: Clerk) -> None:
    by_citizen(clerk, Freeze())
    assert "Đã có kết quả" in skip(clerk)


def test_a_card_and_level_2_take_seven_working_days(client: Browser, app: Flask) -> None:
    clerk = vneid_desk(client, app, vneid_setup(card=CardKind.OLD, eid=EidState.NONE))
    press(clerk, "gioi-thieu", office="province_police")
    by_citizen(clerk, Enrol())
    page = words(client.get(clerk.desk))
    assert "Đang chờ kết quả tài khoản mức 2: có lúc 02/12/2026 08:00." in page
    assert "Đã có kết quả tài khoản mức 2" in skip(clerk)
    assert moves(clerk) == [timedelta(days=9).total_seconds()]


def test_a_childs_account_is_awaited_too(client: Browser, app: Flask) -> None:
    guardian = vneid_setup(VneidPart(with_child=True), eid=EidState.LEVEL2_ACTIVE)
    clerk = vneid_desk(client, app, guardian)
    world = clerk.world()
    by_citizen(clerk, RegisterChild(people.child(world).personal_id, passcode(world.seed)))
    assert "Đang chờ kết quả tài khoản của con" in words(client.get(clerk.desk))


def test_nothing_awaited_moves_nothing(client: Browser, app: Flask) -> None:
    clerk = vneid_desk(client, app)
    assert SKIP not in words(client.get(clerk.desk))
    skip(clerk)
    assert moves(clerk) == []


def test_a_test_is_sat_through(clerk: Clerk) -> None:
    practise_in(clerk, Mode.TEST)
    page = words(clerk.client.get(clerk.desk))
    assert "Đang chờ kết quả" in page
    assert SKIP not in page
    assert clerk.client.send(f"{clerk.desk}/tua-dong-ho").status_code == 404
    assert moves(clerk) == []


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode is not Mode.TEST])
def test_whoever_learns_may_skip(clerk: Clerk, mode: Mode) -> None:
    practise_in(clerk, mode)
    assert "Đã có kết quả" in skip(clerk)


def test_htmx_gets_the_panel_with_the_result(clerk: Clerk) -> None:
    assert "Đã có kết quả" in skip(clerk, HTMX)


def test_who_moved_the_clock_stands_in_the_log(clerk: Clerk) -> None:
    skip(clerk)
    with clerk.app.app_context(), transaction(runtime_of(clerk.app).engine, writes=False) as db:
        log = service.log(db, clerk.record.id)
    assert [each.actor for each in log if isinstance(each.fact, ClockMoved)] == [Actor.CLERK]


def test_time_jumped_over_is_nobodys_waiting(clerk: Clerk, effects: FixedEffects) -> None:
    effects.advance(seconds=30)
    assert "Đã tiếp công dân 30 giây" in skip(clerk)
