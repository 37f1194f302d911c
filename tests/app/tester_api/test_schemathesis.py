"""Schemathesis reads the OpenAPI document and calls everything, rightly and wrongly.

All its phases: examples, coverage of every limit, random calls, and chains of calls that
follow the document's links.
"""

from collections.abc import Iterator

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from tests.app.tester_api.serving import served
from web.shell.config import Settings

CONFIG = {
    "seed": 7,
    "headers": {"Authorization": "Bearer tester-token-for-tests"},
    "generation": {"max-examples": 5, "deterministic": True, "database": "none"},
    "checks": {
        # 422: a body that fits its shape and contradicts itself.
        "positive_data_acceptance": {
            "expected-statuses": ["2xx", "401", "404", "409", "410", "422", "429"]
        }
    },
    "operations": [
        {
            # No schema can say "not before the world's time"; the contract says 400.
            "include-operation-id": "advance_clock",
            "checks": {"positive_data_acceptance": {"enabled": False}},
        }
    ],
}


def wrong(event: events.EngineEvent) -> Iterator[str]:
    """What one event of the engine found wrong, with the call that shows it."""
    if isinstance(event, events.NonFatalError):
        yield f"{event.label}: {event.value!r}"
    if isinstance(event, events.ScenarioFinished):
        checks = (check for each in event.recorder.checks.values() for check in each)
        found = (check.failure_info for check in checks if check.failure_info)
        yield from (f"{one.failure.message}\n{one.code_sample}" for one in found)


def test_no_call_breaks_its_promise_however_it_is_called(settings: Settings) -> None:
    config = SchemathesisConfig.from_dict(CONFIG)
    with served(settings) as address:
        schema = schemathesis.openapi.from_url(f"{address}/_sim/api/v1/openapi.json", config=config)
        run_events = list(from_schema(schema).execute())
    assert [text for event in run_events for text in wrong(event)] == []
    finished = {event.phase.name for event in run_events if isinstance(event, events.PhaseFinished)}
    assert finished >= {"examples", "coverage", "fuzzing", "stateful"}
