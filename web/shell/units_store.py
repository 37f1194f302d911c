"""The question which units lie below one, asked inside many other questions."""

from typing import Any

from sqlalchemy import Select, or_, select

from web.shell.session_models import UnitRow

_UNIT = UnitRow.__table__.c


def below(top: int) -> Select[Any]:
    """The ids of a unit and of those below it."""
    return select(_UNIT.id).where(or_(_UNIT.id == top, _UNIT.parent_id == top))
