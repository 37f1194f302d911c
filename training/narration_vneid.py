"""The facts of triage, VNeID and the public portal in one Vietnamese sentence each."""

from collections.abc import Callable, Mapping
from typing import Any

from sandbox import events, people
from sandbox.log import Fact
from sandbox.mock_vneid.values import Purpose, Wanted

STEPS = {
    "note_arrival": "Ghi kết quả kiểm tra VNeID",
    "choose_branch": "Chọn nhánh",
    "hand_over": "Chuyển cho tổ hỗ trợ",
    "refer": "Giới thiệu tới cơ quan Công an",
    "begin_registration": "Đăng ký mức 1",
    "read_chip": "Quét NFC",
    "read_qr": "Quét mã QR trên thẻ",
    "take_face": "Chụp ảnh chân dung",
    "submit_registration": "Gửi đăng ký mức 1",
    "enrol": "Thu nhận mức 2",
    "request_activation": "Gửi yêu cầu kích hoạt",
    "resend_code": "Bấm “Gửi lại mã”",
    "enter_code": "Nhập mã OTP trên VNeID",
    "set_password": "Đặt mật khẩu VNeID",
    "set_passcode": "Đặt mật mã",
    "set_questions": "Chọn câu hỏi bảo mật",
    "vneid_sign_in": "Đăng nhập VNeID",
    "vneid_sign_out": "Hủy liên kết thiết bị",
    "call_hotline": "Gọi tổng đài VNeID",
    "forget_password": "Chọn “Quên mật khẩu”",
    "forget_passcode": "Chọn “Quên passcode”",
    "integrate_paper": "Tích hợp giấy tờ",
    "register_child": "Đăng ký cho con",
    "scan_qr": "Quét mã QR của Cổng",
    "give_number": "Đăng nhập Cổng bằng số định danh",
    "share_consent": "Bấm “Xác nhận chia sẻ”",
    "confirm_passcode": "Nhập mật mã để vào Cổng",
    "account_sign_in": "Đăng nhập Cổng bằng tài khoản của Cổng",
    "change_password": "Đổi mật khẩu của Cổng",
    "public_sign_out": "Đăng xuất Cổng",
}
ACCOUNT_STATUSES = {
    "no_account": "chưa có tài khoản",
    "level1": "có tài khoản mức 1",
    "level2_not_active": "đã được cấp mức 2, chưa kích hoạt",
    "active": "đã kích hoạt mức 2",
    "portal_only": "chỉ có tài khoản trên Cổng",
}
BRANCHES = {
    "b1": "nhánh 1, chưa có thẻ gắn chip",
    "b2": "nhánh 2, chưa thu nhận mức 2",
    "b3": "nhánh 3, chưa kích hoạt",
    "b4": "nhánh 4, đã kích hoạt",
}
OFFICES = {
    "province_police": "Công an tỉnh",
    "district_police": "Công an huyện",
    "commune_police": "Công an xã",
}
SUPPORTERS = {
    "activation_team": "Tổ kích hoạt định danh",
    "community_digital_team": "Tổ công nghệ số cộng đồng",
    "youth_union": "Đoàn Thanh niên",
}
DEVICES = {
    "handset": "điện thoại đang dùng",
    "old": "điện thoại cũ",
    "lost": "điện thoại đã mất",
    "computer": "máy tính ở quầy",
}
PAPERS = people.PAPER_NAMES
PURPOSES = {
    Purpose.ACTIVATE: "kích hoạt tài khoản",
    Purpose.DEVICE: "đăng nhập trên máy mới",
    Purpose.PASSWORD: "đặt lại mật khẩu",
    Purpose.PASSCODE: "đặt lại mật mã",
    Purpose.PORTAL: "đăng nhập Cổng Dịch vụ công",
}
WANTED = {
    Wanted.CHIP: "quét thẻ",
    Wanted.CODE: "mã OTP",
    Wanted.PASSWORD: "mật khẩu mới",
    Wanted.PASSCODE: "mật mã mới",
    Wanted.QUESTIONS: "hai câu hỏi bảo mật",
    Wanted.CONSENT: "đồng ý chia sẻ thông tin",
    Wanted.CONFIRM: "mật mã",
}
SECRETS = {"password": "mật khẩu"}
WAYS = {
    "vneid_qr": "VNeID, quét mã QR",
    "vneid_number": "VNeID, số định danh và mật khẩu",
    "account": "tài khoản của Cổng",
}
CARD_READ = {"nfc": "Đọc chip của thẻ bằng NFC.", "qr": "Đọc mã QR trên thẻ."}


