#!/bin/sh
# The scripts' own tests: a check that cannot fail checks nothing. Each one meets a clean tree, where it must be
# silent, and the same tree with one thing wrong, where it must speak. Quiet unless something is not as it should be.
set -eu
scripts=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

verdict() { # verdict NAME CONDITION-STATUS OUTPUT
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not so: %s\n' "$1"
        [ -z "${3-}" ] || printf '%s\n' "$3" | sed 's/^/    /'
    fi
}

# A tree in which every check is content, with the things that look like findings and are none.
clean_tree() {
    rm -rf "$work/tree"
    mkdir -p "$work/tree" && cd "$work/tree"
    mkdir -p Sources/Flows Sources/Documents Sources/Screens Sources/paifang/Commands Sources/paifang/Terminal
    mkdir -p Tests/FlowsTests flows docs
    cat >Package.swift <<'SWIFT'
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "sample",
    dependencies: [.package(url: "https://github.com/apple/swift-log", from: "1.16.2")],
    targets: [
        .target(name: "Documents"),
        .target(name: "Flows", dependencies: ["Documents"]),
        .target(name: "Screens", dependencies: ["Flows"]),
        .executableTarget(
            name: "paifang",
            dependencies: ["Screens", "Flows", .product(name: "Logging", package: "swift-log")]),
        .testTarget(name: "FlowsTests", dependencies: ["Flows", "Documents"]),
    ]
)
SWIFT
    cat >Sources/Documents/Text.swift <<'SWIFT'
/// What `import Foundation`, try! and fatalError( in a comment or a string are: harmless.
public struct Text {
    let example = "import Foundation; try! fatalError() // not a comment"
    let raw = #"a "quoted" \(kept) // string"#
    let nested = "outer \(inner("x", count: 1)) end /* still text"
    let long = """
        import Dispatch
        print("x")
        """
    /* print("x") /* Task { } */ Date() */
    func print(_ text: String) {}
    func `import nothing`() {}
}
SWIFT
    cat >Sources/Flows/Flow.swift <<'SWIFT'
public import Documents

struct Flow {
    let message = "a sentence for authors of flow files is fine here, žluťoučký or not"
}
SWIFT
    cat >Sources/Screens/Screen.swift <<'SWIFT'
import Flows

struct Screen {
    let key = "signup.start.title"
    let joined = "\(first).\(second).label"
    let box = "──── ✓ ▸ · … 🙂"
    let type = "text/plain; charset=utf-8"
    let codes = "ADAND AEARE AFAFG ・"
    let name = "Received: by"  // words: RFC 5321 4.4
    // words: the pattern of an ICU skeleton
    let pattern = "yMMMd two words"
    let text = """
        two words and more
        """  // words: shown to nobody
    func check() { preconditionFailure("a bug of ours: the screen has no step") }
    func log() { logger.notice("delivery failed for good") }
}
SWIFT
    cat >Sources/Screens/Letters.swift <<'SWIFT'
// words in this file: a table of letters
let letters = ["Ж": "ZH", "Щ": "SHCH"]
SWIFT
    cat >Sources/paifang/Commands/Run.swift <<'SWIFT'
import Logging
import Screens

let help = "walk a flow in the terminal"
SWIFT
    cat >Sources/paifang/Main.swift <<'SWIFT'
let configuration = CommandConfiguration(abstract: "Walks onboarding flows.")
SWIFT
    cat >Tests/FlowsTests/FlowTests.swift <<'SWIFT'
import Documents
@testable import Flows
import Foundation
import Testing
SWIFT
    awk 'BEGIN { for (i = 1; i <= 300; i++) print "// line" }' >Sources/Flows/Long.swift
    echo 'flow: sample' >flows/sample.yaml
}

# finds NAME SCRIPT PATTERN: the tree in place must make SCRIPT fail with a line that matches PATTERN.
finds() {
    code=0
    output=$("$scripts/$2" "$work/tree" 2>&1) || code=$?
    if [ "$code" -ne 0 ] && printf '%s\n' "$output" | grep -qE "$3"; then
        verdict "$1" 0
    else
        verdict "$1 (status $code)" 1 "$output"
    fi
}

