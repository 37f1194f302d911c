"""A clerk without a browser gets as far as a clerk with one, and no farther."""

import re

import pytest

from motcua.testkit.client import Clerk, MakeWorld, StepRefusedError, World
from motcua.testkit.models import Officer
from tests.testkit.visits import up_to_the_code


@pytest.fixture
def clerk(world: World) -> Clerk:
    clerk = world.clerk()
    clerk.sign_in()
    clerk.open_form()
    return clerk


def test_the_whole_visit_earns_full_marks(world: World) -> None:
    clerk = up_to_the_code(world)
    clerk.say("ask_code")
    clerk.enter_code(world.sms.wait_otp(world.citizen.phone))
    clerk.create_account()
    clerk.say("tell_created")
    clerk.close_visit()
    assert (world.score().points, world.score().outcome) == (100, "account_created")


def test_a_wrong_password_is_refused_in_the_portals_words(world: World) -> None:
    with pytest.raises(StepRefusedError, match="Tên đăng nhập hoặc mật khẩu"):
        world.clerk().sign_in(Officer(username="canbo.mau", password="Mau-0000"))


def test_an_empty_form_is_refused_field_by_field(clerk: Clerk) -> None:
    clerk.look_up()
    with pytest.raises(StepRefusedError) as refusal:
        clerk.create_account()
    assert (refusal.value.status, len(refusal.value.sentences) > 3) == (422, True)


def test_a_step_out_of_order_is_refused(clerk: Clerk, world: World) -> None:
    clerk.look_up()
    clerk.fill()
    clerk.attach(world.document("both.pdf"))
    with pytest.raises(StepRefusedError, match="Tải xuống"):
        clerk.send_code()


def test_a_cancelled_form_makes_no_account(clerk: Clerk, world: World) -> None:
    clerk.cancel()
    assert "form.cancelled" in [event.kind for event in world.events()]


def test_a_citizen_who_has_an_account_gets_no_second_one(make_world: MakeWorld) -> None:
    clerk = make_world(citizen="has_account").clerk()
    clerk.sign_in()
    clerk.open_form()
    page = clerk.look_up()
    assert "Công dân đã có tài khoản" in page.text


def test_scans_are_told_apart_by_their_numbers(clerk: Clerk) -> None:
    names = [clerk.scan().name, clerk.scan(sides="front", fmt="docx").name]
    assert [re.sub(r"-[A-Z][a-z]+", "", name) for name in names] == ["CCCD-1.pdf", "CCCD-2.docx"]


def test_a_page_that_is_not_there_says_so(clerk: Clerk, world: World) -> None:
    world.delete()
    with pytest.raises(StepRefusedError, match="404: Không tìm thấy"):
        clerk.scan()


def test_whoever_signed_out_is_asked_to_sign_in(clerk: Clerk) -> None:
    clerk.sign_out()
    with pytest.raises(StepRefusedError, match="đăng nhập"):
        clerk.open_form()
