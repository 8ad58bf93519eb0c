import Flows
import Foundation
import Localization
import Testing

@Suite("paifang graph")
struct GraphTests {
    private static let hasGraphviz = FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")

    private func steps() throws -> [String] {
        let flow = CommandHome.repository + "/flows/wallet-signup.yaml"
        let text = String(decoding: try CommandHome.bytes(flow), as: UTF8.self)
        return text.matches(of: /- step: ([a-z_]+)/).map { String($0.output.1) }
    }

    @Test(arguments: Languages.all)
    func `in each language every step is there, with its title and its name`(
        language: String
    ) async throws {
        let home = try CommandHome(speaking: .all)
        let result = try await home.run(["graph", "--lang", language])
        #expect(result.status == 0 && result.errors.isEmpty)
        let lines = result.output.split(separator: "\n").map(String.init)
        let steps = try steps()
        #expect(steps.count > 15)
        for step in steps {
            let title = Messages.opening(of: "wallet-signup.\(step).title", in: language)
            #expect(lines.contains { $0.contains(" \(title)") && $0.contains(" \(step) ") })
        }
        let button = Messages.opening(of: "wallet-signup.check_mail.resend", in: language)
        #expect(lines.contains { $0.contains("├─ \(button) ─") && $0.hasSuffix("▶ 3  once more") })
        #expect(lines.filter { DisplayWidth.cells($0) > 80 } == [])
    }

    @Test(arguments: Languages.all)
    func `Mermaid and DOT have the same steps and ways in each language`(
        language: String
    ) async throws {
        let home = try CommandHome(speaking: .all)
        let json = try #require(try await home.run(["graph", "--lang", language, "--json"]).json)
        let edges = try #require(json["edges"] as? [[String: Any]])
        #expect(edges.count == 26)
        let mermaid = try await home.run(["graph", "--lang", language, "--format", "mermaid"])
        let dot = try await home.run(["graph", "--lang", language, "--format", "dot"])
        for edge in edges {
            let from = (edge["from"] as? String).map { "step_\($0)" } ?? "anywhere"
            let to = try #require(edge["to"] as? String)
            let isThere = { (text: String, arrow: String) in
                text.split(separator: "\n").contains {
                    $0.hasPrefix("    \(from) ") && $0.contains("step_\(to)") && $0.contains(arrow)
                }
            }
            #expect(isThere(mermaid.output, "->"), "\(from) \(to)")
            #expect(isThere(dot.output, " -> "), "\(from) \(to)")
        }
        let title = Messages.opening(of: "wallet-signup.registered.title", in: language)
        #expect(mermaid.output.contains("([\"\(title)<br/>registered<br/>"))
    }

    @Test func `only names are shown where names are asked for`() async throws {
        let home = try CommandHome()
        let result = try await home.run(["graph", "--names"])
        #expect(result.output.hasPrefix(" wallet-signup 1\n"))
        #expect(!result.output.contains("Check your email"))
    }

    @Test func `a terminal without Unicode gets ASCII`() async throws {
        let home = try CommandHome()
        let isASCII = { (result: CommandResult) in
            !result.output.unicodeScalars.contains { (0x2500...0x25FF).contains($0.value) }
        }
        #expect(isASCII(try await home.run(["graph", "--plain"])))
        #expect(isASCII(try await home.run(["graph"], environment: ["LC_ALL": "C"])))
        #expect(isASCII(try await home.run(["graph"], environment: ["LANG": "cs_CZ.ISO-8859-2"])))
        #expect(!isASCII(try await home.run(["graph"], environment: ["LC_ALL": "C.UTF-8"])))
        #expect(!isASCII(try await home.run(["graph"])))
    }

    @Test(.enabled(if: hasGraphviz))
    func `Graphviz draws what the flow says, hostile words too`() async throws {
        let home = try CommandHome()
        let project = try home.copyProject()
        let file = project + "/locales/en.yaml"
        let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
        let hostile = #""a\"]; x -> y [label=\"\\N\\\\ 注册 &amp; <b> %%{init}%% \n %%""#
        try text.replacing("title: \"About you\"", with: "title: \(hostile)")
            .write(toFile: file, atomically: true, encoding: .utf8)
        let result = try await home.run(
            ["graph", "--format", "svg", "--lang", "en"],
            in: .folder(project)
        )
        #expect(result.status == 0, "\(result.errors)")
        for words in [
            #">a&quot;]; x &#45;&gt; y [label=&quot;\N\\ 注册</text>"#,
            #">&amp;amp; &lt;b&gt; %%{init}%% %%</text>"#,
        ] { #expect(result.output.contains(words), "\(words)") }
        // One ellipse or polygon a step, an arrow a way: nothing came in by a title.
        #expect(result.output.split(separator: "class=\"edge\"").count == 1 + 26 + 1)
        #expect(result.output.split(separator: "class=\"node\"").count == 1 + 17 + 2)
    }

    @Test func `without Graphviz it says how to get it, and what works without`() async throws {
        let home = try CommandHome()
        let result = try await home.run(
            ["graph", "--format", "svg"],
            environment: ["PATH": home.path]
        )
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains("apt-get install graphviz"))
        #expect(result.errors.contains("text, mermaid and dot"))
    }

