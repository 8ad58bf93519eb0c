#!/bin/sh
# A file imports only what Package.swift declares for its target (SwiftPM itself lets an undeclared sibling through),
# and the pure targets import nothing that reaches a clock, a file, a network or a thread.
#   scripts/check-imports.sh [ROOT]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "${1:-$here/..}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A filtered package would hide targets.
env -u PAIFANG_ONLY swift package dump-package >"$work/package.json" </dev/null

# One line a target: its name, then the modules it may import. SwiftPM prints its JSON always in the same layout.
awk '
    /^  "targets" : \[/ { inside = 1 }
    !inside { next }
    /^    \{/ { modules = "" ; name = "" }
    /^      "dependencies" : \[/ { listing = 1; next }
    listing && /^      \]/ { listing = 0 }
    listing && /"(byName|product|target)" : \[/ { expected = 1; next }
    listing && expected { gsub(/[", ]/, ""); modules = modules " " $0; expected = 0; next }
    /^      "name" : / { name = $3; gsub(/[",]/, "", name) }
    /^    \}/ { print name modules }
    /^  \]/ { inside = 0 }
' "$work/package.json" >"$work/targets"
if ! [ -s "$work/targets" ]; then
    echo "Package.swift: no target could be read from swift package dump-package"
    exit 1
fi

find Sources Tests -name '*.swift' -type f 2>/dev/null | LC_ALL=C sort >"$work/files"
[ -s "$work/files" ] || exit 0
# No file name here holds a blank: they are type names.
tr '\n' '\0' <"$work/files" | LC_ALL=C xargs -0 awk -f "$here/swift-lexer.awk" >"$work/lexed"

LC_ALL=C awk -F '\t' '
    function listed(module, names) { return index(" " names " ", " " module " ") > 0 }
    BEGIN {
        pure = "Documents Expressions Localization Flows Uploads Answers Screens"
        foundation = "Foundation FoundationEssentials FoundationInternationalization FoundationNetworking FoundationXML"
        impure = foundation " Glibc Musl Darwin Android Dispatch CoreFoundation Observation RegexBuilder"
        toolchain = impure " Swift Synchronization Testing"
    }
    NR == FNR {
        name = $0
        sub(/ .*/, "", name)
        known[name] = 1
        allowed[name] = substr($0, length(name) + 2)
        next
    }
    $1 == "C" && $4 ~ /^ *((@[A-Za-z_]+(\([^)]*\))?|public|package|internal|private|fileprivate) +)*import +/ {
        module = $4
        sub(/^.*import +/, "", module)
        sub(/^(struct|class|enum|protocol|typealias|func|let|var) +/, "", module)
        sub(/[^A-Za-z0-9_].*$/, "", module)
        split($2, path, "/")
        target = path[2]
        if (!(target in known)) {
            if (!(target in said)) printf "%s: Package.swift has no target %s\n", $2, target
            said[target] = 1
            failed = 1
        } else if (path[1] == "Sources" && listed(target, pure) && listed(module, impure)) {
            printf "%s:%d: %s is pure and must not import %s\n", $2, $3, target, module
            failed = 1
        } else if (module != target && !listed(module, allowed[target]) && !listed(module, toolchain)) {
            printf "%s:%d: Package.swift does not declare %s for %s\n", $2, $3, module, target
            failed = 1
        }
    }
    END { exit failed }
' "$work/targets" "$work/lexed"
