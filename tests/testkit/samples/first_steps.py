"""What a tester writes in the first hour; run in an empty environment by tools/."""

import pytest

from motcua.testkit.client import Clock, Sms, StepRefusedError, World


def test_a_code_dies_after_two_minutes(world: World, clock: Clock, sms: Sms) -> None:
    clerk = world.clerk()
    clerk.sign_in()
    clerk.open_form()
    clerk.look_up()
    clerk.fill()
    clerk.attach(clerk.scan())
    clerk.download_request_form()
    clerk.send_code()
    code = sms.wait_otp(world.citizen.phone)
    clock.advance(121)
    clerk.enter_code(code)
    with pytest.raises(StepRefusedError, match="hết hiệu lực"):
        clerk.create_account()
