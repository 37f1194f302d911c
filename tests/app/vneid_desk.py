"""A desk at which VNeID is practised: the clerk's presses, and the citizen's own hand."""

from dataclasses import replace

from flask import Flask
from werkzeug.test import TestResponse

from sandbox.citizens import CardKind, EidState, PhoneOwnership, Traits
from sandbox.log import Actor, Fact
from sandbox.setup import CitizenPart, Setup, VneidPart
from tests.app.at_the_desk import Clerk, clerk_at_desk, runtime_of
from tests.app.browsing import Browser
from web.shell.database import transaction
from web.worlds import service

PLAIN = Traits(
    min_age=30,
    max_age=50,
    card=CardKind.CHIP,
    phone=PhoneOwnership.OWN,
    smartphone=True,
    account=False,
    eid=EidState.LEVEL2_ISSUED,
)
HTMX = {"HX-Request": "true"}


def vneid_setup(
    vneid: VneidPart | None = None, part: CitizenPart | None = None, **traits: object
) -> Setup:
    """The plainest citizen but for what is given."""
    return Setup(
        topics=("vneid",),
        traits=replace(PLAIN, **traits),  # type: ignore[arg-type]  # names checked by the dataclass
        part=part or CitizenPart(),
        vneid=vneid or VneidPart(),
    )


def vneid_desk(client: Browser, app: Flask, setup: Setup | None = None, era: str = "2023") -> Clerk:
    """canbo1 at the desk, the citizen just seated."""
    return clerk_at_desk(client, app, setup or vneid_setup(), era=era)


def press(clerk: Clerk, step: str, **fields: str) -> TestResponse:
    """One of the panel's buttons, and the desk after it."""
    clerk.client.get(clerk.desk)
    path = f"{clerk.desk}/tiep-don/{step}"
    return clerk.client.send(path, fields, follow_redirects=True)


def by_citizen(clerk: Clerk, command: object) -> service.CommandResult:
    """Something done on the citizen's side, by the hand the command carries."""
    with clerk.app.app_context(), transaction(runtime_of(clerk.app).engine) as db:
        return service.act(db, clerk.record.id, command, Actor.CITIZEN)


def facts(clerk: Clerk) -> list[Fact]:
    """All that has happened, in order."""
    with clerk.app.app_context(), transaction(runtime_of(clerk.app).engine, writes=False) as db:
        return [entry.fact for entry in service.log(db, clerk.record.id)]
