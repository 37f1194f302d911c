"""One visit as the citizen's side sees it."""

from dataclasses import dataclass
from datetime import datetime

from motcua.sandbox.log import Entry
from motcua.sandbox.state import World
from motcua.web.database import db
from motcua.web.worlds import service
from motcua.web.worlds.access import citizens_world


@dataclass(frozen=True, slots=True)
class Side:
    """The world behind a citizen's link; ``at`` is world time."""

    link: str
    world_id: str
    world: World
    at: datetime

    @property
    def home(self) -> str:
        """Where the telephone is."""
        return f"/cong-dan/{self.link}/"

    def log(self) -> list[Entry]:
        """All that has happened, in order."""
        return service.log(db(), self.world_id)


def open_side(link: str) -> Side:
    """The citizen's side behind that link; 404 when there is none, 410 when it is over."""
    record = citizens_world(db(), link)
    world = service.read(db(), record.id)
    return Side(link, record.id, world, service.world_time(world))
