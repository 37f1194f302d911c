"""One run told back: the result first, praise, findings, timeline; for those who may read it."""

import re
from dataclasses import replace

import pytest

from sandbox.desk import Say
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import FIRST, Hasty, Office, Robot
from training.scenario import catalogue
from web.practice.runs import store
from web.practice.runs.runs import Mode


def test_a_perfect_run_is_told_its_result_and_then_praised(client: Browser, office: Office) -> None:
    run = office.served("canbo1")
    sign_in(client, "canbo1")
    page = words(client.get(run.page))
    parts = [" Đạt ", "100 trên 100 điểm", "Những chỗ làm tốt", "Lời của anh/chị", "Diễn biến"]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)
    assert "Kết thúc khi tài khoản đã được tạo" in page
    assert "Không có lỗi nào. Anh/chị đã làm đúng quy trình." in page


def test_a_mistake_is_told_with_its_moment_its_harm_and_what_to_do(
    client: Browser, office: Office
) -> None:
    run = office.served("canbo1", clerk=Hasty)
    sign_in(client, "canbo1")
    page = client.get(run.page)
    for word in ("Điều đã xảy ra", "Với công dân", "Lần sau", "Vì sao trừ", "Căn cứ"):
        assert word in words(page)
    assert "Nguồn Kế hoạch, điều khoản S4-18." in words(page)
    assert "(S4-18)" not in words(page)
    assert "Bỏ qua" in words(page)
    assert f"{run.page}/buoc/" in page.get_data(as_text=True)
    assert run.findings == 1


class Thoughtless(Hasty):
    """Keeps the citizen's password as well: the heavier mistake, and the later one."""

    def tell_created(self) -> None:
        super().tell_created()
        self.say("keep_password")


def headings(page: str) -> list[str]:
    """The findings in their order."""
    return re.findall(r"<h3>(.+?)</h3>\n<p>.*?Trừ", page)


def test_the_heaviest_finding_stands_first_and_in_the_result(
    client: Browser, office: Office
) -> None:
    run = office.served("canbo1", clerk=Thoughtless)
    sign_in(client, "canbo1")
    by_weight = client.get(run.page)
    heaviest = headings(by_weight.get_data(as_text=True))[0]
    assert f"Cần sửa trước hết: {heaviest}" in words(by_weight)
    by_time = client.get(run.page, query_string={"thu_tu": "thoi-gian"})
    told = headings(by_time.get_data(as_text=True))
    assert sorted(told) == sorted(headings(by_weight.get_data(as_text=True)))
    assert told != headings(by_weight.get_data(as_text=True))
    assert f"Cần sửa trước hết: {heaviest}" in words(by_time)


def test_the_trainer_reads_what_the_clerk_reads(client: Browser, office: Office) -> None:
    run = office.served("canbo1", clerk=Hasty)
    sign_in(client, "giangvien")
    page = words(client.get(run.page))
    assert "Trần Thị Mẫu An · Xã Mẫu" in page
    assert f"{run.points} trên 100 điểm" in page
    assert "Luyện lại bài này" not in page


def test_an_open_run_gives_its_clerk_no_hint_of_what_is_to_come(
    client: Browser, office: Office
) -> None:
    run = office.start("canbo1", "tk-03-tin-nhan-khong-toi")
    office.act(run, Say("greet"))
    sign_in(client, "canbo1")
    page = words(client.get(run.page))
    assert "Lượt này đang làm dở" in page
    assert "Làm tiếp" in page
    assert "Diễn biến" not in page
    assert client.get(f"{run.page}/buoc/1").location == run.page


def test_the_trainer_follows_an_open_run_without_marks(client: Browser, office: Office) -> None:
    run = office.start("canbo1")
    office.act(run, Say("greet"))
    sign_in(client, "giangvien")
    page = words(client.get(run.page))
    assert "Chào anh/chị, mời anh/chị ngồi." in page
    assert "trên 100 điểm" not in page
    assert "Làm tiếp" not in page


