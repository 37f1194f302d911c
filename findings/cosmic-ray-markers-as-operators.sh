#!/bin/sh
# cosmic-ray: the bare `*` and `/` of a signature, and `**` in a dict display, are taken for binary
# operators.
#
# A function with keyword-only arguments has no arithmetic in it, yet eleven mutants are made of its
# `*`: ten of them do not parse (`def f(a, +, b)`). They fail at import, whatever the tests say, and
# are counted as killed, so a module of such signatures looks well tested. `*args`, `**named` and
# `[*items]` are left alone, as they should be. The same happens to `|` in the annotation of a
# parameter or of what is returned, though not of a variable: `a: int + None` fails at import too.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check cosmic-ray==8.7.0 2>/dev/null
cat > "$work/try.py" <<'PYTHON'
import ast
from importlib.metadata import version

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

CODES = {
    "keyword-only marker": "def f(a, *, b):\n    return a, b\n",
    "positional-only marker": "def f(a, /, b):\n    return a, b\n",
    "dict display": "def f(a):\n    return {**a}\n",
    "annotated parameter": "def f(a: int | None):\n    return a\n",
    "annotated variable": "a: int | None = None\n",
    "gathered arguments": "def f(*a, **b):\n    return g(*a, **b)\n",
}


def mutants(code):
    for name in operator_names():
        if "BinaryOperator" in name:
            operator = get_operator(name)()
            places = [p for node in ast_nodes(get_ast(code)) for p in operator.mutation_positions(node)]
            yield from (mutate_code(code, operator, number) for number in range(len(places)))


def runs(code):
    try:
        exec(compile(code, "mutant", "exec"), {})
    except (SyntaxError, TypeError):
        return False
    return True


print("cosmic-ray", version("cosmic-ray"))
for title, code in CODES.items():
    made = list(mutants(code))
    print(f"{title}: {len(made)} mutants, {sum(map(runs, made))} of them can be imported")
PYTHON
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
cat > "$work/expected" <<'TEXT'
cosmic-ray 8.7.0
keyword-only marker: 11 mutants, 1 of them can be imported
positional-only marker: 11 mutants, 1 of them can be imported
dict display: 11 mutants, 3 of them can be imported
annotated parameter: 11 mutants, 0 of them can be imported
annotated variable: 0 mutants, 0 of them can be imported
gathered arguments: 0 mutants, 0 of them can be imported
TEXT
diff "$work/expected" "$work/seen" && echo "as found on 2026-11-29"
