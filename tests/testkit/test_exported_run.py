"""A run told again as a pytest file: it does the same and earns the same marks."""

from collections.abc import Callable

import pytest

from motcua.testkit.client import Clerk, StepRefusedError, World
from tests.testkit.visits import up_to_the_code

pytest_plugins = ["pytester"]


def to_the_end(clerk: Clerk, world: World) -> None:
    clerk.say("ask_code")
    clerk.enter_code(world.sms.wait_otp())
    clerk.create_account()
    clerk.say("tell_created")
    clerk.close_visit()


def smooth(world: World) -> None:
    to_the_end(up_to_the_code(world), world)


def with_an_expired_code(world: World) -> None:
    clerk = up_to_the_code(world)
    clerk.enter_code(world.sms.wait_otp())
    world.clock.advance(121)
    with pytest.raises(StepRefusedError):
        clerk.create_account()
    clerk.send_code()
    to_the_end(clerk, world)


def with_a_wrong_code(world: World) -> None:
    clerk = up_to_the_code(world)
    code = world.sms.latest().code or ""
    clerk.enter_code(code[::-1] if code != code[::-1] else f"{int(code) ^ 1:06d}")
    with pytest.raises(StepRefusedError):
        clerk.create_account()
    to_the_end(clerk, world)


def with_one_side_only(world: World) -> None:
    clerk = world.clerk()
    clerk.sign_in()
    clerk.open_form()
    clerk.look_up()
    clerk.fill()
    clerk.attach(clerk.scan(sides="front"))
    with pytest.raises(StepRefusedError):
        clerk.download_request_form()
    clerk.cancel()
    clerk.close_visit()


def with_a_lost_message(world: World) -> None:
    world.faults.lose()
    clerk = up_to_the_code(world)
    clerk.say("ask_sms")
    clerk.send_code()
    to_the_end(clerk, world)


@pytest.mark.parametrize(
    "run",
    [smooth, with_an_expired_code, with_a_wrong_code, with_one_side_only, with_a_lost_message],
)
def test_the_exported_file_repeats_the_run(
    world: World, pytester: pytest.Pytester, here: list[str], run: Callable[[World], None]
) -> None:
    run(world)
    pytester.makepyfile(world.as_pytest())
    pytester.runpytest(*here, "--strict-markers").assert_outcomes(passed=1)
