"""Planning a class and changing it, with everything a trainer may mistype."""

from typing import Any

import pytest
from sqlalchemy import update

from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import EXISTS, Classroom
from tests.app.office import FIRST, Office
from training.scenario import catalogue
from web.classes.lessons import store
from web.classes.lessons.classes import ClassState, TrainingClass
from web.classes.lessons.models import TrainingClassRow
from web.classes.lessons.plan_form import PLACES
from web.practice.runs.runs import Mode

ROOM = "/buoi-tap"


def _right(office: Office, **changes: Any) -> dict[str, Any]:
    """A plan without a mistake: tomorrow morning."""
    trainer = office.person("giangvien")
    return {
        "title": "Tạo tài khoản công dân",
        "scenario": [FIRST, "", EXISTS],
        "mode": "luyen",
        "day": "24/11/2026",
        "begins": "8:00",
        "ends": "10h30",
        "unit_id": str(trainer.unit_id),
        "trainer_id": str(trainer.id),
        "venue": "Phòng họp tầng 2",
        "usernames": "",
    } | changes


def _plan(client: Browser, office: Office, **changes: Any) -> Any:
    sign_in(client, "giangvien")
    client.get(f"{ROOM}/tao")
    return client.send(f"{ROOM}/tao", _right(office, **changes))


def _stored_class(office: Office, address: str) -> TrainingClass:
    with office.writing() as db:
        found = store.find(db, address.rpartition("/")[2])
    assert found
    return found


def test_a_plan_becomes_a_class_with_a_code_and_its_tasks_in_order(
    client: Browser, office: Office
) -> None:
    answer = _plan(client, office)
    assert answer.status_code == 303
    training_class = _stored_class(office, answer.location)
    assert (training_class.state, training_class.plan.mode) == (ClassState.PLANNED, Mode.PRACTICE)
    assert training_class.plan.scenarios == (FIRST, EXISTS)
    assert (
        f"{training_class.plan.starts_at:%H:%M} {training_class.plan.ends_at:%H:%M}"
        == "01:00 03:30"
    )  # UTC
    page = words(client.get(answer.location))
    assert training_class.code_spoken in page
    assert "24/11/2026 08:00 đến 10:30" in page


def test_people_come_by_unit_and_by_list_and_only_once(client: Browser, office: Office) -> None:
    unit = str(office.person("giangvien").unit_id)
    named = "CANBO1\ncanbo2, canbo1; truongbophan"
    answer = _plan(client, office, units=[unit], usernames=named)
    room = Classroom(office, answer.location.rpartition("/")[2])
    everybody = ["canbo1", "canbo2", "truongbophan"]  # a unit's trainers lead, they do not learn
    assert sorted(room.members()) == sorted(office.person(each).full_name for each in everybody)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "  ", "Anh/chị ghi chủ đề của buổi tập."),
        ("title", "x" * 151, "tối đa 150 ký tự"),
        ("venue", "y" * 151, "tối đa 150 ký tự"),
        ("scenario", [], "Anh/chị chọn ít nhất một tình huống."),
        ("scenario", ["tk-99"], "không còn trong danh sách"),
        ("scenario", [FIRST, FIRST], "được chọn hai lần"),
        ("mode", "choi", "Anh/chị chọn một cách luyện."),
        ("day", "31/02/2026", "theo dạng 25/11/2026"),
        ("day", "", "theo dạng 25/11/2026"),
        ("begins", "25:00", "theo dạng 8:00"),
        ("begins", "sáng", "theo dạng 8:00"),
        ("ends", "7:59", "Giờ kết thúc phải sau giờ bắt đầu"),
        ("ends", "8:00", "Giờ kết thúc phải sau giờ bắt đầu"),
        ("day", "22/11/2026", "Giờ kết thúc này đã qua."),
        ("unit_id", "999", "Anh/chị chọn một đơn vị trong danh sách."),
        ("unit_id", "", "Anh/chị chọn một đơn vị trong danh sách."),
        ("trainer_id", "abc", "Anh/chị chọn một giảng viên trong danh sách."),
        ("units", ["999"], "Anh/chị chọn đơn vị trong danh sách."),
        ("usernames", "canbo1\nai-do", "không có người luyện tập nào dùng tên: ai-do"),
        ("usernames", "canbo3", "không có người luyện tập nào dùng tên: canbo3"),
        ("usernames", "quantri", "không có người luyện tập nào dùng tên: quantri"),
    ],
)
def test_each_mistake_is_said_and_all_that_was_typed_stays(
    client: Browser, office: Office, field: str, value: Any, sentence: str
) -> None:
    answer = _plan(client, office, **{"venue": "Hội trường lớn", field: value})
    assert answer.status_code == 422
    assert sentence in words(answer)
    page = answer.get_data(as_text=True)
    if field != "venue":
        assert 'value="Hội trường lớn"' in page
    if isinstance(value, str) and value.strip() and field in {"title", "day", "begins", "ends"}:
        assert f'value="{value}"' in page
    unit = office.person("giangvien").unit_id
    with office.writing() as db:
        assert store.newest_within(db, unit) == []


@pytest.mark.parametrize("field", ["title", "venue", "usernames"])
def test_what_looks_like_a_real_persons_number_is_refused_and_not_shown_again(
    client: Browser, office: Office, field: str
) -> None:
    phone = "0912345678"  # refused on purpose
    answer = _plan(client, office, **{field: f"gọi {phone}"})
    assert answer.status_code == 422
    assert phone not in answer.get_data(as_text=True)
    assert "trông giống của người thật" in words(answer)


