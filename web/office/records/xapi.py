"""Runs as xAPI 1.0.3 statements, for learning record stores elsewhere.

Every address is an identifier under a ``.test`` host and leads nowhere. Nobody is named:
the actor is an account whose name is a keyed digest of the person's id, the same in every
export of one office and meaningless without that office's secret key.
"""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from training.competencies import COMPETENCIES
from training.scenario import Scenario
from web.practice.runs.runs import RunRecord, State
from web.shell.formatting import machine_time

HOME = "https://motcua.test"
_WORDS = {
    "passed": "đạt",
    "failed": "chưa đạt",
    "abandoned": "bỏ giữa chừng",
    "experienced": "đã làm, không tính điểm",
    "initialized": "bắt đầu",
    "interrupted": "dừng do buổi tập kết thúc",
}

Json = dict[str, Any]


def statements(runs: Iterable[tuple[RunRecord, Scenario | None]], secret_key: str) -> list[Json]:
    """One statement a run: passed, failed, abandoned, or initialized while it goes on.

    A run that its class cut short is interrupted.

    Each run comes with the scenario it used.

    A run in which somebody was led through, or that began as a copy of another, is experienced and
    has no result.
    """
    return [_statement(run, scenario, secret_key) for run, scenario in runs]


def _statement(run: RunRecord, scenario: Scenario | None, secret_key: str) -> Json:
    statement: Json = {
        "id": _uuid(f"statement {run.id} {_verb(run)}"),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": HOME, "name": pseudonym(run.person_id, secret_key)},
        },
        "verb": {"id": f"{HOME}/xapi/verbs/{_verb(run)}", "display": {"vi": _WORDS[_verb(run)]}},
        "object": _activity("scenarios", run.scenario, run.title, "simulation"),
        "context": _context(run, scenario),
        "timestamp": machine_time(run.ended_at or run.started_at),
        "version": "1.0.3",
    }
    if run.points is None or not run.proves:
        return statement
    return statement | {"result": _result(run, run.points)}


def pseudonym(person_id: int, secret_key: str) -> str:
    """The person's name outside the office: 32 hexadecimal digits."""
    digest = hmac.new(secret_key.encode(), f"xapi {person_id}".encode(), hashlib.sha256)
    return digest.hexdigest()[:32]


def _verb(run: RunRecord) -> str:
    if run.state is State.GIVEN_UP:
        return "abandoned"
    if run.state is State.CLASS_OVER:
        return "interrupted"
    if run.passed is None:
        return "initialized"
    if not run.proves:
        return "experienced"
    return "passed" if run.passed else "failed"


def _activity(folder: str, key: str, name: str, kind: str) -> Json:
    return {
        "objectType": "Activity",
        "id": f"{HOME}/xapi/{folder}/{key}",
        "definition": {"name": {"vi": name}, "type": f"{HOME}/xapi/activities/{kind}"},
    }


def _result(run: RunRecord, points: int) -> Json:
    result: Json = {
        "score": {"scaled": points / 100, "raw": points, "min": 0, "max": 100},
        "success": bool(run.passed),
        "completion": True,
    }
    if run.ended_at:
        result["duration"] = _duration(run.started_at, run.ended_at)
    return result


def _duration(started: datetime, ended: datetime) -> str:
    return f"PT{max(ended - started, timedelta()).total_seconds():.2f}S"


def _context(run: RunRecord, scenario: Scenario | None) -> Json:
    competencies = scenario.competencies if scenario else ()
    grouping = [
        _activity("competencies", key, COMPETENCIES[key], "competency") for key in competencies
    ]
    extensions = {"mode": run.mode.value, "scenario-version": run.scenario_version}
    return {
        "registration": _uuid(f"run {run.id}"),
        "platform": "motcua",
        "language": "vi",
        "contextActivities": {"grouping": grouping},
        "extensions": {f"{HOME}/xapi/extensions/{key}": each for key, each in extensions.items()},
    }


def _uuid(name: str) -> str:
    """An id in the shape of a name-based UUID: the same run always gets the same one."""
    digits = hashlib.sha256(name.encode()).hexdigest()
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"
