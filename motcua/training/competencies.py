"""What somebody becomes able to do; each scenario trains one or more of these."""

from collections.abc import Mapping

COMPETENCIES: Mapping[str, str] = {
    "account_creation": "Tạo tài khoản đúng trình tự",
    "communication": "Giao tiếp với công dân",
    "privacy": "Giữ bí mật thông tin công dân",
    "trouble": "Xử lý trục trặc",
}
