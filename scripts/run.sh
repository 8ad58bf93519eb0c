#!/bin/sh
# Builds the command, and nothing but it, and starts a walk with the arguments given.
set -eu
cd "$(dirname "$0")/.."
binary=.build/debug/paifang

if [ -x "$binary" ]; then
    echo "paifang: building what has changed ..." >&2
    swift build --product paifang --quiet >&2
else
    echo "paifang: building for the first time; this takes a few minutes ..." >&2
    swift build --product paifang >&2
fi
exec "$binary" run "$@"
