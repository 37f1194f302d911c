"""A clerk alone serves whole VNeID visits on the real desk; the marks come out as they should."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, FrameLocator, expect

from motcua.testkit.pages import Desk
from tests.e2e.pages.run_log import RunPage
from tests.e2e.telephone import SIZE, Telephone
from tests.e2e.visit import Visit

Begin = Callable[..., Visit]
NewContext = Callable[..., BrowserContext]
ACTIVATION, DECLINES, OUTAGE = (
    "vn-01-kich-hoat-tai-quay",
    "vn-16-hom-nay-chua-muon",
    "vn-19-bao-tri",
)
TO_THE_PAPERS = (
    "invite_code",
    "invite_password",
    "invite_passcode",
    "invite_questions",
    "guide_sign_in",
    "guide_papers",
)


def check(desk: Desk) -> None:
    """The check at arrival, up to the offer."""
    desk.say("greet")
    desk.ask_about_vneid()
    expect(desk.talk).to_contain_text("có tin nhắn báo được duyệt")
    desk.note_arrival("level2_not_active")
    desk.offer_help()


def guide(desk: Desk, *phrases: str) -> None:
    """One phrase after the other; the citizen's own hand does it."""
    for phrase in phrases:
        desk.say(phrase)


def end(visit: Visit) -> RunPage:
    """The dossier is received, the visit closed and told back."""
    desk = Desk(visit.page)
    desk.receive()
    desk.say("goodbye")
    desk.close_visit()
    return RunPage(visit.page)


def pane(visit: Visit) -> FrameLocator:
    """The citizen's telephone within the clerk's reach."""
    return visit.page.frame_locator("iframe[title='Điện thoại công dân']")


def test_a_clerk_who_only_guides_reaches_full_marks(begin: Begin) -> None:
    visit = begin(ACTIVATION)
    desk = Desk(visit.page)
    check(desk)
    desk.choose_branch("b3")
    guide(desk, "guide_activation", *TO_THE_PAPERS)
    expect(desk.talk).to_contain_text("Công dân vừa gửi yêu cầu tích hợp")
    told = end(visit)
    expect(told.result).to_contain_text("100 trên 100 điểm")
    expect(told.result).to_contain_text("Không có lỗi nào")


def test_whoever_declines_is_received_all_the_same(begin: Begin) -> None:
    visit = begin(DECLINES)
    desk = Desk(visit.page)
    check(desk)
    expect(desk.talk).to_contain_text("hôm nay tôi phải về làm ngay")
    expect(desk.arrival).to_contain_text("✓ Công dân chưa muốn")
    desk.say("respect_choice")
    told = end(visit)
    expect(told.result).to_contain_text("100 trên 100 điểm")
    assert visit.world.arrival.received


def test_maintenance_is_told_waited_for_and_over(begin: Begin, new_context: NewContext) -> None:
    visit = begin(OUTAGE)
    desk = Desk(visit.page)
    page = new_context(viewport=SIZE, has_touch=True, is_mobile=True).new_page()
    phone = Telephone(page, visit.inside, visit.world_id)
    check(desk)
    desk.choose_branch("b3")
    app = phone.app("kich-hoat")
    for _ in range(2):
        app.request_activation(phone.number, phone.own)
        expect(app.mistakes).to_contain_text("bảo trì")
        expect(desk.talk).to_contain_text("Máy của công dân báo: “Hệ thống đang bảo trì")
        desk.say("tell_outage")
    app.request_activation(phone.number, phone.own)
    expect(app.heading).to_have_text("Nhập mã OTP")
    guide(desk, *TO_THE_PAPERS)
    expect(end(visit).result).to_contain_text("100 trên 100 điểm")


def test_a_code_typed_in_the_desks_pane_is_told_back_as_done_for_the_citizen(begin: Begin) -> None:
    visit = begin(ACTIVATION)
    desk, telephone = Desk(visit.page), pane(visit)
    check(desk)
    desk.choose_branch("b3")
    desk.say("guide_activation")
    telephone.get_by_role("link", name="VNeID", exact=True).click()
    expect(telephone.get_by_text("Anh/chị đang cầm máy làm thay công dân.")).to_be_visible()
    code = visit.world.vneid.code
    assert code
    telephone.get_by_role("textbox", name="Mã OTP").fill(code.digits)
    telephone.get_by_role("button", name="Xác nhận", exact=True).click()
    expect(telephone.get_by_role("heading", level=1)).to_have_text("Đặt mật khẩu")
    expect(desk.talk).to_contain_text("Anh/chị vừa làm thay công dân: nhập đúng mã OTP.")
    guide(desk, *TO_THE_PAPERS[1:])
    told = end(visit)
    expect(told.to_do_differently).to_contain_text("Cầm máy làm thay phần bí mật của công dân")
    expect(told.result).to_contain_text("Chưa đạt")
