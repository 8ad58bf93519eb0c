import Documents
import Testing

@Suite("DiagnosticExplanation")
struct DiagnosticExplanationTests {
    @Test func `an explanation shows a wrong and a right example`() {
        let explanation = DiagnosticExplanation(
            code: "E02",
            title: "no such step",
            text: "Every target is a step.",
            wrong: "next: captha\n\nend: b\n",
            right: "next: \u{1B}captcha"
        )
        #expect(
            explanation.rendered() == """
                E02: no such step

                Every target is a step.

                Wrong:
                    next: captha

                    end: b

                Right:
                    next: \\u{1B}captcha

                """
        )
    }

    @Test func `colours are added and nothing is taken away`() {
        for explanation in DocumentFindings.explanations {
            let coloured = explanation.rendered(style: .ansi)
            #expect(coloured.contains("\u{1B}["))
            #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == explanation.rendered())
        }
    }
}
