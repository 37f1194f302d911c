"""The call about VNeID."""

from motcua.web.tester_api import vneid
from motcua.web.tester_api.calls import call
from motcua.web.tester_api.held import held
from motcua.web.tester_api.shapes.vneid import Vneid


@call("GET", "/worlds/<world_id>/vneid", gives=Vneid)
def read_vneid(world_id: str) -> Vneid:
    """Read how VNeID stands: level, screens in front, codes, locks, papers, and the secrets.

    Secrets are what the scripted citizen has in mind; one that was forgotten is wrong.
    """
    return vneid.shown(held(world_id))
