"""At the door with a slip: who comes in, and each reason why somebody does not."""

import pytest
from sqlalchemy import select, text
from werkzeug.test import TestResponse

from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import Office
from tests.app.slips import DOOR, Inside, give, refused, slip_of, slips_of
from web.classes.lessons.models import ClassMemberRow
from web.classes.slips.code import printed
from web.classes.slips.models import ClassSlipRow
from web.people.accounts import attempts
from web.shell.runtime import Runtime

STRANGE = "HK7M-4P9-XT3"


def test_a_slip_opens_its_class_without_a_password(client: Browser, office: Office) -> None:
    inside = Inside.come(client, office)
    page = client.get(inside.room.training_class.tasks)
    assert "Trần Thị Mẫu An" in words(page)
    assert "Vào bằng phiếu · Xã Mẫu" in words(page)
    assert "Bắt đầu" in words(page)


def test_small_letters_and_gaps_do_not_matter(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    code = slip_of(room, "canbo1")
    assert give(client, f" {printed(code).lower().replace('-', ' ')} ").status_code == 303


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Anh/chị nhập mã in trên phiếu"),
        (" - ", "Anh/chị nhập mã in trên phiếu"),
        ("123456", "Đây là mã buổi tập 6 số"),
        ("HK7M", "Mã trên phiếu gồm 10 chữ và số"),
        ("x" * 5000, "Mã trên phiếu gồm 10 chữ và số"),
        ("<script>", "Mã trên phiếu gồm 10 chữ và số"),
        ("\0", "Anh/chị nhập mã in trên phiếu"),
        (STRANGE, "Không có phiếu nào mang mã này."),
    ],
)
def test_what_is_no_slip_is_said_to_be_none(client: Browser, typed: str, says: str) -> None:
    assert refused(client, typed).count(says) == 2  # beside the field and above


def test_what_was_typed_is_kept_unless_it_looks_real(client: Browser) -> None:
    assert 'value="HK7M-4P9"' in give(client, "HK7M-4P9").get_data(as_text=True)
    number = "079123456789"  # refused on purpose
    assert number not in give(client, number).get_data(as_text=True)


def test_a_slip_of_somebody_else_does_not_take_over_a_browser(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2")
    codes = slips_of(room, "canbo1", "canbo2")
    sign_in(client, "canbo1")
    assert "máy này đang mở cho Trần Thị Mẫu An" in refused(client, codes["canbo2"])
    assert "Máy này đang mở cho Trần Thị Mẫu An" in words(client.get(DOOR))
    client.send("/dang-xuat")
    assert give(client, codes["canbo2"]).status_code == 303
    assert "máy này đang mở cho Lê Văn Mẫu Bình" in refused(client, codes["canbo1"])


def test_whoever_signed_in_by_password_keeps_all_they_had(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    code = slip_of(room, "canbo1")
    sign_in(client, "canbo1")
    assert give(client, code).location == room.training_class.tasks
    assert client.get("/luyen-tap").status_code == 200
    assert _slip_at(office) is None


def _slip_at(office: Office) -> object:
    with office.writing() as db:
        return db.execute(select(ClassMemberRow.slip_at)).scalar_one()


def test_a_class_too_far_ahead_says_when_the_slip_is_good(client: Browser, office: Office) -> None:
    room = Classroom.planned(office, "canbo1")
    code = slip_of(room, "canbo1")
    office.effects.advance(minutes=-61)
    refusal = refused(client, code)
    assert "Buổi tập bắt đầu lúc 23/11/2026 08:00" in refusal
    assert "Phiếu dùng được từ 23/11/2026 07:00" in refusal
    office.effects.advance(minutes=1)
    assert give(client, code).status_code == 303
    waiting = words(client.get(room.training_class.tasks))
    assert "Buổi tập chưa mở" in waiting
    assert "bắt đầu lúc 23/11/2026 08:00" in waiting
    room.move("open_class")
    assert "Bắt đầu" in words(client.get(room.training_class.tasks))


def test_a_class_nobody_opened_in_its_time_says_so(client: Browser, office: Office) -> None:
    room = Classroom.planned(office, "canbo1")
    code = slip_of(room, "canbo1")
    office.effects.advance(hours=2)
    assert "mà buổi chưa được mở" in refused(client, code)


def test_into_a_paused_class_one_comes_and_waits(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    room.move("pause")
    assert give(client, slip_of(room, "canbo1")).status_code == 303
    assert "Buổi tập đang tạm dừng" in words(client.get(room.training_class.tasks))


def test_a_class_nobody_closed_is_over_the_next_day(client: Browser, office: Office) -> None:
    inside = Inside.come(client, office)
    office.effects.advance(days=1)
    assert "đã kết thúc lúc 23/11/2026 10:00" in refused(client, inside.code)


def test_after_too_many_guesses_even_a_right_slip_waits(
    client: Browser, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PER_NETWORK", 20)
    room = Classroom.opened(office, "canbo1")
    code = slip_of(room, "canbo1")
    client.get(DOOR)
    for _ in range(attempts.PER_NETWORK):
        assert client.send(DOOR, {"phieu": STRANGE}).status_code == 422
    assert "thử lại sau 5 phút" in refused(client, code)
    assert "Tên đăng nhập hoặc mật khẩu chưa khớp" in words(_wrong_password(client))
    office.effects.advance(minutes=5)
    assert give(client, code).status_code == 303


def _wrong_password(client: Browser) -> TestResponse:
    client.get("/dang-nhap")
    return client.send("/dang-nhap", {"username": "canbo1", "password": "khong-phai-day"})


def test_a_class_of_people_mistyping_the_shape_locks_nobody_out(
    client: Browser, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PER_NETWORK", 20)
    room = Classroom.opened(office, "canbo1")
    code = slip_of(room, "canbo1")
    client.get(DOOR)
    for _ in range(attempts.PER_NETWORK + 1):
        client.send(DOOR, {"phieu": "HK7M"})
    assert give(client, code).status_code == 303


def test_a_refused_code_is_kept_nowhere(client: Browser) -> None:
    sign_in(client, "canbo2")  # somebody else's browser
    page = client.get(DOOR)
    assert "chua_gui" not in page.text
    answer = client.send(DOOR, {"phieu": STRANGE}, headers={"Accept": "text/html"})
    assert answer.status_code == 422


def test_the_database_holds_no_code(client: Browser, office: Office, runtime: Runtime) -> None:
    inside = Inside.come(client, office)
    with office.writing() as db:
        stored = db.execute(select(ClassSlipRow.digest)).scalar_one()
        everything = db.execute(text("SELECT * FROM class_slip")).all()
    assert len(stored) == 64
    assert inside.code not in str(everything)
    assert runtime.settings.secret_key not in stored
