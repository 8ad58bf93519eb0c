#!/bin/sh
# Sees to what a build needs: the Swift compiler (which it can only ask for) and the packages of packages.txt.
#
#   scripts/deps.sh [SECTION...]            installs what is missing; quiet when nothing is
#   scripts/deps.sh --missing [SECTION...]  prints what is missing, installs nothing
#   scripts/deps.sh --listed [SECTION...]   prints what the sections name
#
# Everything it says goes to standard error: standard output belongs to the command that comes after it.
set -eu
cd "$(dirname "$0")/.."

say() { printf 'paifang: %s\n' "$*" >&2; }

# The packages of one section of packages.txt.
listed() {
    awk -v wanted="[$1]" '
        { sub(/#.*/, "") }
        /^[ \t]*\[/ { inside = ($1 == wanted); next }
        inside && NF { print $1 }
    ' packages.txt
}

installed() {
    # One line per architecture, so a foreign one does not hide the native one.
    dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

missing() {
    for section; do
        for package in $(listed "$section"); do
            installed "$package" || printf '%s\n' "$package"
        done
    done
}

# apt-get as root, without a question and without taking the standard input of what runs next.
apt() {
    set -- env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 \
        -o DPkg::Lock::Timeout=300 "$@"
    if [ "$(id -u)" -eq 0 ]; then
        "$@" </dev/null >&2
    elif [ -t 0 ]; then
        sudo "$@" </dev/null >&2
    else
        sudo -n "$@" </dev/null >&2
    fi
}

lists_are_here() {
    for list in "${PAIFANG_APT_LISTS:-/var/lib/apt/lists}"/*_Packages*; do
        [ -e "$list" ] && return 0
    done
    return 1
}

install_missing() {
    packages=$(missing "$@" | tr '\n' ' ')
    packages=${packages% }
    [ -n "$packages" ] || return 0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        say "these packages are missing, and installing them needs root or sudo. As root, run:"
        say "  apt-get install $packages"
        return 2
    fi
    say "installing with apt-get: $packages"
    updated=no
    if ! lists_are_here; then
        apt update
        updated=yes
    fi
    # Word splitting is wanted: one argument a package.
    # shellcheck disable=SC2086
    if apt install -y --no-install-recommends $packages; then
        return 0
    fi
    [ "$updated" = no ] || return 2
    say "that did not work; once more with fresh package lists"
    apt update
    # shellcheck disable=SC2086
    apt install -y --no-install-recommends $packages
}

no_compiler() {
    say "$1"
    say "  Swift 6.2 or newer is needed: https://www.swift.org/install/linux/"
    say "  The Debian package named swift is not it: that is OpenStack's storage."
    return 2
}

compiler_is_here() {
    command -v swift >/dev/null 2>&1 || no_compiler "there is no Swift compiler on PATH."
    case $(swift --version 2>&1) in
        *swiftclient*) no_compiler "the command swift on PATH is OpenStack's client." ;;
    esac
}

action=install
case ${1-} in
    --missing | --listed)
        action=${1#--}
        shift
        ;;
esac
[ $# -gt 0 ] || set -- build

case $action in
    missing) missing "$@" && exit 0 ;;
    listed) for section; do listed "$section"; done && exit 0 ;;
esac

compiler_is_here
if ! command -v dpkg-query >/dev/null 2>&1; then
    say "this is not Debian or Ubuntu: what packages.txt names has to be here under other names."
    exit 0
fi
install_missing "$@"
if ! swift build --version >/dev/null 2>&1; then
    install_missing toolchain
    swift build --version >/dev/null 2>&1 || {
        say "Swift is on PATH and does not start; it says:"
        swift build --version >&2 || true
        exit 2
    }
fi
