"""Plant one small slip after another in the rules and the gates, and see which no test notices.

Needs what the project does not: docs/mutation.md says what, and how to read the answer.
"""

import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

GATES = ("access", "csrf", "passes", "session_store", "sessions")
MODULES = ["sandbox", "training", "rostering", *(f"web/shell/{gate}.py" for gate in GATES)]
APP_TESTS = ("access", "cookies", "passwords", "sign_in", "sign_in_swept", "slips_limit")
TESTS = ["tests/core", *(f"tests/app/test_{name}.py" for name in APP_TESTS)]
# A point more or less in a drawing is for the eye.
DRAWN = re.compile(r"sandbox/(specimen|fonts|request_form)|training/certificate")
# Slips somebody could make: `a << b` for `a + b` would fail at once, and flatter the figure.
SLIPS = re.compile(
    r"core/(NumberReplacer|AddNot|Replace(True|False|And|Or|Break|Continue)With|RemoveDecorator"
    r"|ReplaceUnaryOperator_Delete_Not|ZeroIteration|ExceptionReplacer"
    r"|ReplaceBinaryOperator_(Add_Sub|Sub_Add|Mul_Div|Div_Mul|FloorDiv_Mul|Mod_Mul|BitAnd_BitOr)"
    r"|ReplaceComparisonOperator_(Eq_NotEq|NotEq_Eq|Is_IsNot|IsNot_Is|Lt_LtE|LtE_Lt|Gt_GtE|GtE_Gt))"
)
# Markers of a signature, which cosmic-ray takes for operators (findings/).
MARKER = re.compile(r"[*/],")
# What says something to the type checker alone, or how a class is stored.
NO_BEHAVIOUR = re.compile(r"\s*@(dataclass|dataclass_transform|override)\b|.*\bTypeVar\(")
DISTRIBUTOR = 'excluded-modules = []\n[cosmic-ray.distributor]\nname = "local"\n'
COSMIC_RAY = str(Path(sys.executable).with_name("cosmic-ray"))
EVERY_SLIP = """
    select job_id, module_path, start_pos_row, start_pos_col, operator_name, occurrence
    from mutation_specs"""
COMING_BY = """
    select context, numbits from line_bits
    join context on context.id = context_id join file on file.id = file_id
    where context != '' and path like ?"""


def main() -> int:
    """Measure the commit that is checked out or, within that, judge the slip planted now."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=350, help="how many slips to plant")
    parser.add_argument("--seed", default="1", help="draws which")
    parser.add_argument("--judge", type=Path, metavar="COVERAGE", help="used by the run itself")
    asked = parser.parse_args()
    if asked.judge:
        return _judge(asked.judge)
    with TemporaryDirectory() as folder:
        return _measure(Path(folder), asked.sample, asked.seed)


def _measure(folder: Path, sample: int, seed: str) -> int:
    copy, covered, session = folder / "copy", folder / "covered", folder / "session.sqlite"
    _run("git", "clone", "--quiet", ".", str(copy))
    os.environ["COVERAGE_FILE"] = str(covered)
    if _pytest(copy, "-p", "pytest_cov", "--cov", "--cov-context=test", "--cov-report=", *TESTS):
        return 1
    judge = shlex.join([sys.executable, __file__, "--judge", str(covered)])
    settings = {"module-path": MODULES, "timeout": 900.0, "test-command": judge}
    lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
    config = folder / "run.toml"
    config.write_text("\n".join(["[cosmic-ray]", *lines, DISTRIBUTOR]), encoding="utf-8")
    _run(COSMIC_RAY, "init", str(config), str(session), cwd=copy)
    with sqlite3.connect(session) as work:
        _draw(work, copy, sample, seed)
    _run(COSMIC_RAY, "exec", str(config), str(session), cwd=copy)
    with sqlite3.connect(session) as work:
        return _tell(work)


def _draw(work: sqlite3.Connection, copy: Path, sample: int, seed: str) -> None:
    """Keep one slip at each of ``sample`` places; the seed draws both."""
    drawn: dict[tuple[str, int, int], tuple[str, str]] = {}
    for job, module, row, column, operator, occurrence in work.execute(EVERY_SLIP):
        line = (copy / module).read_text(encoding="utf-8").splitlines()[row - 1]
        if SLIPS.match(operator) and not DRAWN.match(module) and _acts(line, column):
            lot = sha256(f"{seed} {module} {line} {column} {operator} {occurrence}".encode())
            place = module, row, column
            drawn[place] = min(drawn.get(place, ("z", "")), (lot.hexdigest(), job))
    kept = [(job,) for _, job in sorted(drawn.values())[:sample]]
    work.execute("create temporary table kept (job_id)")
    work.executemany("insert into kept values (?)", kept)
    work.execute("delete from mutation_specs where job_id not in (select job_id from kept)")
    work.execute("delete from work_items where job_id not in (select job_id from kept)")


def _acts(line: str, column: int) -> bool:
    return not (NO_BEHAVIOUR.match(line) or MARKER.match(line[column:]))


def _tell(work: sqlite3.Connection) -> int:
    """Print what survived; 0 when nothing did."""
    told = work.execute("select test_outcome, diff from work_results").fetchall()
    alive = [diff for outcome, diff in told if outcome != "KILLED"]
    print(*alive, f"{len(told) - len(alive)} of {len(told)} noticed", sep="\n\n")
    return min(1, len(alive))


def _judge(covered: Path) -> int:
    """Run the tests that come by the changed line or its module, and if they pass, all of them.

    What is worked out once and kept comes by one test alone, and a module's values by none.
    """
    diff = _run("git", "diff", "-U0").stdout
    changed = re.search(r"^\+\+\+ b/(\S+)\.py\n@@ -(\d+)", diff, re.MULTILINE)
    if not changed:
        return 0
    with sqlite3.connect(covered) as data:
        rows = data.execute(COMING_BY, (f"%/copy/{changed[1]}.py",)).fetchall()
    byte, bit = divmod(int(changed[2]), 8)
    by_line = [test for test, lines in rows if byte < len(lines) and lines[byte] >> bit & 1]
    likely = _in_order(by_line or [test for test, _ in rows], changed[1])
    failed = _pytest(Path.cwd(), "-x", *likely) if likely else 0
    return failed or _pytest(Path.cwd(), "-x", *TESTS)


def _in_order(tests: Iterable[str], module: str) -> list[str]:
    """Those of files that import the module by its name come first."""
    names = {test.rpartition("|")[0] for test in tests}
    files = {name.partition("::")[0] for name in names}
    dotted = module.replace("/", ".")
    near = {file for file in files if dotted in Path(file).read_text(encoding="utf-8")}
    return sorted(names, key=lambda name: (name.partition("::")[0] not in near, name))


def _pytest(folder: Path, *asked: str) -> int:
    """With no plugin but those that are named: loading them all takes longer than most tests."""
    only = {"PYTHONPATH": str(folder), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, "-m", "pytest", "-p", "pytest_socket", "-p", "no:cacheprovider"]
    ran = subprocess.run([*command, *asked], cwd=folder, env={**os.environ, **only}, check=False)  # noqa: S603  # our own command
    return ran.returncode


def _run(*command: str, cwd: Path = Path()) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True)  # noqa: S603  # our own commands


if __name__ == "__main__":
    sys.exit(main())
