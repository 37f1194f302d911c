"""What may be attached: one file of both sides, from this visit's scanner, at most 5 MB."""

import pytest
from flask import Flask
from werkzeug import formparser

from tests.app.at_the_desk import Clerk, clerk_at_desk
from tests.app.browsing import Browser, words
from tests.app.refused import REAL_ID


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_look_up()
    return clerk


def refused(clerk: Clerk, *files: tuple[str, bytes]) -> str:
    answer = clerk.press("tai-xuong", *files)
    assert answer.status_code == 422
    assert 'id="attachment-error"' in answer.get_data(as_text=True)
    assert clerk.world().portal.forms[0].attachment is None
    return words(answer)


@pytest.mark.parametrize(("fmt", "size"), [("pdf", "150-grey"), ("docx", "300-colour")])
def test_both_sides_in_one_pdf_or_word_file_are_taken(clerk: Clerk, fmt: str, size: str) -> None:
    answer = clerk.press("tai-xuong", (f"CCCD.{fmt}", clerk.scan(fmt, size)))
    assert answer.status_code == 303


def test_exactly_5_mib_is_taken(clerk: Clerk) -> None:
    assert clerk.press("tai-xuong", ("a.pdf", clerk.scan(size="at-limit"))).status_code == 303


def test_one_byte_more_is_not(clerk: Clerk) -> None:
    assert "nặng hơn 5 MB" in refused(clerk, ("a.pdf", clerk.scan(size="over-limit")))


def test_no_file_is_told(clerk: Clerk) -> None:
    assert "Chưa có tệp đính kèm" in refused(clerk)


def test_an_empty_file_is_told(clerk: Clerk) -> None:
    assert "không có nội dung" in refused(clerk, ("CCCD.pdf", b""))


def test_a_renamed_file_is_told(clerk: Clerk) -> None:
    assert "Đuôi tệp không khớp" in refused(clerk, ("CCCD.docx", clerk.scan("pdf")))


def test_a_picture_is_told(clerk: Clerk) -> None:
    assert "chỉ nhận tệp doc, docx hoặc pdf" in refused(clerk, ("CCCD.jpg", clerk.scan("jpg")))


def test_one_side_is_told(clerk: Clerk) -> None:
    assert "mới có một mặt" in refused(clerk, ("CCCD.pdf", clerk.scan(sides="front")))


def test_two_files_are_told(clerk: Clerk) -> None:
    card = clerk.scan()
    assert "chỉ nhận một tệp" in refused(clerk, ("a.pdf", card), ("b.pdf", card))


def test_a_file_from_elsewhere_is_told_and_its_name_kept_nowhere(clerk: Clerk) -> None:
    name = f"CCCD {REAL_ID}.pdf"
    assert "không phải do máy quét" in refused(clerk, (name, b"%PDF-1.4 mine"))
    assert REAL_ID not in clerk.logged()


def test_a_scan_of_another_visit_is_told(client: Browser, app: Flask) -> None:
    elsewhere = clerk_at_desk(client, app, seed=8)
    card = elsewhere.scan()
    client.send("/dang-xuat")
    clerk = clerk_at_desk(client, app)
    clerk.up_to_look_up()
    assert "không phải do máy quét" in refused(clerk, ("CCCD.pdf", card))


def test_a_file_once_taken_stays_through_a_mistake(clerk: Clerk) -> None:
    wrong = clerk.press("tai-xuong", ("CCCD.pdf", clerk.scan()), birth_date="hôm qua")
    assert wrong.status_code == 422
    assert "File đính kèm: CCCD-" in words(wrong)
    assert clerk.press("tai-xuong").status_code == 303


def test_the_files_own_name_is_not_kept(clerk: Clerk) -> None:
    clerk.press("tai-xuong", ("ten rieng cua ai do.pdf", clerk.scan()))
    assert "ten rieng" not in clerk.logged()


def test_a_file_sent_to_us_touches_no_disk(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    card = clerk.scan(size="at-limit")
    monkeypatch.setattr(formparser, "SpooledTemporaryFile", None)
    assert clerk.press("tai-xuong", ("CCCD.pdf", card)).status_code == 303
