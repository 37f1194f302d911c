"""Each fact of a log in one Vietnamese sentence, without anything that is the citizen's secret."""

from collections.abc import Callable, Mapping
from typing import Any

from sandbox import events
from sandbox.answers import CHECKED_FIELDS
from sandbox.ending import CLASS_OVER
from sandbox.fidelity import ledger
from sandbox.log import Actor, Entry, Fact, HandFact
from sandbox.phrases import phrase_book
from training import narration_vneid
from training.steps import known_steps

Narrator = Callable[[Any], str]

BUTTONS = {
    "sign_in": "Đăng nhập trang quản trị",
    "open_form": "Bấm “THÊM MỚI”",
    "look_up": "Bấm “Tra cứu”",
    "download": "Bấm “Tải xuống”",
    "send_code": "Bấm “Gửi mã OTP”",
    "create": "Bấm “TẠO TÀI KHOẢN”",
    "cancel": "Bấm “HỦY”",
    "say": "Nói với công dân",
    "reply": "Trả lời cán bộ",
    "leave": "Rời quầy",
    "scan": "Quét giấy tờ",
    "advance": "Chỉnh đồng hồ",
    "push_hint": "Gửi gợi ý",
    "any": "Thao tác",
    **narration_vneid.STEPS,
}
OUTCOMES = {
    "account_created": "tài khoản đã được tạo",
    "account_exists": "công dân đã có tài khoản",
    "citizen_left": "công dân đã rời quầy",
    "handed_over": "công dân được chuyển cho tổ hỗ trợ",
    "referred": "công dân được giới thiệu tới cơ quan Công an",
    "registered": "công dân đã gửi đăng ký VNeID mức 1",
    "child_registered": "phụ huynh đã đăng ký VNeID cho con",
    "activated": "tài khoản VNeID mức 2 đã được kích hoạt",
    "access_restored": "công dân đã vào lại được VNeID",
    "papers_integrated": "giấy tờ đã có trong VNeID của công dân",
    "online": "công dân đã vào Cổng bằng tài khoản của mình",
    "declined": "công dân chưa nhận hỗ trợ VNeID",
    "received": "hồ sơ đã được tiếp nhận",
    "left_open": "biểu mẫu còn mở",
    "put_off": "việc còn dở đã được ghi lại và hẹn ngày quay lại",
    "not_done": "việc chưa làm xong",
    CLASS_OVER: "dừng do buổi tập kết thúc",
}
MESSAGES = {
    "otp": "Tin nhắn có mã OTP",
    "password": "Tin nhắn có mật khẩu",
    "vneid_otp": "Tin nhắn có mã OTP của VNeID",
    "vneid_notice": "Tin nhắn báo kết quả định danh",
}
FATES = {
    "delivered": "được gửi tới điện thoại",
    "late": "bị chậm trên đường đi",
    "lost": "bị thất lạc",
    "held": "bị giữ lại, sẽ tới sau tin kế tiếp",
    "diverted": "đi nhầm tới máy khác",
    "duplicate": "tới hai lần",
}
HOLDERS = {"citizen": "thẻ của công dân", "relative": "thẻ của người nhà"}
SIDES = {"front": "mặt trước", "back": "mặt sau", "both": "cả hai mặt"}
TROUBLE = {
    "lost": "tin nhắn bị thất lạc",
    "late": "tin nhắn tới chậm",
    "duplicate": "tin nhắn tới hai lần",
    "reorder": "tin nhắn tới sai thứ tự",
    "divert": "tin nhắn đi nhầm máy",
    "error": "hệ thống báo lỗi",
    "maintenance": "VNeID bảo trì",
    "unread": "điện thoại không đọc được thẻ",
}


def narrate(entry: Entry) -> str:
    """One sentence for an entry; the caller says when it was and who did it.

    Raises KeyError: no narrator knows that kind of fact.
    """
    return NARRATORS[type(entry.fact)](entry.fact)


def narrate_with_hand(entry: Entry) -> str:
    """The same, and that it was the citizen's to do where the clerk's hand did it (S1-05)."""
    sentence = narrate(entry)
    return f"Làm thay công dân: {_small(sentence)}" if _for_citizen(entry.fact) else sentence


def _for_citizen(fact: Fact) -> bool:
    return isinstance(fact, HandFact | events.StepRefused) and fact.hand is Actor.CLERK


def _small(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]


def _quoted(words: str) -> str:
    """In quotation marks, with those inside made single."""
    inner = words.replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def _plain(sentence: str) -> Narrator:
    return lambda _fact: sentence


