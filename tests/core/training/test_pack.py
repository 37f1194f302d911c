"""A pack gives back what was put in; anything doubtful is refused whole, and never unpacked."""

import hashlib
import json
import stat
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from training import pack
from training.pack import Pack, pack_scenarios, unpack_scenarios
from training.scenario import source
from training.scenario_file import MOST_TOLD

NAME = "tk-01-thuan-loi"
TEXT = source(NAME)
SECOND = "tk-02-da-co-tai-khoan"


def manifest(files: dict[str, bytes], **changes: object) -> str:
    listed = [
        {"name": name, "sha256": hashlib.sha256(body).hexdigest()} for name, body in files.items()
    ]
    return json.dumps({"format": pack.FORMAT, "version": 1, "files": listed, **changes})


def zipped(*entries: tuple[str | ZipInfo, bytes | str], compression: int = ZIP_DEFLATED) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", compression) as archive:
        for name, body in entries:
            archive.writestr(name, body)
    return written.getvalue()


REAL = "Gọi 0912345678"  # refused on purpose
ENDLESS = b"".join(
    str(int(hashlib.sha256(bytes([number])).hexdigest(), 16)).encode() for number in range(80)
)


def with_file(name: str, body: bytes) -> bytes:
    return zipped((pack.MANIFEST, manifest({name: body})), (name, body))


def why(found: Pack) -> str:
    assert not found.scenarios
    assert found.troubles
    return " ".join(f"{each.file}:{each.line}: {each.why}" for each in found.troubles)


def test_what_went_in_comes_out() -> None:
    found = unpack_scenarios(pack_scenarios([(NAME, TEXT), (SECOND, source(SECOND))]))
    assert found.troubles == ()
    assert [each.id for each in found.scenarios] == [NAME, SECOND]


def test_of_very_many_mistakes_only_the_first_are_told() -> None:
    wrong = "".join(f"khoa_{number} = 1\n" for number in range(60)) + TEXT
    told = unpack_scenarios(pack_scenarios([(NAME, wrong), (SECOND, wrong)])).troubles
    assert [each.line for each in told if each.file == f"{NAME}.toml"] == list(range(1, 61))
    assert len(told) == MOST_TOLD + 1
    assert "còn lỗi khác" in told[-1].why


def test_the_same_scenarios_make_the_same_file() -> None:
    assert pack_scenarios([(NAME, TEXT)]) == pack_scenarios([(NAME, TEXT)])


@pytest.mark.parametrize(
    "name",
    [
        "../tk-01.toml",
        "/etc/tk-01.toml",
        "a/tk-01.toml",
        "a\\tk-01.toml",
        "C:tk-01.toml",
        "TK-01.toml",
        "tk-01.TOML",
        ".toml",
        "tk-01.toml/",
        "tk-01.py",
        "tk–01.toml",
    ],
)
def test_only_plain_names_are_taken(name: str) -> None:
    assert "không phải tệp tình huống" in why(unpack_scenarios(with_file(name, TEXT.encode())))


def test_a_symbolic_link_is_no_scenario() -> None:
    link = ZipInfo(f"{NAME}.toml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    data = zipped(
        (pack.MANIFEST, manifest({f"{NAME}.toml": b"/etc/passwd"})), (link, "/etc/passwd")
    )
    assert "không phải tệp tình huống" in why(unpack_scenarios(data))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_may_come_once() -> None:
    body = TEXT.encode()
    listed = manifest({f"{NAME}.toml": body})
    data = zipped((pack.MANIFEST, listed), (f"{NAME}.toml", body), (f"{NAME}.toml", body))
    assert "trùng tên" in why(unpack_scenarios(data))


def test_bombs_are_not_even_opened() -> None:
    assert "lớn bất thường" in why(unpack_scenarios(with_file("to.toml", b" " * 30_000_000)))
    assert "lớn bất thường" in why(unpack_scenarios(with_file("dac.toml", b"#" * 60_000)))


