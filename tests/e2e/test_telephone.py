"""The citizen's telephone follows what happens, by itself."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from motcua.testkit.pages import Handset
from tests.e2e.conftest import Look
from tests.e2e.visit import Visit

PHONE = {"width": 390, "height": 844}
PANE = {"width": 320, "height": 260}  # what a desk of 1366 x 768 has room for


def test_a_message_appears_on_the_open_telephone(
    visit: Visit, new_context: Callable[..., BrowserContext]
) -> None:
    handset = visit.handset(new_context(viewport=PHONE, has_touch=True).new_page())
    expect(handset.page.get_by_text("Chưa có tin nhắn nào.")).to_be_visible()

    visit.hurry_to_code()
    expect(handset.messages).to_have_count(1)
    expect(handset.messages).to_contain_text(visit.code())


def test_over_the_desk_what_is_read_aloud_and_the_newest_message_fit_the_low_pane(
    visit: Visit, new_context: Callable[..., BrowserContext], look: Look
) -> None:
    pane = Handset(new_context(viewport=PANE).new_page())
    pane.page.goto(f"{visit.inside.handset(visit.world_id)}khung/")
    visit.hurry_to_code().send_code()
    expect(pane.messages).to_have_count(2)
    expect(pane.messages.first).to_contain_text("Tin nhắn có mã lần 2 – công dân giữ kín")
    visit.desk().say("ask_newest_code")
    expect(pane.said_aloud).to_contain_text(" ".join(visit.code()))
    expect(pane.messages.last).to_contain_text("Tin nhắn có mã lần 1 – công dân giữ kín")
    for each in (pane.said_aloud, pane.messages.first.get_by_text("Gui lan 2")):
        expect(each).to_be_in_viewport()
    look(pane.page, "pane, a code read aloud")
    pane.follow("Tin nhắn")
    look(pane.page, "pane, messages")
    pane.press("Cầm máy để tự xem")
    expect(pane.messages.last).to_contain_text("Gui lan 1")


def test_the_clerks_own_screen_never_shows_the_code(visit: Visit) -> None:
    form = visit.hurry_to_code()
    code = visit.code()
    desk = visit.desk()
    desk.say("ask_code")
    expect(desk.talk).to_contain_text("Công dân đang đọc mã")
    for screen in (desk, visit.form(form.page)):
        assert code not in screen.page.content()


def test_a_lost_message_never_comes_and_the_next_one_does(
    begin: Callable[..., Visit], new_context: Callable[..., BrowserContext]
) -> None:
    visit = begin("tk-03-tin-nhan-khong-toi")
    handset = visit.handset(new_context(viewport=PHONE).new_page())
    form = visit.hurry_to_code()
    desk = visit.desk()
    desk.say("ask_sms")
    expect(desk.talk).to_contain_text("Tôi chưa thấy tin nhắn nào.")
    expect(handset.messages).to_have_count(0)

    form = visit.form()
    form.send_code()
    expect(handset.messages).to_have_count(1)
    assert handset.read_code() == visit.code()
