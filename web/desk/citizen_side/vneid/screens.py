"""Showing a screen of VNeID, and answering a step taken or refused there."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import Response, request

from sandbox.mock_vneid.activation import QUESTIONS
from sandbox.own_hands import ByHand
from sandbox.refusal import Problem
from sandbox.rules import Rule
from training.narration_vneid import PAPERS
from web.desk.citizen_side import closed, phone_screen, typed, vneid_front
from web.desk.citizen_side.visits import Side, act, problems_of
from web.shell.forms import problem_errors
from web.shell.htmx import see_other

Problems = Sequence[Problem]
Redisplay = Callable[[Side, Problems], Response]


def app(side: Side) -> str:
    """Where the app is."""
    return f"{side.home}vneid/"


def to_front(side: Side) -> Response:
    """Go to whatever is in front."""
    return see_other(app(side))


def in_front(side: Side, problems: Problems = ()) -> Response:
    """The screen in front, with what is wrong."""
    return show(side, vneid_front.screen(side.world), problems, page_url=app(side))


def form(side: Side, name: str, fields: Sequence[str], problems: Problems = ()) -> Response:
    """A screen to type into, as typed so far."""
    problems, texts = typed.redisplay(problems, fields)
    return show(side, name, problems, typed=texts)


def redisplay(name: str, *fields: str) -> Redisplay:
    """The same screen once more, when a step was refused."""
    return lambda side, problems: form(side, name, fields, problems)


def show(
    side: Side, name: str, problems: Problems = (), page_url: str = "", **context: Any
) -> Response:
    """One screen of the app, at this address or ``page_url``."""
    if side.closed:
        return closed.show(side, 422 if problems else 200)
    if not side.world.citizen.has_smartphone:
        name = "simple_phone"
    busy = vneid_front.is_busy(side.world)
    return phone_screen.show(
        side,
        f"citizen_side/vneid/{name}.html",
        page_url or request.path,
        next_url=app(side) if busy else "",
        busy=busy,
        errors=problem_errors(problems),
        eid=side.eid,
        app=app(side),
        papers=PAPERS,
        questions=QUESTIONS,
        **context,
    )


def answer(
    side: Side, command: ByHand, next_path: str = "", refusal_screen: Redisplay = in_front
) -> Response:
    """Take the step; go ``next_path`` in the app, or show what stands in its way."""
    result = act(side, command)
    problems, now = problems_of(result), side.with_result(result)
    if not problems:
        return see_other(f"{app(side)}{next_path}")
    if any(problem.rule is Rule.VNEID_STEP_ORDER for problem in problems):
        return in_front(now, (Problem(Rule.VNEID_STEP_ORDER),))
    return refusal_screen(now, problems)
