"""The desk's computer, where somebody without a smartphone activates, and the public portal."""

from motcua.testkit.pages import Computer, PublicPortal
from motcua.testkit.simulator import Simulator
from motcua.testkit.walks import PASSCODE, PASSWORD, OpenPage, Shown, shown, vneid_world
from motcua.testkit.world import World


def walk(simulator: Simulator, open_page: OpenPage) -> Shown:
    """An activation on the computer, up to the account page of the public portal."""
    world = vneid_world(simulator, "eid_computer_only")
    computer = Computer(open_page(str(world.urls.computer)))
    yield shown("computer", computer)
    yield from _activating(world, computer)
    portal = PublicPortal(computer.page)
    portal.page.goto(str(world.urls.public_portal))
    yield shown("public portal", portal)
    portal.open_sign_in()
    yield from _signing_in(world, portal)
    world.delete()


def _activating(world: World, computer: Computer) -> Shown:
    computer.open_activation()
    yield shown("computer activation", computer)
    computer.request(world.citizen.id_number, world.citizen.registered_phone)
    yield shown("computer code", computer)
    computer.enter_code(world.sms.wait_otp(kind="vneid_otp"))
    yield shown("computer new password", computer)
    computer.set_password(PASSWORD)
    yield shown("computer new passcode", computer)
    computer.set_passcode(PASSCODE)
    yield shown("computer security questions", computer)
    computer.answer_questions("Trường Mẫu", "Canh chua")
    yield shown("computer activated", computer)


def _signing_in(world: World, portal: PublicPortal) -> Shown:
    yield shown("public portal ways in", portal)
    portal.give_number(world.citizen.id_number, PASSWORD)
    yield shown("public portal code", portal)
    portal.enter_code(world.sms.wait_otp(kind="vneid_otp"))
    yield shown("public portal consent", portal)
    portal.share_consent()
    yield shown("public portal passcode", portal)
    portal.confirm_passcode(PASSCODE)
    yield shown("public portal account page", portal)
