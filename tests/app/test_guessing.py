"""Guessing at somebody's account, from everywhere and on the change page; and who is spared."""

import pytest
from flask import Flask

from tests.app.browsing import PASSWORD, Browser, sign_in, words
from tests.app.classroom import Classroom
from tests.app.effects import FixedEffects
from tests.app.office import Office
from web.people.accounts import attempts, passwords
from web.people.accounts.sign_in import PER_ACCOUNT, PER_PERSON

WRONG = "khong-phai-day"
TOO_OFTEN = "quá nhiều lần"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The passwords that were looked at."""
    seen: list[str] = []
    whole = passwords.matches

    def matches(stored: str | None, password: str) -> bool:
        seen.append(password)
        return whole(stored, password)

    monkeypatch.setattr(passwords, "matches", matches)
    return seen


def _another(app: Flask) -> Browser:
    client = app.test_client()
    assert isinstance(client, Browser)
    return client


def _try(client: Browser, password: str, address: str = "192.0.2.1", name: str = "canbo1") -> str:
    here = {"REMOTE_ADDR": address}
    client.get("/dang-nhap", environ_base=here)
    fields = {"username": name, "password": password}
    answer = client.send("/dang-nhap", fields, environ_base=here)
    return words(answer) if answer.status_code == 422 else answer.location


def test_of_150_guesses_from_30_networks_few_are_looked_at(
    client: Browser, checked: list[str]
) -> None:
    for number in range(150):
        _try(client, f"{WRONG}{number}", f"192.0.2.{number % 30}")
    assert len(checked) == PER_ACCOUNT


def test_each_further_guess_waits_longer_than_the_one_before(
    client: Browser, effects: FixedEffects
) -> None:
    for _ in range(PER_PERSON):
        _try(client, WRONG)
    for minutes in (1, 2, 4, 8, 16, 30, 30):
        assert f"thử lại sau {minutes} phút" in _try(client, WRONG)
        effects.advance(minutes=minutes)
        assert "chưa khớp" in _try(client, WRONG)
    effects.advance(days=1)
    assert "chưa khớp" in _try(client, WRONG)
    assert _try(client, PASSWORD) == "/"


def test_whoever_signed_in_here_before_is_spared_what_others_guess(app: Flask) -> None:
    own, stranger, phone = _another(app), _another(app), _another(app)
    sign_in(own, "canbo1")
    own.send("/dang-xuat")
    for number in range(40):
        _try(stranger, WRONG, f"192.0.2.{number}")
    assert TOO_OFTEN in _try(phone, PASSWORD, "198.51.100.7")
    assert _try(own, PASSWORD) == "/"


def test_a_known_device_is_no_place_to_guess_from_either(
    client: Browser, checked: list[str]
) -> None:
    sign_in(client, "canbo1")
    client.send("/dang-xuat")
    checked.clear()
    for _ in range(40):
        _try(client, WRONG)
    assert len(checked) == PER_PERSON
    client.set_cookie("motcua_device", "anything", path="/dang-nhap")
    assert TOO_OFTEN not in _try(client, WRONG)  # a device nobody signed: counted as a stranger


def test_a_device_is_known_for_those_who_signed_in_on_it_alone(
    client: Browser, checked: list[str]
) -> None:
    sign_in(client, "canbo1")
    client.send("/dang-xuat")
    checked.clear()
    for number in range(60):
        _try(client, WRONG, f"192.0.2.{number}", "canbo2")
    assert len(checked) == PER_ACCOUNT


def test_one_who_guesses_does_not_shut_out_the_office_behind_one_address(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PER_NETWORK", 20)
    own, stranger = _another(app), _another(app)
    sign_in(own, "canbo1")
    own.send("/dang-xuat")
    for number in range(20):
        _try(stranger, WRONG, name=f"ai{number}")
    assert TOO_OFTEN in _try(stranger, PASSWORD, name="canbo3")
    assert _try(own, PASSWORD) == "/"


def test_a_password_given_anew_is_not_waited_for(app: Flask, client: Browser) -> None:
    for _ in range(PER_PERSON):
        _try(client, WRONG)
    assert TOO_OFTEN in _try(client, PASSWORD)
    administrator = _another(app)
    sign_in(administrator, "quantri")
    administrator.get("/quan-tri/nguoi-dung/1")
    page = administrator.send("/quan-tri/nguoi-dung/1/mat-khau").text
    given = page.partition('class="once">')[2].partition("<")[0]
    assert _try(client, given) == "/"


def test_the_present_password_is_no_better_guessed_on_the_change_page(
    client: Browser, checked: list[str]
) -> None:
    sign_in(client, "canbo1")
    checked.clear()
    client.get("/mat-khau")
    for number in range(40):
        fields = {"present": f"{WRONG}{number}", "wanted": "bốn từ chẳng liên quan"}
        answer = client.send("/mat-khau", fields)
    assert len(checked) == PER_PERSON
    assert "việc đổi mật khẩu tạm dừng. Anh/chị thử lại sau 1 phút" in words(answer)
    assert client.get("/").status_code == 200


def test_class_codes_are_not_tried_one_after_the_other(client: Browser, office: Office) -> None:
    room = Classroom.opened(office, "canbo2")
    right = int(room.training_class.code)
    sign_in(client, "canbo1")
    client.get("/buoi-tap/vao")
    answers = [
        client.send("/buoi-tap/vao", {"ma": f"{(right + number) % 1_000_000:06}"})
        for number in range(1, 30)
    ]
    said = [words(answer) for answer in answers]
    assert sum("Không có buổi tập nào" in each for each in said) == 10
    assert "việc nhập mã tạm dừng" in words(client.send("/buoi-tap/vao", {"ma": f"{right:06}"}))
    office.effects.advance(minutes=1)
    assert client.send("/buoi-tap/vao", {"ma": f"{right:06}"}).status_code == 303
