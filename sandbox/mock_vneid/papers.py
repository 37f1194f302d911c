"""Integrating papers: Ví giấy tờ › Tích hợp thông tin › Tạo mới yêu cầu (B4, S2-10)."""

import re
from collections.abc import Iterator
from datetime import datetime

from sandbox import people
from sandbox.events import PaperRequested
from sandbox.log import Fact
from sandbox.mock_vneid import checks
from sandbox.mock_vneid.commands import IntegratePaper
from sandbox.mock_vneid.values import Request
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.state import Chance, World
from sandbox.vietnamese import typed_code

_NUMBER = re.compile(r"TH[A-Z]{2}[0-9]{6}")


def check_integrating(world: World, command: IntegratePaper, now: datetime) -> Iterator[Problem]:
    """Signed in at level 2, a paper not there yet, requests left today; then the passcode."""
    problems = (
        *checks.signed_in(world),
        *checks.level2(world, now),
        *_check_request(world, command, now),
    )
    yield from problems
    if not problems:
        yield from checks.passcode(world, command.passcode)


def _check_request(world: World, command: IntegratePaper, now: datetime) -> Iterator[Problem]:
    if command.paper not in people.PAPERS:
        yield Problem(Rule.VNEID_PAPER_UNKNOWN, "paper")
    elif command.paper in world.vneid.papers:
        yield Problem(Rule.VNEID_PAPER_TWICE, "paper")
    elif requests_left(world, command.paper, now) <= 0:
        yield Problem(Rule.VNEID_PAPER_LIMIT, "paper")
    if not _NUMBER.fullmatch(_clean(command.number)):
        yield Problem(Rule.VNEID_PAPER_NUMBER, "number")


def requests_left(world: World, paper: str, now: datetime) -> int:
    """How often that paper may still be asked for today."""
    used = world.vneid.requests.count(Request(paper, people.local_day(now)))
    return world.era.vneid.papers_a_day - used


def _clean(number: str) -> str:
    return typed_code(number).upper()


def integrate(
    world: World, command: IntegratePaper, _now: datetime, _chance: Chance
) -> tuple[Fact, ...]:
    """A wrong number is found out later, and has used up a request all the same."""
    right = people.paper_number(world.citizen, command.paper)
    return (PaperRequested(command.hand, command.paper, _clean(command.number) == right),)
