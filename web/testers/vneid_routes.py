"""The call about VNeID."""

from web.testers import vneid
from web.testers.calls import call
from web.testers.held import held
from web.testers.shapes.vneid import Vneid


@call("GET", "/worlds/<world_id>/vneid", gives=Vneid)
def read_vneid(world_id: str) -> Vneid:
    """Read how VNeID stands: level, screens in front, codes, locks, papers, and the secrets.

    Secrets are what the scripted citizen has in mind; one that was forgotten is wrong.
    """
    return vneid.shown(held(world_id))
