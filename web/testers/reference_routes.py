"""The document itself, and a page of it that is read without any network."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from flask import Response, render_template
from pydantic import BaseModel

from web.shell.access import bearer
from web.testers import gate
from web.testers.blueprint import PREFIX, blueprint
from web.testers.calls import Call, call, calls
from web.testers.documents import VARIANTS
from web.testers.openapi import document
from web.testers.presets import MEANINGS
from web.testers.shapes.commands import CITIZEN_COMMANDS, CLERK_COMMANDS, WORDS


@call("GET", "/openapi.json", public=True)
def read_document() -> Response:
    """Read this API's OpenAPI 3.1 document."""
    return Response(json.dumps(document(), ensure_ascii=False), mimetype="application/json")


@dataclass(frozen=True, slots=True)
class Section:
    """One call on the page."""

    call: Call
    parameters: list[dict[str, Any]]
    example: str


@dataclass(frozen=True, slots=True)
class StepEntry:
    """One step on the page: its name, what it is, and its fields with the words known there."""

    name: str
    says: str
    fields: list[tuple[str, tuple[str, ...]]]


def _steps(commands: Mapping[str, type]) -> Iterator[StepEntry]:
    for name, command in commands.items():
        own = [field.name for field in fields(command) if field.name != "hand"]
        says = (command.__doc__ or "").replace("``", "")
        yield StepEntry(name, says, [(field, WORDS.get(field, ())) for field in own])


@blueprint.get("/", provide_automatic_options=False)
@bearer  # without a token: a browser sends none, and the page tells nothing of any world
def reference() -> str:
    """Every call on one page."""
    gate.check_switch()
    return render_template(
        "testers/reference.html",
        sections=[_section(one) for one in calls()],
        sides={"citizen": list(_steps(CITIZEN_COMMANDS)), "clerk": list(_steps(CLERK_COMMANDS))},
        presets=MEANINGS.items(),
        variants=VARIANTS.items(),
        prefix=PREFIX,
    )


def _section(one: Call) -> Section:
    operation = document()["paths"][one.path.replace("<", "{").replace(">", "}")]
    parameters = operation[one.method.lower()]["parameters"]
    return Section(one, parameters, _curl(one))


def _curl(one: Call) -> str:
    """A line for the terminal; $URL, $TOKEN and $WORLD stand for what the reader has."""
    path = one.path.replace("<world_id>", "$WORLD").replace("<number>", "1")
    path = path.replace("<citizen>/<variant>.<ending>", "citizen/both.pdf")
    words = ["curl", *(() if one.public else ('-H "Authorization: Bearer $TOKEN"',))]
    if one.method != "GET":
        words.append(f"-X {one.method}")
    if one.body:
        words += ['-H "Content-Type: application/json"', f"-d '{_example(one.body)}'"]
    return " ".join([*words, f'"$URL{PREFIX}{path}"'])


def _example(shape: type[BaseModel]) -> str:
    """What the document gives as an example; a run's file is too long to show."""
    examples = document()["components"]["schemas"][shape.__name__].get("examples")
    return json.dumps(examples[0]) if examples else "@run.json"
