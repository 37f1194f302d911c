"""The commands, up to the moment the server would answer."""

import json
import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from training.scenario import parse
from web import cli
from web.people.accounts.passwords import matches
from web.people.accounts.store import find_active
from web.shell.config import Settings
from web.shell.database import open_engine, transaction
from web.verify import CHECKS


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Settings]:
    """Servers that were asked for; none is started."""
    served: list[Settings] = []

    def serve(settings: Settings, _: socket.socket, announce: Callable[[], None]) -> None:
        served.append(settings)
        announce()

    monkeypatch.setattr(cli, "serve", serve)
    for name in ("DATABASE_URL", "DATA", "PORT", "SECRET_KEY"):
        monkeypatch.delenv(f"MOTCUA_{name}", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return served


def test_openapi_prints_the_document_and_touches_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["openapi"]) == 0
    assert json.loads(capsys.readouterr().out)["openapi"] == "3.1.0"
    assert not (tmp_path / "home").exists()


def test_export_knows_no_run_that_never_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["init", "--data", str(tmp_path)]) == 0
    assert cli.main(["export", "nobody", "--data", str(tmp_path)]) == 2
    assert "nobody" in capsys.readouterr().err


def _password_of(folder: Path, username: str, password: str) -> bool:
    engine = open_engine(f"sqlite:///{folder}/motcua.sqlite3")
    with transaction(engine, writes=False) as connection:
        found = find_active(connection, username)
    engine.dispose()
    return matches(found and found[1], password)


@pytest.mark.parametrize("name", ["100% mẫu", "gì vậy?", "số #1", "a%20b", "%(here)s"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    assert cli.main(["init", "--data", str(folder)]) == 0
    assert cli.main(["verify", "--data", str(folder)]) == 0
    assert (folder / "motcua.sqlite3").stat().st_size
    assert not [each for each in tmp_path.iterdir() if each.name not in (name, "home")]


def _change(folder: Path, statement: str) -> None:
    engine = open_engine(f"sqlite:///{folder}/motcua.sqlite3")
    with transaction(engine) as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_demo_prints_one_json_line_that_opens_every_account(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], served: list[Settings]
) -> None:
    assert cli.main(["demo", "--json", "--data", str(tmp_path), "--port", "0"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    ready = json.loads(line)
    assert ready["url"] == served[0].base_url
    assert ready["tester_token"] == served[0].tester_token
    assert served[0].tester_api
    assert len(ready["accounts"]) == 8
    for account in ready["accounts"]:
        assert _password_of(tmp_path, account["username"], account["password"])


def test_demo_takes_the_password_it_is_given_and_tells_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_DEMO_PASSWORD", "mat-khau-mau")
    for _ in range(2):
        assert cli.main(["demo", "--data", str(tmp_path), "--port", "0"]) == 0
    out = capsys.readouterr().out
    assert "Mật khẩu của mọi tài khoản: mat-khau-mau" in out
    assert "truongbophan" in out
    assert _password_of(tmp_path, "canbo1", "mat-khau-mau")


def test_demo_keeps_apart_from_the_offices_own_data(tmp_path: Path, served: list[Settings]) -> None:
    cli.main(["demo", "--port", "0"])
    cli.main(["serve", "--port", "0"])
    assert [one.data for one in served] == [
        tmp_path / "home" / "motcua" / "demo",
        tmp_path / "home" / "motcua",
    ]


def test_serve_keeps_the_tester_api_shut(tmp_path: Path, served: list[Settings]) -> None:
    cli.main(["serve", "--data", str(tmp_path), "--port", "0"])
    assert not served[0].tester_api


def test_serve_asks_for_a_token_when_the_tester_api_is_switched_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_TESTER_API", "on")
    assert cli.main(["serve", "--data", str(tmp_path), "--port", "0"]) == 2
    assert "MOTCUA_TESTER_TOKEN" in capsys.readouterr().err


def test_the_secret_key_is_made_once_and_read_by_nobody_else(
    tmp_path: Path, served: list[Settings]
) -> None:
    for _ in range(2):
        cli.main(["serve", "--data", str(tmp_path), "--port", "0"])
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
    assert served[0].secret_key == served[1].secret_key
    assert len(served[0].secret_key) == 64


def test_init_names_the_first_administrator_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["init", "--data", str(tmp_path)]) == 0
    first = capsys.readouterr().out
    assert _password_of(tmp_path, "quantri", first.split()[-1])
    assert cli.main(["init", "--data", str(tmp_path)]) == 0
    assert "quantri" not in capsys.readouterr().out


def test_serve_prints_a_code_while_the_office_is_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["serve", "--data", str(tmp_path), "--port", "0"])
    assert re.search(
        r"/lan-dau và nhập mã mở lần đầu: \w{4}-\w{3}-\w{3}\n", capsys.readouterr().out
    )
    cli.main(["init", "--data", str(tmp_path)])
    capsys.readouterr()
    cli.main(["serve", "--data", str(tmp_path), "--port", "0"])
    assert "lan-dau" not in capsys.readouterr().out


def test_nobody_unknown_gets_a_password(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["init", "--data", str(tmp_path)])
    assert cli.main(["reset-password", "khong-co", "--data", str(tmp_path)]) == 2
    assert "Không có ai mang tên đăng nhập khong-co" in capsys.readouterr().err


def test_demo_leaves_a_real_office_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["init", "--data", str(tmp_path)])
    assert cli.main(["demo", "--data", str(tmp_path), "--port", "0"]) == 2
    assert "đơn vị đang dùng thật" in capsys.readouterr().err


