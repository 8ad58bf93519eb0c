import Documents
import Localization
import Testing

@Suite("LocaleFindings")
struct LocaleFindingsTests {
    @Test(arguments: LocaleFindings.explanations.keys.sorted())
    func `the wrong example of a code has this finding and no other`(code: String) throws {
        let explanation = try #require(LocaleFindings.explanations[code])
        let codes = try LocaleFixture(explanation.wrong).findings().map(\.code)
        #expect(codes.contains(code))
        #expect(Set(codes).subtracting([code, "L040"]).isEmpty)
    }

    @Test(arguments: LocaleFindings.explanations.keys.sorted())
    func `the right example of a code has no finding`(code: String) throws {
        let explanation = try #require(LocaleFindings.explanations[code])
        let findings = try LocaleFixture(explanation.right).findings()
        #expect(findings == [])
    }

    @Test func `the codes are these and stay these`() {
        #expect(
            LocaleFindings.explanations.keys.sorted() == [
                "L001", "L002", "L003", "L010", "L011", "L012", "L020", "L021", "L022", "L030",
                "L040", "L041",
                "L150", "L151", "L152", "L153", "L154", "L155",
            ]
        )
    }
}
