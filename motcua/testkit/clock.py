"""The clock of one world: look, move forward, stop, go on."""

from collections.abc import Callable
from datetime import datetime

from motcua.testkit.models import Time
from motcua.testkit.transport import Transport


class Clock:
    """Moves one world's time; whoever has to keep step is told of every jump."""

    def __init__(self, transport: Transport, path: str) -> None:
        self._transport = transport
        self._path = path
        self._followers: list[Callable[[float], None]] = []

    def read(self) -> Time:
        """The mode and the world's time."""
        return Time.model_validate(self._transport.get(self._path).data)

    @property
    def now(self) -> datetime:
        """The world's time, in UTC."""
        return self.read().now

    def advance(self, seconds: float = 0, *, minutes: float = 0) -> Time:
        """Jump forward; answers when everything due on the way has happened."""
        return self._jump({"seconds": seconds + 60 * minutes})

    def advance_to(self, moment: datetime) -> Time:
        """Jump forward to that moment of the world's time."""
        return self._jump({"to": moment.isoformat()})

    def freeze(self) -> Time:
        """Let the world's time stand still."""
        return self._mode("frozen")

    def run(self) -> Time:
        """Let the world's time go on."""
        return self._mode("running")

    def followed_by(self, follower: Callable[[float], None]) -> None:
        """Tell ``follower`` the seconds of each jump from now on, a browser's own clock say."""
        self._followers.append(follower)

    def _jump(self, body: dict[str, object]) -> Time:
        before = self.now
        after = Time.model_validate(self._transport.post(f"{self._path}/advance", body).data)
        for follower in self._followers:
            follower((after.now - before).total_seconds())
        return after

    def _mode(self, mode: str) -> Time:
        answer = self._transport.post(f"{self._path}/mode", {"mode": mode})
        return Time.model_validate(answer.data)