def of_size(size: int) -> bytes:
    """So many bytes, which no packing makes suspiciously small."""
    lines = (hashlib.sha256(str(number).encode()).hexdigest() for number in range(size // 64 + 1))
    return "".join(f"# {line}{line}\n" for line in lines).encode()[:size]


def refused(*entries: tuple[str, bytes]) -> str:
    return why(unpack_scenarios(zipped((pack.MANIFEST, manifest(dict(entries))), *entries)))


def test_a_pack_may_be_a_megabyte_and_no_more() -> None:
    assert "không phải gói" in why(unpack_scenarios(b"P" * 1_000_000))
    assert "lớn hơn 1000 kB" in why(unpack_scenarios(b"P" * 1_000_001))


def test_a_scenario_may_have_64_kilobytes_and_no_more() -> None:
    assert "lớn bất thường" not in refused(("tk-1.toml", of_size(64_000)))
    assert "lớn bất thường" in refused(("tk-1.toml", of_size(64_001)))


def test_a_hundred_scenarios_fit_in_a_pack_and_no_more() -> None:
    names = [f"tk-{number}" for number in range(101)]
    many = [(f"{name}.toml", TEXT.replace(NAME, name, 1).encode()) for name in names]
    assert "hơn 100 tình huống" in refused(*many)
    kept = dict(many[:100])
    whole = unpack_scenarios(zipped((pack.MANIFEST, manifest(kept)), *kept.items()))
    assert len(whole.scenarios) == 100


@pytest.mark.parametrize(("more", "told"), [(0, False), (1, True)])
def test_a_pack_may_unfold_to_two_megabytes_and_no_more(more: int, told: bool) -> None:
    heavy = {f"tk-{number:02}.toml": of_size(62_000) for number in range(32)}
    rest = 2_000_000 + more - 32 * 62_000 - len(manifest(heavy | {"tk-32.toml": b""}))
    heavy["tk-32.toml"] = of_size(rest)
    assert ("lớn hơn 2000 kB" in refused(*heavy.items())) is told


@pytest.mark.parametrize(("times", "told"), [(60, False), (61, True)])
def test_a_file_may_unfold_to_sixty_times_its_size_and_no_more(times: int, told: bool) -> None:
    found = ZipInfo("tk-1.toml")
    found.file_size, found.compress_size = 100 * times, 100
    found.compress_type = ZIP_DEFLATED
    if told:
        with pytest.raises(Exception, match="lớn bất thường"):
            pack._look_at_one(found)
    else:
        pack._look_at_one(found)


def lying_about_its_size() -> bytes:
    """The archive claims a small file where a large one is packed."""
    honest = with_file("to.toml", b"ab" * 40_000)
    return honest.replace((80_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "không phải gói"),
        (b"PK\x03\x04 khong phai", "không phải gói"),
        (pack_scenarios([(NAME, TEXT)])[:-40], "không phải gói"),
        (lying_about_its_size(), "không phải gói"),
        (zipped((f"{NAME}.toml", TEXT)), "thiếu tệp manifest.json"),
        (zipped((pack.MANIFEST, "{")), "không đọc được"),
        (zipped((pack.MANIFEST, "[" * 1900)), "không đọc được"),
        (zipped((pack.MANIFEST, manifest({}, format="khac"))), "định dạng"),
        (zipped((pack.MANIFEST, manifest({}, version=2))), "định dạng"),
        (zipped((pack.MANIFEST, manifest({}))), "không khớp"),
        (zipped((pack.MANIFEST, manifest({"a.toml": b""})), ("b.toml", b"")), "không khớp"),
        (
            zipped((pack.MANIFEST, manifest({"a.toml": b"x"})), ("a.toml", b"y")),
            "mã kiểm tra không khớp",
        ),
        (
            zipped(
                (pack.MANIFEST, manifest({"a.toml": b"x"})), ("a.toml", b"x"), compression=ZIP_BZIP2
            ),
            "nén theo cách lạ",
        ),
        (with_file("a.toml", b"\xff\xfe"), "UTF-8"),
        (with_file("a.toml", b"x = " + b"[" * 1900), "lồng vào nhau quá sâu"),
        (with_file("a.toml", b"a." * 900 + b"a = 1"), "lồng vào nhau quá sâu"),
        (with_file("a.toml", b"x = 1" + ENDLESS), "không đọc được"),
    ],
)
def test_what_is_no_pack_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    assert reason in why(unpack_scenarios(data))


@pytest.mark.parametrize(
    ("change", "line", "reason"),
    [
        (lambda text: text.replace("version = 1", "version ="), 2, "TOML"),
        (lambda text: text.replace('era = "2022"', 'era = "1999"'), 10, "thời kỳ"),
        (lambda text: text.replace('era = "2022"', 'era = "2025"'), 10, "Từ 01/7/2024"),
        (lambda text: text.replace('"greet"', '"bay"'), 16, "bước"),
        (lambda text: text.replace(NAME, "khac"), 1, "giống tên tệp"),
        (lambda text: text.replace("Lượt đầu", REAL), 4, "người thật"),
        (lambda text: text.replace("Lượt đầu", "a" * 200), 4, "150 ký tự"),
    ],
)
def test_a_wrong_scenario_is_told_by_file_and_line_and_keeps_the_whole_pack_out(
    change: Callable[[str], str], line: int, reason: str
) -> None:
    found = unpack_scenarios(pack_scenarios([(SECOND, source(SECOND)), (NAME, change(TEXT))]))
    told = why(found)
    assert f"{NAME}.toml:{line}: " in told
    assert reason in told
