import Flows
import Localization
import Screens
import Testing

/// Countries that are chosen for the sake of a phone number.
@Suite("Calling codes")
struct CallingCodeTests {
    private static let flow = """
        fields:
          - home: {type: country}
          - number_of: {type: country}
          - number: {type: phone, country: number_of}
        steps:
          - {step: start, ask: [home, number_of, number]}
          - {step: done, end: done}
        """

    private static let words = """
        example:
          title: "Example"
          start:
            title: "Start"
          done:
            title: "Done"
          home:
            label: "Home"
          number_of:
            label: "Code"
          number:
            label: "Number"
        answer:
          calling_code: "{country} ({code})"
        """

    private func options(_ name: FieldName, _ walk: ScreenWalk) throws -> [String: String] {
        guard case .country(let options) = try walk.field(name).control else { return [:] }
        return Dictionary(uniqueKeysWithValues: options.map { ($0.raw, $0.words.text) })
    }

    @Test func `they stand beside the country whose number follows, and beside no other`() throws {
        let walk = try ScreenWalk(Self.flow, words: Self.words)
        #expect(try options("number_of", walk)["CZ"] == "Czechia (+420)")
        #expect(try options("home", walk)["CZ"] == "Czechia")
        // Without a code the name stands alone.
        #expect(try options("number_of", walk)["BV"] == "Bouvet Island")
    }

    @Test func `the country that was chosen shows its code`() throws {
        var walk = try ScreenWalk(Self.flow, words: Self.words)
        walk.state.fields[0] = .text("CZ")
        walk.state.fields[1] = .text("CZ")
        #expect(try walk.field("number_of").shown == "Czechia (+420)")
        #expect(try walk.field("home").shown == "Czechia")
    }

    @Test func `the list stands in the order of the names in the reader's language`() throws {
        for language in ["en", "ru", "zh", "id", "cs"] {
            let formats = RegionalFormats(LanguageTag(language))
            let names = formats.countries.map(\.name)
            #expect(names.count > 200)
            #expect(Set(names).count == names.count)
        }
        let czech = RegionalFormats(LanguageTag("cs")).countries.map(\.code)
        // Č comes behind all of C, and Ch behind H, so Chile stands behind Hongkong.
        let (cyprus, czechia) = (czech.firstIndex(of: "CY"), czech.firstIndex(of: "CZ"))
        #expect((cyprus ?? .max) > (czechia ?? .min) || (cyprus ?? .max) < (czechia ?? .min))
        let (chile, hungary) = (czech.firstIndex(of: "CL"), czech.firstIndex(of: "HT"))
        #expect((chile ?? .min) > (hungary ?? .max))
    }
}
