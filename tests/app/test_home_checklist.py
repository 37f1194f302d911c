"""What a new office has to do first stands on the home page until it has been done."""

from sqlalchemy import delete

from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.office import Office
from web.classes.lessons.models import ClassMemberRow, TrainingClassRow
from web.people.administration import store

HEADING = "Việc cần làm đầu tiên"


def test_the_head_is_led_to_what_is_left_until_there_is_a_class(
    client: Browser, office: Office
) -> None:
    page = sign_in(client, "truongbophan").get_data(as_text=True)
    assert "Xong 3 trên 4 việc" in page
    assert 'href="/buoi-tap/tao">Lập buổi tập huấn đầu tiên</a>' in page
    room = Classroom.planned(office)
    assert HEADING not in words(client.get("/"))
    with office.writing() as db:
        db.execute(delete(ClassMemberRow).where(ClassMemberRow.class_id == room.id))
        db.execute(delete(TrainingClassRow).where(TrainingClassRow.id == room.id))
    assert HEADING in words(client.get("/"))


def test_the_administrator_sees_who_is_missing(client: Browser, office: Office) -> None:
    assert "Xong 5 trên 6 việc" in words(sign_in(client, "quantri"))
    head = office.person("truongbophan")
    with office.writing() as db:
        store.change_person(db, head.id, active=False)
    page = client.get("/").get_data(as_text=True)
    assert "Xong 4 trên 6 việc" in page
    assert 'href="/quan-tri/nguoi-dung/them">Thêm trưởng bộ phận</a>' in page


def test_nobody_else_is_bothered_with_it(client: Browser) -> None:
    for username in ("canbo1", "giangvien", "giamsat"):
        assert HEADING not in words(sign_in(client, username))
        client.send("/dang-xuat")
