"""The shape of how a citizen comes to VNeID."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sandbox.people import PAPERS
from web.testers.shapes.base import OneOf, Shape, Whole

Paper = Annotated[str, OneOf(PAPERS)]
Count = Annotated[Whole, Field(ge=0, le=9)]


class VneidWish(Shape):
    """How the citizen comes to VNeID; whatever is left out is the scenario's to decide."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"signed_in_on": "old"}]})

    signed_in_on: Literal["handset", "old", "lost", ""] | None = None
    """The telephone in hand, the former one (at hand or lost), or nowhere."""
    forgets: Literal["", "password", "passcode"] | None = None
    papers: Annotated[list[Paper], Field(max_length=len(PAPERS))] | None = None
    """What is integrated already."""
    passcode_misses: Count | None = None
    """Wrong tries before the citizen sat down."""
    mistypes: Count | None = None
    """How many codes the scripted citizen types wrong first."""
    had_level1: bool | None = None
    """Had level 1 before level 2 was issued, and so a password."""
    with_child: bool | None = None
    declines_help: bool | None = None
    hands_over_phone: bool | None = None
