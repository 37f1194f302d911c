"""The desk's computer, where somebody without a smartphone activates, and the public portal."""

from motcua.testkit.pages import Computer, PublicPortal
from motcua.testkit.simulator import Simulator
from motcua.testkit.walks import PASSCODE, PASSWORD, OpenPage, Screens, controls, vneid_world
from motcua.testkit.world import World


def walk(simulator: Simulator, open_page: OpenPage) -> Screens:
    """An activation on the computer, up to the account page of the public portal."""
    world = vneid_world(simulator, "eid_computer_only")
    computer = Computer(open_page(str(world.urls.computer)))
    yield controls("computer", computer)
    yield from _activating(world, computer)
    portal = PublicPortal(computer.page)
    portal.page.goto(str(world.urls.public_portal))
    yield controls("public portal", portal)
    portal.open_sign_in()
    yield from _signing_in(world, portal)
    world.delete()


def _activating(world: World, computer: Computer) -> Screens:
    computer.open_activation()
    yield controls("computer activation", computer)
    computer.request(world.citizen.id_number, world.citizen.registered_phone)
    yield controls("computer code", computer)
    computer.enter_code(world.sms.wait_otp(kind="vneid_otp"))
    yield controls("computer new password", computer)
    computer.set_password(PASSWORD)
    yield controls("computer new passcode", computer)
    computer.set_passcode(PASSCODE)
    yield controls("computer security questions", computer)
    computer.answer_questions("Trường Mẫu", "Canh chua")
    yield controls("computer activated", computer)


def _signing_in(world: World, portal: PublicPortal) -> Screens:
    yield controls("public portal ways in", portal)
    portal.give_number(world.citizen.id_number, PASSWORD)
    yield controls("public portal code", portal)
    portal.enter_code(world.sms.wait_otp(kind="vneid_otp"))
    yield controls("public portal consent", portal)
    portal.share_consent()
    yield controls("public portal passcode", portal)
    portal.confirm_passcode(PASSCODE)
    yield controls("public portal account page", portal)
