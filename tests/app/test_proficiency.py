"""An officer's own ease with VNeID: tests passed and a word of their own, and the unit's figure."""

import pytest

from tests.app.browsing import Browser, sign_in, words
from tests.app.office import Office, VneidRobot
from training.proficiency import TEST_SET
from web.practice.runs import service
from web.practice.runs.runs import Mode

HAS = {"installed": "co"}


def _tested(office: Office, username: str, mode: Mode = Mode.TEST) -> None:
    """The whole test set, passed in that mode."""
    for scenario in TEST_SET:
        run = office.start(username, scenario, mode)
        VneidRobot(office, run).serve()
        with office.writing() as db:
            service.finish(db, run)


def _section(client: Browser) -> str:
    """The words of the section, from its second heading on (the first is the way there)."""
    return words(client.get("/luyen-tap")).split("Bộ bài thành thạo VNeID")[-1]


def _declare(client: Browser, installed: str = "co") -> int:
    client.get("/luyen-tap")
    return client.send("/luyen-tap/khai-bao-vneid", {"installed": installed}).status_code


def test_a_new_officer_sees_what_is_missing(client: Browser) -> None:
    sign_in(client, "canbo1")
    section = _section(client)
    assert section.count("Chưa đạt") == len(TEST_SET)
    assert "Chưa đủ" in section


def test_tests_and_a_word_of_ones_own_together_are_ease(client: Browser, office: Office) -> None:
    sign_in(client, "canbo1")
    _tested(office, "canbo1")
    assert "Chưa đủ" in _section(client)
    assert _declare(client) == 303
    section = _section(client)
    assert "Thành thạo" in section
    assert "anh/chị đã khai: đã cài đặt" in section


def test_runs_with_hints_do_not_count(client: Browser, office: Office) -> None:
    sign_in(client, "canbo1")
    _tested(office, "canbo1", Mode.PRACTICE)
    assert _section(client).count("Chưa đạt") == len(TEST_SET)


def test_a_declaration_can_be_taken_back(client: Browser) -> None:
    sign_in(client, "canbo1")
    _declare(client)
    _declare(client, "chua")
    assert "anh/chị khai là chưa" in _section(client)


@pytest.mark.parametrize("said", ["", "roi", "000100000001"])
def test_anything_else_is_refused_and_nothing_kept(client: Browser, said: str) -> None:
    sign_in(client, "canbo1")
    assert _declare(client, said) == 422
    assert "anh/chị đã khai" not in _section(client)


def test_the_head_of_the_desk_sees_a_figure_and_no_names(client: Browser, office: Office) -> None:
    sign_in(client, "canbo1")
    _tested(office, "canbo1")
    _declare(client)
    home = words(sign_in(client, "truongbophan"))
    figure = home.split("Cán bộ thành thạo VNeID")[1].split("Xem bộ bài")[0]
    assert "1 trên 3 cán bộ" in figure
    assert "Mẫu An" not in figure


@pytest.mark.parametrize("username", ["canbo1", "giangvien", "giamsat"])
def test_others_are_not_shown_the_figure(client: Browser, username: str) -> None:
    assert "Cán bộ thành thạo VNeID" not in words(sign_in(client, username))
