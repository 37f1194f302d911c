"""The fidelity ledger as staff read it."""

import pytest

from sandbox.fidelity import ledger
from sandbox.rules import Rule
from tests.app.browsing import Browser, sign_in, words
from web.office.fidelity.ledger import SUBJECTS, cited, find, period_words


@pytest.fixture
def reader(client: Browser) -> Browser:
    sign_in(client, "quantri")
    return client


def test_every_rule_stands_on_the_page_with_its_source(reader: Browser) -> None:
    answer = reader.get("/doi-chieu")
    assert f"Sổ có {len(Rule)} quy tắc." in words(answer)
    text = answer.get_data(as_text=True)
    missing = [rule for rule in Rule if f'id="{rule}"' not in text]
    assert missing == []
    assert "S4-21: Mã OTP chỉ có hiệu lực trong vòng 2 phút." in words(answer)


def test_every_subject_of_the_rules_has_its_heading() -> None:
    assert {rule.partition(".")[0] for rule in Rule} == set(SUBJECTS)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("hai phut", None),
        ("chinh chu", Rule.PHONE_NOT_OWNER),
        ("CHÍNH CHỦ nhà mạng", Rule.PHONE_NOT_OWNER),
        ("S4-21", Rule.CODE_EXPIRED),
        ("tai xuong dung", Rule.DOWNLOAD_FIRST),
    ],
)
def test_the_search_needs_no_accents(text: str, rule: Rule | None) -> None:
    found = {entry.rule for group in find(text) for entry in group.entries}
    assert rule in found if rule else Rule.CODE_EXPIRED not in found


def test_a_subject_alone_shows_only_its_rules(reader: Browser) -> None:
    page = words(reader.get("/doi-chieu?muc=otp"))
    expected = sum(rule.startswith("otp.") for rule in Rule)
    assert f"Tìm thấy {expected} quy tắc." in page
    assert ledger()[Rule.PORTAL_SIGN_IN].title not in page


def test_a_search_without_result_says_what_to_do(reader: Browser) -> None:
    page = reader.get("/doi-chieu?tim=<b>zzz&muc=x")
    assert "Không có quy tắc nào khớp" in words(page)
    assert "&lt;b&gt;zzz" in page.get_data(as_text=True)


def test_sources_are_spelled_out() -> None:
    entry = ledger()[Rule.LOOK_UP_FIRST]
    assert [clause for clause, _ in cited(entry)] == ["S4-08", "S4-30"]
    assert period_words(entry) == "6/2022"
