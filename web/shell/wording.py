"""Words that several screens share, so that one thing has one name."""

PRODUCT = "Bàn tập Một cửa"
RIBBON = "DIỄN TẬP – DỮ LIỆU GIẢ LẬP"
MAIN_MENU = "Mục chính"
SKIP = "Đến nội dung chính"
ERRORS_HEADING = "Anh/chị xem lại giúp những chỗ sau"
PAUSED = "Buổi tập đang tạm dừng. Đồng hồ đứng yên, các bước đã làm vẫn còn nguyên."
