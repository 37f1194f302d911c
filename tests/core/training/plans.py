"""What the source plans say of mistakes and steps, written from the plans and not from the rubric.

A row a mistake: its name, the step it spoils, what it costs, and the line of the log that shows it
("#1" the second of its kind, "#-1" the last; a robot may name another, see ``robot.py``). ``steps``
are the procedure's steps that the same clause asks for.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One mistake as a clause sees it."""

    rule: str
    step: str
    points: int
    line: str


@dataclass(frozen=True)
class Clause:
    """The plan's own words, the steps it asks for, and the mistakes against it."""

    words: str
    steps: frozenset[str]
    rows: tuple[Row, ...]


def clause(words: str, steps: str = "", rows: str = "") -> Clause:
    made = (line.split() for line in rows.strip().splitlines())
    return Clause(
        words,
        frozenset(steps.split()),
        tuple(Row(rule, step, int(points), line) for rule, step, points, line in made),
    )


ACCOUNTS = {
    "S4-02": clause(
        "Khi công dân tới thực hiện thủ tục hành chính tại bộ phận một cửa phường",
        rows="tk.created_without_citizen cancel 40 account.created",
    ),
    "S4-03": clause(
        "truy cập vào hệ thống quản trị … bằng tài khoản",
        "sign_in",
        "tk.wrong_sign_in sign_in 0 step.refused",
    ),
    "S4-06": clause("Cán bộ chọn nút [Thêm mới] để tạo mới thông tin tài khoản", "open_form"),
    "S4-07": clause(
        "Nhập số chứng minh nhân dân hoặc căn cước công dân (CMND/CCCD)",
        rows="""
        tk.wrong_id look_up 40 account.created
        tk.looked_up_other_number look_up 0 form.looked_up
        """,
    ),
    "S4-08": clause(
        "để tra cứu tài khoản trong hệ thống tài khoản của Cổng dịch vụ công quốc gia",
        "look_up",
        "tk.look_up_skipped look_up 10 step.refused",
    ),
    "S4-09": clause(
        "đã có tài khoản … thì thông báo cho người dân và không thực hiện tạo mới",
        "tell_exists",
        """
        tk.went_on_despite_account tell_exists 20 step.refused
        tk.created_despite_account tell_exists 40 account.created
        tk.exists_not_told tell_exists 25 desk.visit_closed
        tk.told_exists_wrongly look_up 10 desk.said:tell_exists
        """,
    ),
    "S4-10": clause(
        "quét 2 mặt CMND, CCCD của công dân, lưu thành 1 file định dạng doc, docx (word) hoặc pdf",
        "attach",
        """
        tk.one_side attach 10 step.refused
        tk.picture_file attach 8 step.refused
        tk.unusable_file attach 0 step.refused
        """,
    ),
    "S4-11": clause(
        "Số CMND/CCCD, Họ và tên, Ngày sinh, Số điện thoại: bắt buộc nhập, theo CMND/CCCD",
        "ask_phone fill_in",
        """
        tk.wrong_name create 25 account.created
        tk.name_without_marks create 25 account.created
        tk.wrong_birth_date create 25 account.created
        tk.field_blank download 0 step.refused
        tk.mistyped download 0 step.refused
        """,
    ),
    "S4-12": clause(
        "Yêu cầu số điện thoại của chính chủ tài khoản đang đăng ký",
        "ask_phone_owner",
        """
        tk.wrong_phone send_code 25 form.code_sent
        tk.relative_phone_tried ask_phone_owner 12 step.refused
        tk.relative_phone_agreed ask_phone_owner 15 desk.said:use_relatives_phone
        tk.phone_owner_not_asked ask_phone_owner 10 form.code_sent
        vn.relative_phone_tried ask_phone_owner 12 step.refused
        vn.phone_owner_not_asked ask_phone_owner 10 vneid.registration_begun
        """,
    ),
    "S4-13": clause(
        "Đính kèm file CMND, CCCD đã quét: bắt buộc (Lưu ý: Dung lượng không vượt quá 5MB)",
        rows="""
        tk.file_missing attach 0 step.refused
        tk.file_too_large attach 8 step.refused
        """,
    ),
    "S4-14": clause(
        "Email: không bắt buộc",
        rows="""
        tk.wrong_email create 25 account.created
        tk.invented_email create 25 account.created
        """,
    ),
    "S4-15": clause(
        "Chọn đơn vị … nơi cán bộ công tác: bắt buộc",
        rows="""
        tk.unit_blank fill_in 0 step.refused
        tk.unit_foreign fill_in 0 step.refused
        tk.wrong_unit fill_in 10 account.created
        """,
    ),
    "S4-18": clause(
        "tải xuống giấy đề nghị … và yêu cầu công dân kiểm tra thông tin và xác nhận",
        "download invite_check correct check_form",
        """
        tk.check_skipped check_form 25 form.code_sent
        tk.checked_late check_form 15 form.code_sent
        tk.changed_after_check check_form 15 form.code_sent
        tk.ignored_citizen check_form 30 form.code_sent
        tk.code_before_download download 10 step.refused
        """,
    ),
    "S4-19": clause(
        "Xác nhận số điện thoại của công dân bằng cách chọn [Gửi mã OTP]",
        "send_code",
        "tk.create_before_code send_code 8 step.refused",
    ),
    "S4-20": clause("Mã OTP gồm 6 chữ số", rows="tk.code_shape create 0 step.refused"),
    "S4-21": clause(
        "OTP chỉ có hiệu lực trong vòng 2 phút", rows="tk.expired_code create 8 step.refused"
    ),
    "S4-22": clause(
        "Trường hợp công dân không nhận được thì thực hiện gửi lại bằng cách chọn [Gửi mã OTP]",
        "ask_sms resend",
        """
        tk.resent_in_haste send_code 8 form.code_sent#1
        tk.resent_without_asking ask_sms 8 form.code_sent#1
        """,
    ),
    "S4-23": clause(
        "Cán bộ nhập mã xác nhận mới nhất do công dân cung cấp",
        "ask_code",
        """
        tk.code_blank create 0 step.refused
        tk.code_slip create 0 step.refused
        tk.code_guessed create 10 step.refused#1
        tk.code_locked create 15 step.refused#4
        tk.older_code ask_code 8 step.refused
        tk.code_not_read ask_code 30 account.created
        """,
    ),
    "S4-24": clause(
        "hai nút: HỦY và TẠO TÀI KHOẢN",
        "create cancel",
        """
        tk.cancelled_needlessly create 0 form.cancelled
        tk.second_form open_form 10 form.opened#1
        tk.form_left_open cancel 25 desk.visit_closed
        tk.number_left_open close 0 desk.visit_closed
        """,
    ),
    "S4-25": clause(
        "Hệ thống sẽ gửi thông báo mật khẩu đăng nhập tài khoản tới người dân",
        "tell_created enter_with_account change_portal_password",
        """
        tk.created_not_told tell_created 10 desk.visit_closed
        tk.told_created_early tell_created 6 desk.said:tell_created
        vn.first_sign_in_skipped enter_with_account 10 desk.visit_closed
        vn.password_not_changed change_portal_password 10 desk.visit_closed
        """,
    ),
    "S4-29": clause(
        "nếu có khó khăn, vướng mắc, kịp thời báo cáo … để xem xét, chỉ đạo",
        "press_again",
        """
        tk.gave_up_in_trouble create 40 desk.visit_closed
        """,
    ),
    "S4-30": clause(
        "Bước 1: Nhập thông tin; Bước 2: Xác nhận của công dân; Bước 3: Đăng ký tài khoản",
        rows="tk.out_of_place close 0 step.refused",
    ),
}
