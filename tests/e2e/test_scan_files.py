"""The card has to be one file with both sides, not a picture, not over 5 MB."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from motcua.testkit.pages import AccountForm
from tests.e2e.visit import Visit

REFUSED = {
    "one side": ({"sides": "front"}, "Bản quét mới có một mặt."),
    "over 5 MB": ({"size": "over-limit"}, "Tệp nặng hơn 5 MB"),
    "a picture": ({"fmt": "jpg"}, "Cổng chỉ nhận tệp doc, docx hoặc pdf."),
}


@pytest.mark.parametrize(("choices", "says"), REFUSED.values(), ids=REFUSED)
def test_a_scan_that_does_not_do_is_refused_and_the_next_one_taken(
    visit: Visit, choices: dict[str, str], says: str
) -> None:
    form = filled_form(visit)
    scanner = visit.scanner()
    form.attach(scanner.scan(**choices))
    form.press("Tải xuống")
    expect(form.mistakes).to_contain_text(says)
    expect(form.box("full_name")).to_have_value(visit.citizen.full_name)

    form.attach(scanner.scan())
    form.download_request_form()
    expect(form.page.get_by_text(re.compile(r"File đính kèm: CCCD-[\w-]+-2\.pdf"))).to_be_visible()
    expect(form.page.get_by_label("Đính kèm CCCD/CMND")).to_be_hidden()  # no “No file chosen”


def test_the_scanner_stands_as_the_last_person_left_it(begin: Callable[..., Visit]) -> None:
    scanner = begin("tk-08-tep-qua-nang").scanner()
    expect(scanner.page.get_by_role("radio", name="Ảnh JPG")).to_be_checked()
    expect(scanner.page.get_by_role("radio", name="600 dpi, màu")).to_be_checked()


def filled_form(visit: Visit) -> AccountForm:
    form = visit.hurry_to_look_up()
    form.fill(visit.citizen)
    return form
