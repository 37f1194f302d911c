"""``python -m benchmarks.bare hello|post --port N``: the ceilings, behind motcua's own server."""

import sys

from flask import Flask

from benchmarks.office import hello
from web.serve import serve
from web.shell.config import load_settings
from web.start import listen


def post() -> Flask:
    """The least that Flask can do with a form."""
    app = Flask("hello")
    app.add_url_rule("/", view_func=lambda: "hello", methods=["POST"])
    return app


if __name__ == "__main__":
    name, _, port = sys.argv[1:]
    make = {"hello": hello, "post": post}[name]
    serve(load_settings({}), listen("127.0.0.1", int(port)), lambda: None, lambda _: make())
