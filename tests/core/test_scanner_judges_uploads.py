"""What the portal says to each attachment (S4-10, S4-13)."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter

from sandbox.fidelity import sentence
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.scanner import (
    MAX_UPLOAD,
    CardFace,
    ScanFormat,
    ScanOrder,
    ScanSize,
    Sides,
    SpecimenTruth,
    judge_upload,
    scan,
)

KEY = b"k" * 32
FACE = CardFace(
    full_name="Trần Văn Thử Nghiệm",
    sex="Nam",
    birth_date=date(1970, 1, 1),
    number="000070654321",
    address="Thôn Mẫu 1, xã Mẫu, tỉnh Giả Lập",
    issued_on=date(2021, 5, 6),
    kind="chip",
)


def made(
    fmt: ScanFormat = ScanFormat.PDF,
    size: ScanSize = ScanSize.DPI_150_GREY,
    sides: Sides = Sides.BOTH,
    world: str = "w1",
) -> bytes:
    return scan(FACE, ScanOrder(sides, fmt, size, "relative"), KEY, world, 7)


def judged(*files: tuple[str, bytes]) -> SpecimenTruth | Rule:
    found = judge_upload(files, KEY, "w1")
    if isinstance(found, Problem):
        assert found.field == "attachment"
        return found.rule
    return found


@pytest.mark.parametrize("name", ["CCCD.pdf", "CCCD.PDF", " cccd hai mặt.pdf ", "C:\\quét\\a.pdf"])
def test_a_scan_of_both_sides_passes_whatever_it_is_called(name: str) -> None:
    truth = judged((name, made()))
    assert truth == SpecimenTruth(
        "w1", 7, "relative", Sides.BOTH, ScanFormat.PDF, ScanSize.DPI_150_GREY
    )


def test_a_word_scan_passes() -> None:
    assert isinstance(judged(("CCCD.docx", made(ScanFormat.DOCX))), SpecimenTruth)


@pytest.mark.parametrize("files", [(), (("", b""),), (("  ", b"x"),)])
def test_no_file_or_a_nameless_one_is_a_missing_file(files: tuple[tuple[str, bytes], ...]) -> None:
    assert judged(*files) is Rule.FILE_MISSING


def test_two_files_are_one_too_many_even_when_both_are_good() -> None:
    assert judged(("trước.pdf", made()), ("sau.pdf", made())) is Rule.FILE_SEVERAL


def test_an_empty_file_is_named_as_such() -> None:
    assert judged(("CCCD.pdf", b"")) is Rule.FILE_EMPTY


def test_exactly_five_mebibytes_pass_and_one_byte_more_fails() -> None:
    assert isinstance(judged(("a.pdf", made(size=ScanSize.AT_LIMIT))), SpecimenTruth)
    assert judged(("a.pdf", made(size=ScanSize.OVER_LIMIT))) is Rule.FILE_TOO_LARGE


def test_weight_is_judged_before_origin() -> None:
    assert judged(("lạ.pdf", bytes(MAX_UPLOAD + 1))) is Rule.FILE_TOO_LARGE
    assert judged(("lạ.pdf", bytes(MAX_UPLOAD))) is Rule.FILE_NOT_FROM_SCANNER


def test_a_scan_of_another_world_is_foreign() -> None:
    assert judged(("CCCD.pdf", made(world="w2"))) is Rule.FILE_NOT_FROM_SCANNER


def test_a_scan_signed_with_another_key_is_foreign() -> None:
    assert judge_upload([("CCCD.pdf", made())], b"x" * 32, "w1") == Problem(
        Rule.FILE_NOT_FROM_SCANNER, "attachment"
    )


def test_a_pdf_saved_again_is_foreign() -> None:
    buffer = BytesIO()
    PdfWriter(clone_from=PdfReader(BytesIO(made()))).write(buffer)
    assert judged(("CCCD.pdf", buffer.getvalue())) is Rule.FILE_NOT_FROM_SCANNER


def test_a_word_file_saved_again_is_foreign() -> None:
    buffer = BytesIO()
    Document(BytesIO(made(ScanFormat.DOCX))).save(buffer)
    assert judged(("CCCD.docx", buffer.getvalue())) is Rule.FILE_NOT_FROM_SCANNER


@pytest.mark.parametrize("name", ["CCCD.jpg", "CCCD.pdf", "CCCD.doc"])
def test_a_jpg_is_the_wrong_format_under_any_name(name: str) -> None:
    assert judged((name, made(ScanFormat.JPG))) is Rule.FILE_FORMAT


@pytest.mark.parametrize("name", ["CCCD", "CCCD.zip", "CCCD.pdf.exe", ".pdf", "CCCD.pdf."])
def test_other_extensions_are_the_wrong_format(name: str) -> None:
    assert judged((name, made())) is Rule.FILE_FORMAT


@pytest.mark.parametrize(
    ("name", "fmt"),
    [
        ("a.docx", ScanFormat.PDF),
        ("a.doc", ScanFormat.PDF),
        ("a.pdf", ScanFormat.DOCX),
        ("a.doc", ScanFormat.DOCX),
    ],
)
def test_an_extension_that_belies_the_content_is_a_renamed_file(name: str, fmt: ScanFormat) -> None:
    assert judged((name, made(fmt))) is Rule.FILE_RENAMED


@pytest.mark.parametrize("sides", [Sides.FRONT, Sides.BACK])
def test_one_side_is_not_enough(sides: Sides) -> None:
    assert judged(("CCCD.pdf", made(sides=sides))) is Rule.FILE_ONE_SIDE


@pytest.mark.parametrize("rule", [rule for rule in Rule if rule.name.startswith("FILE_")])
def test_every_refusal_says_what_happened_and_what_to_do_in_two_sentences(rule: Rule) -> None:
    said = sentence(Problem(rule))
    assert said.count(". ") == 1
    assert "Anh/chị" in said.split(". ")[1]