def test_a_run_given_up_has_no_marks_and_can_be_tried_again(
    client: Browser, office: Office
) -> None:
    run = office.given_up("canbo1")
    sign_in(client, "canbo1")
    page = words(client.get(run.page))
    assert "Lượt này đã bỏ giữa chừng" in page
    assert "trên 100 điểm" not in page
    assert "Luyện lại tình huống này" in page


def test_the_way_on_starts_what_it_names(client: Browser, office: Office) -> None:
    run = office.serve(office.start("canbo1", mode=Mode.TEST))
    sign_in(client, "canbo1")
    page = client.get(run.page).get_data(as_text=True)
    following = list(catalogue())[1]
    assert f'name="scenario" value="{following}"' in page
    assert client.send("/luyen-tap", {"scenario": following, "mode": "xem"}).status_code == 303


def test_marks_that_changed_with_the_rubric_are_shown_and_may_be_kept_by_the_trainer(
    client: Browser, office: Office
) -> None:
    run = office.served("canbo1")
    with office.writing() as db:
        store.save(db, replace(run, points=60, passed=False))
    sign_in(client, "giangvien")
    assert "lượt này được 60 điểm; chấm lại theo thang hiện nay được 100 điểm" in words(
        client.get(run.page)
    )
    assert client.send(f"{run.page}/cham-lai").location == run.page
    assert office.again(run) == run
    assert "Thang điểm đã đổi" not in words(client.get(run.page))


def test_a_scenario_that_left_the_catalogue_leaves_its_runs_readable(
    client: Browser, office: Office
) -> None:
    run = office.served("canbo1")
    with office.writing() as db:
        store.save(db, replace(run, scenario="tk-00-da-go"))
    sign_in(client, "canbo1")
    page = words(client.get(run.page))
    assert "Tình huống này không còn trong danh sách" in page
    assert "Điểm lúc kết thúc: 100." in page
    assert "Diễn biến" in page
    assert "Lượt đầu tiên trong ngày" in words(client.get("/so-luyen-tap"))


def test_a_changed_scenario_is_said(client: Browser, office: Office) -> None:
    run = office.served("canbo1")
    with office.writing() as db:
        store.save(db, replace(run, scenario_version=0))
    sign_in(client, "canbo1")
    assert f"nay là bản {catalogue()[FIRST].version}" in words(client.get(run.page))


@pytest.mark.parametrize("run_id", ["khong-co", "%00", "'", "a" * 500])
def test_a_run_that_is_not_there_is_not_found(client: Browser, run_id: str) -> None:
    sign_in(client, "giangvien")
    assert client.get(f"/so-luyen-tap/{run_id}").status_code == 404


def onward(client: Browser, office: Office, mode: Mode, clerk: type[Robot] = Robot) -> str:
    run = office.serve(office.start("canbo1", mode=mode), clerk)
    sign_in(client, "canbo1")
    return words(client.get(run.page)).partition("Nên làm gì tiếp")[2]


@pytest.mark.parametrize(
    ("mode", "following", "again"),
    [
        (Mode.GUIDE, "Luyện tình huống này", "Làm lại có hướng dẫn"),
        (Mode.PRACTICE, "Kiểm tra tình huống này", "Luyện lại bài này"),
        (Mode.TEST, "Xem làm mẫu bài tiếp theo", "Kiểm tra lại bài này"),
    ],
)
def test_the_way_on_climbs_the_ladder_or_does_it_again(
    client: Browser, office: Office, mode: Mode, following: str, again: str
) -> None:
    assert following in onward(client, office, mode)
    assert again in onward(client, office, mode, Hasty)


def test_whoever_only_watched_is_neither_praised_nor_marked(
    client: Browser, office: Office
) -> None:
    assert "Làm có hướng dẫn" in onward(client, office, Mode.SHOW)
    log = client.get("/so-luyen-tap").get_data(as_text=True)
    page = words(client.get(re.findall(r'href="(/so-luyen-tap/[^"/?]+)"', log)[0]))
    assert "So với quy trình" in page
    for word in ("Những chỗ làm tốt", "trên 100 điểm", "Anh/chị đã làm"):
        assert word not in page
    assert "(xem làm mẫu) Đã xem –" in words(client.get("/so-luyen-tap"))
    assert "Đã xem" not in words(client.get("/so-luyen-tap?ket_qua=dat"))
