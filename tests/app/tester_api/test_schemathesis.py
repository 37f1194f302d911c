"""Schemathesis reads the OpenAPI document and calls everything, rightly and wrongly.

All its phases: examples, coverage of every limit, random calls, and chains of calls that
follow the document's links.
"""

import schemathesis
from flask import Flask
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

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


def test_no_call_breaks_its_promise_however_it_is_called(app: Flask) -> None:
    config = SchemathesisConfig.from_dict(CONFIG)
    schema = schemathesis.openapi.from_wsgi("/_sim/api/v1/openapi.json", app, config=config)
    found = list(from_schema(schema).execute())
    errors = [event.value for event in found if isinstance(event, events.NonFatalError)]
    finished = found[-1]
    assert isinstance(finished, events.EngineFinished)
    assert errors == []
    assert finished.failures == []
