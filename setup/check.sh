#!/bin/sh
# Is Gatehouse there, and does a sign-in work?   setup/check.sh http://localhost:5244 < password-file
# Reads the password of admin from standard input. Says what it found; ends with 1 at the first thing that is wrong.
set -eu
base="${1:?the address, for example http://localhost:5244}"
IFS= read -r password
jar="$(mktemp)"
trap 'rm -f "$jar"' EXIT

fetch() { curl -sS -o /dev/null -w '%{http_code}' -b "$jar" -c "$jar" "$@"; }
expect() { if [ "$2" = "$3" ]; then echo "$1: $2"; else echo "$1: $2, but $3 was expected" >&2; exit 1; fi; }

tries=0
until [ "$(fetch "$base/status/ready" 2>/dev/null || true)" = 200 ] || [ "$tries" -ge 120 ]; do tries=$((tries + 1)); sleep 1; done
expect "/status/ready" "$(fetch "$base/status/ready")" 200
expect "/login" "$(fetch "$base/login")" 200
csrf="$(curl -sS -b "$jar" -c "$jar" "$base/login" | sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' | head -n 1)"
status="$(printf %s "$password" | fetch --data-urlencode csrf="$csrf" --data-urlencode username=admin --data-urlencode password@- "$base/login")"
expect "sign in as admin" "$status" 303
# a one-time password leads to the page that replaces it; any other straight to the settings
status="$(fetch -w "%{http_code} %{redirect_url}" "$base/admin/sso")"
case "$status" in "200 "|*/profile/password) echo "/admin/sso, signed in: $status" ;; *) expect "/admin/sso, signed in" "$status" 200 ;; esac
expect "/admin/sso, not signed in" "$(curl -sS -o /dev/null -w '%{http_code}' "$base/admin/sso")" 303
echo "Gatehouse works at $base"
