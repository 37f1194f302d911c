"""Trouble ordered in advance for one world: counted and matched, never merely probable."""

from collections.abc import Mapping

from motcua.testkit.models import Expectation
from motcua.testkit.transport import Transport


class Faults:
    """Orders trouble for the next messages or steps. ``to`` and ``kind`` None match any."""

    def __init__(self, transport: Transport, path: str) -> None:
        self._transport = transport
        self._path = path

    def lose(self, to: str | None = None, kind: str | None = "otp", times: int = 1) -> Expectation:
        """The next messages never arrive."""
        return self._sms("lost", to, kind, times)

    def delay(
        self, seconds: int, to: str | None = None, kind: str | None = "otp", times: int = 1
    ) -> Expectation:
        """The next messages arrive that much later than usual."""
        return self._sms("late", to, kind, times, seconds)

    def duplicate(
        self, to: str | None = None, kind: str | None = "otp", times: int = 1
    ) -> Expectation:
        """The next messages arrive twice."""
        return self._sms("duplicate", to, kind, times)

    def reorder(
        self, to: str | None = None, kind: str | None = "otp", times: int = 1
    ) -> Expectation:
        """The next messages arrive only after the one that follows them."""
        return self._sms("reorder", to, kind, times)

    def divert(
        self, to: str | None = None, kind: str | None = "otp", times: int = 1
    ) -> Expectation:
        """The next messages go to a stranger's phone."""
        return self._sms("divert", to, kind, times)

    def fail(
        self, step: str | None = None, status: int | None = None, times: int = 1
    ) -> Expectation:
        """The portal answers with an error: at look_up, download, send_code or create."""
        match = {"channel": "portal", "step": step}
        return self.order(match, {"type": "error", "status": status}, times)

    def vneid_maintenance(self, step: str | None = None, times: int = 1) -> Expectation:
        """VNeID is under maintenance at that step, ``request_activation`` say, or at any."""
        return self.order({"channel": "vneid", "step": step}, {"type": "maintenance"}, times)

    def nfc_unread(self, times: int = 1) -> Expectation:
        """The card cannot be read by NFC."""
        return self.order({"channel": "nfc"}, {"type": "unread"}, times)

    def order(
        self, match: Mapping[str, object], action: Mapping[str, object], times: int = 1
    ) -> Expectation:
        """Any expectation the API takes."""
        body = {"match": _without_none(match), "action": _without_none(action), "times": times}
        return Expectation.model_validate(self._transport.post(self._path, body).data)

    def pending(self) -> list[Expectation]:
        """Those with hits left."""
        return [each for each in self.all() if each.left and not each.withdrawn]

    def all(self) -> list[Expectation]:
        """Every one, spent or not."""
        listed = self._transport.get(self._path).data["expectations"]
        return [Expectation.model_validate(each) for each in listed]

    def withdraw(self, expectation: Expectation) -> None:
        """Take one back."""
        self._transport.delete(f"{self._path}/{expectation.id}")

    def clear(self) -> None:
        """Take all of them back."""
        self._transport.delete(self._path)

    def _sms(
        self, action: str, to: str | None, kind: str | None, times: int, seconds: int | None = None
    ) -> Expectation:
        match = {"channel": "sms", "to": to, "kind": kind}
        return self.order(match, {"type": action, "seconds": seconds}, times)


def _without_none(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}
