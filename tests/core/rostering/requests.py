"""Requests of every kind, drawn by Hypothesis: small, but with all that can be said."""

from datetime import timedelta

from hypothesis import strategies as st

from rostering.calendar import Period, sessions, slots
from rostering.values import (
    SUPPORTER,
    Half,
    Leave,
    Limits,
    Opening,
    Organisation,
    Person,
    Request,
    Shift,
    Venue,
    Wish,
)
from tests.core.rostering.offices import DESK, MONDAY, WOMEN, YOUTH

days = st.integers(0, 9).map(lambda n: MONDAY + timedelta(days=n))
halves = st.sampled_from(Half)
able = st.sampled_from([frozenset({SUPPORTER}), frozenset[str]()])
most = st.none() | st.integers(0, 4)
hours = st.frozensets(st.tuples(st.integers(0, 4), halves), min_size=4)


@st.composite
def leaves(draw: st.DrawFn) -> Leave:
    first = draw(days)
    return Leave(first, first + timedelta(days=draw(st.integers(0, 3))), draw(st.none() | halves))


@st.composite
def people(draw: st.DrawFn, name: str, places: list[str]) -> Person:
    home: Organisation = draw(st.sampled_from([DESK, YOUTH, WOMEN]))
    return Person(
        name,
        f"Mẫu {name}",
        home,
        competent=draw(able),
        learning=frozenset({SUPPORTER}),
        capable_phone=draw(st.booleans()),
        experienced=draw(st.booleans()),
        share=draw(st.sampled_from([1.0, 0.5])),
        venues=draw(st.none() | st.frozensets(st.sampled_from(places), min_size=1)),
        available=draw(st.none() | hours),
        leave=tuple(draw(st.lists(leaves(), max_size=2))),
        limits=Limits(draw(st.none() | st.just(1)), draw(most), draw(most)),
        starts=draw(st.none() | days),
        carried=draw(st.sampled_from([0.0, 1.5, -1.0])),
    )


@st.composite
def venues(draw: st.DrawFn, name: str) -> Venue:
    wanted = draw(st.integers(1, 2))
    open_at = draw(st.sets(st.tuples(st.integers(0, 4), halves), min_size=1, max_size=6))
    return Venue(name, name, tuple(Opening(day, half, wanted) for day, half in sorted(open_at)))


@st.composite
def requests(draw: st.DrawFn) -> Request:
    """Up to two places, six people and ten days."""
    places = ["ban", "buu-dien"][: draw(st.integers(1, 2))]
    last = MONDAY + timedelta(days=draw(st.integers(0, 9)))
    open_slots = slots(sessions(Period(MONDAY, last)), [draw(venues(place)) for place in places])
    ids = [f"p{n}" for n in range(draw(st.integers(0, 6)))]
    wishes = st.builds(Wish, st.sampled_from(ids), st.booleans(), st.integers(0, 4))
    return Request(
        tuple(draw(people(name, places)) for name in ids),
        open_slots,
        tuple(draw(st.lists(wishes, max_size=3))) if ids else (),
        seed=draw(st.integers(0, 3)),
    )


@st.composite
def published(draw: st.DrawFn) -> tuple[Request, frozenset[Shift]]:
    """A request, and some shifts that were laid down whatever the rules say."""
    request = draw(requests())
    if not request.slots:
        return request, frozenset()
    shifts = st.builds(Shift, st.sampled_from(request.slots), st.sampled_from(["p0", "gone"]))
    one_place = st.lists(shifts, max_size=3, unique_by=lambda t: (t.person, t.slot.session))
    return request, frozenset(draw(one_place))
