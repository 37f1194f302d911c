"""Packs leave as one file and come in as drafts: all of them or none."""

from io import BytesIO

import pytest
from werkzeug.test import TestResponse

from tests.app.authoring import Author, published
from tests.app.browsing import Browser, words
from tests.app.office import FIRST, Office
from training.pack import pack_scenarios, unpack_scenarios
from training.scenario import source
from web.practice.scenarios import store

SECOND = "tk-02-da-co-tai-khoan"


@pytest.fixture
def author(client: Browser) -> Author:
    author = Author(client)
    client.get("/soan/goi")
    return author


def sent(client: Browser, data: bytes, known: str = "moi") -> TestResponse:
    return client.send("/soan/goi", {"goi": (BytesIO(data), "goi.zip"), "trung": known})


def drafts(office: Office) -> list[store.Authored]:
    unit_id = office.person("giangvien").unit_id
    with office.writing() as db:
        return store.of_unit(db, unit_id)


def text_of(office: Office, name: str, username: str) -> str:
    unit_id = office.person(username).unit_id
    with office.writing() as db:
        return store.newest(db, unit_id)[name]


def test_what_leaves_comes_in_elsewhere_as_a_draft(author: Author, office: Office) -> None:
    name = published(office, username="canbo3")
    text = text_of(office, name, "canbo3")
    assert sent(author.client, pack_scenarios([(name, text)])).status_code == 303
    (draft,) = drafts(office)
    assert draft.state is store.State.DRAFT
    assert draft.id != name


def test_the_chosen_scenarios_leave_as_one_file(author: Author, office: Office) -> None:
    names = [published(office), published(office, SECOND)]
    answer = author.client.get("/soan/goi/tai", query_string={"tinh_huong": names})
    assert answer.mimetype == "application/zip"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert [each.id for each in unpack_scenarios(answer.data).scenarios] == names


def test_choosing_nothing_is_said(author: Author) -> None:
    answer = author.client.get("/soan/goi/tai")
    assert answer.status_code == 422
    assert "Anh/chị chọn ít nhất một tình huống" in words(answer)


def test_one_wrong_scenario_keeps_all_out_and_is_told_by_file_and_line(
    author: Author, office: Office
) -> None:
    wrong = source(SECOND).replace('"greet"', '"bay"')
    answer = sent(author.client, pack_scenarios([(FIRST, source(FIRST)), (SECOND, wrong)]))
    assert answer.status_code == 422
    page = words(answer)
    assert "chưa có gì được lưu" in page
    assert f"{SECOND}.toml" in page
    assert "không có bước “bay”" in page
    assert drafts(office) == []


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Anh/chị chọn tệp gói tình huống"),
        (b"khong phai zip", "không phải gói tình huống"),
    ],
)
def test_what_is_no_pack_is_refused(author: Author, data: bytes, sentence: str) -> None:
    answer = sent(author.client, data)
    assert answer.status_code == 422
    assert sentence in words(answer)


def test_a_choice_from_nowhere_is_refused(author: Author) -> None:
    assert sent(author.client, pack_scenarios([(FIRST, source(FIRST))]), "de").status_code == 422


def test_a_known_scenario_becomes_a_new_one_or_a_new_draft(author: Author, office: Office) -> None:
    name = published(office)
    text = text_of(office, name, "giangvien")
    changed = pack_scenarios([(name, text.replace("(bản sao)", "(bản tỉnh)"))])
    assert sent(author.client, changed).status_code == 303
    assert len(drafts(office)) == 2
    assert sent(author.client, changed, "ban-moi").location == f"/soan/{name}"
    assert len(drafts(office)) == 2
    page = words(author.client.get(f"/soan/{name}"))
    assert "(bản tỉnh)" in page
    assert "Bản nháp đã lưu, chưa phát hành" in page
    author.client.get("/soan/goi")
    again = sent(author.client, changed, "ban-moi")
    assert again.status_code == 422
    assert "bản nháp chưa phát hành" in words(again)
