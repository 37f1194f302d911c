"""The whole API: importing the calls registers them."""

from web.testers import (
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
from web.testers.blueprint import blueprint

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
