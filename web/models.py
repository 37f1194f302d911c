"""Every room's tables, imported once so that ``Base.metadata`` is complete.

A new room with tables adds its ``models`` here; tests hold this equal to the migrations.
"""

from web.classes.lessons import models as classes
from web.classes.slips import models as slips
from web.people.audit import models as audit
from web.practice.assignments import models as assignments
from web.practice.competence import models as competence
from web.practice.debrief import models as debrief
from web.practice.remarking import models as remarks
from web.practice.runs import models as practice
from web.practice.scenarios import models as scenarios
from web.roster.duty import models as duty
from web.roster.planning import attendance_models as attendance
from web.roster.planning import models as roster
from web.shell import session_models as accounts
from web.shell import unsent_models as unsent
from web.shell.database import Base
from web.worlds import models as worlds

metadata = Base.metadata

__all__ = [
    "accounts",
    "assignments",
    "attendance",
    "audit",
    "classes",
    "competence",
    "debrief",
    "duty",
    "metadata",
    "practice",
    "remarks",
    "roster",
    "scenarios",
    "slips",
    "unsent",
    "worlds",
]
