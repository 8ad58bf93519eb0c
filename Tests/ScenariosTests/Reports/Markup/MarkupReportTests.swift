import Documents
import Flows
import Localization
import Synchronization
import TestTexts
import Testing

@testable import Scenarios

@Suite("Reports as JUnit and HTML")
struct MarkupReportTests {
    private static let text = """
        flow: example
        scenarios:
          a good one:
            - then: {at: start}
          a bad one:
            - when: {submit: {email: a@example.org, proof: pass}}
              then: {at: start, sent: []}
          one in Russian:
            given: {locale: ru}
            steps:
              - then: {at: start}
        """
    private static let path = "flows/scenarios/example.yaml"
    private static let sources = ReportSources([path: SourceText(path: path, text: text)])

    private func result(_ settings: ScenarioSuite.Settings = .init()) throws -> SuiteResult {
        try SampleProject().play(Self.text, settings)
    }

    private func junit(_ result: SuiteResult) throws -> MarkupTree {
        try #require(MarkupTree(JUnitReport(result, sources: Self.sources).text))
    }

    private func html(_ result: SuiteResult) throws -> MarkupTree {
        try #require(MarkupTree(HTMLReport(result, sources: Self.sources).text))
    }

    // MARK: - JUnit

    @Test func `JUnit has a case for each scenario and language, and counts them`() throws {
        let tree = try junit(try result())
        let cases = tree.all("testcase").map { $0.attributes["name"] ?? "" }
        #expect(
            cases == [
                "a good one [en]", "a good one [ru]", "a bad one [en]", "a bad one [ru]",
                "one in Russian [ru]", "words [en]", "words [ru]",
            ]
        )
        #expect(tree.all("testsuite").map { $0.attributes["name"] } == ["example", "words"])
        let all = try #require(tree.all("testsuites").first).attributes
        #expect(all["tests"] == "7" && all["failures"] == "2" && all["errors"] == "0")
        #expect(all["skipped"] == "0")
        let suite = try #require(tree.all("testsuite").first).attributes
        #expect(suite["tests"] == "5" && suite["failures"] == "2")
        let bad = try #require(tree.all("testcase").first { $0.attributes["name"] == cases[2] })
        #expect(bad.attributes["classname"] == "example")
        #expect(bad.attributes["file"] == Self.path && bad.attributes["line"] == "5")
        let properties = tree.all("property").map(\.attributes)
        #expect(properties.contains(["name": "seed", "value": "1"]))
    }

    @Test func `a failure in JUnit is the block of the text report, with all screens behind it`()
        throws
    {
        let result = try result()
        let tree = try junit(result)
        let failures = tree.all("failure")
        let scenario = try #require(result.scenarios.first { !$0.failures.isEmpty })
        #expect(failures.count == 2 && scenario.failures.count == 2)
        for (element, failure) in zip(failures, scenario.failures) {
            let block = FailureBlock(failure, of: scenario.scenario, sources: Self.sources).lines
            #expect(element.text == block.joined(separator: "\n"))
            #expect(element.attributes["message"] == "at: expected start, came check")
            #expect(element.attributes["type"] == "at")
        }
        let screens = tree.all("system-out").map(\.text)
        #expect(screens.count == 2)
        for text in screens {
            #expect(text.hasPrefix("[en]\nLook into a@example.org\n"))
            #expect(text.contains("\n[ru]\nLook into a@example.org\n"))
        }
    }

    @Test func `what is skipped says why in JUnit, with a language or without`() throws {
        var settings = ScenarioSuite.Settings()
        settings.languages = [LanguageTag("en")]
        let tree = try junit(try result(settings))
        let skipped = tree.all("skipped").map { $0.attributes["message"] ?? "" }
        #expect(skipped == ["it is walked in a language that was not asked for"])
        let names = tree.all("testcase").map { $0.attributes["name"] }
        #expect(names.contains("one in Russian"))
        #expect(tree.all("testsuites").first?.attributes["skipped"] == "1")
    }

    @Test func `time in JUnit is that of the run, not what passed for the person`() throws {
        var settings = ScenarioSuite.Settings()
        let clock = Ticks()
        settings.stopwatch = { clock.next() }
        settings.jobs = 1
        let text = ScenarioTexts.one("- after: 48h\n- then: {at: start}\n")
        let result = try SampleProject().play(text, settings)
        let tree = try junit(result)
        #expect(result.scenarios.first?.virtualMilliseconds == 172_800_000)
        let times = tree.all("testcase").map { $0.attributes["time"] }
        #expect(times == ["1.250", "1.250", "0.000", "0.000"])
    }

    // MARK: - HTML

    @Test func `the page tells failures before anything else`() throws {
        let tree = try html(try result())
        #expect(
            tree.all("h2").map(\.text) == ["Failures", "All scenarios", "Coverage"]
        )
        #expect(tree.all("h1").map(\.text) == ["Scenarios: 2 passed, 1 failed"])
        #expect(tree.all("h3").map(\.text) == ["example/a bad one", "example"])
        #expect(tree.all("del").map(\.text) == ["- start", "- nothing"])
        #expect(tree.all("ins").map(\.text) == ["+ check", "+ mail.confirm"])
        let screens = tree.all("pre").filter { $0.attributes["class"] == "screen" }
        #expect(screens.compactMap { $0.attributes["lang"] } == ["en", "ru"])
        #expect(screens.allSatisfy { $0.text.contains("Look into a@example.org") })
        #expect(tree.all("code").map(\.text) == [Self.path + ":7"])
    }

    @Test func `the page shows what was not met at its place, and messages by language`() throws {
        let result = try result()
        let tree = try html(result)
        let flow = try #require(result.coverage.first)
        let cells = Set((tree.all("td") + tree.all("th")).map(\.text))
        for item in flow.missed { #expect(cells.contains(item.range.place), "\(item.name)") }
        for message in flow.missedMessages { #expect(cells.contains(message.key)) }
        let late = try #require(flow.missedMessages.first { $0.key == "example.late.title" })
        #expect(cells.contains(late.range.place))
        let steps = try #require(flow.counts.first)
        #expect(cells.contains("\(steps.met) of \(steps.all) (\(steps.met * 100 / steps.all) %)"))
    }

    @Test func `the page can be found through by headings and tables, and needs nothing else`()
        throws
    {
        let tree = try html(try result())
        #expect(tree.elements.first?.attributes["lang"] == "en")
        let parents = { (element: MarkupTree.Element) in
            element.ancestors.map { tree.elements[$0].name }
        }
        for cell in tree.all("th") { #expect(["row", "col"].contains(cell.attributes["scope"])) }
        for table in tree.all("table") { #expect(parents(table).last == "div") }
        for region in tree.all("div") {
            #expect(region.attributes["tabindex"] == "0")
            #expect(region.attributes["aria-label"]?.isEmpty == false)
        }
        var level = 0
        for element in tree.elements where element.name.first == "h" {
            guard let next = Int(element.name.dropFirst()) else { continue }
            #expect(next <= level + 1, "\(element.text)")
            level = next
        }
        for name in ["script", "link", "img", "iframe", "a", "form"] {
            #expect(tree.all(name).isEmpty)
        }
        let style = try #require(tree.all("style").first).text
        #expect(style.contains("prefers-color-scheme: dark"))
        #expect(!style.contains("url(") && !style.contains("@import"))
    }

    // MARK: - Hostile texts

    @Test func `no text breaks out of either report`() throws {
        for text in HostileTexts.all {
            let result = Self.hostile(text)
            let plain = try html(Self.hostile("harmless"))
            let page = HTMLReport(result, sources: ReportSources()).text
            let tree = try #require(MarkupTree(page), "\(text.debugDescription.prefix(80))")
            #expect(tree.elements.map(\.name) == plain.elements.map(\.name))
            #expect(Set(tree.elements.flatMap(\.attributes.keys)).isSubset(of: Self.attributes))
            #expect(!page.lowercased().contains("<script"))
            let visible = Self.visible(text)
            #expect(tree.all("h3").first?.text == "group/\(visible)")
            #expect(tree.all("ins").first?.text == "+ \(visible)")

            let report = JUnitReport(result, sources: ReportSources()).text
            let xml = try #require(MarkupTree(report), "\(text.debugDescription.prefix(80))")
            #expect(!report.contains("]]>"))
            #expect(xml.all("testcase").first?.attributes["name"] == "\(visible) [en]")
            #expect(xml.all("failure").first?.text.contains("+ \(visible)") == true)
            for scalar in (page + report).unicodeScalars where scalar != "\n" {
                #expect(!VisibleText.isHidden(scalar) && scalar.value & 0xFFFE != 0xFFFE)
            }
        }
    }

    private static let attributes: Set<String> = [
        "lang", "charset", "http-equiv", "content", "name", "class", "role", "aria-label",
        "tabindex", "scope", "open",
    ]

    private static func visible(_ text: String) -> String {
        VisibleText.escaping(text).unicodeScalars.map { scalar in
            scalar.value & 0xFFFE == 0xFFFE
                ? "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}" : String(scalar)
        }.joined()
    }

    /// A run in which a text stands wherever a foreign text can.
    private static func hostile(_ text: String) -> SuiteResult {
        let range = SourceRange.start(of: text)
        let scenario = Scenario(
            name: text,
            group: "group",
            range: range,
            flow: FlowName(text),
            given: Given(),
            entries: []
        )
        let failure = ScenarioFailure(
            language: LanguageTag("en"),
            entry: (1, 1),
            mismatches: [.init(subject: "at", expected: text, actual: text, range: range)],
            steps: (text, text),
            screen: [text],
            screens: [(LanguageTag("en"), [text]), (LanguageTag("ru"), [text])]
        )
        let outcomes: [ScenarioResult.Outcome] = [.failed([failure]), .skipped(text), .passed]
        let word = WordFinding(
            flow: FlowName(text),
            place: text,
            language: LanguageTag("en"),
            key: text,
            text: text,
            problem: .missing,
            scenario: text,
            range: range
        )
        let coverage = FlowCoverage(
            flow: text,
            counts: CoverageItem.Kind.allCases.map { ($0, 0, 1) },
            missed: CoverageItem.Kind.allCases.map {
                CoverageItem(kind: $0, name: text, range: range)
            },
            messages: [("en", 0, 1)],
            missedMessages: [("en", text, range)],
            ways: [(CoverageWay(from: text, event: text, branch: 0, to: text), 1)]
        )
        return SuiteResult(
            seed: 1,
            jobs: 1,
            languages: [LanguageTag("en")],
            scenarios: outcomes.map {
                ScenarioResult(
                    scenario: scenario,
                    languages: [LanguageTag("en")],
                    outcome: $0,
                    entryCount: 1,
                    virtualMilliseconds: 0,
                    nanoseconds: 0
                )
            },
            coverage: [coverage],
            words: [word],
            nanoseconds: 0
        )
    }
}

/// A stopwatch that moves by two and a half seconds at each look.
private final class Ticks: Sendable {
    private let lock = Mutex(Int64(0))

    func next() -> Int64 {
        lock.withLock {
            $0 += 2_500_000_000
            return $0
        }
    }
}
