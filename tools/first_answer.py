"""Start ``motcua demo --json`` as an office would and ask it for its first page.

Usage: ``python tools/first_answer.py MOTCUA_COMMAND DATA_FOLDER``. It needs nothing but Python.
"""

import json
import socket
import subprocess
import sys
from http.client import HTTPConnection
from urllib.parse import urlsplit


def free_port() -> int:
    """A port nobody uses at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def ask(office: subprocess.Popen[str]) -> str:
    """Wait for the line that says the office is open, then open its sign-in page."""
    if office.stdout is None or not (line := office.stdout.readline()):
        sys.exit("motcua demo --json ended without a line")
    connection = HTTPConnection(urlsplit(json.loads(line)["url"]).netloc, timeout=10)
    connection.request("GET", "/dang-nhap")
    return connection.getresponse().read().decode()


def main(command: str, data: str) -> None:
    """Fail loudly unless the first page comes."""
    arguments = [command, "demo", "--json", "--port", str(free_port()), "--data", data]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as office:  # noqa: S603  # our own command
        try:
            page = ask(office)
        finally:
            office.terminate()
    if "Tên đăng nhập" not in page:
        sys.exit("the sign-in page did not come")
    print("motcua demo answered")


if __name__ == "__main__":
    main(*sys.argv[1:])
