"""Not a test of this project but of its tester: run by ``test_two_hundred_runs.py``.

Each run makes an account in its own world while others do so beside it, and then looks
whether anything of theirs has got into it.
"""

from datetime import UTC, datetime

import pytest

from motcua.testkit.client import World

MORNING = datetime(2022, 6, 15, 1, tzinfo=UTC)


@pytest.mark.world(frozen_at=MORNING)
@pytest.mark.parametrize("number", range(200))
def test_a_run_sees_itself_alone(world: World, number: int) -> None:
    clerk = world.clerk()
    clerk.say("greet")
    clerk.sign_in()
    clerk.open_form()
    clerk.look_up()
    clerk.fill()
    clerk.attach(world.document("both.pdf"))
    clerk.download_request_form()
    clerk.send_code()
    world.clock.advance(119 + number % 2)  # 120 seconds after it was sent, a code still counts
    clerk.enter_code(world.sms.wait_otp(world.citizen.phone))
    clerk.create_account()
    clerk.close_visit()
    created = [event.payload for event in world.events() if event.kind == "account.created"]
    assert [payload["details"]["id_number"] for payload in created] == [world.citizen.id_number]
    assert [message.to for message in world.sms.all()] == [world.citizen.phone] * 2
    assert world.read().citizen.has_account
