"""The unit's page: its figures, and one page of its people as far as they fit the filters."""

from dataclasses import dataclass

from sqlalchemy import Connection

from web.practice.competence import matrix
from web.practice.competence.figures import Figure, aims, by_competency
from web.practice.competence.matrix import Member, Query
from web.practice.runs.proficiency import at_ease


@dataclass(frozen=True, slots=True)
class UnitPage:
    """``count`` people fit the filters in all; ``members`` are those of this page."""

    query: Query
    aims: tuple[Figure, ...]
    figures: tuple[Figure, ...]
    members: tuple[Member, ...]
    count: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-self.count // matrix.PAGE)


def read(connection: Connection, unit_id: int, query: Query) -> UnitPage:
    """The page asked for; without people when it lies too far."""
    everybody = matrix.members(connection, unit_id)
    fitting = matrix.apply_filters(everybody, query)
    first = (query.page - 1) * matrix.PAGE
    return UnitPage(
        query,
        aims(everybody, at_ease(connection, unit_id)),
        tuple(by_competency(everybody)),
        tuple(fitting[first : first + matrix.PAGE]),
        len(fitting),
    )
