#!/bin/sh
# A Swift file has at most 300 lines: beyond that it is more than one thing. Aim at 100.
#   scripts/check-file-length.sh [ROOT]
set -eu
cd "${1:-$(dirname "$0")/..}"
limit=300

# `wc` would add up the files; awk is asked one file at a time for names with any character.
find Sources Tests -name '*.swift' -type f -exec awk -v limit="$limit" '
    END {
        if (NR > limit) {
            printf "%s:%d: %d lines; a Swift file has at most %d\n", FILENAME, limit + 1, NR, limit
        }
    }
' {} \; 2>/dev/null | LC_ALL=C sort | {
    found=0
    while IFS= read -r line; do
        printf '%s\n' "$line"
        found=1
    done
    exit "$found"
}
