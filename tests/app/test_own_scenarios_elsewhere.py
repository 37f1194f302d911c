"""Where a unit's own scenarios do not count as the package's, and how they are told apart."""

import pytest

from tests.app.authoring import published, revised
from tests.app.browsing import Browser, sign_in, words
from tests.app.competent import marked
from tests.app.office import FIRST, Office
from training.proficiency import TEST_SET
from training.scenario import catalogue
from web.practice.runs.runs import Mode
from web.practice.scenarios import service


def _test_set(client: Browser) -> str:
    sign_in(client, "canbo1")
    page = words(client.get("/luyen-tap"))
    return page[page.rindex("Các bài kiểm tra") :]


def test_the_test_set_is_the_packages_own_and_no_copy_stands_in(
    client: Browser, office: Office
) -> None:
    for each in TEST_SET:
        marked(office, "canbo1", 1, published(office, each))
    assert _test_set(client).count("Chưa đạt") == len(TEST_SET)
    for each in TEST_SET:
        marked(office, "canbo1", 1, each)
    part = _test_set(client)
    assert "Chưa đạt" not in part
    assert "Tình huống riêng của đơn vị không thay cho các bài này" in part


def test_a_run_is_called_what_its_scenario_was_called_then(office: Office) -> None:
    own = published(office)
    run = office.start("canbo1", own, Mode.TEST)
    revised(office, own, title="Tên mới")
    assert office.again(run).title == f"{catalogue()[FIRST].title} (bản sao)"
    assert office.start("canbo1", own).title == "Tên mới"


def test_an_own_id_gives_way_to_one_the_package_might_take(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = published(office)
    taken = {**catalogue(), f"{own}-2": catalogue()[FIRST]}
    monkeypatch.setattr(service, "catalogue", lambda: taken)
    assert published(office) == f"{own}-3"


def test_a_faultless_run_of_it_is_not_called_the_last_of_all(
    client: Browser, office: Office
) -> None:
    run = office.served("canbo1", published(office))
    sign_in(client, "giangvien")
    page = words(client.get(run.page))
    assert "Bài này anh/chị đã làm trọn vẹn. Bây giờ anh/chị kiểm tra" in page
    assert "bài cuối cùng" not in page
