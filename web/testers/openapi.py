"""The OpenAPI 3.1 document, made from the calls and the models that validate them (ADR 0007)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from motcua import __version__
from web.testers import documents, problems
from web.testers.blueprint import PREFIX
from web.testers.calls import JSON, Call, calls
from web.testers.shapes.base import Problem, Shape

Json = dict[str, Any]
Refs = Mapping[type[BaseModel], Json]

_REF = "#/components/schemas/{model}"
_SAYS = (
    "Makes isolated pretend worlds of motcua, moves their clocks, reads their messages, orders "
    "trouble and reads what happened. All data is made up."
)
_PARAMETERS: Mapping[str, tuple[str, Json]] = {
    "world_id": ("The world's id.", {"type": "string", "pattern": "^[A-Za-z0-9_-]{22}$"}),
    "number": ("The expectation's id.", {"type": "integer", "minimum": 1}),
    "citizen": (
        "A citizen's handle, or one of the two words.",
        {"type": "string", "pattern": "^[a-z0-9-]+$", "examples": ["citizen", "relative"]},
    ),
    "variant": ("What kind of document.", {"type": "string", "enum": list(documents.VARIANTS)}),
    "ending": ("The file's format.", {"type": "string", "enum": ["pdf", "docx", "jpg"]}),
}
_REFUSALS = {
    "400": "The call cannot be understood; errors name the fields.",
    "401": "No tester token, or an unknown one.",
    "404": "Not there, or another tester's.",
    "409": "The world does not stand so that this could be done.",
    "410": "The world's time is over.",
    "413": "The body is too large.",
    "415": "The body is not JSON.",
    "422": "The call contradicts itself.",
    "429": "Too many; Retry-After says when to come back.",
    "503": "The server cannot write just now.",
}
_FROM_WORLD = {"world_id": "$response.body#/id"}


@cache
def document() -> Json:
    """The whole document."""
    refs, schemas = _schemas()
    paths: Json = {}
    for call in calls():
        paths.setdefault(_path(call), {})[call.method.lower()] = _operation(call, refs)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "motcua tester API",
            "version": __version__,
            "description": _SAYS,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": PREFIX}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _schemas() -> tuple[Refs, Json]:
    """A reference to each shape, and all their schemas."""
    request_models = [(call.body, "validation") for call in calls() if call.body]
    response_models = [(call.response, "validation") for call in calls() if call.response]
    models: Any = list(dict.fromkeys([*request_models, *response_models, (Problem, "validation")]))
    refs, found = models_json_schema(models, ref_template=_REF)
    return {shape: ref for (shape, _), ref in refs.items()}, found["$defs"]  # type: ignore[misc]  # every one is a Shape


def _path(call: Call) -> str:
    return re.sub(r"<(\w+)>", r"{\1}", call.path)


def _operation(call: Call, refs: Refs) -> Json:
    operation: Json = {
        "operationId": call.name,
        "summary": call.summary.rstrip("."),
        "tags": [call.path.strip("/").replace("<world_id>/", "").split("/")[0]],
        "parameters": [*_path_parameters(call), *_query_parameters(call.query)],
        "responses": _responses(call, refs),
    }
    if call.details:
        operation["description"] = call.details
    if call.body:
        content = {JSON: {"schema": refs[call.body]}}
        operation["requestBody"] = {"required": True, "content": content}
    if not call.public:
        operation["security"] = [{"token": []}]
    return operation


def _path_parameters(call: Call) -> Iterator[Json]:
    for name in re.findall(r"<(\w+)>", call.path):
        says, schema = _PARAMETERS[name]
        yield {"name": name, "in": "path", "required": True, "description": says, "schema": schema}


def _query_parameters(shape: type[Shape]) -> Iterator[Json]:
    schema = shape.model_json_schema(ref_template=_REF)
    for name, value in schema.get("properties", {}).items():
        plain = _without_null(value, schema.get("$defs", {}))
        says = plain.pop("description", "")
        yield {"name": name, "in": "query", "description": says, "schema": plain}


def _without_null(schema: Json, definitions: Json) -> Json:
    """A query's value is there or not, but never null; and what it refers to stands in place."""
    kinds = [kind for kind in schema.get("anyOf", ()) if kind != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key not in {"anyOf", "title"}}
    merged = rest | (kinds[0] if kinds else {})
    if rest.get("default", "") is None:
        del merged["default"]
    reference = merged.pop("$ref", "")
    target: Json = definitions.get(reference.rpartition("/")[2], {})
    return merged | target


def _responses(call: Call, refs: Refs) -> Json:
    good: Json = {"description": "Done."}
    if call.response:
        good["content"] = {JSON: {"schema": refs[call.response]}}
    elif call.media != (JSON,):
        good["content"] = {media: {"schema": {}} for media in call.media}
    else:
        good["content"] = {JSON: {"schema": {"type": "object"}}}
    if call.response and "World" in refs[call.response].get("$ref", "") and call.method == "POST":
        good["links"] = dict(_links())
    answers = {str(call.status): good}
    answers |= {str(status): {"description": says} for status, says in call.other_statuses.items()}
    return answers | {status: _problem(says, refs) for status, says in _refusals(call)}


def _links() -> Iterator[tuple[str, Json]]:
    """What can be done next with a world that was just made."""
    for call in calls():
        if call.path.startswith("/worlds/<world_id>") and "<" not in call.path.split(">", 1)[1]:
            yield call.name, {"operationId": call.name, "parameters": _FROM_WORLD}


def _refusals(call: Call) -> Iterator[tuple[str, str]]:
    for status, says in _REFUSALS.items():
        if _may_happen(call, status):
            yield status, says


def _may_happen(call: Call, status: str) -> bool:
    if call.public:
        return status in {"400", "503"}
    if status in {"413", "415", "422"}:
        return call.body is not None
    return status not in {"404", "410"} or "<" in call.path


def _problem(says: str, refs: Refs) -> Json:
    return {"description": says, "content": {problems.MEDIA: {"schema": refs[Problem]}}}
