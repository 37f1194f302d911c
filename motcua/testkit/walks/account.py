"""Creating an account: desk, scanner, admin portal, telephone."""

from motcua.testkit.pages import AccountForm, AccountList, Desk, Handset, Scanner
from motcua.testkit.simulator import Simulator
from motcua.testkit.walks import MORNING, SEED, OpenPage, Screens, controls
from motcua.testkit.world import World


def walk(simulator: Simulator, open_page: OpenPage) -> Screens:
    """From the greeting to the account, and where there is one already."""
    plain = simulator.create(seed=SEED, citizen="plain", frozen_at=MORNING)
    known = simulator.create(seed=SEED, citizen="has_account")
    yield from _at_the_desk(plain, Desk(open_page(plain.urls.desk)), open_page)
    yield from _account_exists(known, open_page)
    plain.delete()
    known.delete()


def _at_the_desk(world: World, desk: Desk, open_page: OpenPage) -> Screens:
    yield controls("desk", desk)
    phone = Handset(open_page(world.urls.handset))
    yield controls("handset", phone)
    yield from _on_the_portal(world, desk)
    phone.reload()
    yield controls("handset with messages", phone)
    phone.open_message()
    yield controls("handset message", phone)
    desk.ask_to_close()
    yield controls("desk closing", desk)
    desk.confirm_closing()
    yield controls("desk closed", desk)


def _on_the_portal(world: World, desk: Desk) -> Screens:
    door = desk.open_portal()
    yield controls("portal sign-in", door)
    home = door.sign_in(world.officer)
    home.follow("Trang chủ")
    yield controls("portal home", home)
    accounts = home.open_accounts()
    yield controls("account list", accounts)
    yield from _cancelled(accounts.new_form())
    accounts = AccountList(accounts.page)
    accounts.come_back()
    form = accounts.new_form()
    yield from _filled(world, form, Scanner(desk.page.context.new_page()))
    accounts.come_back()
    yield controls("account list with an account", accounts)


def _cancelled(form: AccountForm) -> Screens:
    yield controls("account form", form)
    form.ask_to_cancel()
    yield controls("account form, asked to cancel", form)
    form.confirm_cancelling()
    yield controls("account form cancelled", form)


def _filled(world: World, form: AccountForm, scanner: Scanner) -> Screens:
    scanner.page.goto(world.urls.scanner)
    yield controls("scanner", scanner)
    scan = scanner.scan()
    yield controls("scanner with a scan", scanner)
    form.look_up(world.citizen.id_number)
    form.fill(world.citizen)
    form.create_account()
    yield controls("account form with mistakes", form)
    form.attach(scan)
    form.download_request_form()
    form.send_code()
    yield controls("account form with a code", form)
    form.enter_code(world.sms.wait_otp())
    form.create_account()
    yield controls("account created", form)


def _account_exists(world: World, open_page: OpenPage) -> Screens:
    door = Desk(open_page(world.urls.desk)).open_portal()
    form = door.sign_in(world.officer).open_accounts().new_form()
    form.look_up(world.citizen.id_number)
    yield controls("account exists", form)
