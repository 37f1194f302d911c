"""The intranet of a clerk: sign-in, and every page of their menu."""

from motcua.testkit.models import Account
from motcua.testkit.pages.screen import Screen
from motcua.testkit.simulator import Simulator
from motcua.testkit.walks import OpenPage, Screens, controls

_CLERK = "canbo4"  # of the demo accounts, for whom nobody practises in these tests


def walk(simulator: Simulator, open_page: OpenPage) -> Screens:
    """Walked only where the demo accounts are known."""
    for account in simulator.accounts:
        if account.username == _CLERK:
            yield from _menu(account, Screen(open_page(f"{simulator.url}/dang-nhap")))


def _menu(clerk: Account, screen: Screen) -> Screens:
    yield controls("intranet sign-in", screen)
    screen.page.get_by_role("textbox", name="Tên đăng nhập").fill(clerk.username)
    screen.page.get_by_label("Mật khẩu").fill(clerk.password)
    screen.press("Đăng nhập")
    yield controls("intranet home", screen)
    for place in _links(screen, "Mục chính")[1:]:  # but for the home page, where one is already
        screen.follow(place)
        _unfold(screen)
        yield controls(f"intranet {place}", screen)
        for page in _links(screen, f"Trong mục {place}")[1:]:
            screen.follow(page)
            yield controls(f"intranet {page}", screen)
    yield from _show(screen)


def _show(screen: Screen) -> Screens:
    """A run that is looked at, up to its second step; afterwards it is given up."""
    screen.follow("Luyện tập")
    screen.press("Xem làm mẫu tình huống “Lượt đầu tiên trong ngày”")
    screen.press("Xem làm bước này")
    yield controls("desk in a show", screen)
    screen.follow("Luyện tập")
    screen.follow("Bỏ lượt này : Lượt đầu tiên trong ngày")
    screen.press("Bỏ lượt này")


def _unfold(screen: Screen) -> None:
    """Show what the page keeps folded."""
    folded = screen.main.locator("details:not([open]) > summary")
    for fold in reversed(folded.all()):  # each is counted anew: from the last, none moves up
        fold.click()


def _links(screen: Screen, menu: str) -> list[str]:
    """A menu's lines; none where there is no such menu."""
    menus = screen.page.get_by_role("navigation", name=menu, exact=True)
    return menus.get_by_role("link").all_inner_texts()
