"""Who opens what about runs: each role, for its own unit and for another."""

import pytest

from tests.app.browsing import Browser, sign_in
from tests.app.office import Office

# Xã Mẫu: canbo1, canbo2, giangvien, truongbophan, giamsat. Xã Thử: canbo3. The province: quantri.
# For each reader: the run of canbo1 (Xã Mẫu), the run of canbo3 (Xã Thử).
RUN_PAGES = {
    "canbo1": (200, 404),
    "canbo2": (404, 404),
    "canbo3": (404, 200),
    "giangvien": (200, 404),
    "truongbophan": (200, 404),
    "giamsat": (200, 404),
    "quantri": (403, 403),
}
MARKERS = {"giangvien", "truongbophan"}
PRACTISING = {"canbo1", "canbo2", "canbo3", *MARKERS}
ADDRESSES = ("", "/buoc/1")


@pytest.mark.parametrize("reader", RUN_PAGES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_runs_are_read_inside_their_unit_only(
    client: Browser, office: Office, reader: str, address: str
) -> None:
    runs = [office.served(username) for username in ("canbo1", "canbo3")]
    sign_in(client, reader)
    answers = tuple(client.get(run.page + address).status_code for run in runs)
    assert answers == RUN_PAGES[reader]


@pytest.mark.parametrize("reader", RUN_PAGES)
def test_the_log_lists_exactly_what_may_be_opened(
    client: Browser, office: Office, reader: str
) -> None:
    runs = [office.served(username) for username in ("canbo1", "canbo3")]
    sign_in(client, reader)
    answer = client.get("/so-luyen-tap")
    text = answer.get_data(as_text=True)
    assert (answer.status_code == 403) is (reader == "quantri")
    listed = [run.page in text for run in runs]
    assert listed == [status == 200 for status in RUN_PAGES[reader]]


@pytest.mark.parametrize("reader", RUN_PAGES)
def test_another_units_people_cannot_even_be_filtered_for(
    client: Browser, office: Office, reader: str
) -> None:
    office.served("canbo3")
    stranger = office.person("canbo3")
    sign_in(client, reader)
    answer = client.get(f"/so-luyen-tap?nguoi={stranger.id}")
    assert (stranger.full_name in answer.get_data(as_text=True)) is (reader == "canbo3")


@pytest.mark.parametrize("reader", RUN_PAGES)
def test_only_trainer_and_desk_head_of_the_unit_mark_again(
    client: Browser, office: Office, reader: str
) -> None:
    own, foreign = office.served("canbo1"), office.served("canbo3")
    sign_in(client, reader)
    answers = [client.send(f"{run.page}/cham-lai").status_code for run in (own, foreign)]
    assert answers == ([303, 404] if reader in MARKERS else [403, 403])


@pytest.mark.parametrize("reader", RUN_PAGES)
def test_clerks_trainers_and_desk_heads_practise(client: Browser, reader: str) -> None:
    sign_in(client, reader)
    asked = {"scenario": "tk-01-thuan-loi", "mode": "luyen"}
    wanted = (200, 303) if reader in PRACTISING else (403, 403)
    assert client.get("/luyen-tap").status_code == wanted[0]
    assert client.send("/luyen-tap", asked).status_code == wanted[1]


def test_a_trainers_own_run_stays_inside_the_unit_too(client: Browser, office: Office) -> None:
    run = office.served("giangvien")
    sign_in(client, "truongbophan")
    assert client.get(run.page).status_code == 200
