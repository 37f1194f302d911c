#!/bin/bash
# The container image, built and run as deploy/compose.yaml runs it: not root, read-only root, no
# capabilities; healthy, an empty office led to its first page, stopped cleanly, data kept.
#   trials/container.sh                 docker or podman
#   trials/container.sh --no-engine     the Dockerfile's steps in a folder, by an unprivileged user
#                                       under a read-only root (needs root, util-linux,
#                                       and in PYTHON one that everybody may read)
set -euo pipefail
cd "$(dirname "$0")/.."
port=${PORT:-18000}
url=http://127.0.0.1:$port
scratch=$(mktemp -d)
name=motcua-trial-$$

say() { printf '%s\n' "$*"; }
fail() { say "FAILED: $*"; exit 1; }

answers() {
    for _ in $(seq 100); do
        curl --silent --fail --output "$scratch/ready" "$url/readyz" && return
        sleep 0.2
    done
    [ ! -e "$scratch/log" ] || cat "$scratch/log"
    fail "no answer at $url/readyz"
}

check_office() {
    answers
    [ "$(curl --silent --output /dev/null --write-out '%{redirect_url}' "$url/")" = "$url/lan-dau" ] ||
        fail "an empty office does not lead to its first page"
    say "ready, and an empty office leads to its first page"
}

with_engine() {
    local engine=$1
    # shellcheck disable=SC2317  # called by the trap
    away() { "$engine" rm --force "$name" >/dev/null 2>&1; "$engine" volume rm "$name" >/dev/null 2>&1; rm -rf "$scratch"; }
    trap away EXIT
    "$engine" build --file deploy/Dockerfile --tag motcua-trial .
    "$engine" run --detach --name "$name" --read-only --tmpfs /tmp --cap-drop ALL \
        --security-opt no-new-privileges --volume "$name:/data" --publish "127.0.0.1:$port:8000" \
        --env "MOTCUA_BASE_URL=$url" motcua-trial >/dev/null
    check_office
    "$engine" logs "$name" 2>&1 | grep -q 'mã mở lần đầu' || fail "no code in the log"
    [ "$("$engine" exec "$name" id -u)" != 0 ] || fail "it runs as root"
    "$engine" exec "$name" touch /app/x 2>/dev/null && fail "its root can be written"
    "$engine" stop --time 30 "$name" >/dev/null
    [ "$("$engine" inspect --format '{{.State.ExitCode}}' "$name")" = 0 ] || fail "it did not stop cleanly"
    "$engine" start "$name" >/dev/null
    check_office
    say "built, run, stopped and started again by $engine"
}

without_engine() {
    trap 'kill "$(cat "$scratch/pid" 2>/dev/null)" 2>/dev/null || true; rm -rf "$scratch"' EXIT
    chmod 755 "$scratch"
    mkdir "$scratch/src"
    # What deploy/Dockerfile.dockerignore lets through.
    sed -n 's/^!//p' deploy/Dockerfile.dockerignore | xargs cp -r --target-directory "$scratch/src"
    "${PYTHON:-python3}" -m venv "$scratch/app"
    (
        cd "$scratch/src"
        "$scratch/app/bin/pip" install -qq --no-cache-dir --require-hashes --requirement requirements.lock
        "$scratch/app/bin/pip" wheel -qq --no-deps --no-build-isolation --wheel-dir "$scratch/wheels" .
        "$scratch/app/bin/pip" install -qq --no-deps --no-index "$scratch"/wheels/*.whl
        "$scratch/app/bin/pip" uninstall -qq --yes hatchling editables
    )
    rm -rf "$scratch/src"
    say "the Dockerfile's steps end with a working environment"
    install --directory --owner 10001 --mode 0700 "$scratch/data"
    start_read_only
    check_office
    grep -q 'mã mở lần đầu' "$scratch/log" || fail "no code in the log"
    kill -TERM "$(cat "$scratch/pid")"
    wait "$(cat "$scratch/shell")" || fail "it did not stop cleanly"
    [ -n "$(ls "$scratch/data")" ] || fail "nothing was kept in its folder"
    say "run and stopped by an unprivileged user under a read-only root; no engine was used"
}

start_read_only() {
    unshare --mount bash -c '
        set -e
        echo $$ >"$2"
        mount --make-rprivate /
        mount --bind "$1/data" "$1/data"
        mount --bind -o remount,bind,ro / /
        mount -t tmpfs tmpfs /dev/shm
        export MOTCUA_DATA=$1/data MOTCUA_HOST=0.0.0.0 MOTCUA_PORT=$3 MOTCUA_BASE_URL=$4 TMPDIR=/dev/shm
        chmod 1777 /dev/shm
        exec setpriv --reuid 10001 --regid 10001 --clear-groups --no-new-privs --inh-caps=-all \
            --bounding-set=-all "$1/app/bin/motcua" serve
    ' trial "$scratch" "$scratch/pid" "$port" "$url" >"$scratch/log" 2>&1 &
    echo $! >"$scratch/shell"
}

if [ "${1:-}" = --no-engine ]; then
    without_engine
else
    for engine in docker podman; do
        if "$engine" info >/dev/null 2>&1; then
            with_engine "$engine"
            exit
        fi
    done
    say "No container engine answers here (docker, podman); trials/container.sh --no-engine replays the steps."
    exit 2
fi