def _always(sentence: str) -> Callable[[Any], str]:
    return lambda _fact: sentence


def _help(fact: events.HelpChosen) -> str:
    return "Đồng ý nhận hỗ trợ." if fact.accepted else "Không nhận hỗ trợ hôm nay."


def _enrolled(fact: events.Enrolled) -> str:
    together = " và cấp thẻ" if fact.card else ""
    return f"Được thu nhận mức 2{together} tại cơ quan Công an."


def _activation(fact: events.ActivationAsked) -> str:
    where = "máy tính" if fact.device == "computer" else "điện thoại"
    return f"Gửi yêu cầu kích hoạt tài khoản trên {where}."


def _paper(fact: events.PaperRequested) -> str:
    result = "đã vào ví giấy tờ" if fact.found else "số không khớp nên không được duyệt"
    return f"Gửi yêu cầu tích hợp {PAPERS[fact.paper]}: {result}."


NARRATORS: Mapping[type[Fact], Callable[[Any], str]] = {
    events.ArrivalNoted: lambda fact: (
        f"Ghi kết quả kiểm tra: công dân {ACCOUNT_STATUSES[fact.result]}."
    ),
    events.HelpChosen: _help,
    events.BranchChosen: lambda fact: f"Xếp công dân vào {BRANCHES[fact.branch]}.",
    events.HandedOver: lambda fact: f"Chuyển công dân cho {SUPPORTERS[fact.supporter]}.",
    events.Referred: lambda fact: f"Giới thiệu công dân tới {OFFICES[fact.office]}.",
    events.NumberSent: _always("Gửi mã số sang cơ quan bảo hiểm xã hội."),
    events.ReceptionBegun: _always("Tiếp nhận hồ sơ."),
    events.PhoneOffered: _always("Đưa điện thoại, nhờ làm giúp."),
    events.SecretTold: lambda fact: f"Đọc {SECRETS[fact.secret]} của mình thành tiếng.",
    events.RegistrationBegun: _always("Bắt đầu đăng ký tài khoản mức 1."),
    events.CardRead: lambda fact: CARD_READ[fact.how],
    events.FaceTaken: _always("Chụp ảnh chân dung."),
    events.RegistrationSent: _always("Gửi đăng ký mức 1, chờ kết quả."),
    events.Enrolled: _enrolled,
    events.ActivationAsked: _activation,
    events.CodeIssued: _always("VNeID cấp một mã OTP mới."),
    events.CodeAskedAgain: _always("Bấm “Gửi lại mã”."),
    events.CodeAccepted: _always("Nhập đúng mã OTP."),
    events.PasswordSet: _always("Đặt mật khẩu VNeID."),
    events.PasscodeSet: _always("Đặt mật mã VNeID."),
    events.QuestionsSet: _always("Chọn và trả lời hai câu hỏi bảo mật."),
    events.Activated: _always("Tài khoản định danh mức 2 được kích hoạt."),
    events.DeviceQuestioned: _always("Đăng nhập trên máy mới; VNeID yêu cầu xác thực thêm."),
    events.DeviceLinked: lambda fact: f"Đăng nhập VNeID trên {DEVICES[fact.device]}.",
    events.DeviceUnlinked: lambda fact: f"Tài khoản thoát khỏi {DEVICES[fact.device]}.",
    events.HotlineCalled: _always("Gọi tổng đài khóa tài khoản."),
    events.PasswordForgotten: _always("Chọn “Quên mật khẩu” và xác thực thông tin."),
    events.PasscodeForgotten: _always("Chọn “Quên passcode”."),
    events.PaperRequested: _paper,
    events.ChildRegistered: _always("Đăng ký tài khoản cho con dưới 14 tuổi."),
    events.PublicSignInBegun: lambda fact: f"Bắt đầu đăng nhập Cổng bằng {WAYS[fact.way]}.",
    events.ConsentGiven: _always("Đồng ý chia sẻ thông tin với Cổng."),
    events.PublicSignedIn: lambda fact: f"Đăng nhập Cổng thành công bằng {WAYS[fact.way]}.",
    events.PublicPasswordChanged: _always("Đổi mật khẩu tài khoản của Cổng."),
    events.PublicSignedOut: _always("Đăng xuất Cổng."),
}
