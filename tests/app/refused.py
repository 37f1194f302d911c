"""What the sandbox must refuse, keep nowhere and never show again."""

REAL_ID = "036085001234"  # refused on purpose
REAL_OLD_ID = "123456789"  # refused on purpose
REAL_PHONE = "0912345678"  # refused on purpose
REAL_EMAIL = "ai-do@congdan.vn"  # refused on purpose
STRANGER = "Tên Không Ai Mang"
