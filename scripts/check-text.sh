#!/bin/sh
# What must not stand in the sources: traps, things left for later, XCTest, and in the pure targets whatever reads a
# clock, a source of randomness or a terminal.
#   scripts/check-text.sh [ROOT]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "${1:-$here/..}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

find Sources Tests -name '*.swift' -type f 2>/dev/null | LC_ALL=C sort >"$work/files"
if [ -s "$work/files" ]; then
    tr '\n' '\0' <"$work/files" | LC_ALL=C xargs -0 awk -f "$here/swift-lexer.awk" >"$work/lexed"
    LC_ALL=C awk -F '\t' '
        function say(what) { printf "%s:%d: %s\n", $2, $3, what; failed = 1 }
        BEGIN { pure = "^Sources/(Documents|Expressions|Localization|Flows|Uploads|Answers|Screens)/" }
        $1 == "S" { next }
        (" " $4 " ") ~ /[^A-Za-z0-9_](TODO|FIXME|XXX|HACK)[^A-Za-z0-9_]/ { say("nothing is left for later inside the code") }
        $1 == "K" { next }
        { code = " " $4 " " }
        code ~ /[^A-Za-z0-9_.]import +XCTest[^A-Za-z0-9_]/ { say("tests are written with Swift Testing, not XCTest") }
        $2 !~ /^Sources\// { next }
        code ~ /[^A-Za-z0-9_]try!/ { say("try! traps; throw or handle the error") }
        code ~ /[^A-Za-z0-9_]as!/ { say("as! traps; use as? and handle nil") }
        code ~ /[^A-Za-z0-9_.]fatalError *\(/ { say("fatalError traps; throw, or preconditionFailure for a bug of ours") }
        $2 !~ pure { next }
        code ~ /[^A-Za-z0-9_.`](debugPrint|print|readLine|dump) *\(/ && code !~ /func +(debugPrint|print|readLine|dump) *[(<]/ {
            say("a pure target neither prints nor reads")
        }
        code ~ /\.(random|randomElement|shuffle|shuffled) *\(/ || code ~ /SystemRandomNumberGenerator/ {
            say("a pure target is handed its randomness")
        }
        code ~ /[^A-Za-z0-9_](ContinuousClock|SuspendingClock)[^A-Za-z0-9_]/ || code ~ /[^A-Za-z0-9_.](Date|UUID)\(\)/ {
            say("a pure target is handed the time")
        }
        code ~ /[^A-Za-z0-9_.](Task *[.({]|Task *\.detached)/ || code ~ /^ *((public|package|internal|private|final) +)* *actor +[A-Z]/ {
            say("a pure target has values, no tasks and no actors")
        }
        END { exit failed }
    ' "$work/lexed" || failed=1
fi

# What authors and readers open is finished too.
left=$(find flows locales docs README.md CONTRIBUTING.md -type f -exec grep -HnwE 'TODO|FIXME' {} + 2>/dev/null || true)
if [ -n "$left" ]; then
    printf '%s\n' "$left"
    echo "nothing is left for later inside a file that people read"
    failed=1
fi
exit "$failed"
