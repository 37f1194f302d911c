"""Where the citizen stands on the public portal, and which page shows that."""

from dataclasses import dataclass
from enum import StrEnum

from sandbox.mock_vneid import checks
from sandbox.mock_vneid.values import Purpose, Wanted
from sandbox.public_portal.with_vneid import QR
from sandbox.state import World
from web.desk.citizen_side.following import Followed, codes_sent
from web.desk.citizen_side.visits import Side

DOOR, ACCOUNT, NEW_PASSWORD = "dang-nhap", "tai-khoan", "doi-mat-khau"


class Stage(StrEnum):
    """What the portal shows; the middle three are named after what VNeID wants."""

    CLOSED = "closed"
    OUTSIDE = "outside"
    ON_PHONE = "on_phone"
    CODE = "code"
    CONSENT = "consent"
    CONFIRM = "confirm"
    NEW_PASSWORD = "new_password"  # noqa: S105  # the name of a page
    INSIDE = "inside"


_PAGES = {
    Stage.CLOSED: "",
    Stage.OUTSIDE: "",
    Stage.NEW_PASSWORD: NEW_PASSWORD,
    Stage.INSIDE: ACCOUNT,
}


def stage_of(world: World) -> Stage:
    """Where the citizen stands now."""
    if world.desk.closed:
        return Stage.CLOSED
    if world.public.way:
        return Stage.NEW_PASSWORD if world.public.must_change else Stage.INSIDE
    return _at_the_door(world)


def _at_the_door(world: World) -> Stage:
    wanted = _wanted(world)
    if wanted is None or not world.public.asking:
        return Stage.OUTSIDE
    return Stage.ON_PHONE if world.public.asking == QR else Stage(wanted)


def _wanted(world: World) -> Wanted | None:
    """What VNeID asks for the portal's sake, None when it is busy with something else or idle."""
    task = checks.task_is(world, Purpose.PORTAL) and world.vneid.task
    return task.wanted if task else None


@dataclass(frozen=True, slots=True)
class Portal:
    """The portal as one answer shows it."""

    side: Side

    @property
    def home(self) -> str:
        """The front page; every address of the portal begins with it."""
        return f"{self.side.home}cong/"

    @property
    def stage(self) -> Stage:
        """Where the citizen stands."""
        return stage_of(self.side.world)

    @property
    def next_url(self) -> str:
        """The page on which things go on."""
        return self.home + _PAGES.get(self.stage, DOOR)

    @property
    def tag(self) -> str:
        """Changes with everything the portal shows."""
        world = self.side.world
        codes = codes_sent(world) if self.stage is Stage.CODE else 0
        level = world.vneid.at(self.side.at).level if self.stage is Stage.INSIDE else ""
        return "-".join(map(str, (self.stage, _wanted(world) or "", codes, level)))

    @property
    def followed(self) -> Followed:
        """What its pages ask again and again."""
        return Followed(f"{self.home}_/man-hinh", self.tag)
