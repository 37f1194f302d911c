"""Slips as they are printed: eight to a page of A4, to be cut apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from web.classes.lessons.members_store import Member
from web.classes.slips.code import printed
from web.shell.qr import qr_svg_of_secret

A_PAGE = 8


@dataclass(frozen=True, slots=True)
class PrintedSlip:
    """One slip: for whom, and the code as it is typed and as a picture."""

    name: str
    unit: str
    code: str
    qr: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All slips by page; ``door`` is the address to open where nothing reads the picture."""

    pages: list[list[PrintedSlip]]
    door: str

    @property
    def count(self) -> int:
        """How many slips there are."""
        return sum(map(len, self.pages))


def sheet(members: Sequence[Member], codes: Mapping[int, str], base_url: str) -> Sheet:
    """The slips of these people in order. Raises KeyError when ``codes`` (by person) lacks one."""
    door = f"{base_url}/vao-lop"
    slips = [_slip(member, codes[member.person_id], door) for member in members]
    pages = [slips[first : first + A_PAGE] for first in range(0, len(slips), A_PAGE)]
    return Sheet(pages, door)


def _slip(member: Member, code: str, door: str) -> PrintedSlip:
    qr = qr_svg_of_secret(f"{door}#{code}")
    return PrintedSlip(member.full_name, member.unit_name, printed(code), qr)
