#!/bin/bash
# deploy/nginx.conf and deploy/Caddyfile as they stand, but for name, port and certificate, each in
# front of `motcua serve`: https answers, http leads there, a sign-in form is taken, the cookie is
# bound to https, and the address a visitor claims is dropped. Skips what is not installed.
set -euo pipefail
cd "$(dirname "$0")/.."
motcua=$PWD/.venv/bin/motcua
scratch=$(mktemp -d)
https=18443 http=18080 inner=18001
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$scratch"' EXIT

say() { printf '%s\n' "$*"; }
fail() { say "FAILED: $*"; exit 1; }
ask() { curl --silent --insecure --resolve "motcua.example:$https:127.0.0.1" --max-time 10 "$@"; }

until_ready() {
    for _ in $(seq 100); do
        ask --fail --output "$scratch/ready" "https://motcua.example:$https/readyz" && return
        sleep 0.2
    done
    cat "$scratch"/*.log
    fail "$1 does not answer"
}

check() {
    local page=https://motcua.example:$https/dang-nhap jar=$scratch/$1.cookies token status
    until_ready "$1"
    [ "$(curl --silent --output "$scratch/moved" --write-out '%{http_code}' --header 'Host: motcua.example' "http://127.0.0.1:$http/")" -ge 301 ] ||
        fail "$1: http does not lead to https"
    ask --cookie-jar "$jar" --output "$scratch/page" "$page"
    grep -q '__Host-motcua_session' "$jar" || fail "$1: the cookie is not bound to https"
    token=$(sed -n 's/.*name="csrf_token" value="\([^"]*\)".*/\1/p' "$scratch/page" | head -n 1)
    # Six guesses, each claiming another address: the count must go by the true one.
    for n in 1 2 3 4 5 6; do
        status=$(ask --cookie "$jar" --header "X-Forwarded-For: 192.0.2.$n" --output "$scratch/answer" \
            --write-out '%{http_code}' --data "csrf_token=$token&username=quantri&password=sai-$n" "$page")
        [ "$status" = 422 ] || fail "$1: the form was not taken ($status)"
    done
    grep -q 'tạm dừng' "$scratch/answer" || fail "$1: a claimed address was believed"
    say "$1: https answers, http leads there, forms are taken, claimed addresses are dropped"
}

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=motcua.example \
    -keyout "$scratch/privkey.pem" -out "$scratch/fullchain.pem" 2>"$scratch/openssl.log"
export MOTCUA_DATA=$scratch/data MOTCUA_PORT=$inner
export MOTCUA_BASE_URL=https://motcua.example:$https MOTCUA_TRUSTED_PROXIES=1

serve() {  # each proxy before an office of its own: the guesses are counted
    MOTCUA_DATA=$scratch/$1 "$motcua" init >"$scratch/init.log"
    MOTCUA_DATA=$scratch/$1 "$motcua" serve >"$scratch/$1.log" 2>&1 &
    office=$!
}

adapted() {
    sed -e "s#/etc/ssl/motcua#$scratch#" -e "s/127.0.0.1:8000/127.0.0.1:$inner/" \
        -e "s/listen 80;/listen $http;/" -e "s/listen 443 /listen $https /" "$1"
}

if command -v nginx >/dev/null; then
    serve nginx
    printf 'pid %s/nginx.pid;\nerror_log %s/nginx-error.log;\nevents {}\nhttp {\n%s\n}\n' \
        "$scratch" "$scratch" "$(adapted deploy/nginx.conf)" >"$scratch/nginx.conf"
    nginx -c "$scratch/nginx.conf" -g 'daemon off;' &
    proxy=$!
    check nginx
    kill "$proxy" "$office"
    wait "$proxy" "$office" 2>/dev/null || true
else
    say "nginx is not installed: not tried"
fi

if command -v caddy >/dev/null; then
    serve caddy
    {
        printf '{\n\thttp_port %s\n\thttps_port %s\n\tadmin off\n\tstorage file_system %s/caddy-data\n' \
            "$http" "$https" "$scratch"
        adapted deploy/Caddyfile | sed -e '0,/^{$/d' \
            -e "s#^motcua.example {#motcua.example {\n\ttls $scratch/fullchain.pem $scratch/privkey.pem#"
    } >"$scratch/Caddyfile"
    caddy run --adapter caddyfile --config "$scratch/Caddyfile" 2>"$scratch/caddy-run.log" &
    check caddy
else
    say "caddy is not installed: not tried"
fi
