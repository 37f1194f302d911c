"""The whole API: importing the calls registers them."""

from motcua.web.tester_api import (
    citizen_routes,
    clock_routes,
    door_routes,
    expectation_routes,
    reference_routes,
    run_routes,
    service_routes,
    sms_routes,
    step_routes,
    vneid_routes,
    world_routes,
)
from motcua.web.tester_api.blueprint import blueprint

BLUEPRINTS = (blueprint, door_routes.blueprint)

__all__ = [
    "BLUEPRINTS",
    "citizen_routes",
    "clock_routes",
    "expectation_routes",
    "reference_routes",
    "run_routes",
    "service_routes",
    "sms_routes",
    "step_routes",
    "vneid_routes",
    "world_routes",
]
