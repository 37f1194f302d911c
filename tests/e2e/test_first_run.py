"""A new office, from the code in the terminal to forty people with slips in their hands."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.app.sheets import workbook
from tests.e2e.conftest import Look, NewContext
from tests.e2e.pages.administration import FirstRun, People, Slips, first_sign_in

NAMES = {
    "quản trị": "Bùi Thị Mẫu Lan",
    "trưởng bộ phận": "Đỗ Văn Mẫu Minh",
    "giảng viên": "Lý Thị Mẫu Nga",
}
FORTY = [(f"Nguyễn Thị Mẫu Khánh {'Ngọc' * (n % 2)} {chr(65 + n % 26)}",) for n in range(40)]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """``motcua serve`` over an empty folder: its address, and the code it printed."""
    motcua = Path(sys.executable).with_name("motcua")
    folder = tmp_path_factory.mktemp("new-office")
    with subprocess.Popen(
        [motcua, "serve", "--port", "0", "--data", folder], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout
        said = server.stdout.readline() + server.stdout.readline()
        found = re.search(r"mở (\S+)/lan-dau và nhập mã mở lần đầu: (\S+)", said)
        assert found, said
        yield found[1], found[2]
        server.send_signal(signal.SIGINT)


@pytest.fixture(scope="module")
def browser_context_args(
    browser_context_args: dict[str, object], served: tuple[str, str]
) -> dict[str, object]:
    """Browsers that begin there."""
    return browser_context_args | {"base_url": served[0]}


def opened(page: Page, code: str, look: Look) -> dict[str, str]:
    """Open the office at the second try; the first passwords by name."""
    page.goto("/so-luyen-tap")
    look(page, "first run")
    first = FirstRun(page)
    first.fill("HK7M-4P9-XT3", NAMES)
    first.open_office()
    expect(page.get_by_role("textbox", name="Họ và tên giảng viên")).to_have_value("Lý Thị Mẫu Nga")
    look(page, "first run with a wrong code")
    first.fill(code, NAMES)
    first.open_office()
    look(page, "the first three passwords")
    passwords = Slips(page).passwords()
    page.get_by_role("link", name="Đăng nhập").click()
    return passwords


def bring_in_forty(page: Page, list_: Path, look: Look) -> None:
    """A list with a mistake, then the same without; their slips lie whole on the paper."""
    people, slips = People(page), Slips(page)
    list_.write_bytes(workbook(("Họ và tên",), *FORTY, ("", "x")))
    people.bring_in(list_)
    look(page, "a list with a mistake")
    list_.write_bytes(workbook(("Họ và tên",), *FORTY))
    people.bring_in(list_)
    expect(page.get_by_role("row")).to_have_count(41)
    look(page, "a list before it is taken")
    people.press("Thêm 40 người và mở trang in phiếu")
    look(page, "forty slips")
    page.emulate_media(media="print")
    assert slips.cut_off() == []
    page.emulate_media(media="screen")
    assert len(slips.passwords()) == 40


def test_an_empty_office_is_opened_and_forty_people_come_from_excel(
    served: tuple[str, str], new_context: NewContext, look: Look, tmp_path: Path
) -> None:
    page = new_context().new_page()
    passwords = opened(page, served[1], look)
    first_sign_in(page, "quantri", passwords["quantri"])
    people = People(page)
    people.expect_done("Đặt tên đơn vị")
    expect(people.tasks().filter(has_text="Nhập danh sách cán bộ")).not_to_contain_text("Xong")
    look(page, "a checklist")
    bring_in_forty(page, tmp_path / "can-bo.xlsx", look)
    page.goto("/")
    people.expect_done("Nhập danh sách cán bộ")

    head = new_context().new_page()
    head.goto("/dang-nhap")
    first_sign_in(head, "truongbophan", passwords["truongbophan"])
    People(head).expect_done("Khai địa điểm trực")
