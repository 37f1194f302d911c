"""The call about VNeID."""

from web.testers import vneid
from web.testers.calls import call
from web.testers.shapes.vneid import Vneid
from web.testers.world_context import world_context


@call("GET", "/worlds/<world_id>/vneid", response=Vneid)
def read_vneid(world_id: str) -> Vneid:
    """Read how VNeID stands: level, screens in front, codes, locks, papers, and the secrets.

    Secrets are what the scripted citizen has in mind; one that was forgotten is wrong.
    """
    return vneid.state(world_context(world_id))
