"""The app on a real port, for clients that speak HTTP."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from werkzeug.serving import WSGIRequestHandler, make_server

from web.app import create_app
from web.shell.config import Settings
from web.shell.effects import Effects


class Hurried(Effects):
    """Whoever waits has waited at once."""

    skipped = 0.0

    def pause(self, seconds: float) -> None:
        self.skipped += seconds

    def monotonic(self) -> float:
        return super().monotonic() + self.skipped


class Silent(WSGIRequestHandler):
    """Thousands of calls; nobody reads a line about each."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The app on a free port of this machine; gives its address."""
    server = make_server("127.0.0.1", 0, _stub, threaded=True, request_handler=Silent)
    address = f"http://127.0.0.1:{server.port}"
    server.app = app = create_app(
        settings.model_copy(update={"tester_rate": 100_000, "base_url": address}), Hurried()
    )
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield address
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        app.extensions["motcua"].engine.dispose()


def _stub(environ: object, start_response: object) -> list[bytes]:
    """Stands in until the port, and so the app's own address, is known."""
    raise NotImplementedError
