"""The seal in every specimen: what the file truly shows, under a signature.

The seal is one run of ASCII, ``MOTCUA-SPECIMEN-1:<64 hex>:<base64 of JSON>;``,
standing uncompressed somewhere in the file. The signature is HMAC-SHA256 over
the whole file with its own 64 digits read as zeros, so a file is judged without
opening, parsing or unpacking it.
"""

import hashlib
import hmac
import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass

from sandbox.specimen.order import ScanFormat, ScanSize, Sides

_MARK = b"MOTCUA-SPECIMEN-1:"
_BLANK = b"0" * 64


@dataclass(frozen=True, slots=True)
class SpecimenTruth:
    """What the scanner knows about a file it made, whatever the file is called now.

    ``number`` counts the scans of one world from 1; ``holder`` is the handle of
    the citizen whose card was scanned.
    """

    world: str
    number: int
    holder: str
    sides: Sides
    fmt: ScanFormat
    size: ScanSize


def blank_seal(truth: SpecimenTruth) -> bytes:
    """The unsigned seal, to be written once into the file before ``sign``."""
    text = json.dumps(asdict(truth), sort_keys=True).encode()
    return _MARK + _BLANK + b":" + b64encode(text) + b";"


def sign(data: bytes, key: bytes) -> bytes:
    """The file with its blank seal signed; the length does not change."""
    at = data.index(_MARK) + len(_MARK)
    return data[:at] + _signature(data, at, key) + data[at + 64 :]


def read_specimen(data: bytes, key: bytes) -> SpecimenTruth | None:
    """The truth sealed in ``data``, or None unless every byte is as the scanner wrote it."""
    mark = data.find(_MARK)
    at = mark + len(_MARK)
    if mark < 0 or not hmac.compare_digest(data[at : at + 64], _signature(data, at, key)):
        return None
    return _truth(data[at + 65 : data.index(b";", at)])


def _signature(data: bytes, at: int, key: bytes) -> bytes:
    digest = hmac.new(key, digestmod=hashlib.sha256)
    view = memoryview(data)
    for part in (view[:at], _BLANK, view[at + 64 :]):
        digest.update(part)
    return digest.hexdigest().encode()


def _truth(encoded: bytes) -> SpecimenTruth:
    fields = json.loads(b64decode(encoded))
    return SpecimenTruth(
        world=fields["world"],
        number=fields["number"],
        holder=fields["holder"],
        sides=Sides(fields["sides"]),
        fmt=ScanFormat(fields["fmt"]),
        size=ScanSize(fields["size"]),
    )
