import Documents
import Testing

@Suite("DiagnosticReport: what follows from what")
struct DiagnosticCascadeTests {
    private let flow = SourceText(
        path: "flows/signup.yaml",
        text: String(repeating: "\n", count: 30) + "    on: {submit: captha}\n"
            + String(repeating: "\n", count: 12) + "  captcha:\n"
    )

    /// A cause, and findings that go away with it.
    private func cascade(_ count: Int) -> (cause: Diagnostic, report: DiagnosticReport) {
        let cause = Diagnostic("E02", at: flow.range(47..<53), "no step", help: "captcha")
        let others = (0..<count).map { index in
            Diagnostic("W31", at: flow.range(69..<76), "never asked \(index)", help: "ask")
        }
        let causes = Dictionary(uniqueKeysWithValues: others.map { ($0, cause) })
        return (
            cause, DiagnosticReport([cause] + others, sources: [flow.path: flow], causes: causes)
        )
    }

    @Test func `a finding that goes away with another one says so, and no more`() {
        let (_, report) = cascade(1)
        #expect(
            report.text(cells: \.count).hasSuffix(
                """
                   = try:      captcha
                   = more:     paifang explain E02

                warning[W31]: never asked 0
                  --> flows/signup.yaml:44:3
                   = note:     this goes away once E02 in line 31 is fixed

                1 error, 1 warning in 1 file

                """
            )
        )
        #expect(report.json.contains(#""help":"captcha""#))
        #expect(
            report.json.contains(
                #""help":"goes away once E02 at flows/signup.yaml:31:18 is fixed""#
            )
        )
    }

    @Test func `many that go away with another one are counted there, and still in the summary`() {
        let five = cascade(5).report.text(cells: \.count)
        #expect(five.split(separator: "\n").count { $0.contains("goes away once") } == 5)
        let six = cascade(6).report.text(cells: \.count)
        #expect(!six.contains("W31"))
        #expect(six.contains("   = note:     6 more findings go away once this is fixed\n"))
        #expect(six.hasSuffix("\n1 error, 6 warnings in 1 file\n"))
        #expect(cascade(6).report.short.split(separator: "\n").count == 7)
    }

    @Test func `the place of a cause in another file is told in full`() {
        let other = Diagnostic("W31", at: .start(of: "b.yaml"), "never asked")
        let cause = cascade(0).cause
        let text = DiagnosticReport([other, cause], causes: [other: cause]).text(cells: \.count)
        #expect(text.contains("once E02 at flows/signup.yaml:31:18 is fixed"))
    }

    @Test func `findings that nobody wants to see are counted`() {
        #expect(DiagnosticReport([], allowed: 2).summary == "no errors, no warnings, 2 allowed")
        let finding = Diagnostic("E02", at: .start(of: "a.yaml"), "no step")
        #expect(DiagnosticReport([finding], allowed: 1).summary == "1 error in 1 file, 1 allowed")
        #expect(DiagnosticReport([], allowed: 3).json.hasSuffix(#""files":0,"allowed":3}}"#))
    }

    @Test func `a mend that the command makes is offered`() {
        let range = flow.range(47..<53)
        let finding = Diagnostic(
            "E02",
            at: range,
            "no step",
            help: "captcha",
            fix: Fix(at: range, from: "captha", to: "captcha")
        )
        #expect(
            DiagnosticReport([finding]).text(cells: \.count)
                .contains("= try:      captcha   (`paifang check --fix` does it)\n")
        )
    }
}
