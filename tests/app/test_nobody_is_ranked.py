"""No screen puts people in the order of their points, and none says who is first."""

import pytest

from tests.app.browsing import Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.competent import marked
from tests.app.office import FIRST, Hasty, Office

AN, BINH = "Trần Thị Mẫu An", "Lê Văn Mẫu Bình"


@pytest.mark.parametrize("better", ["canbo1", "canbo2"])
def test_the_units_people_stand_by_name_whoever_did_better(
    client: Browser, office: Office, better: str
) -> None:
    for username in ("canbo1", "canbo2"):
        marked(office, username, 1, points=98 if username == better else 81)
    sign_in(client, "truongbophan")
    page = words(client.get("/nang-luc-don-vi"))
    assert page.index(AN) < page.index(BINH)  # by given name


@pytest.mark.parametrize("better", ["canbo1", "canbo2"])
def test_the_board_of_a_class_that_is_done_stands_as_people_joined(
    office: Office, better: str
) -> None:
    room = Classroom.opened(office, "canbo1", "canbo2", scenarios=[FIRST])
    for username in ("canbo1", "canbo2"):
        office.serve(room.begin(username), None if username == better else Hasty)
    assert [row.name for row in room.board().rows] == [AN, BINH]


@pytest.mark.parametrize("username", ["canbo1", "giangvien", "truongbophan", "giamsat"])
def test_no_page_of_the_room_speaks_of_ranks(
    client: Browser, office: Office, username: str
) -> None:
    marked(office, "canbo1", 1)
    room = Classroom.opened(office, "canbo1")
    sign_in(client, username)
    pages = (
        "/",
        "/buoi-tap",
        "/nang-luc-don-vi",
        "/nhin-lai/lop",
        f"/buoi-tap/{room.id}/man-chieu",
    )
    for address in pages:
        said = words(client.get(address)).casefold()
        assert not any(word in said for word in ("xếp hạng", "hạng nhất", "đứng đầu", "top "))
