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
Again = Callable[[Side, Problems], Response]


def app(side: Side) -> str:
    """Where the app is."""
    return f"{side.home}vneid/"


def to_front(side: Side) -> Response:
    """Go to whatever is in front."""
    return see_other(app(side))


def in_front(side: Side, problems: Problems = ()) -> Response:
    """The screen in front, with what is wrong."""
    return show(side, vneid_front.screen(side.world), problems, here=app(side))


def form(side: Side, name: str, fields: Sequence[str], problems: Problems = ()) -> Response:
    """A screen to type into, as typed so far."""
    told, texts = typed.again(problems, fields)
    return show(side, name, told, typed=texts)


def again(name: str, *fields: str) -> Again:
    """The same screen once more, when a step was refused."""
    return lambda side, problems: form(side, name, fields, problems)


def show(
    side: Side, name: str, problems: Problems = (), here: str = "", **context: Any
) -> Response:
    """One screen of the app, at this address or ``here``."""
    if side.closed:
        return closed.show(side, 422 if problems else 200)
    if not side.world.citizen.has_smartphone:
        name = "simple_phone"
    busy = vneid_front.is_busy(side.world)
    return phone_screen.show(
        side,
        f"citizen_side/vneid/{name}.html",
        here or request.path,
        onward=app(side) if busy else "",
        busy=busy,
        errors=problem_errors(problems),
        eid=side.eid,
        app=app(side),
        papers=PAPERS,
        questions=QUESTIONS,
        **context,
    )


def answer(side: Side, command: ByHand, onward: str = "", refused: Again = in_front) -> Response:
    """Take the step; go ``onward`` in the app, or show what stands in its way."""
    acted = act(side, command)
    problems, now = problems_of(acted), side.after(acted)
    if not problems:
        return see_other(f"{app(side)}{onward}")
    if any(problem.rule is Rule.VNEID_STEP_ORDER for problem in problems):
        return in_front(now, (Problem(Rule.VNEID_STEP_ORDER),))
    return refused(now, problems)
