"""The selector contract: every control of every screen, by role and accessible name.

``selectors.lock.json`` holds it. The project's tests walk the screens and compare; a
change of the file needs a line in CHANGELOG.md.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from importlib.resources import files

from playwright.sync_api import Page

from motcua.testkit.pages import AccountForm, AccountList, Desk, Handset, Scanner
from motcua.testkit.pages.screen import Screen
from motcua.testkit.simulator import Simulator
from motcua.testkit.world import World

Selectors = dict[str, list[str]]  # screen -> 'button "Tra cứu"', each once, in order
Shown = Iterator[tuple[str, list[str]]]
LOCK = "selectors.lock.json"

_SEED = 7
_MORNING = datetime(2022, 6, 15, 1, tzinfo=UTC)
_CLERK = "canbo4"  # of the demo accounts, for whom nobody practises in these tests

_CONTROL = re.compile(
    r"^\s*- '?((?:button|checkbox|combobox|link|radio|searchbox|spinbutton|switch|tab|textbox)"
    r' ".*?(?<!\\)")',
    re.MULTILINE,
)


def locked() -> Selectors:
    """The contract as it was shipped."""
    text = (files("motcua.testkit") / LOCK).read_text("utf-8")
    contract: Selectors = json.loads(text)
    return contract


def edition(selectors: Selectors) -> str:
    """Eight letters that change with any control; the line in CHANGELOG.md names them."""
    return sha256(written(selectors).encode()).hexdigest()[:8]


def written(selectors: Selectors) -> str:
    """The lock file's text."""
    return json.dumps(selectors, ensure_ascii=False, indent=1) + "\n"


def controls(page: Page) -> list[str]:
    """The controls of the screen that is shown."""
    found = _CONTROL.findall(page.locator("body").aria_snapshot())
    return list(dict.fromkeys(found))


def walk(simulator: Simulator, open_page: Callable[[str], Page]) -> Selectors:
    """Walk every screen of the desk, and those a clerk's menu leads to.

    ``open_page`` opens an address in a browser context of its own. The worlds are always the
    same ones, so that controls named after a person or a time keep their names. The intranet
    is walked where its demo accounts are known.
    """
    plain = simulator.create(seed=_SEED, citizen="plain", frozen_at=_MORNING)
    known = simulator.create(seed=_SEED, citizen="has_account")
    shown = {
        **dict(_at_the_desk(plain, Desk(open_page(plain.urls.desk)), open_page)),
        **dict(_account_exists(known, open_page)),
        **dict(_on_the_intranet(simulator, open_page)),
    }
    plain.delete()
    known.delete()
    return shown


def _shown(name: str, screen: Screen) -> tuple[str, list[str]]:
    return name, controls(screen.page)


def _at_the_desk(world: World, desk: Desk, open_page: Callable[[str], Page]) -> Shown:
    yield _shown("desk", desk)
    phone = Handset(open_page(world.urls.handset))
    yield _shown("handset", phone)
    yield from _on_the_portal(world, desk)
    phone.reload()
    yield _shown("handset with messages", phone)
    phone.open_message()
    yield _shown("handset message", phone)
    desk.ask_to_close()
    yield _shown("desk closing", desk)
    desk.confirm_closing()
    yield _shown("desk closed", desk)


def _on_the_portal(world: World, desk: Desk) -> Shown:
    door = desk.open_portal()
    yield _shown("portal sign-in", door)
    home = door.sign_in(world.officer)
    yield _shown("portal home", home)
    accounts = home.open_accounts()
    yield _shown("account list", accounts)
    yield from _cancelled(accounts.new_form())
    accounts = AccountList(accounts.page)
    accounts.come_back()
    form = accounts.new_form()
    yield from _filled(world, form, Scanner(desk.page.context.new_page()))
    accounts.come_back()
    yield _shown("account list with an account", accounts)


def _cancelled(form: AccountForm) -> Shown:
    yield _shown("account form", form)
    form.ask_to_cancel()
    yield _shown("account form, asked to cancel", form)
    form.confirm_cancelling()
    yield _shown("account form cancelled", form)


def _filled(world: World, form: AccountForm, scanner: Scanner) -> Shown:
    scanner.page.goto(world.urls.scanner)
    yield _shown("scanner", scanner)
    scan = scanner.scan()
    yield _shown("scanner with a scan", scanner)
    form.look_up(world.citizen.id_number)
    form.fill(world.citizen)
    form.create_account()
    yield _shown("account form with mistakes", form)
    form.attach(scan)
    form.download_request_form()
    form.send_code()
    yield _shown("account form with a code", form)
    form.enter_code(world.sms.wait_otp())
    form.create_account()
    yield _shown("account created", form)


def _account_exists(world: World, open_page: Callable[[str], Page]) -> Shown:
    door = Desk(open_page(world.urls.desk)).open_portal()
    form = door.sign_in(world.officer).open_accounts().new_form()
    form.look_up(world.citizen.id_number)
    yield _shown("account exists", form)


def _on_the_intranet(simulator: Simulator, open_page: Callable[[str], Page]) -> Shown:
    clerks = [account for account in simulator.accounts if account.username == _CLERK]
    for clerk in clerks:
        screen = Screen(open_page(f"{simulator.url}/dang-nhap"))
        yield _shown("intranet sign-in", screen)
        screen.page.get_by_role("textbox", name="Tên đăng nhập").fill(clerk.username)
        screen.page.get_by_label("Mật khẩu").fill(clerk.password)
        screen.press("Đăng nhập")
        yield _shown("intranet home", screen)
        for name in ("Luyện tập", "Sổ luyện tập", "Sổ đối chiếu"):
            screen.follow(name)
            yield _shown(f"intranet {name}", screen)
