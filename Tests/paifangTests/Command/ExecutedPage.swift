import Foundation
import Testing

/// A page of `docs/` that does what it says: a test carries it out in a folder of its own.
///
/// Comments in its text say what a fenced block is for: `write FILE`, `append FILE`, `insert FILE LINE` (behind that
/// line), `change FILE TEXT` (every place of that text), `remove FILES`, and
/// `paifang ARGUMENTS | STATUS | WORDS` for a command, what it ends with, and what it says. A `console`
/// block is typed as it stands: lines that begin with `$ `, each with what came of it. There `…` stands for
/// anything, alone on a line for any number of lines; the last line tells how it ended, if not with 0.
struct ExecutedPage {
    private enum Act {
        case write(String, String)
        case append(String, String)
        case replace(String, old: String, by: String)
        case remove([String])
        case run([String], status: Int32, words: String)
        /// A line of a terminal, and where the page has what came of it.
        case type(String, Range<Int>)
    }

    private let file: String
    private var lines: [String]
    private var acts: [Act] = []

    /// Reads a page, such as `docs/guide.md`.
    init(_ name: String) throws {
        file = CommandHome.repository + "/" + name
        lines = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (index, line) in lines.enumerated() {
            if line == "```console" {
                addConsole(at: index + 1)
            } else if let comment = line.wholeMatch(of: /<!-- (.*) -->/)?.output.1 {
                try add(String(comment), at: index)
            }
        }
    }

    private mutating func add(_ comment: String, at index: Int) throws {
        let words = comment.split(separator: " ", maxSplits: 2).map(String.init)
        let block = lines[index...].drop { !$0.hasPrefix("```") }.dropFirst()
            .prefix { $0 != "```" }.map { $0 + "\n" }.joined()
        switch words.first {
        case "write": acts.append(.write(words[1], block))
        case "append": acts.append(.append(words[1], block))
        case "insert":
            let line = try #require(words.last) + "\n"
            acts.append(.replace(words[1], old: "\n" + line, by: "\n" + line + block))
        case "change":
            let old = try #require(words.last)
            acts.append(.replace(words[1], old: old, by: String(block.dropLast())))
        case "remove":
            acts.append(.remove(comment.split(separator: " ").dropFirst().map(String.init)))
        case "paifang":
            let parts = comment.split(separator: " | ").map(String.init)
            let arguments = parts[0].split(separator: " ").dropFirst().map(String.init)
            let status = try #require(Int32(parts[1]))
            acts.append(.run(arguments, status: status, words: parts[2]))
        default: Issue.record("\(file) has a comment that means nothing: \(comment)")
        }
    }

    private mutating func addConsole(at start: Int) {
        let end = lines[start...].firstIndex(of: "```") ?? lines.endIndex
        let typed = (start..<end).filter { lines[$0].hasPrefix("$ ") }
        for (index, next) in zip(typed, typed.dropFirst() + [end]) {
            let last = lines[index..<next].lastIndex { !$0.isEmpty } ?? index
            acts.append(.type(String(lines[index].dropFirst(2)), index + 1..<last + 1))
        }
    }

    /// Does everything, in its order; what came of a typed line may be written into the page.
    ///
    /// - Parameters:
    ///   - home: Where the command lives.
    ///   - folder: The folder to begin in, below the home's.
    ///   - isRecording: Whether the page is written anew where something else came of a line.
    /// - Returns: How many commands were run.
    /// - Throws: An error where a file can't be written, or the command can't be started.
    func perform(in home: CommandHome, _ folder: String, isRecording: Bool) async throws -> Int {
        var folder = folder
        var runs = 0
        var recorded: [(Range<Int>, [String])] = []
        for act in acts {
            switch act {
            case .write(let file, let text):
                // Blocks may follow each other under several comments: the first is the file's.
                try home.write(text, to: folder + "/" + file)
            case .append(let file, let text):
                let path = "\(home.path)/\(folder)/\(file)"
                let old = String(decoding: try CommandHome.bytes(path), as: UTF8.self)
                try home.write(old + "\n" + text, to: folder + "/" + file)
            case .replace(let file, let old, let new):
                let path = "\(home.path)/\(folder)/\(file)"
                let text = String(decoding: try CommandHome.bytes(path), as: UTF8.self)
                #expect(text.contains(old), "\(file) has no \(old)")
                try home.write(text.replacing(old, with: new), to: folder + "/" + file)
            case .remove(let files):
                for file in files {
                    try FileManager.default.removeItem(atPath: "\(home.path)/\(folder)/\(file)")
                }
            case .run(let arguments, let status, let words):
                let place = "\(home.path)/\(folder)"
                let paths = arguments.map { $0 == "answers.yaml" ? "\(place)/\($0)" : $0 }
                let result = try await home.run(paths, in: .folder(place))
                #expect(result.status == status, "\(arguments) \(result.output)\(result.errors)")
                #expect(result.output.contains(words), "\(arguments) \(result.output)")
                runs += 1
            case .type(let line, let place):
                if line.hasPrefix("cd ") {
                    folder += "/" + line.dropFirst(3)
                    continue
                }
                let result = try await home.shell(line, in: home.path + "/" + folder)
                let shown = Self.shown(result)
                runs += 1
                if Self.fits(shown[...], lines[place]) { continue }
                if isRecording {
                    recorded.append((place, shown))
                } else {
                    let wanted = lines[place].joined(separator: "\n")
                    let came = shown.joined(separator: "\n")
                    Issue.record("`\(line)` should say\n\(wanted)\nand said\n\(came)")
                }
            }
        }
        if !recorded.isEmpty { try write(recorded) }
        return runs
    }

    private func write(_ recorded: [(Range<Int>, [String])]) throws {
        var lines = lines
        for (place, shown) in recorded.reversed() { lines.replaceSubrange(place, with: shown) }
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }

    /// What came of a line, as the page has it: without empty lines at its edges.
    private static func shown(_ result: CommandResult) -> [String] {
        var lines = (result.output + result.errors)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        if result.status != 0 { lines.append("(ends with \(result.status))") }
        return lines
    }

    /// Whether lines are those of the page, in which `…` stands for anything.
    static func fits(_ lines: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
        guard let first = pattern.first else { return lines.isEmpty }
        let rest = pattern.dropFirst()
        if first.trimmingCharacters(in: .whitespaces) == "…" {
            return (lines.startIndex...lines.endIndex).contains { fits(lines[$0...], rest) }
        }
        guard let line = lines.first, fits(line, first) else { return false }
        return fits(lines.dropFirst(), rest)
    }

    private static func fits(_ line: String, _ pattern: String) -> Bool {
        var rest = line[...]
        let parts = pattern.split(separator: "…", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == 0 {
                guard rest.hasPrefix(part) else { return false }
                rest = rest.dropFirst(part.count)
            } else if index == parts.count - 1 {
                return rest.hasSuffix(part)
            } else if !part.isEmpty {
                guard let found = rest.firstRange(of: part) else { return false }
                rest = rest[found.upperBound...]
            }
        }
        return rest.isEmpty
    }
}
