"""Tried, published, practised: each run by the version it used, each unit by its own."""

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.app.authoring import Author, published
from tests.app.browsing import Browser, sign_in, unchanged, words
from tests.app.office import Hasty, Office
from training.scenario import catalogue
from web import cli
from web.practice.runs.runs import Mode
from web.practice.scenarios import library, store
from web.practice.scenarios.verify import changed_versions
from web.shell.config import Settings


@pytest.fixture
def author(client: Browser) -> Author:
    author = Author(client)
    author.copy()
    return author


def test_a_draft_is_nobodys_to_practise(author: Author, office: Office) -> None:
    author.save(title="Bài riêng của xã Mẫu")
    sign_in(author.client, "canbo1")
    assert "Bài riêng của xã Mẫu" not in words(author.client.get("/luyen-tap"))
    name = author.page.rpartition("/")[2]
    with pytest.raises(KeyError):
        office.start("canbo1", name)


def test_the_machine_tries_a_draft(author: Author) -> None:
    assert "Máy làm trọn vẹn cả 5 lần" in words(author.client.get(f"{author.page}/thu"))
    author.press("bo-0", author.form())
    fields = author.form()
    fields.setlist("procedure", ["sign_in", "send_code", "open_form", "close"])
    assert author.press("luu", fields).status_code == 303
    page = words(author.client.get(f"{author.page}/thu"))
    assert "Có 5 trên 5 lần cần xem lại" in page
    assert "Máy không làm xong bước “Gửi mã OTP”." in page
    assert author.publish().status_code == 303, "a warning is not an error"


def test_the_preview_shows_what_the_clerk_will_read(author: Author) -> None:
    author.save(title="Tên mới", hints__greet="Chào thật tươi.")
    page = words(author.client.get(f"{author.page}/xem-truoc"))
    assert "Tên mới" in page
    assert "Chào thật tươi." in page


def test_a_published_scenario_is_on_every_list_of_its_unit_alone(author: Author) -> None:
    author.save(title="Bài riêng của xã Mẫu")
    assert author.publish().location == author.page
    for name, listed in (("canbo1", True), ("canbo3", False)):
        sign_in(author.client, name)
        pages = ("/luyen-tap", "/dong-vai", "/so-luyen-tap")
        for page in pages:
            assert ("Bài riêng của xã Mẫu" in words(author.client.get(page))) is listed, page
    sign_in(author.client, "truongbophan")
    assert "Bài riêng của xã Mẫu" in words(author.client.get("/bai-giao/moi"))
    assert "Bài riêng của xã Mẫu" in words(author.client.get("/nhin-lai/lop"))


def test_another_units_clerk_cannot_start_it(client: Browser, office: Office) -> None:
    name = published(office)
    sign_in(client, "canbo3")
    client.get("/luyen-tap")
    with unchanged(client, "/so-luyen-tap", "/"):
        answer = client.send("/luyen-tap", {"scenario": name, "mode": Mode.PRACTICE.value})
    assert answer.status_code == 422
    assert "Tình huống này không còn" in words(answer)


def test_a_run_keeps_the_version_it_used(author: Author, office: Office) -> None:
    author.save(title="Tên cũ", focus="Điều luyện cũ")
    author.publish()
    name = author.page.rpartition("/")[2]
    run = office.served("canbo1", name, Hasty)
    author.save(title="Tên mới", focus="Điều luyện mới")
    author.publish("Đổi tên")
    assert (run.scenario_version, run.title) == (1, "Tên cũ")
    page = words(author.client.get(run.page))
    assert "Tên cũ" in page
    assert "Tên mới" not in page
    assert "Đã được sửa sau lượt này" not in page
    assert office.start("canbo1", name).scenario_version == 2
    with office.writing() as db:
        used = library.of_run(db, run)
    assert used
    assert used.focus == "Điều luyện cũ"


def test_an_authored_run_is_marked_to_the_full_points(office: Office) -> None:
    run = office.served("canbo1", published(office))
    assert (run.points, run.passed) == (100, True)


