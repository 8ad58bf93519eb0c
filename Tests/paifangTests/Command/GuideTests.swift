import Foundation
import Testing

/// Does what the author's guide says.
///
/// Comments in its text say what a fenced block is for: `write FILE`, `append FILE`, `remove FILES`, and
/// `paifang ARGUMENTS | STATUS | WORDS` for a command, what it ends with, and what it says.
@Suite("The author's guide")
struct GuideTests {
    private enum Act {
        case write(String, String)
        case append(String, String)
        case remove([String])
        case run([String], status: Int32, words: String)
    }

    private static func acts() throws -> [Act] {
        let page = CommandHome.repository + "/docs/guide.md"
        let lines = String(decoding: try CommandHome.bytes(page), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var acts: [Act] = []
        for (index, line) in lines.enumerated() {
            guard let comment = line.wholeMatch(of: /<!-- (.*) -->/)?.output.1 else { continue }
            let words = comment.split(separator: " ").map(String.init)
            let block = lines[index...].drop { !$0.hasPrefix("```") }.dropFirst()
                .prefix { $0 != "```" }.map { $0 + "\n" }.joined()
            switch words.first {
            case "write": acts.append(.write(words[1], block))
            case "append": acts.append(.append(words[1], block))
            case "remove": acts.append(.remove(Array(words.dropFirst())))
            case "paifang":
                let parts = comment.split(separator: " | ").map(String.init)
                let arguments = parts[0].split(separator: " ").dropFirst().map(String.init)
                let status = try #require(Int32(parts[1]))
                acts.append(.run(arguments, status: status, words: parts[2]))
            default: Issue.record("the guide has a comment that means nothing: \(line)")
            }
        }
        return acts
    }

    @Test func `what it says works, in its order`() async throws {
        let home = try CommandHome()
        #expect(try await home.run(["init", "letters"], in: .untold).status == 0)
        let folder = home.path + "/letters"
        var runs = 0
        for act in try Self.acts() {
            switch act {
            case .write(let file, let text):
                // Blocks may follow each other under several comments: the first is the file's.
                try home.write(text, to: "letters/" + file)
            case .append(let file, let text):
                let old = String(
                    decoding: try CommandHome.bytes("\(folder)/\(file)"),
                    as: UTF8.self
                )
                try home.write(old + "\n" + text, to: "letters/" + file)
            case .remove(let files):
                for file in files {
                    try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
                }
            case .run(let arguments, let status, let words):
                let paths = arguments.map { $0 == "answers.yaml" ? "\(folder)/\($0)" : $0 }
                let result = try await home.run(paths, in: .folder(folder))
                #expect(result.status == status, "\(arguments) \(result.output)\(result.errors)")
                #expect(result.output.contains(words), "\(arguments) \(result.output)")
                runs += 1
            }
        }
        #expect(runs == 5)
    }
}
