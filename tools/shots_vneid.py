"""The pictures of the guide to VNeID: desk, telephone, computer, portal, and what is told back."""

from motcua.testkit.pages import Desk, Vneid
from tests.core.telephone import CODE, GOOD
from tests.e2e.citizens_side import CitizensSide
from tests.e2e.telephone import ANSWERS, Telephone
from tests.e2e.visit import Visit
from tools.studio import PHONE, Studio, take
from web.practice.runs.runs import Mode

ACTIVATION, PORTAL, BUTTONS = (
    "vn-01-kich-hoat-tai-quay",
    "vn-02-vao-cong-bang-vneid",
    "vn-06-dien-thoai-nut-bam",
)


def show_vneid(studio: Studio) -> None:
    """Four visits: guided and done for the citizen, the portal, the computer, two ways to learn."""
    show_an_activation(studio)
    show_the_portal(studio)
    show_the_computer(studio)
    show_ways_to_learn(studio)


def show_an_activation(studio: Studio) -> None:
    """The check at arrival, the phone in a colleague's hand, one code typed by the clerk."""
    visit = studio.visit(ACTIVATION)
    desk = visit.desk()
    take(desk.page, "vneid-ban", height=1000)
    desk.say("greet")
    desk.ask_about_vneid()
    desk.note_arrival("level2_not_active")
    desk.offer_help()
    desk.choose_branch("b3")
    take(visit.desk().page, "vneid-tiep-don", height=1000)
    show_the_phone(studio, visit)
    visit.desk().receive()
    studio.effects.advance(minutes=6)
    visit.desk().close_visit()
    take(visit.page, "vneid-ket-qua", height=1250)


def show_the_phone(studio: Studio, visit: Visit) -> None:
    """Home screen, role card, code, and the wallet; the code is typed in the desk's pane."""
    phone = Telephone(studio.page(PHONE, username=""), studio.inside, visit.world_id)
    home = phone.handset()
    take(home.page, "vneid-may")
    home.follow("Thẻ vai: điều công dân biết")
    take(home.page, "vneid-the-vai")
    visit.desk().say("guide_activation")
    take(phone.app().page, "vneid-ma")
    over_the_desk = Vneid(studio.page(PHONE))
    over_the_desk.page.goto(f"{phone.home}khung/vneid/")
    take(over_the_desk.page, "vneid-lam-thay")
    over_the_desk.enter_code(phone.code)
    app = phone.app()
    take(visit.desk().page, "vneid-huong-dan", height=1000)
    app.set_password(GOOD)
    app.set_passcode(CODE)
    app.answer_questions(ANSWERS)
    app.sign_in(phone.number, GOOD)
    app.integrate_paper("Giấy phép lái xe", phone.paper("driving_licence"), CODE)
    take(app.page, "vneid-vi")


def show_the_portal(studio: Studio) -> None:
    """The QR code, the consent on the telephone, the account page."""
    visit = studio.visit(PORTAL)
    citizen = _side(visit)
    portal = citizen.portal(studio.page(username=""), "dang-nhap")
    take(portal.page, "vneid-cong")
    desk = Desk(visit.page)
    visit.desk()
    desk.say("guide_portal_qr")
    phone = Telephone(studio.page(PHONE, username=""), studio.inside, visit.world_id)
    take(phone.app().page, "vneid-dong-y")
    desk.say("invite_consent")
    desk.say("invite_passcode")
    citizen.portal(portal.page, "tai-khoan")
    take(portal.page, "vneid-trang-cua-toi")


def show_the_computer(studio: Studio) -> None:
    """Where somebody without a smartphone sits down."""
    visit = studio.visit(BUTTONS)
    computer = _side(visit).computer(studio.page(username=""))
    computer.open_activation()
    take(computer.page, "vneid-may-tinh")


def show_ways_to_learn(studio: Studio) -> None:
    """Looking on, and being led."""
    for mode, name in ((Mode.SHOW, "xem-lam-mau"), (Mode.GUIDE, "lam-co-huong-dan")):
        take(studio.visit(ACTIVATION, mode).desk().page, name)


def _side(visit: Visit) -> CitizensSide:
    return CitizensSide(visit.inside, visit.world_id, visit.inside.handset(visit.world_id))
