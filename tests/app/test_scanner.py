"""The scanner beside the desk: the files it makes, as often as they are asked for."""

import re

import pytest
from flask import Flask

from sandbox import people
from sandbox.scanner import read_specimen
from sandbox.setup import Setup
from tests.app.at_the_desk import ORDINARY, Clerk, clerk_at_desk
from tests.app.browsing import Browser, words
from web.desk.clerk_side.scan_files import scanner_key

ASKED = {"holder": "citizen", "sides": "both", "fmt": "pdf", "size": "150-grey"}


@pytest.fixture
def clerk(client: Browser, app: Flask) -> Clerk:
    clerk = clerk_at_desk(client, app)
    client.get(f"{clerk.desk}/may-quet")
    return clerk


def test_it_stands_ready_for_both_sides_as_pdf_in_300_dpi(clerk: Clerk) -> None:
    page = clerk.client.get(f"{clerk.desk}/may-quet").get_data(as_text=True)
    chosen = ['value="citizen" checked', 'value="both" checked']
    chosen += ['value="pdf" checked', 'value="300-colour" checked']
    assert [choice for choice in chosen if choice not in page] == []
    assert page.count(" checked") == 4


def test_a_scan_is_listed_with_what_it_shows(clerk: Clerk) -> None:
    clerk.scan(fmt="docx", size="150-grey", sides="front")
    text = words(clerk.client.get(f"{clerk.desk}/may-quet"))
    assert re.search(r"Tải CCCD(-[A-Z][a-z]+)+-1\.docx", text)
    assert people.scan_name(clerk.world(), "citizen", 1, "docx") in text
    assert "Thẻ của công dân · Chỉ mặt trước · Word (DOCX) · 150 dpi, đen trắng" in text
    assert "khoảng 0,2 MB" in text


def test_it_stays_as_it_was_left(clerk: Clerk) -> None:
    clerk.scan(fmt="jpg")
    page = clerk.client.get(f"{clerk.desk}/may-quet").get_data(as_text=True)
    assert 'value="jpg" checked' in page


@pytest.mark.parametrize(
    ("size", "length"), [("at-limit", 5_242_880), ("over-limit", 5_242_881), ("150-grey", 200_000)]
)
def test_a_file_weighs_what_was_chosen(clerk: Clerk, size: str, length: int) -> None:
    assert len(clerk.scan(size=size)) == length


def test_a_file_is_the_same_each_time_it_is_taken(clerk: Clerk) -> None:
    first = clerk.scan()
    assert clerk.client.get(f"{clerk.desk}/may-quet/1").data == first


def test_the_file_knows_whose_card_it_shows(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app, Setup(traits=ORDINARY, papers=("citizen", "relative")))
    client.get(f"{clerk.desk}/may-quet")
    client.send(f"{clerk.desk}/may-quet", ASKED | {"holder": "relative"})
    with app.app_context():
        truth = read_specimen(client.get(f"{clerk.desk}/may-quet/1").data, scanner_key())
    assert truth
    assert (truth.holder, truth.world) == ("relative", clerk.record.id)


@pytest.mark.parametrize("name", list(ASKED))
@pytest.mark.parametrize("value", ["", "khac"])
def test_a_choice_that_is_none_is_told_by_its_field(clerk: Clerk, name: str, value: str) -> None:
    answer = clerk.client.send(f"{clerk.desk}/may-quet", ASKED | {name: value})
    assert answer.status_code == 422
    assert f'href="#{name}"' in answer.get_data(as_text=True)
    assert clerk.world().desk.scans == 0


def test_a_card_that_is_not_on_the_desk_is_not_scanned(clerk: Clerk) -> None:
    answer = clerk.client.send(f"{clerk.desk}/may-quet", ASKED | {"holder": "relative"})
    assert answer.status_code == 422
    assert clerk.world().desk.scans == 0


def test_a_scan_that_was_never_made_is_not_found(clerk: Clerk) -> None:
    assert clerk.client.get(f"{clerk.desk}/may-quet/1").status_code == 404
