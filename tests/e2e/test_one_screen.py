"""The desk on one screen: what a clerk works with is in view, whatever the scenario."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import Connection

from sandbox.desk import Say
from sandbox.phrases import phrase_book
from tests.e2e import hurry
from tests.e2e.conftest import NewContext
from tests.e2e.inside import Inside
from tests.e2e.visit import SMOOTH, Visit
from training.scenario import catalogue
from web.practice.runs import service as practice
from web.practice.runs.runs import MODE_WORDS, Mode, RunRecord
from web.shell.effects import Effects

Begun = Callable[[str, Mode], RunRecord]
PHONE, ZOOMED = {"width": 390, "height": 844}, {"width": 683, "height": 384}
SAID = (Say("greet"), Say("ask_phone"))
GREETING = phrase_book()["greet"]


@pytest.fixture
def begun(inside: Inside) -> Iterator[Begun]:
    """``begun(scenario, mode)``: a run of canbo1 that is given up after the story."""
    runs: list[RunRecord] = []

    def make(scenario: str, mode: Mode) -> RunRecord:
        runs.append(inside.start_run("canbo1", scenario, mode))
        return runs[-1]

    yield make

    def tidy(connection: Connection, _: Effects) -> None:
        for run in runs:
            practice.give_up(connection, run)

    inside.at_work(tidy)


def parts_of_the_desk(page: Page) -> dict[str, Locator]:
    phone = page.frame_locator("iframe[title='Điện thoại công dân']")
    citizen = page.get_by_role("region", name="Công dân trước quầy")
    return {
        "story": page.locator(".desk-story"),
        "clock": page.get_by_text("Đã tiếp công dân"),
        "card": citizen.locator("svg").first,
        "its other side": citizen.get_by_text("Lật xem mặt sau").first,
        "newest line": page.get_by_role("log").get_by_role("paragraph").last,
        "first reply": page.get_by_role("group", name="Câu để nói").get_by_role("button").first,
        "goodbye": page.get_by_role("button", name="Cảm ơn và chào công dân", exact=True),
        "other phrases": page.get_by_text("Câu khác", exact=True),
        "telephone": page.locator("iframe[title='Điện thoại công dân']"),
        "on the telephone": phone.get_by_text("tin nhắn").first,
    }


@pytest.mark.parametrize("mode", [Mode.TEST, Mode.GUIDE, Mode.SHOW])
@pytest.mark.parametrize("scenario", catalogue())
def test_everything_is_in_view_without_scrolling(
    signed_in: NewContext, inside: Inside, begun: Begun, scenario: str, mode: Mode
) -> None:
    run = begun(scenario, mode)
    inside.do(run.world_id, *SAID)
    page = signed_in("canbo1").new_page()
    page.goto(run.desk)
    expect(page.get_by_text(MODE_WORDS[mode], exact=True)).to_be_in_viewport(ratio=0.95)
    for name, part in parts_of_the_desk(page).items():
        expect(part, name).to_be_in_viewport(ratio=0.95)
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("mode", [Mode.TEST, Mode.GUIDE])
def test_the_code_read_aloud_is_in_view_on_the_desk_and_beside_the_form(
    signed_in: NewContext, inside: Inside, begun: Begun, mode: Mode
) -> None:
    run = begun(SMOOTH, mode)
    world = inside.world(run.world_id)
    inside.do(run.world_id, *SAID, *hurry.to_code(world, run.world_id), Say("ask_code"))
    page = signed_in("canbo1").new_page()
    phone = page.frame_locator("iframe[title='Điện thoại công dân']")
    for address in (run.desk, f"{run.desk}/quantri/tai-khoan/1"):
        page.goto(address)
        expect(phone.get_by_text("Công dân đọc")).to_be_in_viewport(ratio=0.95)
        expect(page.get_by_text("Công dân đang đọc mã")).to_be_in_viewport(ratio=0.95)
        expect(page.get_by_role("button", name="Mời công dân đọc mã OTP")).to_be_in_viewport()


@pytest.mark.parametrize("size", [PHONE, ZOOMED], ids=["phone", "zoomed"])
@pytest.mark.parametrize("scenario", ["tk-01-thuan-loi", "vn-01-kich-hoat-tai-quay"])
def test_the_answer_is_in_view_on_a_small_screen(
    begin: Callable[..., Visit], scenario: str, size: dict[str, int]
) -> None:
    page = begin(scenario, viewport=size).page
    page.get_by_role("button", name=GREETING.label, exact=True).click()
    answer = page.get_by_role("log").get_by_role("paragraph").last
    expect(answer).to_contain_text("Tôi")
    expect(answer).to_be_in_viewport(ratio=1)
    expect(
        page.get_by_role("group", name="Câu để nói").get_by_role("button").first
    ).to_be_in_viewport()


@pytest.mark.parametrize("size", [PHONE, ZOOMED], ids=["phone", "zoomed"])
def test_without_javascript_the_page_opens_at_the_answer(
    begin: Callable[..., Visit], size: dict[str, int]
) -> None:
    page = begin(viewport=size, java_script_enabled=False).page
    page.get_by_role("button", name=GREETING.label, exact=True).click()
    answer = page.get_by_role("log").get_by_role("paragraph").last
    expect(answer).to_contain_text("Tôi")
    expect(answer).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [PHONE, ZOOMED], ids=["phone", "zoomed"])
def test_what_is_asked_by_the_check_is_answered_in_view(
    begin: Callable[..., Visit], size: dict[str, int]
) -> None:
    page = begin("vn-01-kich-hoat-tai-quay", viewport=size).page
    page.get_by_role("button", name="Hỏi công dân", exact=True).click()
    answer = page.get_by_role("log").get_by_role("paragraph").last
    expect(answer).to_contain_text("Tôi")
    expect(answer).to_be_in_viewport(ratio=1)
