"""The classes that hang on a person, for whoever would keep them out or move them."""

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import Connection

from web.classes.lessons import store
from web.classes.lessons.classes import TrainingClass
from web.people.administration.touching import Kind, Touch
from web.shell.formatting import moment


def touched(connection: Connection, people: Collection[int], now: datetime) -> Iterator[Touch]:
    """Those they lead or take part in that are not over."""
    for each in store.led_to_come(connection, people, now):
        yield Touch(each.plan.trainer_id, Kind.LED, _name(each))
    for person_id, each in store.joined_to_come(connection, people, now):
        yield Touch(person_id, Kind.JOINED, _name(each))


def _name(training_class: TrainingClass) -> str:
    plan = training_class.plan
    return f"“{plan.title}”, {moment(plan.starts_at)}"
