#!/bin/sh
# Runs the judges: programs that compare what Paifang does with something that is not Paifang.
# Each Tests/Judges/*.py is started in the root of the project, finds the command in $PAIFANG, and ends with a line
# `N passed, N failed`. The last line here is their sum.
set -eu
cd "$(dirname "$0")/.."
say() { printf 'paifang: %s\n' "$*" >&2; }
requirements=Tests/requirements.txt

python_is_complete() {
    python3 - >/dev/null 2>&1 <<'PYTHON'
import ensurepip, os, sysconfig, venv
raise SystemExit(not os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h")))
PYTHON
}
python_is_complete || scripts/deps.sh judges
# Without their files the judges that read them fail, the others run.
scripts/deps.sh judges-data || say "what the judges compare with could not be installed"

# The environment is made anew when the list or the Python changes.
wanted=$({ python3 --version; cat "$requirements"; } 2>/dev/null | cksum)
if [ "$(cat .venv/made-from 2>/dev/null)" != "$wanted" ]; then
    say "making .venv for the judges ..."
    rm -rf .venv
    python3 -m venv .venv
    if [ -s "$requirements" ]; then
        .venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$requirements" >&2
    fi
    printf '%s\n' "$wanted" >.venv/made-from
fi

say "building for the judges ..."
swift build --build-tests --quiet >&2
PAIFANG=$PWD/.build/debug/paifang
export PAIFANG SWIFT_BACKTRACE=enable=no

output=$(mktemp)
trap 'rm -f "$output"' EXIT
passed=0 failed=0
for judge in Tests/Judges/*.py; do
    [ -e "$judge" ] || continue
    echo "== $judge"
    code=0
    .venv/bin/python "$judge" >"$output" 2>&1 </dev/null || code=$?
    cat "$output"
    counts=$(awk '/^[0-9]+ passed, [0-9]+ failed/ { last = $1 " " $3 } END { print last }' "$output")
    # A judge that breaks before its count, or fails without one, is itself a failure.
    [ -n "$counts" ] || counts="0 1"
    ours=${counts#* }
    [ "$code" -eq 0 ] || [ "$ours" -gt 0 ] || ours=1
    passed=$((passed + ${counts% *}))
    failed=$((failed + ours))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
