"""What somebody becomes able to do; each scenario trains one or more of these."""

from collections.abc import Mapping

COMPETENCIES: Mapping[str, str] = {
    "account_creation": "Tạo tài khoản đúng trình tự",
    "triage": "Kiểm tra, xếp nhánh và giới thiệu đúng nơi",
    "vneid": "Hướng dẫn công dân tự làm trên VNeID",
    "portal_sign_in": "Hướng dẫn đăng nhập Cổng bằng VNeID",
    "communication": "Giao tiếp với công dân",
    "privacy": "Giữ bí mật thông tin công dân",
    "trouble": "Xử lý trục trặc",
}
