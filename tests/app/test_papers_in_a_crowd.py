"""A whole class presses [Tải xuống] at the same moment: everybody gets the same, right paper.

``MOTCUA_TEST_DOWNLOADS=60`` has each of the sixteen take sixty of each kind, in minutes.
"""

import os

from flask import Flask

from tests.app.at_the_desk import clerk_at_desk
from tests.app.browsing import Browser, sign_in, words
from tests.app.competent import mastered
from tests.app.office import Office
from tests.app.races import at_once
from tests.app.rosters import newest, plan

THREADS = 16
EACH = int(os.environ.get("MOTCUA_TEST_DOWNLOADS", "2"))


def _same_for_everybody(app: Flask, username: str, *papers: str) -> None:
    """Each thread takes each paper time and again, and always the one that was there before."""
    browsers = [app.test_client() for _ in range(THREADS)]
    for browser in browsers:
        assert isinstance(browser, Browser)
        sign_in(browser, username)
    alone = {paper: browsers[0].get(paper).data for paper in papers}
    wrong: list[tuple[str, int]] = []

    def take(browser: Browser) -> None:
        for paper in papers * EACH:
            answer = browser.get(paper)
            if answer.status_code != 200 or answer.data != alone[paper]:
                wrong.append((paper, answer.status_code))

    at_once(*(lambda browser=browser: take(browser) for browser in browsers))
    assert wrong == []


def test_sixteen_take_request_forms(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.up_to_paper()
    paper = f"{clerk.form}/giay-de-nghi"
    _same_for_everybody(app, "canbo1", f"{paper}.pdf", f"{paper}.docx")


def test_sixteen_take_the_roster_and_a_certificate(client: Browser, office: Office) -> None:
    mastered(office, "canbo1")
    sign_in(client, "canbo1")
    page = f"/nang-luc/nguoi/{office.person('canbo1').id}"
    client.get(page)
    check = client.send(f"{page}/giay-xac-nhan", {"nang_luc": "account_creation"}).location
    code = check.rpartition("/")[2]
    plan(client, office, last="04/12/2026")
    version = newest(office).version.page
    assert "ban hành" in words(client.get(client.send(f"{version}/ban-hanh").location))
    roster = [f"{version}/lich-truc.{kind}" for kind in ("pdf", "docx", "xlsx")]
    _same_for_everybody(office.app, "truongbophan", *roster, f"{version}/giay")
    _same_for_everybody(office.app, "canbo1", f"/nang-luc/giay/{code}.pdf")
