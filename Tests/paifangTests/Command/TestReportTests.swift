import Foundation
import Testing

@testable import paifang

@Suite("Reports of paifang test")
struct TestReportTests {
    /// A scenario that goes a known number of times over some ways.
    private static let walked = """
        flow: wallet-signup
        given: {locale: en}
        scenarios:
          resend, and too late:
            - when: {submit: {email: jana@example.cz, captcha: pass, agreement: true}}
              then: {at: check_mail}
            - after: 60s
              when: {press: resend}
              then: {at: check_mail}
            - after: 24h
              then: {at: link_expired}
          nobody comes back:
            - after: 7d
              then: {at: abandoned}
        """

    @Test func `several reports are written in one run`() async throws {
        let home = try CommandHome()
        let file = try home.write(Self.walked, to: "walked.yaml")
        let forms = ["junit", "html", "json", "tap", "text"]
        let options = forms.flatMap { ["--report", "\($0)=\(home.path)/out.\($0)"] }
        let result = try await home.run(["test", file, "--report", "text"] + options)
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        let starts = [
            "<?xml version=", "<!DOCTYPE html>", "{\"schema\":1", "TAP version 14", "flows ",
        ]
        for (form, start) in zip(forms, starts) {
            let bytes = try CommandHome.bytes("\(home.path)/out.\(form)")
            #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(start), "\(form)")
        }
        #expect(result.output.hasPrefix("flows 1"))
    }

    @Test func `what was walked is counted at the ways of a picture`() async throws {
        let home = try CommandHome()
        let file = try home.write(Self.walked, to: "walked.yaml")
        let report = home.path + "/out.json"
        let test = try await home.run(["test", file, "--report", "json=\(report)"])
        #expect(test.status == 0, "\(test.output)")
        let graph = ["graph", "--names", "--coverage", report]
        let json = try await home.run(graph + ["--json"]).json
        let edges = try #require(json?["edges"] as? [[String: Any]])
        let counted = edges.filter { ($0["count"] as? Int ?? 0) > 0 }.map { edge in
            "\(edge["from"] as? String ?? "any") \(edge["event"] ?? "") \(edge["count"] ?? 0)"
        }
        #expect(
            counted == [
                "start next 1", "look_up answered 1", "check_mail resend 1", "check_mail after 1",
                "any expires 1",
            ]
        )
        #expect(edges.allSatisfy { $0["count"] is Int })
        for (format, after) in [
            ("text", "after 24h ×1"), ("mermaid", "after 24h ×1"), ("dot", "after 24h ×1"),
        ] {
            let picture = try await home.run(graph + ["--format", format])
            #expect(picture.status == 0, "\(picture.errors)")
            #expect(picture.output.contains(after), "\(picture.output)")
            #expect(picture.output.contains("×0"))
        }
    }

    @Test func `a stay and a branch are counted where they are`() async throws {
        let home = try CommandHome(speaking: .all)
        let report = home.path + "/out.json"
        let test = try await home.run(["test", "--lang", "en", "--report", "json=\(report)"])
        #expect(test.status == 0, "\(test.output)")
        let data = Data(try CommandHome.bytes(report))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let flows = try #require(root["coverage"] as? [[String: Any]])
        for coverage in flows {
            let edges = try #require(coverage["edges"] as? [[String: Any]])
            let flow = try #require(coverage["flow"] as? String)
            let graph = try await home.run(["graph", flow, "--coverage", report, "--json"]).json
            let drawn = try #require(graph?["edges"] as? [[String: Any]])
            // Each way of the report is a way of the picture, and no count is lost between them. Steps of
            // signing in are counted with that flow, and not where it is run.
            let counted = drawn.filter { $0["count"] is Int }
            #expect(edges.count == counted.count, "\(flow)")
            let signingIn = drawn.filter { !($0["count"] is Int) }
            let away = signingIn.compactMap { $0["from"] as? String }
            #expect(
                away.count == signingIn.count && away.allSatisfy { $0.contains(".") },
                "\(away)"
            )
            let sum = { (edges: [[String: Any]]) in
                edges.reduce(0) { $0 + ($1["count"] as? Int ?? 0) }
            }
            #expect(sum(edges) > 0 && sum(edges) == sum(drawn), "\(flow)")
        }
    }
}
