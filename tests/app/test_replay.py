"""A run step by step: the world as it stood after each line."""

import pytest

from sandbox.events import (
    ActivationAsked,
    ArrivalNoted,
    CodeRead,
    FileAttached,
    LookedUp,
)
from sandbox.log import Fact
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import Office
from web.practice.runs.runs import RunRecord

ACTIVATION = "vn-01-kich-hoat-tai-quay"


@pytest.fixture
def run(client: Browser, office: Office) -> RunRecord:
    served = office.served("canbo1")
    sign_in(client, "giangvien")
    return served


def _seq(office: Office, run: RunRecord, kind: type[Fact]) -> int:
    return next(entry.seq for entry in office.log(run) if isinstance(entry.fact, kind))


def test_the_first_step_is_an_empty_desk(client: Browser, run: RunRecord) -> None:
    page = words(client.get(f"{run.page}/buoc/1"))
    assert "Lượt luyện bắt đầu." in page
    for nothing in ("chưa ai nói gì", "chưa mở biểu mẫu nào", "chưa có tin nhắn nào"):
        assert nothing in page
    assert "Bước trước" not in page


def test_the_last_step_is_the_whole_visit(client: Browser, office: Office, run: RunRecord) -> None:
    last = len(office.log(run))
    page = words(client.get(f"{run.page}/buoc/{last}"))
    assert f"Bước {last} trên {last}" in page
    assert "Đã tạo tài khoản" in page
    assert "Tin nhắn có mật khẩu" in page
    assert "Đã gửi 1 lần" in page
    assert "Bước sau" not in page


@pytest.mark.parametrize("place", ["0", "999", "-1", "x"])
def test_a_step_that_never_was_is_not_found(client: Browser, run: RunRecord, place: str) -> None:
    assert client.get(f"{run.page}/buoc/{place}").status_code == 404


def test_links_lead_from_each_step_to_the_next(
    client: Browser, office: Office, run: RunRecord
) -> None:
    last = len(office.log(run))
    for seq in range(1, last):
        text = client.get(f"{run.page}/buoc/{seq}").get_data(as_text=True)
        assert f'rel="next" href="{run.page}/buoc/{seq + 1}"' in text


def test_the_form_stands_as_it_was_then(client: Browser, office: Office, run: RunRecord) -> None:
    citizen = office.world(run).citizen
    looked_up = words(client.get(f"{run.page}/buoc/{_seq(office, run, LookedUp)}"))
    assert citizen.id_number in looked_up
    assert citizen.full_name not in looked_up
    attached = words(client.get(f"{run.page}/buoc/{_seq(office, run, FileAttached)}"))
    assert "thẻ của công dân, cả hai mặt" in attached
    assert citizen.full_name in attached


def test_a_code_read_aloud_is_told_without_its_digits(
    client: Browser, office: Office, run: RunRecord
) -> None:
    page = words(client.get(f"{run.page}/buoc/{_seq(office, run, CodeRead)}"))
    assert "Công dân đọc mã trong tin nhắn; sổ không ghi lại mã." in page


def test_a_lost_message_has_not_arrived(client: Browser, office: Office) -> None:
    run = office.served("canbo1", "tk-03-tin-nhan-khong-toi")
    sign_in(client, "giangvien")
    page = words(client.get(f"{run.page}/buoc/{len(office.log(run))}"))
    assert "Tin nhắn có mã OTP : chưa tới máy" in page.replace("OTP:", "OTP :")
    assert "tới lúc" in page


def test_a_replay_changes_nothing(client: Browser, office: Office, run: RunRecord) -> None:
    before = office.log(run)
    client.get(f"{run.page}/buoc/3")
    assert office.log(run) == before


def test_arrival_and_vneid_stand_as_they_stood_then(client: Browser, office: Office) -> None:
    run = office.served("canbo1", ACTIVATION)
    sign_in(client, "giangvien")
    noted = words(client.get(f"{run.page}/buoc/{_seq(office, run, ArrivalNoted)}"))
    assert "Kết quả kiểm tra Đã được cấp mức 2, chưa kích hoạt" in noted
    assert "Hồ sơ Chưa có" in noted
    asked = words(client.get(f"{run.page}/buoc/{_seq(office, run, ActivationAsked)}"))
    assert "Nhánh Nhánh 3, chưa kích hoạt" in asked
    assert "Đang làm Kích hoạt tài khoản, màn hình chờ mã OTP" in asked
    last = words(client.get(f"{run.page}/buoc/{len(office.log(run))}"))
    assert "Tài khoản Đã kích hoạt mức 2" in last
    assert "Đang đăng nhập trên Điện thoại đang dùng" in last
    assert "Hồ sơ Đã tiếp nhận" in last


def test_only_what_was_practised_is_shown(client: Browser, office: Office, run: RunRecord) -> None:
    about_vneid = office.served("canbo1", ACTIVATION)
    assert "Biểu mẫu trên trang quản trị" not in words(client.get(f"{about_vneid.page}/buoc/3"))
    page = words(client.get(f"{run.page}/buoc/3"))
    assert "Kiểm tra khi tiếp đón" not in page
    assert "VNeID của công dân" not in page
