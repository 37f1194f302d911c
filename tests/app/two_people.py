"""A role play in the making: a clerk at the desk, a colleague with the citizen's link."""

from dataclasses import dataclass

from flask import Flask

from sandbox.desk import CloseVisit, Say
from tests.app.browsing import Browser, sign_in, words
from tests.app.office import FIRST, Office
from web.practice.runs import service as practice
from web.practice.runs import store
from web.practice.runs.runs import RunRecord
from web.shell.links import link_to
from web.worlds import store as worlds_store
from web.worlds.addresses import citizens_home


@dataclass
class Pair:
    """canbo1 at the desk of ``run``; the colleague's browser stands at ``home``."""

    office: Office
    clerk: Browser
    colleague: Browser
    run: RunRecord
    home: str

    @property
    def part(self) -> str:
        return f"{self.home}loi-dan"

    def ask(self, phrase: str) -> str:
        """The clerk says it; what the colleague's page shows."""
        self.office.act(self.run, Say(phrase))
        return words(self.colleague.get(self.part))

    def close(self) -> None:
        self.office.act(self.run, CloseVisit())
        with self.office.writing() as db:
            practice.finish(db, self.run)


def home_of(office: Office, run: RunRecord) -> str:
    with office.writing() as db:
        record = worlds_store.find(db, run.world_id)
        assert record
        return citizens_home(link_to(record.citizen_link))


def run_at(office: Office, desk: str) -> RunRecord:
    with office.writing() as db:
        found = store.find_by_world(db, desk.rpartition("/")[2])
    assert found
    return found


def two_people(app: Flask, client: Browser, office: Office) -> Pair:
    """A new role play of canbo1, begun on its page; the colleague is nobody yet."""
    sign_in(client, "canbo1")
    client.get("/dong-vai")
    desk = client.send("/dong-vai", {"scenario": FIRST}).location
    run = run_at(office, desk)
    colleague = app.test_client()
    assert isinstance(colleague, Browser)
    return Pair(office, client, colleague, run, home_of(office, run))
