"""The pytest plugin, seen from outside: small test files run by a pytest of their own."""

import re
import subprocess
import sys

import pytest

from motcua.testkit.client import RefusedError, Simulator
from tests.testkit.inner_runs import LEAN, NO_BROWSER

pytest_plugins = ["pytester"]

HEAVY = ["flask", "sqlalchemy", "pydantic", "playwright", "web", "sandbox"]


def test_loading_the_plugin_loads_nothing_heavy() -> None:
    look = f"import sys, motcua.testkit.plugin; print([n for n in {HEAVY} if n in sys.modules])"
    told = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_no_fixture_of_another_plugin_is_shadowed(pytester: pytest.Pytester) -> None:
    told = pytester.runpytest_subprocess(*LEAN, "--fixtures", "--color=no").stdout.str()
    names = re.findall(r"^(\w+)(?: \[\w+ scope\])? -- ", told, re.MULTILINE)
    assert {"world", "page", "context"} <= set(names)
    assert len(names) == len(set(names))


def test_a_project_that_asks_for_nothing_starts_nothing(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it(tmp_path): assert not (tmp_path.parent / 'motcua').exists()")
    pytester.runpytest_subprocess(*LEAN).assert_outcomes(passed=1)


def test_every_test_has_a_world_of_its_own(pytester: pytest.Pytester, here: list[str]) -> None:
    pytester.makepyfile(
        """
        seen = set()

        def test_one(world): seen.add(world.id)
        def test_two(world, make_world): seen.update({world.id, make_world().id})
        def test_three(): assert len(seen) == 3
        """
    )
    pytester.runpytest(*here).assert_outcomes(passed=3)


def test_a_world_is_what_its_marker_wishes(pytester: pytest.Pytester, here: list[str]) -> None:
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.world(scenario="tk-10-cmnd-cu", seed=3)
        def test_wish(world, citizen, score):
            assert (world.scenario, world.seed) == ("tk-10-cmnd-cu", 3)
            assert len(citizen.id_number) == 9
            assert score().outcome == ""
        """
    )
    pytester.runpytest(*here, "--strict-markers").assert_outcomes(passed=1)


def test_a_test_without_a_wish_gets_the_same_citizen_each_time(
    pytester: pytest.Pytester, here: list[str]
) -> None:
    pytester.makepyfile("def test_one(citizen): print('NAME', citizen.full_name)")
    runs = [pytester.runpytest(*here, "-s").stdout.str() for _ in range(2)]
    names = [line for run in runs for line in run.splitlines() if "NAME" in line]
    assert len(names) == 2
    assert len(set(names)) == 1


def test_trouble_that_never_struck_is_an_error(pytester: pytest.Pytester, here: list[str]) -> None:
    pytester.makepyfile("def test_idle(faults): faults.delay(130, to='0400000123')")
    run = pytester.runpytest(*here)
    run.assert_outcomes(passed=1, errors=1)
    run.stdout.fnmatch_lines(["*Ordered, but never struck: late on channel sms, to 0400000123*"])


def test_trouble_of_the_scenario_need_not_strike(
    pytester: pytest.Pytester, here: list[str]
) -> None:
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.world(scenario="tk-03-tin-nhan-khong-toi")
        def test_look(world): assert world.faults.pending()
        """
    )
    pytester.runpytest(*here).assert_outcomes(passed=1)


def test_a_passing_tests_world_is_gone(
    pytester: pytest.Pytester, here: list[str], sim_server: Simulator
) -> None:
    pytester.makepyfile(
        "def test_it(world, pytestconfig): (pytestconfig.rootpath / 'id').write_text(world.id)"
    )
    pytester.runpytest(*here).assert_outcomes(passed=1)
    with pytest.raises(RefusedError, match="404"):
        sim_server.world((pytester.path / "id").read_text())


def test_a_failing_tests_world_is_kept_and_its_replay_told(
    pytester: pytest.Pytester, here: list[str], sim_server: Simulator
) -> None:
    pytester.makepyfile(
        """
        def test_it(world, pytestconfig):
            (pytestconfig.rootpath / "id").write_text(world.id)
            assert not world
        """
    )
    run = pytester.runpytest(*here)
    run.assert_outcomes(failed=1)
    failed_world = sim_server.world((pytester.path / "id").read_text())
    run.stdout.fnmatch_lines(["*- motcua world -*", f"Replay: {failed_world.replay}"])


def test_a_world_that_the_test_ended_itself_is_no_error(
    pytester: pytest.Pytester, here: list[str]
) -> None:
    pytester.makepyfile("def test_it(world): assert world.delete() == []")
    pytester.runpytest(*here).assert_outcomes(passed=1)


def test_an_address_without_a_simulator_is_told_in_one_sentence(
    pytester: pytest.Pytester,
) -> None:
    pytester.makepyfile("def test_it(world): pass")
    run = pytester.runpytest(*NO_BROWSER, "--sim-url", "http://127.0.0.1:1")
    run.stdout.fnmatch_lines(["*No simulator answers at http://127.0.0.1:1*"])
