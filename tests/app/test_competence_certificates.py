"""Certificates: issued once, the same bytes each time, checked by whoever holds the paper."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import delete, update
from sqlalchemy.exc import DatabaseError

from tests.app.browsing import Browser, sign_in, words
from tests.app.competent import marked, mastered, revise
from tests.app.office import FIRST, Office
from tests.app.races import at_once
from web.practice.competence import certificates, store
from web.practice.competence.models import CertificateRow
from web.shell.session_models import PersonRow


def _issue(client: Browser, office: Office, reader: str = "canbo1", whose: str = "canbo1") -> str:
    """Issue the first competency's certificate; the address of its check page."""
    sign_in(client, reader)
    page = f"/nang-luc/nguoi/{office.person(whose).id}"
    client.get(page)
    answer = client.send(f"{page}/giay-xac-nhan", {"nang_luc": "account_creation"})
    assert answer.status_code == 303, words(answer)
    return answer.location


def _paper(client: Browser, check_page: str) -> bytes:
    code = check_page.rpartition("/")[2]
    answer = client.get(f"/nang-luc/giay/{code}.pdf")
    assert answer.mimetype == "application/pdf"
    return answer.get_data()


def test_the_paper_says_who_what_where_and_until_when(client: Browser, office: Office) -> None:
    mastered(office, "canbo1")
    check = _issue(client, office)
    reader = PdfReader(BytesIO(_paper(client, check)))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for sentence in (
        "GIẤY XÁC NHẬN HOÀN THÀNH LUYỆN TẬP",
        "XÃ MẪU",
        "Số: 01/2026/GXN-LT",
        "Trần Thị Mẫu An",
        "Tạo tài khoản đúng trình tự",
        "23/11/2026",
        "21/11/2027",
        f"http://localhost:8000{check}",
        "không thay cho văn bằng",
        "DIỄN TẬP",
    ):
        assert sentence in text
    assert len(reader.pages) == 1
    fonts = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]  # pypdf's loose types
    assert not [name for font in fonts.values() if "Helvetica" in (name := str(font["/BaseFont"]))]


def test_asked_for_again_it_is_the_same_paper_to_the_byte(client: Browser, office: Office) -> None:
    mastered(office, "canbo1")
    first = _issue(client, office)
    paper = _paper(client, first)
    office.effects.advance(days=1)
    assert _issue(client, office) == first
    assert _paper(client, first) == paper


def test_a_new_name_does_not_change_an_old_paper(client: Browser, office: Office) -> None:
    mastered(office, "canbo1")
    check = _issue(client, office)
    paper = _paper(client, check)
    with office.writing() as db:
        renamed = update(PersonRow).where(PersonRow.username == "canbo1")
        db.execute(renamed.values(full_name="Trần Thị Mẫu Anh"))
    assert _paper(client, check) == paper


def test_a_renewed_mastery_gives_a_new_paper_with_the_next_number(
    client: Browser, office: Office
) -> None:
    mastered(office, "canbo1", newest=200)
    first = _issue(client, office)
    marked(office, "canbo1", 0)
    second = _issue(client, office)
    assert first != second
    assert "02/2026/GXN-LT" in words(client.get(second))
    assert "Còn giá trị" in words(client.get(first))


def test_each_unit_numbers_its_own_papers(client: Browser, office: Office) -> None:
    for username in ("canbo1", "canbo3"):
        mastered(office, username)
        assert "01/2026/GXN-LT" in words(client.get(_issue(client, office, username, username)))


@pytest.mark.parametrize("competency", ["trouble", "flying", ""])
def test_what_is_not_mastered_is_not_certified(
    client: Browser, office: Office, competency: str
) -> None:
    mastered(office, "canbo1")
    sign_in(client, "canbo1")
    page = f"/nang-luc/nguoi/{office.person('canbo1').id}"
    client.get(page)
    answer = client.send(f"{page}/giay-xac-nhan", {"nang_luc": competency})
    assert answer.status_code == 422
    assert "chưa ở mức thành thạo nên chưa cấp được giấy" in words(answer)


@pytest.mark.parametrize(("reader", "status"), [("giangvien", 303), ("canbo2", 404)])
def test_only_oneself_and_those_who_lead_may_issue(
    client: Browser, office: Office, reader: str, status: int
) -> None:
    mastered(office, "canbo1")
    sign_in(client, reader)
    client.get("/nang-luc")
    address = f"/nang-luc/nguoi/{office.person('canbo1').id}/giay-xac-nhan"
    answer = client.send(address, {"nang_luc": "account_creation"})
    assert answer.status_code == status


def test_whoever_holds_the_paper_may_check_it_and_learns_no_more(
    client: Browser, office: Office
) -> None:
    mastered(office, "canbo1")
    check = _issue(client, office)
    client.delete_cookie("motcua_session")
    answer = client.get(check)
    assert "Còn giá trị đến ngày 21/11/2027" in words(answer)
    assert "Trần Thị Mẫu An" in words(answer)
    page = answer.get_data(as_text=True)
    assert "canbo1" not in page
    assert "/nang-luc/" not in page
    assert client.get(f"/nang-luc/giay/{check.rpartition('/')[2]}.pdf").status_code == 303


def test_colleagues_check_but_do_not_print(client: Browser, office: Office) -> None:
    mastered(office, "canbo1")
    check = _issue(client, office)
    sign_in(client, "canbo2")
    assert "Mở giấy để in" not in words(client.get(check))
    assert client.get(f"/nang-luc/giay/{check.rpartition('/')[2]}.pdf").status_code == 404


def test_after_its_last_day_the_check_page_says_so(client: Browser, office: Office) -> None:
    mastered(office, "canbo1")
    check = _issue(client, office)
    office.effects.advance(days=364)
    assert "Hết giá trị từ sau ngày 21/11/2027" in words(client.get(check))


def test_a_changed_procedure_takes_the_papers_value(
    client: Browser, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    mastered(office, "canbo1")
    check = _issue(client, office)
    revise(monkeypatch, FIRST)
    page = words(client.get(check))
    assert "Không còn giá trị vì quy trình đã đổi, cần luyện lại" in page


@pytest.mark.parametrize("code", ["khong-co", "0" * 22, "%00", "a" * 300])
def test_a_code_nobody_issued_is_not_there(client: Browser, code: str) -> None:
    assert client.get(f"/chung-nhan/{code}").status_code == 404


def test_the_register_is_written_once(client: Browser, office: Office) -> None:
    mastered(office, "canbo1")
    _issue(client, office)
    with pytest.raises(DatabaseError), office.writing() as db:
        db.execute(update(CertificateRow).values(full_name="Ai Đó Mẫu"))
    with pytest.raises(DatabaseError), office.writing() as db:
        db.execute(delete(CertificateRow))


def test_pressed_twice_at_the_same_moment_it_is_one_paper(office: Office) -> None:
    mastered(office, "canbo1")
    person = office.person("canbo1").id
    with office.writing() as db:
        colleague = store.colleague(db, person)
    assert colleague
    papers: list[object] = []

    def press() -> None:
        with office.writing() as db:
            papers.append(certificates.issue(db, colleague, "account_creation"))

    at_once(press, press, press)
    assert papers[0]
    assert papers == [papers[0]] * 3