    @Test func `a report of coverage puts counts at the ways`() async throws {
        let home = try CommandHome()
        let report = try home.write(
            """
            {"schema": 1, "coverage": [{"flow": "other", "edges": []}, {"flow": "wallet-signup", "edges": [
              {"from": "start", "event": "next", "branch": 0, "to": "look_up", "count": 12},
              {"from": "check_mail", "event": "after", "branch": null, "to": "link_expired", "count": 3},
              {"from": null, "event": "expires", "branch": null, "to": "abandoned", "count": 2}]}]}
            """,
            to: "report.json"
        )
        let text = try await home.run(["graph", "--coverage", report, "--names"])
        #expect(text.output.contains("   │ ×12\n"))
        #expect(text.output.contains("╌ after 24h ×3 ╌"))
        #expect(text.output.contains("╌ after 7d untouched ×2 ╌"))
        #expect(text.output.contains("├─ unavailable ×0 ─"))
        let json = try await home.run(["graph", "--coverage", report, "--json"]).json
        let edges = try #require(json?["edges"] as? [[String: Any]])
        #expect(edges.compactMap { $0["count"] as? Int }.reduce(0, +) == 17)
    }

    @Test func `a report without coverage, or none at all, is refused`() async throws {
        let home = try CommandHome()
        for (text, reason) in [
            ("{\"schema\": 1}", "does not count the ways of wallet-signup"),
            ("not [ JSON", "does not count the ways"),
        ] {
            let file = try home.write(text, to: "report.json")
            let result = try await home.run(["graph", "--coverage", file])
            #expect(result.status == 2 && result.output.isEmpty)
            #expect(result.errors.contains(reason))
        }
        let missing = try await home.run(["graph", "--coverage", home.path + "/nothing.json"])
        #expect(missing.status == 2 && missing.errors.contains("nothing.json can't be read"))
    }

    @Test func `a flow or a language that is not there is refused with those that are`()
        async throws
    {
        let home = try CommandHome(speaking: .all)
        let flow = try await home.run(["graph", "wallet-singup"])
        #expect(flow.status == 64 && flow.output.isEmpty)
        #expect(flow.errors.contains("did you mean wallet-signup?"))
        let language = try await home.run(["graph", "--lang", "xx"])
        #expect(language.status == 64 && language.errors.contains("en ru zh id cs"))
    }

    // MARK: - The documents

    /// Every fenced block under a comment such as `<!-- paifang graph --lang en, first 20 lines -->`.
    private static let pictures: [(file: String, arguments: [String], lines: Int?)] =
        ["README.md", "docs/flows.md"].flatMap { file in
            let text = String(
                decoding: (try? CommandHome.bytes(CommandHome.repository + "/" + file)) ?? [],
                as: UTF8.self
            )
            return text.matches(of: /<!-- paifang (graph[^,]*?)(?:, first (\d+) lines)? -->\n/).map
            {
                (
                    file, $0.output.1.split(separator: " ").map(String.init),
                    $0.output.2.flatMap { Int($0) }
                )
            }
        }

    @Test func `the documents show pictures`() {
        #expect(Self.pictures.count >= 3)
    }

    @Test(arguments: pictures.indices)
    func `a picture in the documents is what the command draws`(index: Int) async throws {
        let (name, arguments, lines) = Self.pictures[index]
        let home = try CommandHome(speaking: .all)
        let result = try await home.run(arguments)
        var picture = result.output.split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast()
        if let lines { picture = picture.prefix(lines) }
        let isMermaid = arguments.contains("mermaid")
        let block =
            "```\(isMermaid ? "mermaid" : "text")\n" + picture.joined(separator: "\n") + "\n```\n"

        let file = CommandHome.repository + "/" + name
        let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
        let remark = lines.map { ", first \($0) lines" } ?? ""
        let comment = "<!-- paifang \(arguments.joined(separator: " "))\(remark) -->\n"
        let start = try #require(text.range(of: comment)?.upperBound)
        let end = try #require(text.range(of: "\n```\n", range: start..<text.endIndex)?.upperBound)
        let isCurrent = text[start..<end] == block
        if !isCurrent, ProcessInfo.processInfo.environment["PAIFANG_RECORD"] != nil {
            try text.replacingCharacters(in: start..<end, with: block)
                .write(toFile: file, atomically: true, encoding: .utf8)
        }
        #expect(isCurrent, "\(name): PAIFANG_RECORD=1 make test writes it anew")
    }
}
