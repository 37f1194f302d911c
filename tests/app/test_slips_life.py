"""How long a slip and what it has opened are good: replaced, withdrawn, closed, taken out, late."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from tests.app.browsing import Browser, sign_in, words
from tests.app.office import Office
from tests.app.slips import Inside, give, refused, slip_of, withdraw
from web.practice.runs.runs import Mode
from web.shell.session_models import PersonRow


def _set(office: Office, username: str, **values: object) -> None:
    with office.writing() as db:
        db.execute(update(PersonRow).where(PersonRow.username == username).values(**values))


def test_one_slip_opens_two_devices(client: Browser, office: Office) -> None:
    inside = Inside.come(client, office)
    other = office.app.test_client()
    assert isinstance(other, Browser)
    assert give(other, inside.code).status_code == 303
    assert other.get(inside.room.training_class.tasks).status_code == 200
    assert inside.is_in()


def test_a_new_slip_replaces_the_old_one(client: Browser, office: Office) -> None:
    inside = Inside.come(client, office)
    newer = slip_of(inside.room, "canbo1")
    assert not inside.is_in()
    assert "đã được thay bằng phiếu mới" in words(client.get("/dang-nhap"))
    assert "đã được thay bằng phiếu mới" in refused(client, inside.code)
    assert give(client, newer).status_code == 303


def test_a_withdrawn_slip_ends_what_it_opened(client: Browser, office: Office) -> None:
    inside = Inside.come(client, office)
    withdraw(inside.room, "canbo1")
    assert not inside.is_in()
    assert "Giảng viên đã thu hồi phiếu này" in words(client.get("/dang-nhap"))
    assert "Giảng viên đã thu hồi phiếu này" in refused(client, inside.code)


def test_closing_the_class_ends_slips_and_sessions(client: Browser, office: Office) -> None:
    inside = Inside.come(client, office)
    inside.room.move("close")
    assert not inside.is_in()
    assert "Buổi tập đã kết thúc nên phiếu hết hiệu lực." in words(client.get("/dang-nhap"))
    assert "đã kết thúc lúc 23/11/2026 08:00" in refused(client, inside.code)


def test_no_session_by_slip_lasts_longer_than_twelve_hours(client: Browser, office: Office) -> None:
    inside = Inside.come(client, office)
    for _ in range(7):
        assert inside.is_in()
        office.effects.advance(minutes=100)
    office.effects.advance(minutes=30)
    assert not inside.is_in()
    assert "Lượt vào lớp đã hết giờ." in words(client.get("/dang-nhap"))


def test_whoever_is_taken_out_is_out_and_may_come_back(client: Browser, office: Office) -> None:
    inside = Inside.come(client, office)
    trainer = office.app.test_client()
    assert isinstance(trainer, Browser)
    sign_in(trainer, "giangvien")
    trainer.get(inside.room.training_class.page)
    member = f"{inside.room.training_class.page}/nguoi/{office.person('canbo1').id}"
    trainer.send(member, {"viec": "roi"})
    assert not inside.is_in()
    assert "đã cho anh/chị rời buổi tập này" in words(client.get("/dang-nhap"))
    assert "đã cho anh/chị rời buổi tập này" in refused(client, inside.code)
    trainer.send(member, {"viec": "vao-lai"})
    assert give(client, inside.code).status_code == 303


@pytest.mark.parametrize("change", [{"active": False}, {"role": "supervisor"}])
def test_the_slip_of_somebody_switched_off_opens_nothing(
    client: Browser, office: Office, change: dict[str, object]
) -> None:
    inside = Inside.come(client, office)
    _set(office, "canbo1", **change)
    assert not inside.is_in()
    client.send("/dang-xuat")
    assert "đang tạm ngừng hoặc không thuộc diện luyện tập" in refused(client, inside.code)


def test_an_account_that_owes_a_new_password_can_still_practise(
    client: Browser, office: Office
) -> None:
    _set(office, "canbo1", must_change_password=True)
    assert Inside.come(client, office).is_in()


def test_a_test_may_be_taken_by_slip_and_says_so(client: Browser, office: Office) -> None:
    inside = Inside.come(client, office, mode=Mode.TEST)
    run = inside.begin()
    assert inside.room.row("canbo1").by_slip
    trainer = sign_in_trainer(office)
    assert "08:00 bằng phiếu" in words(trainer.get(inside.room.training_class.page))
    assert "vào bằng phiếu" in words(trainer.get(inside.room.training_class.board))
    assert "Vào lớp Bằng phiếu giảng viên đưa" in words(trainer.get(run.page))


def sign_in_trainer(office: Office) -> Browser:
    trainer = office.app.test_client()
    assert isinstance(trainer, Browser)
    sign_in(trainer, "giangvien")
    return trainer


def test_a_slip_session_idle_for_two_hours_is_over(client: Browser, office: Office) -> None:
    inside = Inside.come(client, office)
    office.effects.advance(seconds=timedelta(hours=2).total_seconds())
    assert not inside.is_in()
