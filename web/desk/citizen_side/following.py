"""Screens that go on by themselves when something happens elsewhere: they ask every two seconds."""

from dataclasses import dataclass

from flask import Response, request

from sandbox.state import World
from web.shell.htmx import see_other


@dataclass(frozen=True, slots=True)
class Followed:
    """What a page asks every two seconds: ``address`` with the ``tag`` it was made with."""

    address: str
    tag: str


def unchanged(tag: str) -> Response | None:
    """204 or 304 for a page that says it is up to date; None for any other.

    A page that is up to date is left alone, with all that is half typed on it.
    """
    if request.args.get("co") == tag:
        return Response(status=204)
    if tag in request.if_none_match:
        return Response(status=304, headers={"ETag": f'"{tag}"'})
    return None


def answer(tag: str, next_url: str) -> Response:
    """Nothing for a page that is up to date; any other is sent to where things go on."""
    return unchanged(tag) or see_other(next_url)


def codes_sent(world: World) -> int:
    """How many one-time codes VNeID has sent so far; a new one changes the screen."""
    return sum(message.what == "vneid_otp" for message in world.network.sms)
