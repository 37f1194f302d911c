"""What the routes of this room have in common: the class an address speaks of."""

from flask import abort

from web.classes.lessons import members_store, store
from web.classes.lessons.classes import TrainingClass
from web.classes.lessons.members_store import Member
from web.classes.lessons.scope import LEADERS, WATCHERS
from web.shell.access import Role, current_person
from web.shell.database import db


def watched_class(class_id: str, *, lock: bool = False) -> TrainingClass:
    """The class, for whoever watches over its unit; 404 for everybody else."""
    return store.find(db.connection, class_id, current_person().unit_id, lock=lock) or abort(404)


def own_class(class_id: str, *, lock: bool = False) -> tuple[TrainingClass, Member]:
    """The class and one's place in it, also for whoever has been taken out; 404 for others."""
    training_class = store.find(db.connection, class_id, lock=lock)
    member = (
        members_store.member(db.connection, class_id, current_person().id)
        if training_class
        else None
    )
    return (training_class, member) if training_class and member else abort(404)


def may_lead() -> bool:
    """Whether the person at this page may change a class, not only look at it."""
    return current_person().role in LEADERS


def watches(role: Role) -> bool:
    """Whether the role looks at whole classes."""
    return role in WATCHERS
