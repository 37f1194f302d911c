"""The portal's own door: the pretend officer's account, written on the card at the desk."""

from flask import Flask

from sandbox.people import officer_sign_in
from tests.app.at_the_desk import clerk_at_desk
from tests.app.browsing import Browser, words
from tests.app.refused import REAL_ID


def test_a_page_of_the_portal_asks_to_sign_in_and_comes_back(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    clerk.open_form()
    client.send(f"{clerk.portal}/dang-xuat")
    away = client.get(clerk.form)
    assert away.location == f"{clerk.portal}/dang-nhap?ve=tai-khoan/1"
    door = client.get(away.location)
    assert 'name="ve" value="tai-khoan/1"' in door.get_data(as_text=True)


def test_signing_in_leads_to_where_one_was_or_to_the_accounts(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    client.get(f"{clerk.portal}/dang-nhap")
    form = officer(clerk.world().seed) | {"ve": "tai-khoan/1"}
    assert client.send(f"{clerk.portal}/dang-nhap", form).location == f"{clerk.portal}/tai-khoan/1"
    again = client.get(f"{clerk.portal}/dang-nhap")
    assert again.location == f"{clerk.portal}/tai-khoan"


def test_only_places_of_the_portal_are_come_back_to(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    client.get(f"{clerk.portal}/dang-nhap")
    form = officer(clerk.world().seed) | {"ve": "//example.test/tai-khoan"}
    assert client.send(f"{clerk.portal}/dang-nhap", form).location == f"{clerk.portal}/tai-khoan"


def test_a_wrong_password_is_refused_and_never_shown_again(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    client.get(f"{clerk.portal}/dang-nhap")
    form = {"username": "canbo.mau", "password": "Sai-0000"}
    answer = client.send(f"{clerk.portal}/dang-nhap", form)
    assert answer.status_code == 422
    assert words(answer).count("chưa đúng") == 1
    assert 'value="canbo.mau"' in answer.get_data(as_text=True)
    assert "Sai-0000" not in answer.get_data(as_text=True)


def test_a_number_that_may_be_somebodys_is_not_shown_again(client: Browser, app: Flask) -> None:
    clerk = clerk_at_desk(client, app)
    client.get(f"{clerk.portal}/dang-nhap")
    answer = client.send(f"{clerk.portal}/dang-nhap", {"username": REAL_ID, "password": "x"})
    assert answer.status_code == 422
    assert REAL_ID not in answer.get_data(as_text=True)
    assert REAL_ID not in clerk.logged()


def officer(seed: int) -> dict[str, str]:
    name, password = officer_sign_in(seed)
    return {"username": name, "password": password}
