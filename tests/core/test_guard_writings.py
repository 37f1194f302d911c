"""How people write a number, and what only looks like one: two tables for the range guard."""

import pytest

from sandbox.guard import real_looking, without_real

# Put together here so that no real-looking number stands in any file.
ID = "038" + "085" + "001" + "234"
OLD_ID = "171" + "234" + "567"
MOBILE = "0912" + "345" + "678"
LANDLINE = "024" + "3825" + "1234"
BARE = MOBILE[1:]

NBSP, NARROW, THIN = "\u00a0", "\u202f", "\u2009"
ZWSP, LRM, BOM, SOFT = "\u200b", "\u200e", "\ufeff", "\u00ad"
PARTINGS = [" ", ".", ",", "/", "-", "–", "—", "‑", "−", "_", "\t", "\n", "\r\n", NBSP, NARROW, "·"]


def parted(digits: str, mark: str, *sizes: int) -> str:
    """The digits in groups of these sizes, the last size again and again."""
    groups, rest, left = [], digits, list(sizes)
    while rest:
        size = left.pop(0) if len(left) > 1 else left[0]
        groups.append(rest[:size])
        rest = rest[size:]
    return mark.join(groups)


def script(digits: str, zero: str) -> str:
    return "".join(chr(ord(zero) + int(digit)) for digit in digits)


FOUND = [
    *(parted(ID, mark, 1) for mark in PARTINGS),
    *(parted(MOBILE, mark, 1) for mark in PARTINGS),
    *(parted(ID, mark, 3) for mark in PARTINGS),
    *(parted(MOBILE, mark, 4, 3) for mark in PARTINGS),
    *(parted(ID, mark, 4) for mark in (THIN, " - ", ". ", "|", "*", "~")),
    *(parted(OLD_ID, mark, 3) for mark in (" ", "-", "/", "\t", "\n", NBSP)),
    *(parted(OLD_ID, mark, 1) for mark in (" ", "-", "\t", "\n")),
    *(parted(MOBILE, mark, 2) for mark in (" ", ".", "-", "/", ",", ":")),
    *(parted(MOBILE, " ", *sizes) for sizes in ((4, 2), (3, 3, 4), (5,), (3, 4, 3), (7, 3))),
    *(mark.join(ID) for mark in (ZWSP, LRM, BOM, SOFT)),
    *(mark.join(MOBILE) for mark in (ZWSP, LRM, BOM, SOFT)),
    *(script(ID, zero) for zero in "０٠۰०๐០𝟎𝟢"),
    *(script(MOBILE, zero) for zero in "０٠۰०๐០𝟎𝟢"),
    parted(script(MOBILE, "٠"), " ", 4, 3),
    f"({LANDLINE[:3]}) {LANDLINE[3:7]}-{LANDLINE[7:]}",
    f"{LANDLINE[:3]}.{LANDLINE[3:7]}.{LANDLINE[7:]}",
    f"+84 {parted(BARE, ' ', 3)}",
    f"+84 (0) {parted(BARE, '.', 3)}",
    f"+84/{parted(BARE, '/', 3)}",
    f"+84 {' '.join(BARE)}",
    f"84 {parted(BARE, ' ', 3)}",
    f"84-{parted(BARE, '-', 3)}",
    f"(0) {parted(BARE, ' ', 3)}",
    f"{MOBILE[:4]}.{MOBILE[4:7]} {MOBILE[7:]}",
    f"tổ 3 {parted(MOBILE, ' ', 4, 3)} 17 giờ",
    f"CCCD:{parted(ID, '.', 3)}.",
    f"ngày 02/08/2024, {parted(ID, '/', 3)}",
    f"1.500.000 đồng, gọi {parted(MOBILE, '.', 4, 3)}",
    f"máy lẻ 12 {parted(MOBILE, ' ', 4, 3)}",
    f"000123456 và {parted(MOBILE, ',', 4, 3)}",
]

