"""Coming into a class and beginning there: codes of every kind, early, late, twice."""

import pytest
from sqlalchemy import select, update

from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom, join
from tests.app.office import FIRST, Office
from web.classes.lessons.models import TrainingClassRow
from web.shell.session_models import UnitRow

JOIN = "/buoi-tap/vao"


def test_the_code_lets_a_late_joiner_in_however_it_is_typed(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1")
    office.effects.advance(minutes=50)
    assert join(client, "canbo2", f" \u200e{room.training_class.code_spoken}\ufeff ") == (
        303,
        f"/buoi-tap/{room.id}/bai",
    )
    assert "Lê Văn Mẫu Bình" in room.members()
    page = words(client.get(f"/buoi-tap/{room.id}/bai"))
    assert "Bắt đầu" in page


def test_the_qr_code_brings_the_code_along(client: Browser, office: Office) -> None:
    room = Classroom.opened(office)
    sign_in(client, "canbo1")
    assert f'value="{room.training_class.code}"' in client.get(
        room.training_class.joining
    ).get_data(as_text=True)


@pytest.mark.parametrize("code", ["", "12345", "1234567", "mã lạ", "12 34", "x" * 500])
def test_what_is_no_code_is_said_to_be_none(client: Browser, code: str) -> None:
    status, refusal = join(client, "canbo1", code)
    assert status == 422
    assert "Mã buổi tập gồm 6 chữ số." in refusal


def test_a_wrong_code_opens_nothing(client: Browser, office: Office) -> None:
    room = Classroom.opened(office)
    wrong = f"{(int(room.training_class.code) + 1) % 1_000_000:06}"
    status, refusal = join(client, "canbo1", wrong)
    assert status == 422
    assert "Không có buổi tập nào dùng mã này." in refusal


def test_a_foreign_code_says_so(client: Browser, office: Office) -> None:
    room = Classroom.opened(office)
    status, refusal = join(client, "canbo3", room.training_class.code)
    assert status == 422
    assert "buổi tập ở đơn vị khác" in refusal
    assert room.members() == []


def test_an_old_code_says_when_its_class_ended(client: Browser, office: Office) -> None:
    room = Classroom.opened(office)
    room.move("close")
    status, refusal = join(client, "canbo1", room.training_class.code)
    assert status == 422
    assert "đã kết thúc lúc 23/11/2026 08:00" in refusal


def test_the_code_of_a_class_nobody_closed_is_old_the_next_day(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office)
    office.effects.advance(days=1)
    status, refusal = join(client, "canbo1", room.training_class.code)
    assert status == 422
    assert "đã kết thúc lúc 23/11/2026 10:00" in refusal
    assert "Buổi tập huấn đang mở" not in words(client.get("/"))


def test_a_number_typed_by_mistake_is_not_shown_again(client: Browser) -> None:
    number = "079123456789"  # refused on purpose
    sign_in(client, "canbo1")
    client.get(JOIN)
    answer = client.send(JOIN, {"ma": number})
    assert answer.status_code == 422
    assert number not in answer.get_data(as_text=True)


def test_before_it_opens_one_waits_and_then_the_page_tells(client: Browser, office: Office) -> None:
    room = Classroom.planned(office, "canbo1")
    sign_in(client, "canbo1")
    address = f"/buoi-tap/{room.id}/bai"
    assert "Buổi tập chưa mở" in words(client.get(address))
    answer = client.send(address, {"scenario": FIRST})
    assert answer.status_code == 422
    assert "Anh/chị chờ giảng viên mở" in words(answer)
    part, now = {"HX-Request": "true"}, f"/buoi-tap/{room.id}/_/bai"
    assert client.get(f"{now}?co=planned-1", headers=part).status_code == 204
    room.move("open_class")
    assert "Bắt đầu" in words(client.get(f"{now}?co=planned-1", headers=part))


def test_a_desk_head_may_lead_one_class_and_learn_in_it(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "truongbophan")
    sign_in(client, "truongbophan")
    page = client.get(f"/buoi-tap/{room.id}").get_data(as_text=True)
    assert f'href="/buoi-tap/{room.id}/bai"' in page
    assert client.send(f"/buoi-tap/{room.id}/bai", {"scenario": FIRST}).status_code == 303


@pytest.mark.parametrize("username", ["truongbophan", "giangvien"])
def test_a_leader_of_one_unit_learns_in_a_class_held_by_the_unit_above(
    client: Browser, office: Office, username: str
) -> None:
    room = Classroom.opened(office, username)
    with office.writing() as db:
        province = select(UnitRow.id).where(UnitRow.parent_id.is_(None)).scalar_subquery()
        db.execute(update(TrainingClassRow).values(unit_id=province))
    tasks = f"/buoi-tap/{room.id}/bai"
    sign_in(client, username)
    for address in ("/", "/buoi-tap"):
        assert f'href="{tasks}"' in client.get(address).get_data(as_text=True)
    assert client.get(f"/buoi-tap/{room.id}").location == tasks
    assert client.send(tasks, {"scenario": FIRST}).status_code == 303
    assert client.get(f"/buoi-tap/{room.id}/bang").status_code == 404


def test_an_open_class_is_the_first_thing_on_the_home_page(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    page = sign_in(client, "canbo1").get_data(as_text=True)
    assert page.index("Buổi tập huấn đang mở") < page.index("Bài tiếp theo")
    assert f'<a class="button" href="/buoi-tap/{room.id}/bai">' in page
    trainer = sign_in(client, "giangvien").get_data(as_text=True)
    assert f'<a class="button" href="/buoi-tap/{room.id}/bang">' in trainer
    assert "Buổi tập huấn đang mở" not in words(sign_in(client, "canbo3"))


def test_beginning_twice_leads_to_the_same_desk(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    sign_in(client, "canbo1")
    client.get(f"/buoi-tap/{room.id}/bai")
    first, again = (
        client.send(f"/buoi-tap/{room.id}/bai", {"scenario": FIRST}).location for _ in range(2)
    )
    assert first == again
    assert first.startswith("/ban/")


@pytest.mark.parametrize("scenario", ["", "tk-99", "tk-05-doc-nham-ma-cu"])
def test_only_the_classes_own_tasks_can_be_begun(
    client: Browser, office: Office, scenario: str
) -> None:
    room = Classroom.opened(office, "canbo1")
    sign_in(client, "canbo1")
    client.get(f"/buoi-tap/{room.id}/bai")
    answer = client.send(f"/buoi-tap/{room.id}/bai", {"scenario": scenario})
    assert answer.status_code == 422
    assert "không có trong buổi tập" in words(answer)


def test_a_class_is_closed_to_whoever_is_not_in_it(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo1")
    sign_in(client, "canbo1")
    assert client.get(f"/buoi-tap/{room.id}").location == f"/buoi-tap/{room.id}/bai"
    sign_in(client, "canbo2")
    for rest in ("", "/bai"):
        assert client.get(f"/buoi-tap/{room.id}{rest}").status_code == 404
    assert client.get(f"/buoi-tap/{room.id}/bang").status_code == 403
    client.get(JOIN)
    assert client.send(f"/buoi-tap/{room.id}/bai", {"scenario": FIRST}).status_code == 404
