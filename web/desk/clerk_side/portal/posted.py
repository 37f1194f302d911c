"""What a button of the account form sends: always the whole form (S4-16)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from datetime import datetime
from typing import Any

from flask import request

from sandbox import people
from sandbox.guard import real_looking
from sandbox.identity import NEVER_ECHOED
from sandbox.mock_dvc import Cancel, Create, Download, LookUp, SendCode
from sandbox.portal.form_reading import Attachment, Typed, read_details
from sandbox.refusal import Problem
from sandbox.rules import Rule
from sandbox.scanner import judge_upload
from sandbox.state import World
from sandbox.vietnamese import fold
from web.desk.clerk_side.scan_files import file_name, file_of, scanner_key, scans_of
from web.desk.clerk_side.visits import Visit
from web.shell.database import db
from web.shell.unsent_store import Fields
from web.worlds import service

TEXTS = tuple(field.name for field in fields_of(Typed))


@dataclass(frozen=True, slots=True)
class Posted:
    """One press of a button; ``otp`` is compared and then forgotten, never shown again."""

    form: int
    button: str
    typed: Typed
    attachment: Attachment | Problem | None
    otp: str


def parse(visit: Visit, form: int) -> Posted:
    """The form as this request carries it; of files only what the scanner knows about them."""
    form_data = request.form
    return Posted(
        form=form,
        button=form_data.get("nut", ""),
        typed=Typed(**{name: form_data.get(name, "") for name in TEXTS}),
        attachment=_attachment(visit),
        otp=form_data.get("otp", ""),
    )


def _uploads() -> list[tuple[str, bytes]]:
    files = request.files.getlist("attachment")
    return [(file.filename or "", file.read()) for file in files if file.filename]


def _attachment(visit: Visit) -> Attachment | Problem | None:
    uploads = _uploads() or _chosen_scan(visit, request.form.get("scan", ""))
    if not uploads:
        return None
    judged = judge_upload(uploads, scanner_key(), visit.id)
    if isinstance(judged, Problem):
        return judged
    name = people.scan_name(visit.world, judged.holder, judged.number, judged.fmt)
    return Attachment(name, judged)


def _chosen_scan(visit: Visit, number: str) -> list[tuple[str, bytes]]:
    """The scan of that number as if it had been taken to this computer and chosen there."""
    return [
        (file_name(visit, event), file_of(visit, event))
        for event in scans_of(visit)
        if number == str(event.number)
    ]


def _look_up(posted: Posted) -> LookUp:
    return LookUp(posted.form, posted.typed.id_number, posted.typed, posted.attachment)


def _create(posted: Posted) -> Create:
    return Create(posted.form, posted.typed, posted.attachment, otp=posted.otp)


COMMANDS: Mapping[str, Callable[[Posted], object]] = {
    "tra-cuu": _look_up,
    "tai-xuong": lambda posted: Download(posted.form, posted.typed, posted.attachment),
    "gui-ma": lambda posted: SendCode(posted.form, posted.typed, posted.attachment),
    "tao": _create,
    "huy": lambda posted: Cancel(posted.form),
    "huy-dong-y": lambda posted: Cancel(posted.form),
}


def unusable(world: World, typed: Typed, at: datetime) -> tuple[Problem, ...]:
    """What is wrong with the fields that are not simply empty; looking real goes before shape."""
    _, problems = read_details(world, typed, at)
    return tuple(
        _graver(problem, text)
        for problem in problems
        if (text := getattr(typed, problem.field)).strip()
    )


def _graver(problem: Problem, text: str) -> Problem:
    if problem.rule in NEVER_ECHOED:
        return problem
    return next(iter(real_looking(text, problem.field)), problem)


def safe_fields(address: Mapping[str, Any], fields: Fields, before: Fields) -> Fields:
    """What ``web.shell.unsent`` may keep: neither a code nor what could be a living person's.

    Of a chosen file it keeps which scan it is, until another is chosen.
    """
    texts = {name: fields.get(name, [""])[0] for name in TEXTS}
    world = service.read(db.connection, address["world_id"])
    safe = safe_typed(world, Typed(**texts), service.world_time(world))
    kept = {name: [getattr(safe, name)] for name in TEXTS if name in fields}
    scan = _sent_scan(address["world_id"]) or fields.get("scan") or before.get("scan")
    return kept | ({"scan": scan} if scan and scan[0].isdecimal() else {})


def _sent_scan(world_id: str) -> list[str]:
    """The number of the scan that came as a file, if one did."""
    judged = judge_upload(_uploads(), scanner_key(), world_id)
    return [] if isinstance(judged, Problem) else [str(judged.number)]


def safe_typed(world: World, typed: Typed, at: datetime) -> Typed:
    """What was typed, without anything that could be a living person's (C2)."""
    hidden = [
        problem.field
        for problem in unusable(world, typed, at)
        if problem.rule in NEVER_ECHOED and not _has_begun_a_name(world, typed, problem)
    ]
    return replace(typed, **dict.fromkeys(hidden, ""))


def _has_begun_a_name(world: World, typed: Typed, problem: Problem) -> bool:
    """Whether it is the name of somebody who is there, as far as it has been typed."""
    begun = fold(typed.full_name)
    return problem.rule is Rule.NAME_NOT_PERSONA and any(
        fold(persona).startswith(begun) for persona in people.personas(world)
    )
