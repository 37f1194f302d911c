"""The seal holds only while not one byte has changed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.scanner import scan
from sandbox.specimen.face import CardFace
from sandbox.specimen.order import ScanFormat, ScanOrder, ScanSize, Sides
from sandbox.specimen.seal import SpecimenTruth, blank_seal, read_specimen, sign

KEY = b"k" * 32
TRUTH = SpecimenTruth(
    "thế giới", 3, "citizen;:", Sides.FRONT, ScanFormat.PDF, ScanSize.DPI_150_GREY
)
FACE = CardFace(
    full_name="Lê Thị Thử Nghiệm",
    sex="Nữ",
    birth_date=date(2001, 1, 1),
    number="000301000001",
    address="xã Mẫu",
    issued_on=date(2021, 1, 1),
    kind="chip",
)
SMALL = sign(b"head " + blank_seal(TRUTH) + b" tail", KEY)


def specimen(fmt: ScanFormat) -> bytes:
    return scan(FACE, ScanOrder(Sides.BOTH, fmt, ScanSize.DPI_150_GREY, "citizen"), KEY, "w", 1)


def test_the_truth_comes_back_as_it_went_in() -> None:
    assert read_specimen(SMALL, KEY) == TRUTH


def test_signing_does_not_change_the_length() -> None:
    assert len(SMALL) == len(b"head " + blank_seal(TRUTH) + b" tail")


def test_an_unsigned_seal_is_worth_nothing() -> None:
    assert read_specimen(blank_seal(TRUTH), KEY) is None


def test_another_key_reads_nothing() -> None:
    assert read_specimen(SMALL, b"x" * 32) is None


@pytest.mark.parametrize("at", range(len(SMALL)))
def test_no_byte_of_a_sealed_file_can_change_unnoticed(at: int) -> None:
    altered = bytearray(SMALL)
    altered[at] ^= 1
    assert read_specimen(bytes(altered), KEY) is None


@pytest.mark.parametrize("fmt", ScanFormat)
@given(at=st.integers(0, 199_999), flip=st.integers(1, 255))
def test_no_byte_of_a_scan_can_change_unnoticed(fmt: ScanFormat, at: int, flip: int) -> None:
    altered = bytearray(specimen(fmt))
    altered[at] ^= flip
    assert read_specimen(bytes(altered), KEY) is None


@pytest.mark.parametrize("extra", [b"\0", b"%%EOF", SMALL])
def test_nothing_can_be_added_before_or_behind(extra: bytes) -> None:
    assert read_specimen(SMALL + extra, KEY) is None
    assert read_specimen(extra + SMALL, KEY) is None


@given(st.binary(), st.binary())
def test_hostile_bytes_are_simply_not_a_specimen(before: bytes, after: bytes) -> None:
    assert read_specimen(before, KEY) is None
    assert read_specimen(before + b"MOTCUA-SPECIMEN-1:" + after, KEY) is None


@given(st.integers(0, len(SMALL) - 1))
def test_a_file_cut_short_is_not_a_specimen(length: int) -> None:
    assert read_specimen(SMALL[:length], KEY) is None
