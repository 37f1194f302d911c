"""The usual first half of a visit."""

from motcua.testkit.client import Clerk
from motcua.testkit.world import World


def up_to_the_code(world: World) -> Clerk:
    """A careful clerk, as far as Gửi mã OTP."""
    clerk = world.clerk()
    clerk.say("greet")
    clerk.sign_in()
    clerk.open_form()
    clerk.look_up()
    clerk.say("ask_phone")
    clerk.say("ask_phone_owner")
    clerk.fill()
    clerk.attach(clerk.scan())
    clerk.download_request_form()
    clerk.say("check_form")
    clerk.send_code()
    return clerk
