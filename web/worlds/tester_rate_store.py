"""How many calls a tester has had of the second that runs."""

from sqlalchemy import Connection, insert, select, update

from web.worlds.models import TesterRateRow

_RATE = TesterRateRow.__table__.c


def give(connection: Connection, tester: str, second: int, rate: int, most: int) -> int:
    """Calls given to a process out of the ``rate`` of that second, at most ``most``; 0 for none.

    A host whose clock is behind draws on the newest second that is known.
    """
    of_tester = select(_RATE.second, _RATE.given).where(_RATE.tester == tester)
    row = connection.execute(of_tester.with_for_update()).first()
    if row is None:
        values = {"tester": tester, "second": second, "given": 0}
        connection.execute(insert(TesterRateRow), [values])
    given = row.given if row and row.second >= second else 0
    calls = min(most, rate - given)
    if calls > 0:
        newest = max(second, row.second) if row else second
        change = update(TesterRateRow).where(_RATE.tester == tester)
        connection.execute(change.values(second=newest, given=given + calls))
    return max(0, calls)
