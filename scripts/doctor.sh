#!/bin/sh
# Says what this machine has of what Paifang needs. Changes nothing; ends with 1 where something needed is missing.
set -u
cd "$(dirname "$0")/.." || exit 2
needed=0
row() { printf '%-7s %-22s %s\n' "$1" "$2" "$3"; }
fault() { row MISSING "$1" "$2"; needed=1; }

version=$(swift --version 2>&1 | grep -o 'Swift version [0-9.]*' | head -n 1)
number=${version##* }
major=${number%%.*}
rest=${number#*.}
minor=${rest%%.*}
if [ -z "$version" ]; then
    fault "Swift" "https://www.swift.org/install/linux/ (Debian's package swift is another program)"
elif [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "${minor:-0}" -lt 2 ]; }; then
    fault "Swift" "$number is too old, 6.2 or newer is needed"
elif ! swift build --version >/dev/null 2>&1; then
    fault "Swift" "$number is here and does not start: make deps"
else
    row ok "Swift" "$number, $(command -v swift)"
fi

if command -v dpkg-query >/dev/null 2>&1; then
    absent=$(scripts/deps.sh --missing build)
    for package in $(scripts/deps.sh --listed build); do
        if printf '%s\n' "$absent" | grep -qx "$package"; then
            fault "$package" "make deps installs it"
        else
            row ok "$package" "$(dpkg-query --show --showformat='${Version}\n' "$package" | head -n 1)"
        fi
    done
else
    row note "packages" "not Debian or Ubuntu; packages.txt names what is needed"
fi

if python=$(python3 --version 2>/dev/null); then
    row ok "Python" "${python#Python }, for make judges only"
else
    row note "Python" "none; only make judges needs it, and installs it"
fi

charset=$(locale charmap 2>/dev/null || echo unknown)
if [ "$charset" = UTF-8 ]; then
    row ok "characters" "UTF-8"
else
    row note "characters" "$charset; Cyrillic and Chinese need UTF-8, for example LC_ALL=C.UTF-8"
fi

if [ -t 1 ] && size=$(stty size 2>/dev/null </dev/tty); then
    rows=${size% *}
    columns=${size#* }
    if [ "$rows" -ge 24 ] && [ "$columns" -ge 80 ]; then
        row ok "terminal" "${TERM:-no TERM}, $columns x $rows"
    else
        row note "terminal" "${TERM:-no TERM}, $columns x $rows; drawn for 80 x 24, --plain needs no size"
    fi
else
    row note "terminal" "output is not a terminal here"
fi

if [ -x .build/debug/paifang ]; then
    row ok "paifang" "built, .build/debug/paifang"
else
    row note "paifang" "not built yet: make run"
fi
exit "$needed"
