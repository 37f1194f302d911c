"""What is said about slips, at the door and afterwards."""

from web.classes.slips.store import REPLACED, WITHDRAWN, SlipRecord

NOTHING = "Anh/chị nhập mã in trên phiếu, hoặc quét mã QR của phiếu."
SHAPE = "Mã trên phiếu gồm 10 chữ và số, dạng HK7M-4P9-XT3. Anh/chị xem lại từng nhóm trên phiếu."
CLASS_CODE = (
    "Đây là mã buổi tập 6 số, không phải mã trên phiếu. "
    "Anh/chị nhập mã in trên phiếu, hoặc đăng nhập bằng mật khẩu rồi nhập mã 6 số."
)
UNKNOWN = (
    "Không có phiếu nào mang mã này. "
    "Anh/chị xem lại từng nhóm trên phiếu; nếu vẫn không vào được, hỏi giảng viên."
)
TOO_OFTEN = (
    "Từ máy hoặc mạng này đã có quá nhiều mã chưa đúng nên việc nhập phiếu tạm dừng. "
    "Anh/chị thử lại sau {minutes} phút, hoặc đăng nhập bằng mật khẩu."
)
SWITCHED_OFF = (
    "Tài khoản của phiếu này đang tạm ngừng hoặc không thuộc diện luyện tập. "
    "Anh/chị báo giảng viên hoặc người quản trị của đơn vị."
)
TAKEN_OUT = (
    "Giảng viên đã cho anh/chị rời buổi tập này nên phiếu không dùng được. "
    "Anh/chị hỏi giảng viên nếu cần vào lại."
)
FOREIGN = (
    "Phiếu này là của người khác, còn máy này đang mở cho {name}. "
    "Nếu phiếu đúng là của anh/chị, anh/chị bấm Đăng xuất ở dưới rồi nhập lại mã."
)
OVER = "Buổi tập của phiếu này đã kết thúc lúc {when}. Anh/chị hỏi giảng viên phiếu của buổi mới."
NEVER_OPENED = (
    "Giờ của buổi tập này đã qua lúc {when} mà buổi chưa được mở. Anh/chị hỏi giảng viên."
)
EARLY = "Buổi tập bắt đầu lúc {starts}. Phiếu dùng được từ {opens}; anh/chị giữ phiếu và quay lại."
ENDED = {
    REPLACED: (
        "Phiếu này đã được thay bằng phiếu mới nên không dùng được nữa. "
        "Anh/chị dùng phiếu mới nhất giảng viên đưa."
    ),
    WITHDRAWN: (
        "Giảng viên đã thu hồi phiếu này nên không dùng được nữa. "
        "Anh/chị hỏi giảng viên để nhận phiếu mới."
    ),
}
CLOSED = (
    "Buổi tập đã kết thúc nên phiếu hết hiệu lực. "
    "Kết quả của anh/chị vẫn còn; anh/chị đăng nhập bằng mật khẩu để xem và luyện tiếp."
)
TIRED = "Lượt vào lớp đã hết giờ. Anh/chị quét hoặc nhập lại phiếu để vào tiếp."


def why_over(record: SlipRecord) -> str:
    """Why a session opened with that slip no longer goes on, where no class and no clock did it."""
    if record.ending:
        return ENDED[record.ending]
    if not record.active:
        return SWITCHED_OFF
    return "" if record.takes_part else TAKEN_OUT
