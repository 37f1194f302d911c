"""One page of the log: two questions to the database, whatever is filtered."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from web.practice.run_log import store
from web.practice.run_log.filters import Filters, Query
from web.practice.run_log.scope import scope_of
from web.practice.run_log.search import matches
from web.practice.scenarios import library
from web.shell.access import Person

Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Listing:
    """What the page shows; ``count`` is how many runs fit the filters in all."""

    query: Query
    people: Options
    scenarios: Options
    runs: tuple[store.Listed, ...] = ()
    count: int = 0

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-self.count // store.PAGE)

    @property
    def first(self) -> int:
        """The place of the first run shown, counted from 1."""
        return (self.query.page - 1) * store.PAGE + 1


def read(connection: Connection, reader: Person, query: Query, filters: Filters | None) -> Listing:
    """The page asked for; without runs when the filters could not be understood."""
    scope = scope_of(reader)
    names = store.people(connection, scope)
    titles = library.titles(connection, reader.unit_id)
    runs: list[store.Listed] = []
    count = 0
    if filters:
        filters = filters if scope.named else replace(filters, person_id=None)
        words = matches(filters.text, names, titles)
        runs, count = store.page_of(connection, scope, filters, words, query.page)
    return Listing(
        query,
        people=[("", "Mọi người"), *((str(key), name) for key, name in names.items())],
        scenarios=[("", "Mọi tình huống"), *titles.items()],
        runs=tuple(runs),
        count=count,
    )
