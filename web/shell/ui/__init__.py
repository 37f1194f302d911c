"""The controls every screen is built from: one macro a file, called as ``ui.<name>(…)``.

They are handed to the templates as one object, so that a page's block rendered alone
for htmx finds them too (macros imported at the top of a page it would not find).
"""

from pathlib import Path
from types import SimpleNamespace

from flask import Flask

_HERE = Path(__file__).parent


def init_app(app: Flask) -> None:
    """Load each ``ui/<name>.html`` and offer its macros."""
    controls = SimpleNamespace()
    app.jinja_env.globals["ui"] = controls
    for file in sorted(_HERE.glob("*.html")):
        module = app.jinja_env.get_template(f"ui/{file.name}").module
        for name, macro in vars(module).items():
            if not name.startswith("_"):
                setattr(controls, name, macro)
