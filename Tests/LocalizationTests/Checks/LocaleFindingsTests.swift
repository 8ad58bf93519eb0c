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
        // What is allowed without a reason stays a finding.
        let others = code == "L050" ? ["L036"] : ["L040"]
        #expect(Set(codes).subtracting([code] + others).isEmpty)
    }

    @Test(arguments: LocaleFindings.explanations.keys.sorted())
    func `the right example of a code has no finding`(code: String) throws {
        let explanation = try #require(LocaleFindings.explanations[code])
        let findings = try LocaleFixture(explanation.right).findings()
        #expect(findings == [])
    }

    @Test func `the codes are these and stay these`() {
        let codes = [
            "L001", "L002", "L003", "L004", "L005", "L006", "L007", "L008", "L009", "L010", "L011",
            "L012", "L013", "L014", "L015", "L016", "L017", "L018", "L019", "L020", "L021", "L022",
            "L023", "L024", "L030", "L031", "L032", "L033", "L034", "L035", "L036", "L037", "L040",
            "L041", "L042", "L050", "L051", "L052", "L060", "L061", "L062", "L070",
        ]
        #expect(LocaleFindings.explanations.keys.filter { $0 < "L100" }.sorted() == codes)
        let states = LocaleFindings.explanations.keys.filter { $0 >= "L150" }.sorted()
        #expect(states == ["L150", "L151", "L152", "L153", "L154", "L155"])
    }
}