def test_a_run_of_it_cannot_become_a_test_that_runs_anywhere(
    office: Office,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run = office.served("canbo1", published(office))
    monkeypatch.setenv("MOTCUA_DATABASE_URL", settings.database_url)
    assert cli.main(["export", run.id, "--pytest", "--data", str(settings.data)]) == 2
    assert "không in thành tệp kiểm thử" in capsys.readouterr().err


def test_nothing_new_is_not_published_twice(author: Author, office: Office) -> None:
    assert author.publish().status_code == 303
    assert "Chưa có gì mới để phát hành" in words(author.client.get(f"{author.page}/phat-hanh"))
    answer = author.client.send(f"{author.page}/phat-hanh", {"note": "Lại", "lan": "1"})
    assert answer.status_code == 422
    with office.writing() as db:
        assert len(store.versions(db, author.page.rpartition("/")[2])) == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"note": "", "lan": "1"}, "Anh/chị ghi một câu về thay đổi"),
        ({"note": "a" * 301, "lan": "1"}, "tối đa 300 ký tự"),
        ({"note": "Sửa", "lan": "7"}, "Bản nháp vừa được sửa ở nơi khác"),
    ],
)
def test_publishing_needs_a_note_and_the_draft_that_was_seen(
    author: Author, fields: dict[str, str], sentence: str
) -> None:
    answer = author.client.send(f"{author.page}/phat-hanh", fields)
    assert answer.status_code == 422
    assert sentence in words(answer)


def test_a_withdrawn_scenario_is_offered_no_longer_but_its_runs_stay(
    author: Author, office: Office
) -> None:
    author.save(title="Bài riêng của xã Mẫu")
    author.publish()
    run = office.served("canbo1", author.page.rpartition("/")[2], Hasty)
    author.client.send(f"{author.page}/ngung")
    sign_in(author.client, "canbo1")
    assert "Bài riêng của xã Mẫu" not in words(author.client.get("/luyen-tap"))
    assert "Bài riêng của xã Mẫu" in words(author.client.get(run.page))
    sign_in(author.client, "giangvien")
    author.client.get(author.page)
    author.client.send(f"{author.page}/dung-lai")
    assert office.start("canbo1", author.page.rpartition("/")[2]).is_open


def test_a_draft_cannot_be_withdrawn_into_use(author: Author) -> None:
    author.client.send(f"{author.page}/dung-lai")
    assert "Bản nháp" in words(author.client.get(author.page))


@pytest.mark.parametrize("username", ["canbo1", "giamsat", "quantri"])
def test_only_those_who_teach_write(client: Browser, username: str) -> None:
    sign_in(client, username)
    for page in ("/soan", "/soan/goi", "/soan/dv-x", "/soan/dv-x/sua"):
        assert client.get(page).status_code == 403


def test_another_units_scenarios_are_not_there(client: Browser, office: Office) -> None:
    name = published(office, username="canbo3")
    Author(client)
    assert name not in client.get("/soan").get_data(as_text=True)
    for rest in ("", "/sua", "/xem-truoc", "/thu", "/phat-hanh", "/cham-lai/1"):
        assert client.get(f"/soan/{name}{rest}").status_code == 404
    assert client.send("/soan/chep", {"tinh_huong": name}).status_code == 422
    assert client.get(f"/soan/goi/tai?tinh_huong={name}").status_code == 422


def test_ids_never_meet(office: Office) -> None:
    first, second = published(office), published(office, username="canbo3")
    assert first != second
    assert not {first, second} & catalogue().keys()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE scenario_version SET note = 'khác'", "DELETE FROM scenario_version"],
)
def test_the_database_itself_keeps_what_was_published(office: Office, statement: str) -> None:
    published(office)
    with pytest.raises(DBAPIError), office.writing() as db:
        db.execute(text(statement))


def test_verify_finds_a_version_that_is_not_what_was_published(office: Office) -> None:
    name, author = published(office), office.person("giangvien")
    with office.writing() as db:
        assert list(changed_versions(db)) == []
        row = store.versions(db, name)[0]
        forged = replace(row, number=9, text=row.text + "# khác")
        store.add_version(db, name, forged, author.id)
        assert list(changed_versions(db)) == [
            f"Bản 9 của tình huống {name} không còn như lúc phát hành."
        ]


def test_a_version_this_program_no_longer_understands_is_only_left_out() -> None:
    assert library.parsed("dv-x", 'id = "dv-x"\nprocedure = ["buoc-da-bo"]') is None