def _refused(fact: events.StepRefused) -> str:
    reasons = "; ".join(ledger()[reason.rule].title for reason in fact.reasons)
    return f"{BUTTONS.get(fact.step, fact.step)}: chưa được nhận. {reasons}."


def _looked_up(fact: events.LookedUp) -> str:
    found = "số này đã có tài khoản" if fact.found else "số này chưa có tài khoản"
    return f"Tra cứu số CMND/CCCD: {found}."


def _attached(fact: events.FileAttached) -> str:
    return f"Đính kèm tệp quét {HOLDERS.get(fact.holder, fact.holder)}, {SIDES[fact.sides]}."


def _scanned(fact: events.ScanMade) -> str:
    holder, sides = HOLDERS.get(fact.holder, fact.holder), SIDES[fact.sides]
    return f"Quét {holder}, {sides}, lưu thành tệp {fact.fmt}."


def _code_sent(fact: events.CodeSent) -> str:
    return f"Gửi mã OTP lần {fact.number}." if fact.number > 1 else "Gửi mã OTP."


def _checked(fact: events.FormChecked) -> str:
    if not fact.wrong:
        return "Đọc giấy đề nghị và xác nhận thông tin đúng."
    fields = ", ".join(CHECKED_FIELDS[name] for name in fact.wrong)
    return f"Đọc giấy đề nghị và thấy chưa đúng: {fields}."


def _hint(fact: events.HintShown) -> str:
    step = known_steps().get(fact.step)
    return f"Xem gợi ý: {step.title}." if step else "Xem gợi ý."


NARRATORS: Mapping[type[Fact], Narrator] = {
    events.WorldStarted: _plain("Lượt luyện bắt đầu."),
    events.WorldReset: _plain("Lượt luyện được đặt lại từ đầu."),
    events.WorldForked: lambda fact: f"Sao chép từ một lượt khác, tới bước {fact.at_seq}.",
    events.WorldImported: _plain("Lượt luyện được đọc từ một tệp."),
    events.ClockMoved: lambda fact: f"Đồng hồ diễn tập chạy nhanh tới {fact.seconds:.0f} giây.",
    events.ClockFrozen: _plain("Đồng hồ diễn tập dừng lại."),
    events.ClockResumed: _plain("Đồng hồ diễn tập chạy tiếp."),
    events.FaultOrdered: lambda fact: f"Đặt trước trở ngại: {TROUBLE[fact.action]}.",
    events.FaultWithdrawn: _plain("Trở ngại đặt trước được bỏ đi."),
    events.FaultSpent: _plain("Trở ngại đặt trước đã xảy ra."),
    events.StepRefused: _refused,
    events.HintShown: _hint,
    events.RelativesPhoneNamed: _plain("Công dân được dặn nói số của người nhà trước."),
    events.HintPushed: lambda fact: f"Giảng viên gợi ý: {fact.words}",
    events.PortalSignedIn: _plain("Đăng nhập trang quản trị."),
    events.PortalSignedOut: _plain("Đăng xuất trang quản trị."),
    events.FormOpened: _plain("Mở biểu mẫu tạo tài khoản mới."),
    events.LookedUp: _looked_up,
    events.FileAttached: _attached,
    events.DetailsSaved: _plain("Nhập hoặc sửa thông tin trên biểu mẫu."),
    events.RequestFormDownloaded: _plain("Tải giấy đề nghị xuống."),
    events.CodeSent: _code_sent,
    events.FormCancelled: _plain("Hủy biểu mẫu."),
    events.AccountCreated: _plain("Tạo tài khoản thành công."),
    events.SmsSent: lambda fact: f"{MESSAGES[fact.what]} {FATES[fact.fate]}.",
    events.SmsReleased: _plain("Tin nhắn bị giữ lại nay được gửi đi."),
    events.SmsCleared: _plain("Người kiểm thử xóa các tin nhắn đã xem."),
    events.ScanMade: _scanned,
    events.Said: lambda fact: _quoted(phrase_book()[fact.phrase].says),
    events.Answered: lambda fact: _quoted(fact.words),
    events.CitizenPlayed: _plain("Một đồng nghiệp đóng vai công dân."),
    events.CodeRead: _plain("Đọc mã trong tin nhắn trên máy của mình."),
    events.FormChecked: _checked,
    events.CitizenLeft: _plain("Rời quầy."),
    events.VisitClosed: lambda fact: f"Kết thúc lượt: {OUTCOMES[fact.outcome]}.",
    **narration_vneid.NARRATORS,
}
