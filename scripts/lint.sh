#!/bin/sh
# Everything that can be said about the sources without compiling them. Goes through to the end and then fails.
set -eu
cd "$(dirname "$0")/.."
failed=0

part() {
    name=$1
    shift
    if "$@"; then
        printf 'ok     %s\n' "$name"
    else
        printf 'FAILED %s\n' "$name"
        failed=1
    fi
}

swift_format() {
    set -- Package.swift
    [ ! -d Sources ] || set -- "$@" Sources
    [ ! -d Tests ] || set -- "$@" Tests
    swift format lint --strict --parallel --recursive "$@"
}

part "format" swift_format
part "imports" scripts/check-imports.sh
part "file length" scripts/check-file-length.sh
part "words" scripts/check-words.sh
part "traps and leftovers" scripts/check-text.sh
part "the scripts' own tests" scripts/tests.sh
exit "$failed"
