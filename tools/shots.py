"""Take the screenshots of the guides again: ``python -m tools.shots`` writes docs/images."""

from tests.e2e.visit import Visit
from tools.shots_roster import show_rosters
from tools.shots_vneid import show_vneid
from tools.studio import PHONE, Studio, open_studio, take


def show_the_way_in(studio: Studio) -> None:
    """Sign-in, home page, the choice of scenarios."""
    door = studio.page(username="")
    door.goto("/dang-nhap")
    take(door, "dang-nhap")
    page = studio.page()
    page.goto("/")
    take(page, "trang-chu")
    page.goto("/luyen-tap")
    take(page, "luyen-tap")


def show_the_visit(studio: Studio) -> Visit:
    """Desk, scanner, portal and telephone, from greeting to account."""
    visit = studio.visit()
    desk = visit.desk()
    for phrase in ("greet", "ask_phone", "ask_email"):
        desk.say(phrase)
    take(visit.desk().page, "tro-chuyen")
    show_the_portal(studio, visit)
    visit.desk().say("ask_code")
    take(visit.desk().page, "ban-lam-viec", height=1120)  # opened anew: the pane shows the code
    show_the_account(studio, visit)
    visit.desk().say("tell_created")
    return visit


def show_the_portal(studio: Studio, visit: Visit) -> None:
    """From the door to a code."""
    door = visit.portal_door()
    take(door.page, "quan-tri-dang-nhap")
    door.sign_in(visit.officer)
    accounts = visit.accounts()
    take(accounts.page, "danh-sach")
    form = accounts.new_form()
    form.look_up(visit.citizen.id_number)
    scanner = visit.scanner()
    scan = scanner.scan()
    take(scanner.page, "may-quet")
    form.fill(visit.citizen)
    form.attach(scan)
    form.press("Tải xuống")
    take(form.page, "bieu-mau", height=1590)
    visit.desk().say("check_form")
    studio.effects.advance(minutes=3)
    form = visit.form()
    form.send_code()
    take(form.page, "ma-otp", at="Xác nhận của công dân")


def show_the_account(studio: Studio, visit: Visit) -> None:
    """The telephone with the code, then the account."""
    handset = visit.handset(studio.page(PHONE, username=""))
    take(handset.page, "dien-thoai")
    small = visit.form(studio.page(PHONE))
    take(small.page, "bieu-mau-nho")
    form = visit.form()
    form.enter_code(visit.code())
    form.create_account()
    take(form.page, "da-tao")


def show_a_mistake(studio: Studio) -> None:
    """A form sent before it was filled in."""
    form = studio.visit().hurry_to_look_up()
    form.press("Tải xuống")
    take(form.page, "con-thieu")


def show_what_follows(studio: Studio, visit: Visit) -> None:
    """The debrief, a step of the run seen again, and the log."""
    studio.effects.advance(minutes=2)
    visit.desk().close_visit()
    take(visit.page, "ket-qua", height=1250)
    visit.page.goto(f"{visit.run.page}/buoc/12")
    take(visit.page, "xem-lai")
    visit.page.goto("/so-luyen-tap")
    take(visit.page, "so-luyen-tap")
    small = studio.page(PHONE)
    small.goto("/luyen-tap")
    take(small, "luyen-tap-nho")


def main() -> None:
    """Photograph one visit from sign-in to debrief, the visits about VNeID, then rosters."""
    with open_studio() as studio:
        show_the_way_in(studio)
        show_what_follows(studio, show_the_visit(studio))
        show_a_mistake(studio)
        show_vneid(studio)
    with open_studio() as studio:  # an office of its own, so that neither changes the other
        show_rosters(studio)


if __name__ == "__main__":
    main()