# plants FILE TEXT: one line at the end of a file of a fresh clean tree.
plants() {
    clean_tree
    mkdir -p "$(dirname "$1")"
    printf '%s\n' "$2" >>"$1"
}

clean_tree
for check in check-file-length.sh check-imports.sh check-text.sh check-words.sh; do
    code=0
    output=$("$scripts/$check" "$work/tree" 2>&1) || code=$?
    [ -z "$output" ] || code=1
    verdict "$check is silent on a clean tree" "$code" "$output"
done

plants Sources/Flows/Long.swift "// one too many"
finds "a file of 301 lines is found" check-file-length.sh 'Long.swift:301: 301 lines'

plants Sources/Flows/Flow.swift "import Screens"
finds "an undeclared sibling is found" check-imports.sh 'Flow.swift:6: .*Screens for Flows'
plants Sources/Flows/Flow.swift "@preconcurrency internal import struct Foundation.Date"
finds "Foundation in a pure target is found" check-imports.sh 'Flow.swift:6: Flows is pure.*Foundation'
plants Sources/Documents/Text.swift "import Glibc"
finds "the C library in a pure target is found" check-imports.sh 'Text.swift:14: .*Glibc'
plants Tests/FlowsTests/FlowTests.swift "@testable import Screens"
finds "an undeclared import of a test is found" check-imports.sh 'FlowTests.swift:5: .*Screens for FlowsTests'
plants Sources/Utilities/Text.swift "struct Text {}
import Flows"
finds "a folder that is no target is found" check-imports.sh 'no target Utilities'

plants Sources/paifang/Main.swift 'let value = try! read()'
finds "try! is found" check-text.sh 'Main.swift:2: try!'
plants Sources/paifang/Main.swift 'let text = "\(value as! String)"'
finds "as! inside an interpolation is found" check-text.sh 'Main.swift:2: as!'
plants Sources/paifang/Main.swift 'func stop() -> Never { fatalError("no") }'
finds "fatalError is found" check-text.sh 'Main.swift:2: fatalError'
plants Sources/paifang/Main.swift 'let a = 1  // TODO: later'
finds "a thing left for later is found" check-text.sh 'Main.swift:2: nothing is left'
plants flows/sample.yaml '# FIXME later'
finds "a thing left for later in a flow is found" check-text.sh 'flows/sample.yaml:2'
plants Tests/FlowsTests/FlowTests.swift 'import XCTest'
finds "XCTest is found" check-text.sh 'FlowTests.swift:5: .*XCTest'
plants Sources/Flows/Flow.swift 'func show() { print("x") }'
finds "printing in a pure target is found" check-text.sh 'Flow.swift:6: .*prints'
plants Sources/Flows/Flow.swift 'let dice = Int.random(in: 1...6)'
finds "randomness in a pure target is found" check-text.sh 'Flow.swift:6: .*randomness'
plants Sources/Flows/Flow.swift 'let now = ContinuousClock().now'
finds "a clock in a pure target is found" check-text.sh 'Flow.swift:6: .*time'
plants Sources/Flows/Flow.swift 'func go() { Task { await walk() } }'
finds "a task in a pure target is found" check-text.sh 'Flow.swift:6: .*tasks'
plants Sources/Flows/Flow.swift 'public actor Machine {}'
finds "an actor in a pure target is found" check-text.sh 'Flow.swift:6: .*actors'