def test_a_wrong_setting_opens_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_TESTER_API", "perhaps")
    assert cli.main(["serve", "--data", str(tmp_path / "moi"), "--port", "x"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert not (tmp_path / "moi").exists()


def test_a_scenario_with_a_mistake_opens_nothing_and_names_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "catalogue", lambda: parse('id = "x"\ntilte = "sai"', "x.toml"))
    assert cli.main(["demo", "--data", str(tmp_path / "new")]) == 2
    assert "x.toml:2: " in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_port_in_use_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert cli.main(["demo", "--data", str(tmp_path / "moi"), "--port", str(port)]) == 2
    assert f"Không mở được cổng {port}" in capsys.readouterr().err
    assert not (tmp_path / "moi").exists()


def test_a_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tep").touch()
    assert cli.main(["init", "--data", str(tmp_path / "tep" / "trong")]) == 2
    assert "Không ghi được vào thư mục dữ liệu" in capsys.readouterr().err


def test_a_newer_database_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["init", "--data", str(tmp_path)])
    _change(tmp_path, "UPDATE alembic_version SET version_num = '9999'")
    capsys.readouterr()
    assert cli.main(["serve", "--data", str(tmp_path), "--port", "0"]) == 2
    assert "phiên bản motcua mới hơn" in capsys.readouterr().err


def test_a_file_that_is_no_database_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "motcua.sqlite3").write_text("đây không phải cơ sở dữ liệu" * 50)
    assert cli.main(["init", "--data", str(tmp_path)]) == 2
    assert "Không mở được cơ sở dữ liệu" in capsys.readouterr().err


def test_verify_finds_nothing_in_a_sound_office(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["demo", "--json", "--data", str(tmp_path), "--port", "0"])
    capsys.readouterr()
    assert cli.main(["verify", "--data", str(tmp_path)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "Có 8 tài khoản, 0 lượt, 0 bước; hoạt động gần nhất: chưa có."
    assert out[1].startswith("Không kiểm tra được: ")
    assert len(out[2:]) == len(CHECKS)
    assert all(line.startswith("Đạt: ") for line in out[2:])


def test_verify_points_at_a_broken_link(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["init", "--data", str(tmp_path)])
    engine = open_engine(f"sqlite:///{tmp_path}/motcua.sqlite3")
    with engine.connect() as connection:
        raw = connection.connection
        raw.execute("COMMIT") if connection.in_transaction() else None
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("DELETE FROM unit")
    engine.dispose()
    assert cli.main(["verify", "--data", str(tmp_path)]) == 1
    assert "CHƯA ĐẠT" in capsys.readouterr().out
