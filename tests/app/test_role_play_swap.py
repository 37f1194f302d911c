"""At the end of a role play the two sit the other way round: one new run, by either's button."""

import pytest
from flask import Flask

from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import FIRST, Office
from tests.app.slips import Inside
from tests.app.two_people import Pair, home_of, run_at, two_people
from web.practice.role_play import service as role_play
from web.practice.runs import store


@pytest.fixture
def pair(app: Flask, client: Browser, office: Office) -> Pair:
    return two_people(app, client, office)


def test_without_an_account_the_colleague_is_led_to_sign_in_first(pair: Pair) -> None:
    pair.close()
    page = pair.colleague.get(pair.part).get_data(as_text=True)
    link = pair.home.split("/")[2]
    assert f'href="/dang-nhap?next=/dong-vai/vao/{link}"' in page
    sign_in(pair.colleague, "canbo2")
    assert pair.colleague.get(f"/dong-vai/vao/{link}").location == pair.part


def test_the_colleague_serves_a_new_run_of_the_same_scenario(pair: Pair) -> None:
    sign_in(pair.colleague, "canbo2")
    pair.close()
    assert "Đổi vai" in words(pair.colleague.get(pair.part))
    desk = pair.colleague.send(f"{pair.home}doi-vai").location
    swapped = run_at(pair.office, desk)
    assert (swapped.scenario, swapped.swapped_from) == (FIRST, pair.run.id)
    assert swapped.person_id != pair.run.person_id == swapped.partner_id
    assert pair.office.world(swapped).seed != pair.office.world(pair.run).seed
    assert pair.colleague.get(desk).status_code == 200
    text = pair.clerk.get(pair.run.page).get_data(as_text=True)
    assert f'href="{home_of(pair.office, swapped)}loi-dan"' in text


def test_whoever_came_in_by_slip_swaps_into_no_run_outside_their_class(
    pair: Pair, office: Office
) -> None:
    Inside.join(pair.colleague, Classroom.opened(office, "canbo2"), "canbo2")
    pair.colleague.get(pair.part)
    pair.close()
    assert "Đổi vai" not in words(pair.colleague.get(pair.part))
    for press in ("nhan-vai", "doi-vai"):
        assert pair.colleague.send(f"{pair.home}{press}").location == pair.part
    assert office.again(pair.run).partner_id is None


def test_the_clerk_can_press_the_button_too_and_then_plays_the_citizen(pair: Pair) -> None:
    sign_in(pair.colleague, "canbo2")
    pair.colleague.get(pair.part)
    pair.colleague.send(f"{pair.home}nhan-vai")
    pair.close()
    assert "Công dân do Lê Văn Mẫu Bình đóng." in words(pair.clerk.get(pair.run.page))
    address = pair.clerk.send(f"/dong-vai/{pair.run.id}/doi-vai").location
    assert address.endswith("/loi-dan")
    assert pair.clerk.get(address).status_code == 200
    page = pair.colleague.get(pair.part).get_data(as_text=True)
    assert "Tới bàn làm việc của lượt đổi vai" in page


def test_swapping_twice_makes_one_run(pair: Pair) -> None:
    sign_in(pair.colleague, "canbo2")
    pair.close()
    pair.colleague.get(pair.part)
    desks = {pair.colleague.send(f"{pair.home}doi-vai").location for _ in range(2)}
    assert len(desks) == 1


def test_nobody_swaps_before_the_end_or_without_knowing_the_colleague(pair: Pair) -> None:
    pair.clerk.get(pair.run.page)
    assert pair.clerk.send(f"/dong-vai/{pair.run.id}/doi-vai").location == pair.run.page
    sign_in(pair.colleague, "canbo2")
    pair.colleague.get(pair.part)
    assert pair.colleague.send(f"{pair.home}doi-vai").location == pair.part
    with pair.office.writing() as db:
        assert store.swapped_into(db, pair.run.id) is None


def test_the_part_is_taken_once_and_not_by_the_clerk(pair: Pair) -> None:
    pair.clerk.get(pair.part)
    pair.clerk.send(f"{pair.home}nhan-vai")
    assert pair.office.again(pair.run).partner_id is None
    sign_in(pair.colleague, "canbo2")
    pair.colleague.get(pair.part)
    pair.colleague.send(f"{pair.home}nhan-vai")
    late = pair.office.person("canbo4")
    with pair.office.writing() as db:
        assert not role_play.take_part(db, pair.run, late)
    assert pair.office.again(pair.run).partner_id == pair.office.person("canbo2").id


def test_a_supervisor_cannot_take_the_part(pair: Pair) -> None:
    sign_in(pair.colleague, "giamsat")
    assert "Tôi đóng vai công dân" not in words(pair.colleague.get(pair.part))
    pair.colleague.send(f"{pair.home}nhan-vai")
    assert pair.office.again(pair.run).partner_id is None
