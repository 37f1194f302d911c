"""``python -m trials.uploads``: the worst file of each kind that is taken, and who waits for it.

Held is the time during which nobody else may write. The files are made here, none is kept.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from io import BytesIO
from time import perf_counter

from openpyxl import Workbook
from sqlalchemy import Connection, event
from werkzeug.test import TestResponse

from benchmarks.measure import in_words
from benchmarks.office import BenchOffice
from tests.app.browsing import Browser, sign_in
from training.pack import MOST_FILES, pack_scenarios
from training.scenario import catalogue, source
from web.roster.planning.import_rows import HEADINGS
from web.shell.workbooks import MOST_ROWS

LIST, PACKS = "/lich-truc/nhap-danh-sach", "/soan/goi"


def main() -> None:
    """Print a line for each kind."""
    with ExitStack() as rooms:
        office = BenchOffice(rooms)
        client = office.client
        if not isinstance(client, Browser):
            raise TypeError("the office hands out the tests' browser")
        held: list[float] = []
        print(f"{'what is sent':44}{'size':>10}{'status':>8}{'took':>12}{'held':>12}")
        with _watching(office, held):
            for name, (who, path, field, make) in KINDS.items():
                sign_in(client, who)
                client.get(path if field else "/luyen-tap")
                content = make()
                held.clear()
                begun = perf_counter()
                answer = _send(client, path, field, content)
                cells = in_words(perf_counter() - begun), in_words(max(held, default=0))
                size = f"{len(content) / 1000:.0f} kB"
                print(f"{name:44}{size:>10}{answer.status_code:>8}{cells[0]:>12}{cells[1]:>12}")


def _send(client: Browser, path: str, field: str, content: bytes) -> TestResponse:
    if not field:
        text = content.decode()
        return client.send(path, {"title": text})
    files = {field: (BytesIO(content), "tep"), "trung": "moi"}
    return client.send(path, files, content_type="multipart/form-data")


@contextmanager
def _watching(office: BenchOffice, held: list[float]) -> Iterator[None]:
    begun = [0.0]

    def begins(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            begun[0] = perf_counter()

    def ends(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            held.append(perf_counter() - begun[0])

    engine = office.runtime.engine
    event.listen(engine, "begin", begins)
    event.listen(engine, "commit", ends)
    event.listen(engine, "rollback", ends)
    yield


def _list() -> bytes:
    """As many people as a list may have."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(list(HEADINGS.values()))
    for number in range(MOST_ROWS - 1):
        sheet.append([f"Nguyễn Văn Mẫu {_word(number)}", f"Đoàn Mẫu {_word(number % 40)}"])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _word(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:03d}")


def _pack() -> bytes:
    """As many scenarios as a pack may hold, the package's longest again and again."""
    longest = max(catalogue(), key=lambda name: len(source(name)))
    names = [f"mau-{number}" for number in range(MOST_FILES)]
    return pack_scenarios([(name, source(longest).replace(longest, name, 1)) for name in names])


def _mistaken_pack() -> bytes:
    """Files of nothing but headings that no scenario has."""
    text = "".join(f"[a{number}]\n" for number in range(2600))
    return pack_scenarios([(f"mau-{number}", text) for number in range(45)])


KINDS: dict[str, tuple[str, str, str, Callable[[], bytes]]] = {
    "a list of 500 people": ("truongbophan", LIST, "tep", _list),
    "a pack of 100 scenarios": ("giangvien", PACKS, "goi", _pack),
    "a pack of 45 × 2,600 unknown headings": ("giangvien", PACKS, "goi", _mistaken_pack),
    "a form of 1 MB": ("giangvien", "/buoi-tap/tao", "", lambda: b"a" * 1_000_000),
    "a form of 16 MB": ("giangvien", "/buoi-tap/tao", "", lambda: b"a" * 16_000_000),
}

if __name__ == "__main__":
    main()
