"""VNeID: the desk's check and phrases, and the citizen's telephone."""

from motcua.testkit import phrases
from motcua.testkit.pages import Desk, Handset, Vneid
from motcua.testkit.simulator import Simulator
from motcua.testkit.walks import PASSCODE, PASSWORD, OpenPage, Screens, controls, vneid_world
from motcua.testkit.world import World

_ABOUT_ACCOUNTS = "Tạo tài khoản trên Cổng"  # not offered where VNeID is practised
_CHECKS = (
    "Kết quả kiểm tra",
    "Mời nhận hỗ trợ",
    "Nhánh hướng dẫn",
    "Giới thiệu tới Công an",
    "Gửi số định danh sang cơ quan bảo hiểm xã hội",
    "Chuyển cho tổ hỗ trợ",
)
_ANSWERS = {
    "Trường tiểu học của bạn tên là gì?": "Trường Mẫu",
    "Món ăn bạn thích nhất là gì?": "Canh chua",
}


def walk(simulator: Simulator, open_page: OpenPage) -> Screens:
    """The desk, a registration, and an activation up to the wallet and the portal's consent."""
    issued, unknown = (
        vneid_world(simulator, name) for name in ("eid_issued_not_activated", "eid_none")
    )
    yield from _at_the_desk(issued, open_page)
    yield from _registering(unknown, open_page)
    app = Handset(open_page(issued.urls.handset)).open_vneid()
    yield from _activating(issued, app)
    yield from _signed_in(issued, app)
    yield from _letting_the_portal_in(app)
    issued.delete()
    unknown.delete()


def _at_the_desk(world: World, open_page: OpenPage) -> Screens:
    desk = Desk(open_page(world.urls.desk))
    offered = [title for title in phrases.by_section() if title != _ABOUT_ACCOUNTS]
    for title in (*offered, *_CHECKS):
        desk.lay_open(title)
        yield controls(f"VNeID desk, {title}", desk)


def _registering(world: World, open_page: OpenPage) -> Screens:
    handset = Handset(open_page(world.urls.handset))
    yield controls("VNeID handset", handset)
    app = handset.open_vneid()
    yield controls("VNeID door", app)
    app.follow("Quên mật khẩu")
    yield controls("VNeID forgotten password", app)
    app.back()
    app.follow("Đăng ký tài khoản mức 1")
    yield controls("VNeID registration", app)
    app.register(world.citizen.id_number, world.citizen.registered_phone)
    yield controls("VNeID before the card", app)
    app.begin_reading()
    yield controls("VNeID card", app)
    app.read_chip()
    yield controls("VNeID face", app)
    app.take_face()
    yield controls("VNeID registration to be sent", app)


def _activating(world: World, app: Vneid) -> Screens:
    app.follow("Kích hoạt")
    yield controls("VNeID activation", app)
    app.request_activation(world.citizen.id_number, world.citizen.registered_phone)
    yield controls("VNeID code", app)
    app.enter_code(world.sms.wait_otp(kind="vneid_otp"))
    yield controls("VNeID new password", app)
    app.set_password(PASSWORD)
    yield controls("VNeID new passcode", app)
    app.set_passcode(PASSCODE)
    yield controls("VNeID security questions", app)
    app.answer_questions(_ANSWERS)
    yield controls("VNeID activated", app)


def _signed_in(world: World, app: Vneid) -> Screens:
    app.page.goto(str(world.urls.vneid))
    app.follow("Đăng nhập")
    yield controls("VNeID sign-in", app)
    app.sign_in(world.citizen.id_number, PASSWORD)
    yield controls("VNeID home", app)
    for tile in ("Thiết bị", "Quên passcode"):
        app.follow(tile)
        yield controls(f"VNeID {tile}", app)
        app.back()
    app.follow("Ví giấy tờ")
    yield controls("VNeID wallet", app)
    app.follow("Tạo mới yêu cầu")
    yield controls("VNeID new request", app)
    app.back()
    app.back()


def _letting_the_portal_in(app: Vneid) -> Screens:
    app.follow("Quét QR")
    yield controls("VNeID scan", app)
    app.scan_qr()
    yield controls("VNeID consent", app)
    app.consent()
    yield controls("VNeID passcode", app)
    app.confirm_passcode(PASSCODE)
    yield controls("VNeID portal let in", app)
