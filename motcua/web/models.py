"""Every room's tables, imported once so that ``Base.metadata`` is complete.

A new room with tables adds its ``models`` here; tests hold this equal to the migrations.
"""

from motcua.web.accounts import models as accounts
from motcua.web.assignments import models as assignments
from motcua.web.classes import models as classes
from motcua.web.competence import models as competence
from motcua.web.database import Base
from motcua.web.debrief import models as debrief
from motcua.web.duty import models as duty
from motcua.web.practice import models as practice
from motcua.web.roster import models as roster
from motcua.web.scenarios import models as scenarios
from motcua.web.slips import models as slips
from motcua.web.worlds import models as worlds

metadata = Base.metadata

__all__ = [
    "accounts",
    "assignments",
    "classes",
    "competence",
    "debrief",
    "duty",
    "metadata",
    "practice",
    "roster",
    "scenarios",
    "slips",
    "worlds",
]
