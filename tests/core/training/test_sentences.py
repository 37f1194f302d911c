"""What a finding says has happened is true of its log: it speaks of the very line it points to."""

from collections.abc import Mapping

import pytest

from sandbox.events import Answered, Said, StepRefused
from sandbox.log import Actor, Entry, HandFact
from tests.core.training.mistakes.table import MISTAKEN
from tests.core.training.robot import Clerk, marks_of

# Each line, and what a sentence about it says, in one of these ways.
OF_THE_LINE: Mapping[str, tuple[str, ...]] = {
    "desk.visit_closed": ("kết thúc lượt", "lượt kết thúc", "cả lượt"),
    "account.created": ("tạo", "trên tài khoản"),
    "form.code_sent": ("gửi mã", "gửi lại mã", "mã otp được gửi"),
    "form.file_attached": ("tệp đính kèm",),
    "form.opened": ("mở thêm một biểu mẫu",),
    "form.cancelled": ("hủy biểu mẫu",),
    "arrival.noted": ("kết quả anh/chị ghi",),
    "arrival.branch_chosen": ("nhánh anh/chị chọn",),
    "arrival.referred": ("cơ quan anh/chị chọn", "giới thiệu"),
    "arrival.number_sent": ("gửi mã số",),
    "arrival.handed_over": ("chuyển công dân",),
    "arrival.phone_offered": ("công dân đưa điện thoại",),
    "arrival.secret_told": ("bảo công dân đọc mật khẩu",),
    "vneid.registration_begun": ("hướng dẫn đăng ký",),
    "vneid.hotline_called": ("gọi tổng đài",),
    "vneid.device_questioned": ("đăng nhập máy mới",),
}
OF_THE_WORDS: Mapping[str, tuple[str, ...]] = {
    "do_it_for_you": ("bấm giúp", "cầm lấy làm"),
    "invite_code": ("công dân nói chưa thấy mã",),
    "keep_password": ("giữ mật khẩu",),
    "require_vneid": ("chưa cài vneid thì chưa tiếp nhận",),
    "take_phone": ("tự xem",),
    "tell_created": ("báo tài khoản đã tạo xong",),
    "introduce_supporter": ("mời công dân sang",),
    "arrange_return": ("hẹn ngày quay lại",),
    "tell_outage": ("báo vneid đang bảo trì",),
    "tell_referral": ("vẫn giới thiệu",),
    "tell_exists": ("báo công dân đã có tài khoản",),
    "use_officers_phone": ("trên điện thoại của anh/chị",),
    "use_relatives_phone": ("nói với công dân rằng dùng số của người nhà",),
    # whoever declined, or could not hear, was spoken to all the same
    "greet": ("vẫn hỏi tiếp",),
    "ask_phone": ("vẫn hỏi tiếp",),
    "ask_vneid": ("vẫn hỏi tiếp",),
    "offer_help": ("vẫn mời tiếp",),
    "guide_activation": ("vẫn mời tiếp",),
    "guide_portal_qr": ("vẫn mời tiếp",),
}
OF_THE_PRESS: Mapping[str, tuple[str, ...]] = {
    "download": ("bấm nút", "làm bước tiếp theo", "tệp đính kèm", "làm tiếp các bước"),
    "send_code": ("bấm “gửi mã otp”", "gửi mã tới"),
    "create": ("bấm “tạo tài khoản”", "nhập mã", "nhập sai"),
    "enter_code": ("mã",),
    "begin_registration": ("đăng ký",),
    "request_activation": ("kích hoạt", "mở ứng dụng", "bảo trì", "mức 2"),
    "vneid_sign_in": ("mở ứng dụng", "mật khẩu", "mức 2"),
    "integrate_paper": ("giấy tờ", "mức 2"),
    "scan_qr": ("mức 2",),
    "read_chip": ("quét thẻ",),
    "confirm_passcode": ("mật mã",),
    "account_sign_in": ("tài khoản riêng của cổng",),
}
BY_THE_CLERK = ("tự nhập", "tự bấm")


def ways_to_say(entry: Entry) -> tuple[str, ...]:
    """How a sentence may speak of that line."""
    fact = entry.fact
    if isinstance(fact, HandFact | StepRefused) and fact.hand is Actor.CLERK:
        return BY_THE_CLERK
    if isinstance(fact, StepRefused):
        return OF_THE_PRESS[fact.step]
    if isinstance(fact, Said | Answered):
        return OF_THE_WORDS[fact.phrase]
    return OF_THE_LINE[fact.kind]


@pytest.mark.parametrize("kind", MISTAKEN, ids=lambda kind: kind.__name__)
def test_a_finding_speaks_of_the_line_it_points_to(kind: type[Clerk]) -> None:
    clerk = kind()
    for finding in marks_of(clerk).findings:
        line = next(entry for entry in clerk.log if entry.seq == finding.when.seq)
        told = finding.happened.casefold()
        assert any(words in told for words in ways_to_say(line)), (finding.happened, line.fact)
