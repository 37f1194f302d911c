"""The pretend scanner, and the portal's judgement of what was attached.

Only this scanner's files are ever taken: nobody can upload a real card here,
not even by mistake (closed world, C4).
"""

from collections.abc import Sequence
from pathlib import PurePosixPath

from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.specimen import docx_file, jpg_file, pdf_file
from sandbox.specimen.face import CardFace
from sandbox.specimen.order import MAX_UPLOAD, ScanFormat, ScanOrder, ScanSize, Sides, bytes_of
from sandbox.specimen.seal import SpecimenTruth, blank_seal, read_specimen, sign
from sandbox.specimen.sheet import sheet_jpeg

__all__ = [
    "MAX_UPLOAD",
    "CardFace",
    "ScanFormat",
    "ScanOrder",
    "ScanSize",
    "Sides",
    "SpecimenTruth",
    "bytes_of",
    "judge_upload",
    "read_specimen",
    "scan",
]

_WRITERS = {
    ScanFormat.PDF: pdf_file.write,
    ScanFormat.DOCX: docx_file.write,
    ScanFormat.JPG: jpg_file.write,
}


def scan(face: CardFace, order: ScanOrder, key: bytes, world: str, number: int) -> bytes:
    """The signed file that comes out of the scanner: ``bytes_of(order.size)`` bytes.

    The same arguments give the same bytes. ``number`` counts the scans of this
    world; ``key`` is the shell's signing key.
    """
    truth = SpecimenTruth(world, number, order.holder, order.sides, order.fmt, order.size)
    sheet = sheet_jpeg(face, order.sides, grey=order.size.grey)
    file = _WRITERS[order.fmt](sheet, blank_seal(truth), bytes_of(order.size))
    return sign(file, key)


def judge_upload(
    files: Sequence[tuple[str, bytes]], key: bytes, world: str
) -> SpecimenTruth | Problem:
    """What was attached in this world, or the first rule it breaks (S4-10, S4-13).

    ``files`` are (name, content) as the browser sent them; a field left empty
    arrives as a nameless file and counts as none.
    """
    named = [file for file in files if file[0].strip()]
    rule = _count_rule(named) or _weight_rule(named[0][1])
    truth = None if rule else read_specimen(named[0][1], key)
    if truth is None or truth.world != world:
        return _problem(rule or Rule.FILE_NOT_FROM_SCANNER)
    rule = _content_rule(named[0][0], truth)
    return _problem(rule) if rule else truth


def _count_rule(named: Sequence[tuple[str, bytes]]) -> Rule | None:
    if not named:
        return Rule.FILE_MISSING
    return Rule.FILE_SEVERAL if len(named) > 1 else None


def _weight_rule(data: bytes) -> Rule | None:
    if not data:
        return Rule.FILE_EMPTY
    return Rule.FILE_TOO_LARGE if len(data) > MAX_UPLOAD else None


def _content_rule(name: str, truth: SpecimenTruth) -> Rule | None:
    extension = PurePosixPath(name.strip()).suffix.lower()
    if truth.fmt is ScanFormat.JPG or extension not in {".doc", ".docx", ".pdf"}:
        return Rule.FILE_FORMAT
    if extension != f".{truth.fmt}":
        return Rule.FILE_RENAMED
    return None if truth.sides is Sides.BOTH else Rule.FILE_ONE_SIDE


def _problem(rule: Rule) -> Problem:
    return Problem(rule, "attachment")
