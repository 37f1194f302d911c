"""Files that can be attached on the portal: specimens of the pretend scanner."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """One file. ``truth`` is what it really shows, whatever its name says."""

    name: str
    media: str
    content: bytes = field(repr=False)
    truth: Mapping[str, str] = field(default_factory=dict)
