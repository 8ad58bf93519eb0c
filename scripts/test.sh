#!/bin/sh
# Runs the tests and ends with one plain line, `N passed, N failed`. Arguments go to `swift test`.
# Every line the tests print is kept in .build/test.log; only what went wrong is shown.
set -eu
cd "$(dirname "$0")/.."
mkdir -p .build
log=.build/test.log
report=.build/tests.xml
status=.build/test.status
rm -f "$log" "$report" "$status"

echo "paifang: building and running the tests ..." >&2
# A crash would otherwise start a backtracer that may hang.
export SWIFT_BACKTRACE=enable=no
{
    code=0
    swift test --disable-xctest --parallel --xunit-output "$report" "$@" 2>&1 </dev/null || code=$?
    echo "$code" >"$status"
} | tee "$log" | LC_ALL=C awk '
    # What passed is not shown, nor the further lines of an argument that spans several.
    /^(◇|✔) / { hidden = 1; next }
    /^✘ / { hidden = 0 }
    !hidden { print; fflush() }
' || true
code=$(cat "$status")

# The report is cut short by a crash; a test that failed has one element for each thing that was wrong.
counts=$(awk '
    /<testcase / { total++; failing = 0 }
    /<failure/ && !failing { failed++; failing = 1 }
    /<skipped/ { skipped++ }
    /<\/testsuites>/ { complete = 1 }
    END { print total - failed - skipped, failed + 0, skipped + 0, complete + 0 }
' "$report" 2>/dev/null) || counts="0 0 0 0"
# shellcheck disable=SC2086
set -- $counts
passed=$1 failed=$2 skipped=$3 complete=$4

if [ "$complete" -eq 0 ]; then
    echo "The tests did not run to their end (see above, and $log)."
    failed=$((failed + 1))
elif [ "$((passed + failed))" -eq 0 ]; then
    echo "No test was run."
    failed=1
elif [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then
    echo "The run failed outside any test (see above, and $log)."
    failed=1
fi

judges=$(find Tests/Judges -maxdepth 1 -name '*.py' 2>/dev/null | wc -l | tr -d ' ')
[ "${PAIFANG_JUDGES_RAN-}" = 1 ] || echo "judges not run: $judges (make judges runs them)"
[ "$skipped" -eq 0 ] || echo "skipped: $skipped"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
