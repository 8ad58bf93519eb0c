import Foundation

/// Files that were made to use up the machine: how long the command takes to refuse each, and how much memory.
///
/// The whole command is measured, started anew for each bomb, on a copy of this project that has the bomb in it.
enum BombBenchmarks {
    /// Writes a text piece by piece: what this process holds at once would be counted as the command's.
    private typealias Text = @Sendable (_ write: (String) -> Void) -> Void

    /// A file of the project, and what becomes of its text.
    private struct Bomb: Sendable {
        let name: String
        let file: String
        /// What of the file is replaced; the whole where there is nothing.
        var find = ""
        let text: Text
    }

    private static func times(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    private static let yaml: [(name: String, text: Text)] = [
        (
            "aliases of aliases",
            { write in
                write("a0: &a0 [x, x, x, x, x, x, x, x, x]\n")
                for level in 1..<10 {
                    write("a\(level): &a\(level) [\(times("*a\(level - 1), ", 8))x]\n")
                }
            }
        ),
        ("depth", { $0("a: " + times("[", 100_000)) }),
        (
            "a text of 100 MB",
            { write in
                write("a: \"")
                for _ in 0..<1_000 { write(times("x", 100_000)) }
                write("\"\n")
            }
        ),
        ("a million keys", { write in for key in 0..<1_000_000 { write("k\(key): 1\n") } }),
        ("one key many times", { $0(times("email: a\n", 50_000)) }),
        ("a question without end", { $0(times("? ", 200_000)) }),
    ]

    private static let messages: [(name: String, text: Text)] = [
        (
            "plurals in plurals",
            { $0("'" + times("{n, plural, other {", 5_000) + times("}}", 5_000) + "'") }
        ),
        (
            "many branches",
            { write in
                write("'{n, plural, ")
                for branch in 0..<20_000 { write("=\(branch) {x} ") }
                write("other {y}}'")
            }
        ),
        ("a message of 1 MB", { $0("'" + times("word ", 200_000) + "'") }),
    ]

    private static let conditions: [(name: String, text: Text)] = [
        ("brackets", { $0(times("(", 20_000) + "true" + times(")", 20_000)) }),
        ("a counted pattern", { $0("value.matches('((a{1000}){1000}){1000}')") }),
        ("all of all", { $0(times("[1,2,3,4,5,6,7,8].all(x, ", 30) + "true" + times(")", 30)) }),
    ]

    private static var bombs: [Bomb] {
        yaml.flatMap { bomb in
            ["flows/fields.yaml", "locales/ru.yaml"].map {
                Bomb(name: "\(bomb.name) in \($0)", file: $0, text: bomb.text)
            }
        }
            + messages.map { bomb in
                Bomb(
                    name: "\(bomb.name) as a message",
                    file: "locales/ru.yaml",
                    find: "field:\n",
                    text: { write in
                        write("bomb: ")
                        bomb.text(write)
                        write("\nfield:\n")
                    }
                )
            }
            + conditions.map { bomb in
                Bomb(
                    name: "\(bomb.name) as a condition",
                    file: "flows/fields.yaml",
                    find: "{type: text, privacy: personal, length: {max: 120}}",
                    text: { write in
                        write("{type: text, rules: {bomb: \"")
                        bomb.text(write)
                        write("\"}}")
                    }
                )
            }
    }

    /// Where `swift build -c release --product paifang` puts the command.
    private static let command = ".build/release/paifang"

    static func run() {
        guard FileManager.default.isExecutableFile(atPath: command) else {
            print("bombs: build first: swift build -c release --product paifang")
            return
        }
        report("no bomb", in: ".")
        for bomb in bombs {
            do {
                try explode(bomb)
            } catch {
                print("bombs: \(bomb.name): \(error)")
            }
        }
    }

    private static func explode(_ bomb: Bomb) throws {
        let files = FileManager.default
        let folder = NSTemporaryDirectory() + "paifang-bomb-\(getpid())"
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // What is left in a folder for temporary files harms nobody.
        defer { try? files.removeItem(atPath: folder) }
        for name in ["flows", "locales"] {
            try files.copyItem(atPath: name, toPath: "\(folder)/\(name)")
        }
        let path = "\(folder)/\(bomb.file)"
        var halves = ["", ""]
        if !bomb.find.isEmpty {
            let old = try String(contentsOfFile: path, encoding: .utf8)
            guard let place = old.range(of: bomb.find) else {
                print("bombs: \(bomb.name): nothing to replace")
                return
            }
            halves = [String(old[..<place.lowerBound]), String(old[place.upperBound...])]
        }
        try Data().write(to: URL(fileURLWithPath: path))
        guard let file = FileHandle(forWritingAtPath: path) else { return }
        file.write(Data(halves[0].utf8))
        bomb.text { file.write(Data($0.utf8)) }
        file.write(Data(halves[1].utf8))
        try file.close()
        report(bomb.name, in: folder)
    }

    /// Runs `paifang check` three times; the least time counts, and the most memory.
    private static func report(_ name: String, in folder: String) {
        var best = Double.infinity
        var memory = 0
        var status: Int32 = 0
        for _ in 0..<3 {
            var usage = rusage()
            let elapsed = ContinuousClock().measure {
                var child = pid_t()
                let arguments = [command, "check", "--format", "short", "-C", folder]
                var pointers = arguments.map { strdup($0) } + [nil]
                defer { for pointer in pointers { free(pointer) } }
                var actions = posix_spawn_file_actions_t()
                posix_spawn_file_actions_init(&actions)
                posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
                posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
                guard posix_spawn(&child, command, &actions, nil, &pointers, environ) == 0 else {
                    return
                }
                wait4(child, &status, 0, &usage)
                posix_spawn_file_actions_destroy(&actions)
            }
            let (seconds, attoseconds) = elapsed.components
            best = min(best, Double(seconds) * 1e3 + Double(attoseconds) / 1e15)
            memory = max(memory, usage.ru_maxrss)
        }
        let milliseconds = (best * 10).rounded() / 10
        let megabytes = (Double(memory) / 102.4).rounded() / 10
        print(
            "{\"figure\": \"\(name)\", \"ms\": \(milliseconds), \"MB\": \(megabytes), "
                + "\"exit\": \((status >> 8) & 255)}"
        )
    }
}