def test_more_tasks_than_fit_are_left_out_and_gaps_are_closed(
    client: Browser, office: Office
) -> None:
    known = list(catalogue())[: PLACES + 2]
    answer = _plan(client, office, scenario=["", *known])
    assert _stored_class(office, answer.location).plan.scenarios == tuple(known[:PLACES])


def test_a_change_shows_what_is_kept_and_keeps_what_is_changed(
    client: Browser, office: Office
) -> None:
    room = Classroom.planned(office, "canbo1")
    sign_in(client, "giangvien")
    page = client.get(f"{ROOM}/{room.id}/sua").get_data(as_text=True)
    assert 'name="version" value="1"' in page
    assert 'value="Phòng họp tầng 2"' in page
    sent = _right(office, title="Buổi hai", version="1", usernames="canbo2")
    assert client.send(f"{ROOM}/{room.id}/sua", sent).status_code == 303
    assert (room.training_class.plan.title, room.training_class.version) == ("Buổi hai", 2)
    assert len(room.members()) == 2


def test_two_trainers_never_overwrite_each_other_unseen(client: Browser, office: Office) -> None:
    room = Classroom.planned(office)
    sign_in(client, "giangvien")
    client.get(f"{ROOM}/{room.id}/sua")
    room.renamed("Bản của người khác")
    mine = _right(office, title="Bản của tôi", venue="Phòng 9", version="1")
    answer = client.send(f"{ROOM}/{room.id}/sua", mine)
    assert answer.status_code == 422
    page = words(answer)
    assert "Đặng Văn Mẫu Hòa vừa sửa buổi tập này" in page
    assert "Chủ đề Bản của người khác Bản của tôi" in page
    assert "Địa điểm Phòng họp tầng 2 Phòng 9" in page
    page = answer.get_data(as_text=True)
    assert 'value="Bản của tôi"' in page
    assert 'name="version" value="2"' in page
    assert room.training_class.plan.title == "Bản của người khác"
    assert client.send(f"{ROOM}/{room.id}/sua", mine | {"version": "2"}).status_code == 303
    assert room.training_class.plan.title == "Bản của tôi"


def test_a_trainer_from_above_stays_the_trainer_when_the_commune_changes_the_plan(
    client: Browser, office: Office
) -> None:
    room = Classroom.planned(office)
    above = office.person("quantri").id
    with office.writing() as db:
        db.execute(update(TrainingClassRow).values(trainer_id=above))
    sign_in(client, "truongbophan")
    page = client.get(f"{ROOM}/{room.id}/sua").get_data(as_text=True)
    assert f'<option value="{above}" selected>' in page
    sent = _right(office, version="1", trainer_id=str(above))
    assert client.send(f"{ROOM}/{room.id}/sua", sent).status_code == 303
    assert room.training_class.plan.trainer_id == above


@pytest.mark.parametrize("version", ["", "abc", "0", "99"])
def test_a_form_of_no_known_version_counts_as_overtaken(
    client: Browser, office: Office, version: str
) -> None:
    room = Classroom.planned(office)
    sign_in(client, "giangvien")
    client.get(f"{ROOM}/{room.id}/sua")
    answer = client.send(f"{ROOM}/{room.id}/sua", _right(office, version=version))
    assert answer.status_code == 422
    assert room.training_class.version == 1


def test_a_class_that_is_over_is_not_changed(client: Browser, office: Office) -> None:
    room = Classroom.opened(office)
    room.move("close")
    sign_in(client, "giangvien")
    assert client.get(f"{ROOM}/{room.id}/sua").location == f"{ROOM}/{room.id}"
    client.get(ROOM + "/tao")
    answer = client.send(f"{ROOM}/{room.id}/sua", _right(office, version="1"))
    assert answer.status_code == 422
    assert "đã kết thúc nên không thay đổi được nữa" in words(answer)


def test_trainers_see_the_classes_of_their_units_only(client: Browser, office: Office) -> None:
    room = Classroom.planned(office)
    foreign = office.person("canbo3").unit_id
    with office.writing() as db:
        db.execute(update(TrainingClassRow).values(unit_id=foreign))
    sign_in(client, "giangvien")
    assert "Tạo tài khoản công dân" not in words(client.get(ROOM))
    for rest in ("", "/sua", "/bang", "/man-chieu", "/giup", "/ket-thuc"):
        assert client.get(f"{ROOM}/{room.id}{rest}").status_code == 404
    assert client.get(f"{ROOM}/khong%00co").status_code == 404


def test_a_supervisor_looks_is_told_no_name_and_changes_nothing(
    client: Browser, office: Office
) -> None:
    room = Classroom.opened(office, "canbo1")
    home = sign_in(client, "giamsat").get_data(as_text=True)
    assert f'href="{room.training_class.screen}"' in home
    page = words(client.get(f"{ROOM}/{room.id}"))
    assert "0 trên 1 người đã vào" in page
    assert "Mẫu An" not in page
    assert "Cho rời buổi" not in page
    assert "Mẫu An" not in words(client.get(room.training_class.screen))
    for board in (room.training_class.board, f"{ROOM}/{room.id}/_/bang"):
        assert client.get(board).status_code == 403
    for path in ("trang-thai", "gia-han", "giup", "nguoi/1"):
        assert client.send(f"{ROOM}/{room.id}/{path}").status_code in {400, 403}
    assert room.state is ClassState.OPEN
