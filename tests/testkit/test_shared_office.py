"""One simulator for all processes of a run: started once, ended by the last."""

from pathlib import Path

import pytest

from motcua.testkit.client import Simulator, UnreachableError
from motcua.testkit.shared_office import SharedOffice
from tests.testkit.inner_runs import LEAN, NO_BROWSER

pytest_plugins = ["pytester"]


def test_whoever_comes_later_finds_the_same_office(tmp_path: Path) -> None:
    first, second = SharedOffice(tmp_path), SharedOffice(tmp_path)
    office = first.enter()
    assert second.enter()["url"] == office["url"]
    first.leave()
    assert Simulator(office["url"], office["tester_token"]).scenarios()
    second.leave()


def test_after_the_last_has_left_the_next_starts_anew(tmp_path: Path) -> None:
    shared = SharedOffice(tmp_path)
    pids = []
    for _ in range(2):
        pids.append(shared.enter()["pid"])
        shared.leave()
    assert pids[0] != pids[1]


def test_an_office_that_cannot_start_says_why(tmp_path: Path) -> None:
    (tmp_path / "office").write_text("a file where the folder should be")
    with pytest.raises(UnreachableError, match="The simulator does not start"):
        SharedOffice(tmp_path).enter()


def test_the_settings_of_another_office_are_not_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_DATABASE_URL", "sqlite:///nowhere/at/all.sqlite3")
    shared = SharedOffice(tmp_path)
    shared.enter()
    shared.leave()
    assert (tmp_path / "office" / "motcua.sqlite3").exists()


def test_parallel_workers_share_one_office(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest
        from pathlib import Path

        @pytest.mark.parametrize("number", range(6))
        def test_it(world, sim_server, number):
            Path(f"{number}.url").write_text(sim_server.url)
        """
    )
    pytester.runpytest_subprocess("-n", "3", *LEAN, *NO_BROWSER).assert_outcomes(passed=6)
    assert len({path.read_text() for path in pytester.path.glob("*.url")}) == 1


def test_a_failure_tells_how_to_open_the_closed_office_again(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it(world): assert not world")
    run = pytester.runpytest_subprocess(*LEAN, *NO_BROWSER)
    run.stdout.re_match_lines([r"After this run: motcua demo --data \S+office --port \d+"])
