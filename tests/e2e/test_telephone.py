"""The citizen's telephone follows what happens, by itself."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.e2e.visit import Visit

PHONE = {"width": 390, "height": 844}


def test_a_message_appears_on_the_open_telephone(
    visit: Visit, new_context: Callable[..., BrowserContext]
) -> None:
    handset = visit.handset(new_context(viewport=PHONE, has_touch=True).new_page())
    expect(handset.page.get_by_text("Chưa có tin nhắn nào.")).to_be_visible()

    visit.hurry_to_code()
    expect(handset.messages).to_have_count(1)
    expect(handset.messages).to_contain_text(visit.code())


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
