"""A practice card shows its facts and can never pass for a real one."""

from dataclasses import replace
from datetime import date
from typing import Literal
from xml.etree import ElementTree as ET

import pytest

from sandbox.specimen.card import card_shapes
from sandbox.specimen.face import CardFace, Side
from sandbox.specimen.shapes import HEIGHT, WIDTH, Watermark, Words
from sandbox.specimen.svg import card_svg

SVG = "{http://www.w3.org/2000/svg}"
FACE = CardFace(
    full_name="H'Bia <Niê> & Tập Huấn",
    sex="Nữ",
    birth_date=date(1988, 2, 3),
    number="000188123456",
    address="Thôn Mẫu 3, xã Mẫu, tỉnh Giả Lập",
    issued_on=date(2021, 5, 6),
    kind="chip",
)


def printed(face: CardFace, side: Side) -> list[Words]:
    return [shape for shape in card_shapes(face, side) if isinstance(shape, Words)]


def texts(face: CardFace, side: Side) -> list[str]:
    return [words.text for words in printed(face, side)]


def parsed(face: CardFace, side: Side) -> ET.Element:
    named = card_svg(face, side).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return ET.fromstring(named)  # noqa: S314 - our own drawing, not somebody's file


@pytest.mark.parametrize("kind", ["chip", "old"])
@pytest.mark.parametrize("side", Side)
def test_both_sides_carry_the_practice_marks(side: Side, kind: Literal["chip", "old"]) -> None:
    face = replace(FACE, kind=kind)
    marks = [shape for shape in card_shapes(face, side) if isinstance(shape, Watermark)]
    assert [mark.text for mark in marks] == ["MẪU"]
    assert {"BẢN MẪU", "DIỄN TẬP – DỮ LIỆU GIẢ LẬP"} <= {*texts(face, side)}


def test_the_front_shows_what_the_clerk_must_type() -> None:
    shown = {*texts(FACE, Side.FRONT)}
    assert {"H'BIA <NIÊ> & TẬP HUẤN", "000188123456", "03/02/1988", "Nữ"} <= shown


def test_the_back_shows_when_the_card_was_issued() -> None:
    assert "06/05/2021" in texts(FACE, Side.BACK)


def test_the_kind_of_card_is_its_title() -> None:
    assert "CĂN CƯỚC CÔNG DÂN" in texts(FACE, Side.FRONT)
    assert "CHỨNG MINH NHÂN DÂN" in texts(replace(FACE, kind="old"), Side.FRONT)


def test_a_long_address_takes_at_most_three_lines() -> None:
    long = replace(FACE, address="Thôn Mẫu " * 40)
    added = len(texts(long, Side.FRONT)) - len(texts(replace(FACE, address=""), Side.FRONT))
    assert added == 3


def test_a_long_name_is_set_smaller() -> None:
    long = replace(FACE, full_name="Nguyễn Hoàng Phương Thảo Thử Nghiệm")
    sizes = [words.size for words in printed(long, Side.FRONT) if "NGUYỄN" in words.text]
    assert sizes[0] < 34


@pytest.mark.parametrize("side", Side)
def test_the_svg_is_well_formed_and_keeps_to_the_content_security_policy(side: Side) -> None:
    root = parsed(FACE, side)
    names = {name for element in root.iter() for name in element.attrib}
    assert root.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
    assert not {name for name in names if name == "style" or name.startswith("on")}
    assert not {element.tag for element in root.iter()} & {f"{SVG}script", f"{SVG}style"}


def test_the_svg_reads_out_title_and_facts() -> None:
    root = parsed(FACE, Side.FRONT)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Căn cước công dân mẫu, mặt trước"
    assert FACE.full_name in (root.findtext(f"{SVG}desc") or "")


def test_the_svg_names_itself_by_its_own_ids() -> None:
    ids = [parsed(FACE, side).get("aria-labelledby") for side in Side]
    ids.append(parsed(replace(FACE, number="000188123457"), Side.FRONT).get("aria-labelledby"))
    assert len({*ids}) == 3
    assert f'id="{ids[0]}"' in card_svg(FACE, Side.FRONT)
