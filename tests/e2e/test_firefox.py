"""In Firefox, too, what was typed is there again after Back, a reload and a refusal."""

import os
from collections.abc import Iterator

import pytest

from tests.e2e.firefox import Firefox, executable, firefox
from tests.e2e.office import PASSWORD, Office

# tools/browser.sh installs it where it may; elsewhere whoever has none is told so.
pytestmark = pytest.mark.skipif(
    executable() is None and "CI" not in os.environ, reason="no Firefox here"
)
WORDS = "Buoi tap cua mot bai dang do"
REFUSED = "document.getElementById('error-summary') !== null"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("firefox")) as browser:
        yield browser


@pytest.fixture
def trainer(browser: Firefox, office: Office) -> Firefox:
    browser.open(f"{office.url}/dang-nhap")
    if browser.run("location.pathname") == "/dang-nhap":
        browser.type("username", "giangvien")
        browser.type("password", PASSWORD)
        browser.press("Đăng nhập")
    return browser


def test_what_was_typed_is_there_after_back_and_reload(trainer: Firefox, office: Office) -> None:
    trainer.open(f"{office.url}/buoi-tap/tao")
    trainer.type("title", WORDS)
    trainer.open(f"{office.url}/")
    trainer.back()
    assert trainer.value("title") == WORDS
    trainer.reload()
    assert trainer.value("title") == WORDS


def test_back_to_a_refusal_shows_it_with_the_words(trainer: Firefox, office: Office) -> None:
    trainer.open(f"{office.url}/buoi-tap/tao")
    trainer.run("document.getElementById('title').value = ''")
    trainer.type("title", WORDS)
    trainer.press("Tạo buổi tập")
    assert trainer.run(REFUSED)
    trainer.open(f"{office.url}/")
    trainer.back()
    assert trainer.run(REFUSED)
    assert trainer.value("title") == WORDS
    trainer.reload()
    assert trainer.run(REFUSED)
