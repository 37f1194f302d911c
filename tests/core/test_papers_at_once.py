"""Several people may have a paper made at the same moment."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from sandbox.request_form import request_form_pdf
from tests.core.rostering.test_paper_layout import month
from tests.core.test_request_form import FORM
from training.certificate import CertificatePaper, certificate_pdf
from web.roster.paper.pdf import roster_pdf

CERTIFICATE = CertificatePaper(
    "01", "Trần Thị Mẫu", "Xã Mẫu", "Tra cứu", "Tra cứu", date(2026, 1, 2), date(2027, 1, 2), "x"
)
MEANWHILE = partial(request_form_pdf, replace(FORM, full_name="Đỗ Ỷ Ỡ Quốc Thử", email=""))


@pytest.mark.parametrize(
    "draw",
    [
        partial(request_form_pdf, FORM),
        partial(certificate_pdf, CERTIFICATE),
        partial(roster_pdf, month()),
    ],
    ids=["request form", "certificate", "roster"],
)
def test_a_paper_is_the_same_when_another_is_drawn_while_its_letters_are_read(
    draw: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, other_alone = draw(), MEANWHILE()
    others = []
    seek = TTFontFile.seek

    def interrupted(file: TTFontFile, position: int) -> None:
        """Another thread's turn comes at the worst moment: a place is found, nothing read yet."""
        seek(file, position)
        monkeypatch.undo()
        others.append(MEANWHILE())

    monkeypatch.setattr(TTFontFile, "seek", interrupted)
    assert draw() == alone
    assert others == [other_alone]
