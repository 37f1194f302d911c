"""Passes that open a gate without a password; ``web/app.py`` hands in the rooms that issue them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from flask import Flask, current_app
from sqlalchemy import Connection

from web.shell.people import Slip

_KEY = "motcua.passes"


class EntrySlips(Protocol):
    """What the gate asks the room of entry slips (ADR 0013)."""

    @property
    def SPEAKS_OF(self) -> Mapping[str, Any]:  # noqa: N802  # a constant of the module that answers
        """The parts of an address by which ``reaches`` judges it; without one, slips stay out."""

    def is_good(self, connection: Connection, slip: Slip) -> bool:
        """Whether a session opened with that slip goes on."""

    def reaches(
        self, connection: Connection, slip: Slip, person_id: int, arguments: Mapping[str, Any]
    ) -> bool:
        """Whether all that an address speaks of is the class's and the person's."""

    def why_over(self, connection: Connection, slip: Slip) -> str:
        """Why a session opened with that slip goes on no longer, as a sentence."""


@dataclass(frozen=True, slots=True)
class Passes:
    """``shows_desk_pass(world_id)``: whether this request carries the desk pass of that world."""

    shows_desk_pass: Callable[[str], bool]
    slips: EntrySlips


def init_app(app: Flask, passes: Passes) -> None:
    """Let ``app`` know the passes there are."""
    app.extensions[_KEY] = passes


def passes() -> Passes:
    """Those of the app that answers this request."""
    found: Passes = current_app.extensions[_KEY]
    return found
