"""The links of a world open its own rooms without an account, and nothing else."""

import pytest

from tests.app.at_the_desk import clerk_at_desk
from tests.app.browsing import Browser, sign_in
from tests.app.effects import FixedEffects
from tests.app.tester_api.driving import Driver


def test_the_links_lead_into_the_worlds_rooms(tester: Driver) -> None:
    world = tester.world()
    for room, place in (("desk", ""), ("portal", "/quantri/"), ("scanner", "/may-quet")):
        browser = tester.app.test_client()
        answer = browser.get(world["urls"][room])
        assert answer.status_code == 303
        assert answer.location == f"/ban/{world['id']}{place}"
        assert browser.get(answer.location).status_code in {200, 303}
    assert tester.app.test_client().get(world["urls"]["handset"]).status_code == 200


def test_the_pass_is_a_cookie_for_that_world_alone(tester: Driver) -> None:
    world = tester.world()
    cookie = tester.app.test_client().get(world["urls"]["desk"]).headers["Set-Cookie"]
    assert f"Path=/ban/{world['id']}" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_without_the_pass_the_desk_asks_who_is_there(tester: Driver, client: Browser) -> None:
    world = tester.world()
    answer = client.get(f"/ban/{world['id']}")
    assert answer.status_code == 303
    assert answer.location.startswith("/dang-nhap")


def test_a_signed_in_clerk_does_not_find_a_testers_world(tester: Driver, client: Browser) -> None:
    world = tester.world()
    sign_in(client, "canbo1")
    assert client.get(f"/ban/{world['id']}").status_code == 404


def test_one_worlds_pass_is_none_for_another(tester: Driver) -> None:
    one, other = tester.world(), tester.world()
    client = tester.app.test_client()
    client.get(one["urls"]["desk"])
    cookie = client.get_cookie("motcua_desk", path=f"/ban/{one['id']}")
    assert cookie is not None
    client.set_cookie("motcua_desk", cookie.value, path="/")
    assert client.get(f"/ban/{one['id']}").status_code == 200
    assert client.get(f"/ban/{other['id']}").status_code == 303


def test_a_pass_opens_no_learners_world(tester: Driver, client: Browser) -> None:
    learner = clerk_at_desk(client, tester.app)
    guest = tester.serving(tester.world())
    assert guest.client.get(learner.desk).status_code == 303
    assert guest.client.get("/").status_code == 303
    assert guest.client.get("/so-luyen-tap").status_code == 303


def test_a_learners_world_cannot_be_driven(tester: Driver, client: Browser) -> None:
    learner = clerk_at_desk(client, tester.app)
    assert tester.call("GET", f"/worlds/{learner.record.id}").status_code == 404


@pytest.mark.parametrize("link", ["/mo/nobody", "/mo/%00", "/mo/nobody/quantri", "/mo/x/dien-lai"])
def test_a_link_nobody_was_given_opens_nothing(client: Browser, link: str) -> None:
    assert client.get(link).status_code == 404


def test_a_link_leads_to_no_other_place(tester: Driver, client: Browser) -> None:
    link = tester.world()["urls"]["desk"]
    assert client.get(f"{link}/elsewhere").status_code == 404


def test_a_link_dies_with_its_world(tester: Driver, client: Browser, effects: FixedEffects) -> None:
    ended, over = tester.world(), tester.world(ttl_s=60)
    tester.delete(f"/worlds/{ended['id']}")
    effects.advance(seconds=60)
    assert client.get(ended["urls"]["desk"]).status_code == 404
    assert client.get(ended["urls"]["handset"]).status_code == 404
    assert client.get(over["urls"]["desk"]).status_code == 410


def test_a_whole_visit_without_an_account(tester: Driver) -> None:
    world = tester.world()
    clerk = tester.serving(world)
    clerk.say("greet")
    clerk.up_to_code()
    clerk.press("tao", otp=clerk.code())
    clerk.client.get(f"{clerk.desk}/ket-thuc")
    assert clerk.client.send(f"{clerk.desk}/ket-thuc").location == clerk.desk
    assert clerk.client.get(clerk.desk).status_code == 200
    assert tester.get(f"/worlds/{world['id']}/score")["outcome"] == "account_created"
