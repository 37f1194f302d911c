#!/bin/sh
# hatchling: `force-include` in an editable install copies the files, and beside a package on the path
# the copy cannot even be imported.
#
# A wheel target forces a folder into a package under another name. The wheel holds it there. An
# editable install of the same project copies the folder into site-packages/pkg/_rooms, so later edits
# do not reach the copy; and as site-packages/pkg has no __init__.py while the path entry's pkg has,
# `import pkg._rooms` finds nothing. With `sources` (a prefix rewritten) the wheel is the same and an
# editable install copies nothing.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    hatchling==1.27.0 editables==0.5 2>/dev/null
"$work/venv/bin/python" -c 'from importlib.metadata import version; print("hatchling", version("hatchling"))'

project() {  # project NAME: with the lines of standard input as its wheel target
    mkdir -p "$work/$1/rooms/hall" "$work/$1/pkg"
    echo 'X = 1' > "$work/$1/rooms/hall/__init__.py"
    touch "$work/$1/pkg/__init__.py"
    {
        printf '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
        printf '[project]\nname = "%s"\nversion = "1"\n' "$1"
        cat
    } > "$work/$1/pyproject.toml"
}

project forced <<'TOML'
[tool.hatch.build.targets.wheel]
packages = ["pkg"]
dev-mode-dirs = ["."]
[tool.hatch.build.targets.wheel.force-include]
rooms = "pkg/_rooms"
TOML
project rewritten <<'TOML'
[tool.hatch.build.targets.wheel]
only-include = ["pkg", "rooms"]
dev-mode-dirs = ["."]
[tool.hatch.build.targets.wheel.sources]
rooms = "pkg/_rooms"
TOML

pip() { "$work/venv/bin/pip" --disable-pip-version-check "$@" 2>/dev/null; }
copies() { find "$work/venv/lib" -path '*/pkg/_rooms/hall/__init__.py' | wc -l | tr -d ' '; }
in_wheel() {
    pip wheel --quiet --no-deps --no-build-isolation --wheel-dir "$work/wheels" "$work/$1"
    "$work/venv/bin/python" -m zipfile -l "$work/wheels/$1-1-py2.py3-none-any.whl" | grep -c 'pkg/_rooms/hall/__init__.py'
}

for name in forced rewritten; do
    pip install --quiet --no-deps --no-build-isolation --editable "$work/$name"
    importable=$("$work/venv/bin/python" -c 'import pkg._rooms.hall' 2>/dev/null && echo yes || echo no)
    line="$name: in the wheel $(in_wheel "$name"), copies of an editable install $(copies), importable there $importable"
    echo "$line"
    echo "$line" >> "$work/seen"
    pip uninstall --quiet --yes "$name"
done

cat > "$work/expected" <<'TEXT'
forced: in the wheel 1, copies of an editable install 1, importable there no
rewritten: in the wheel 1, copies of an editable install 0, importable there no
TEXT
diff "$work/expected" "$work/seen" && echo "as found on 2026-11-29"