plants Sources/Screens/Screen.swift 'let title = "Personal data"'
finds "two words are found" check-words.sh 'Screen.swift:18: .*Personal data'
plants Sources/Screens/Screen.swift 'let title = "Step \(number) of \(count)"'
finds "words around an interpolation are found" check-words.sh 'Screen.swift:18: .*Step'
plants Sources/paifang/Terminal/Line.swift 'let title = "Шаг"'
finds "a Russian word is found" check-words.sh 'Line.swift:1: '
plants Sources/paifang/Terminal/Line.swift 'let title = "确定"'
finds "a Chinese word is found" check-words.sh 'Line.swift:1: '
plants Sources/paifang/Terminal/Line.swift 'let title = "č"'
finds "a Czech letter is found" check-words.sh 'Line.swift:1: '
plants Sources/Screens/Screen.swift 'let title = "Personal data"  // words:'
finds "a permission without a reason is none" check-words.sh 'Screen.swift:18: '
plants Sources/Screens/Screen.swift 'let text = """
    two words
    """'
finds "words in a long string are found" check-words.sh 'Screen.swift:18: '
clean_tree
for number in 1 2 3 4 5 6 7; do
    echo 'let title = "Personal data"' >>Sources/Screens/Screen.swift
done
finds "a file full of words says how many more" check-words.sh 'Screen.swift: and 2 more'

# The installer, with machines made of four small programs.
machine() { # machine USER INSTALLED-PACKAGES...
    rm -rf "$work/bin" && mkdir -p "$work/bin" "$work/lists"
    : >"$work/calls"
    user=$1
    shift
    printf '%s\n' "$@" >"$work/installed"
    for tool in sh env awk grep cat tr dirname sed head rm; do
        ln -s "$(command -v "$tool")" "$work/bin/$tool"
    done
    cat >"$work/bin/dpkg-query" <<SH
#!/bin/sh
for last; do :; done
grep -qxF -- "\$last" '$work/installed' && echo installed
SH
    cat >"$work/bin/apt-get" <<SH
#!/bin/sh
echo "apt-get \$*" >>'$work/calls'
[ "\$DEBIAN_FRONTEND" = noninteractive ] || exit 9
[ ! -e '$work/apt-fails-once' ] || { rm '$work/apt-fails-once'; exit 100; }
SH
    cat >"$work/bin/id" <<SH
#!/bin/sh
echo $user
SH
    cat >"$work/bin/swift" <<'SH'
#!/bin/sh
echo "Swift version 6.3.1 (swift-6.3.1-RELEASE)"
SH
    chmod +x "$work/bin"/dpkg-query "$work/bin"/apt-get "$work/bin"/id "$work/bin"/swift
}

deps() { # runs the installer on the machine; leaves code and output
    code=0
    output=$(PATH="$work/bin" PAIFANG_APT_LISTS="$work/lists" "$scripts/deps.sh" "$@" 2>&1 </dev/null) || code=$?
    calls=$(cat "$work/calls")
}

is() { # is NAME ACTUAL EXPECTED-PATTERN (an extended regular expression for the whole, or "" for nothing)
    if [ -z "$3" ]; then
        [ -z "$2" ] && verdict "$1" 0 || verdict "$1" 1 "$2"
    elif printf '%s\n' "$2" | tr '\n' '~' | grep -qE -- "$3"; then
        verdict "$1" 0
    else
        verdict "$1" 1 "$2"
    fi
}

all=$("$scripts/deps.sh" --listed build)
touch "$work/a_Packages" && mkdir -p "$work/lists"

# shellcheck disable=SC2086
machine 0 $all
deps
is "nothing missing: quiet" "$code$output" '^0~$'
is "nothing missing: apt-get is not called" "$calls" ""

# shellcheck disable=SC2046
machine 0 $(printf '%s\n' "$all" | grep -vxE 'libyaml-dev|git')
deps
is "without package lists, they are fetched first" "$calls" '^apt-get .* update~apt-get .* install -y .*libyaml-dev git~$'
is "it says what it installs" "$output" 'libyaml-dev git'
touch "$work/lists/a_Packages"
: >"$work/calls"
deps
is "with package lists, they are not fetched" "$calls" '^apt-get .* install -y .*libyaml-dev git~$'
: >"$work/calls"
touch "$work/apt-fails-once"
deps
is "old package lists are fetched again, once" "$code $calls" '^0 apt-get .*install.*~apt-get .* update~apt-get .*install.*~$'

machine 1000 git
deps
is "without root and sudo nothing is called" "$calls" ""
is "without root and sudo it says what to run" "$code $output" '^2 .*apt-get install libicu-dev libyaml-dev'
cat >"$work/bin/sudo" <<SH
#!/bin/sh
echo "sudo \$1" >>'$work/calls'
shift
exec "\$@"
SH
chmod +x "$work/bin/sudo"
deps
is "with sudo and no terminal, sudo must not ask" "$code $calls" '^0 sudo -n~apt-get .* install -y'

# shellcheck disable=SC2086
machine 0 $all
rm "$work/bin/swift"
deps
is "without a compiler it says where one is, and what is not one" "$code $output" '^2 .*swift.org.*OpenStack'
is "without a compiler nothing is installed" "$calls" ""
printf '#!/bin/sh\necho "python-swiftclient 4.1.0"\n' >"$work/bin/swift" && chmod +x "$work/bin/swift"
deps
is "OpenStack's swift is not taken for a compiler" "$code $output" '^2 .*OpenStack.s client'
cat >"$work/bin/swift" <<'SH'
#!/bin/sh
[ "$1" = --version ] && echo "Swift version 6.3.1" && exit 0
echo "libcurl.so.4: cannot open shared object file" && exit 127
SH
deps
is "a compiler that does not start gets its libraries" "$calls" 'install -y .*libncurses-dev'
is "and where that does not help, its own words are shown" "$code $output" '^2 .*libcurl.so.4: cannot open'
# shellcheck disable=SC2086
machine 0 $all
rm "$work/bin/dpkg-query"
deps
is "elsewhere than on Debian the build is not held up" "$code $output" '^0 .*not Debian'

# The count of the tests, with a compiler that writes the report it is given.
project() { # project STATUS REPORT
    rm -rf "$work/project" && mkdir -p "$work/project/scripts" "$work/project/Tests/Judges"
    cp "$scripts/test.sh" "$work/project/scripts/"
    touch "$work/project/Tests/Judges/a.py" "$work/project/Tests/Judges/b.py"
    printf '%s\n' "$2" >"$work/report"
    mkdir -p "$work/fake"
    cat >"$work/fake/swift" <<SH
#!/bin/sh
echo '✔ Test passes() passed'
echo '✘ Test fails() failed'
while [ \$# -gt 0 ]; do [ "\$1" != --xunit-output ] || cp '$work/report' "\$2"; shift; done
exit $1
SH
    chmod +x "$work/fake/swift"
    code=0
    output=$(PATH="$work/fake:$PATH" PAIFANG_JUDGES_RAN='' "$work/project/scripts/test.sh" 2>/dev/null) || code=$?
}

one='<testcase name="a" />'
bad='<testcase name="b"><failure message="x" /><failure message="y" /></testcase>'
off='<testcase name="c"><skipped>no</skipped></testcase>'
lines() { printf '%s\n' "$@" | sed 's/></>\n</g'; }
project 0 "$(lines "$one" "$one" '</testsuites>')"
is "passing tests are counted" "$code $output" '^0 .*~2 passed, 0 failed~$'
is "the judges that did not run are counted" "$output" 'judges not run: 2'
is "passing tests are not listed, failing ones are" "$output" '^✘ Test fails'
project 1 "$(lines "$one" "$bad" "$off" '</testsuites>')"
is "a test that fails twice is one failure, a skipped one none" "$code $output" '^1 .*skipped: 1~1 passed, 1 failed~$'
project 0 "$(lines '</testsuites>')"
is "no test at all is a failure" "$code $output" '^1 .*No test.*~0 passed, 1 failed~$'
project 132 "$(lines "$one")"
is "a crash is a failure" "$code $output" '^1 .*~1 passed, 1 failed~$'
project 1 "$(lines "$one" '</testsuites>')"
is "a failure outside the tests is a failure" "$code $output" '^1 .*~1 passed, 1 failed~$'

printf '%s of the scripts'"'"' own tests passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
