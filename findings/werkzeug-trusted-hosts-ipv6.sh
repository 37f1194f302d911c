#!/bin/sh
# Werkzeug: a server that is reached by an IPv6 address cannot be named among the trusted hosts.
#
# The name of the request keeps its brackets and colons, while each trusted name is cut at its first
# colon before the two are compared. So `[::1]` is refused however it is written down, and an app with
# trusted hosts answers 400 to whoever types the address; without a list the same request is served.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check flask==3.1.3 werkzeug==3.1.9 2>/dev/null
cat > "$work/try.py" <<'PYTHON'
from importlib.metadata import version

from flask import Flask


def answered(host, trusted):
    app = Flask("try")
    app.config["TRUSTED_HOSTS"] = trusted
    app.add_url_rule("/", view_func=lambda: "hello")
    return app.test_client().get("/", headers={"Host": host}).status_code


print("werkzeug", version("werkzeug"))
for host in ("127.0.0.1:8000", "[::1]:8000"):
    print(host, "without a list:", answered(host, None))
for host, trusted in (
    ("127.0.0.1:8000", "127.0.0.1"),
    ("[::1]:8000", "::1"),
    ("[::1]:8000", "[::1]"),
    ("[::1]:8000", "[::1]:8000"),
):
    print(host, "trusting", trusted + ":", answered(host, [trusted]))
PYTHON
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
cat > "$work/expected" <<'TEXT'
werkzeug 3.1.9
127.0.0.1:8000 without a list: 200
[::1]:8000 without a list: 200
127.0.0.1:8000 trusting 127.0.0.1: 200
[::1]:8000 trusting ::1: 400
[::1]:8000 trusting [::1]: 400
[::1]:8000 trusting [::1]:8000: 400
TEXT
diff "$work/expected" "$work/seen" && echo "as found on 2026-11-29"
