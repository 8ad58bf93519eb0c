import Foundation
import Localization
import Testing

@Suite("The flows of a project")
struct FlowListTests {
    private static let names: [String] = {
        let folder = CommandHome.repository + "/flows"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
            .filter { $0 != "fields" && $0 != "effects" }.sorted()
    }()

    @Test(arguments: Languages.all)
    func `all are listed, with their title in each language and how to begin`(
        language: String
    ) async throws {
        let home = try CommandHome(speaking: .all)
        let list = try await home.run(["run", "--list", "--lang", language])
        #expect(list.status == 0 && list.errors.isEmpty)
        let lines = list.output.split(separator: "\n").map(String.init)
        #expect(lines.count == Self.names.count && lines.count >= 3)
        for name in Self.names {
            let title = Messages.opening(of: "\(name).title", in: language)
            let line = lines.first { $0.hasPrefix("\(name)  ") } ?? ""
            #expect(line.contains("  \(title)"), "\(name)")
            #expect(line.contains("  open "), "\(name)")
            #expect(line.contains("  paifang run \(name)"), "\(name)")
        }
        // The columns stand under each other, also where letters are two cells wide.
        let starts = lines.map { line in
            line.components(separatedBy: "  paifang run ").first.map { DisplayWidth.cells($0) }
        }
        #expect(Set(starts).count == 1)
    }

    @Test(arguments: [
        ("open: {until: 2099-12-31}", "open until 2099-12-31", true),
        ("open: {until: 2017-01-01}", "closed since 2017-01-01", false),
        ("open: {from: 2099-01-01T09:00:00Z}", "closed until 2099-01-01T09:00:00Z", false),
        (
            "open: {from: 2098-01-01, until: 2099-01-01}", "closed: open 2098-01-01 to 2099-01-01",
            false
        ),
    ])
    func `one that is closed says since when, or until when`(
        opening: String,
        words: String,
        isOpen: Bool
    ) async throws {
        let home = try CommandHome()
        let copy = try home.copyProject()
        let file = copy + "/flows/sign-in.yaml"
        let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
        try text.replacing("locale: en\n", with: "locale: en\n\(opening)\nclosed: given_up\n")
            .write(toFile: file, atomically: true, encoding: .utf8)
        let list = try await home.run(["run", "--list"], in: .folder(copy))
        #expect(list.output.contains(words), "\(list.output)\(list.errors)")
        let json = try await home.run(["run", "--list", "--json"], in: .folder(copy)).json
        let flows = try #require(json?["flows"] as? [[String: Any]])
        let flow = try #require(flows.first { $0["flow"] as? String == "sign-in" })
        #expect(flow["open"] as? Bool == isOpen)
        #expect(Set(flow.keys) == ["flow", "title", "open", "opens", "closes", "start"])
    }

    @Test func `at another time another flow is open`() async throws {
        let home = try CommandHome()
        let copy = try home.copyProject()
        let file = copy + "/flows/sign-in.yaml"
        let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
        try text.replacing(
            "locale: en\n",
            with: "locale: en\nopen: {from: 2030-01-01}\nclosed: given_up\n"
        ).write(toFile: file, atomically: true, encoding: .utf8)
        let later = ["run", "--list", "--clock", "2031-01-01T00:00:00Z"]
        #expect(!(try await home.run(later, in: .folder(copy))).output.contains("closed"))
        let now = ["run", "--list", "--clock", "2029-01-01T00:00:00Z"]
        #expect(try await home.run(now, in: .folder(copy)).output.contains("closed until"))
    }

    // MARK: - The page

    /// The rows of the page: what each flow is called, where its picture is, what plays it, how to begin it.
    private func table(_ flows: [[String: Any]]) throws -> String {
        let folder = CommandHome.repository + "/flows/scenarios"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let rows = try flows.map { flow in
            let name = try #require(flow["flow"] as? String)
            let own = files.filter { $0.hasPrefix("\(name).") && $0.hasSuffix(".yaml") }
            let links = own.map { "[\($0.dropLast(5))](../flows/scenarios/\($0))" }
            return [
                "[\(name)](../flows/\(name).yaml)", try #require(flow["title"] as? String),
                "[picture](#\(name))", links.joined(separator: ", "),
                "`\(try #require(flow["start"] as? String))`",
            ]
        }
        let head = ["flow", "title", "picture", "scenarios", "begin"]
        let lines = [head, head.map { _ in "---" }] + rows
        return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    }

    @Test func `the page has each flow, with its picture, its scenarios and how to begin it`()
        async throws
    {
        let home = try CommandHome(speaking: .all)
        let json = try await home.run(["run", "--list", "--lang", "en", "--json"]).json
        let flows = try #require(json?["flows"] as? [[String: Any]])
        let file = CommandHome.repository + "/docs/flows.md"
        let text = String(decoding: try CommandHome.bytes(file), as: UTF8.self)
        let mark = "<!-- paifang run --list -->\n"
        let start = try #require(text.range(of: mark)?.upperBound)
        let end = try #require(text.range(of: "\n\n", range: start..<text.endIndex)).lowerBound
        var page = text.replacingCharacters(in: start..<end, with: try table(flows).dropLast())
        for name in flows.compactMap({ $0["flow"] as? String }) {
            let arguments = ["graph", name, "--lang", "en", "--format", "mermaid"]
            let heading = "## \(name)\n\n<!-- paifang \(arguments.joined(separator: " ")) -->\n"
            guard !page.contains(heading) else { continue }
            page += "\n\(heading)```mermaid\n\(try await home.run(arguments).output)```\n"
        }
        if page != text, ProcessInfo.processInfo.environment["PAIFANG_RECORD"] != nil {
            try page.write(toFile: file, atomically: true, encoding: .utf8)
        }
        #expect(page == text, "docs/flows.md: PAIFANG_RECORD=1 make test writes it anew")
    }
}