SAFE_ID, SAFE_OLD, SAFE_PHONE = "000212345678", "000123456", "0400123456"
PASSES = [
    # The project's own ranges, however they are written
    *(parted(SAFE_ID, mark, 1) for mark in PARTINGS),
    *(parted(SAFE_PHONE, mark, 4, 3) for mark in PARTINGS),
    *(parted(SAFE_OLD, mark, 3) for mark in PARTINGS),
    script(SAFE_ID, "０"),
    f"{SAFE_PHONE} máy lẻ 12",
    f"+84 {parted(SAFE_PHONE[1:], ' ', 3)}",
    # Days and times
    "từ 02/08/2024 đến 02.08.2024 10:30",
    "trực 02/08, 09/08, 10/08",
    "trực 02/08 09/08 10/08",
    "02.08 09.08 10.08 17.08",
    "trực các ngày 03 10 17 24 31",
    "trực các ngày 03, 10, 17, 24, 31",
    "03.10.17.24.31",
    "các buổi 08.15 09.30 10.45",
    "08:15 09:30 10:45 11:30",
    "8h15, 9h30, 13h30–16h45",
    "2026-11-29 08:15:30",
    "2026-11-29T08:15:30",
    "01/07/2025–31/12/2025",
    "01/07/2025 - 31/12/2025",
    "kỳ 11/2026, 12/2026, 01/2027",
    "29/11/2026 07:30-11:30",
    "giờ làm việc 07:00-11:30 13:30-17:00",
    # Money
    "Kinh phí 1.050.000.000 đồng",
    "Kinh phí 84.912.345.678 đồng",
    "350.000.000 đ",
    "350,000,000 VND",
    "350 000 000 đồng",
    "350 000 000",
    "912.345.678 đồng",
    "912345678 đồng",
    "171,234,567",
    "1 050 000 000 đồng",
    "từ 1.000.000 đến 5.000.000 đồng",
    # Lists of small numbers, counts, percentages
    "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12",
    "1 2 3 4 5 6 7 8 9",
    "1 2 3 4 5 6 7 8 9 10 11 12",
    "0, 3, 8, 0, 8, 5, 0, 0, 1, 2, 3, 4",
    "0, 3, 2, 1, 0, 2, 3, 1, 0, 2",
    "9, 8, 7, 9, 10, 8, 9, 9, 7",
    "8 9 7 9 8 7 9 8 9",
    "0 24 24 24 0 12 12 9 3 8",
    "08 07 09 10 08",
    "quầy 1-2-3-4-5-6",
    "phòng 012 013 014 015",
    "phòng 012, 015, 018, 021",
    "số thứ tự 001 002 003 004",
    "98,57% và 0,5%; 12,5%",
    "tỷ lệ 0.123456789 và 0,123456789012",
    "1.234 lượt, 56 hồ sơ, 7 quầy",
    "12/15, 14/15, 15/15",
    "10 m² × 25 m²",
    # Numbers of documents and codes
    "Quyết định số 2345/QĐ-UBND ngày 15/8/2026",
    "61/2018/NĐ-CP, 118/2025/NĐ-CP",
    "Luật 91/2025/QH15",
    "Thông tư 01/2026/TT-BTP",
    "06/QĐ-TTg, 1258/QĐ-TTg, 2345/QĐ-UBND",
    "Hồ sơ H00.00-260101-0001 đã tiếp nhận",
    "H00.00.01-021220-0912345",
    "điều 12 khoản 3 điểm 4",
    "mục 1.2.3.4.5.6.7.8.9",
    "bản 1.16.0, 4.0.1, 2.14.3",
    # Extensions and short numbers
    "máy lẻ 102, 103, 104, 105",
    "nội bộ 012, 013, 014, 015",
    "gọi 1022 hoặc 113, 114, 115",
    "tổng đài 1800 1096",
    "192.168.1.10:8000",
    "mã buổi 123456",
    "mã phiếu HK7M-4P9-XT3",
    "m\u1eabu 01, m\u1eabu 02, m\u1eabu 03",
]


def test_the_tables_are_as_long_as_promised() -> None:
    assert len(set(FOUND)) >= 60
    assert len(set(PASSES)) >= 60


@pytest.mark.parametrize("text", FOUND)
def test_a_number_is_found_however_it_is_written(text: str) -> None:
    assert real_looking(text)
    assert real_looking(f"gọi {text} nhé")
    assert not real_looking(without_real(f"gọi {text} nhé"))


@pytest.mark.parametrize("text", PASSES)
def test_what_only_looks_like_a_number_passes(text: str) -> None:
    assert real_looking(text) == ()
    assert real_looking(f"theo {text} nhé") == ()


def test_a_long_row_of_numbers_is_read_in_no_time_worth_speaking_of() -> None:
    assert real_looking("1 " * 20_000 + "x") == ()
    assert real_looking("7 12 " * 20_000 + MOBILE)
