import Documents
import Testing

@testable import Localization

@Suite("The project's locale files")
struct LocaleFilesTests {
    @Test func `the source language is there`() {
        #expect(LocaleFiles.languages.contains(LanguageTag("en")))
    }

    @Test(arguments: LocaleFiles.languages)
    func `every message can be read`(language: LanguageTag) throws {
        let (catalog, problems) = try LocaleFiles.load(language)
        #expect(problems == [])
        #expect(catalog?.keys.isEmpty == false)
    }

    @Test(arguments: LocaleFiles.languages)
    func `every branch of every message has the bytes of ICU`(language: LanguageTag) throws {
        let catalog = try #require(try LocaleFiles.load(language).catalog)
        var compared = 0
        for key in catalog.keys {
            let pattern = try #require(catalog.pattern(for: key))
            let program = try #require(catalog.program(for: key))
            let oracle = try #require(Oracle(pattern, language), "\(key.rawValue)")
            for arguments in BranchArguments(program).sets {
                #expect(program.format(arguments) == oracle.format(arguments), "\(key.rawValue)")
                compared += 1
            }
        }
        #expect(compared >= catalog.keys.count)
    }

    @Test(arguments: LocaleFiles.languages)
    func `no branch of any message shows a sign of the syntax, or nothing`(language: LanguageTag)
        throws
    {
        let catalog = try #require(try LocaleFiles.load(language).catalog)
        for key in catalog.keys {
            let program = try #require(catalog.program(for: key))
            // Only inside of a plural a number sign is syntax.
            let pattern = try #require(catalog.pattern(for: key))
            let signs =
                pattern.contains("plural,") || pattern.contains("selectordinal,") ? "{}#" : "{}"
            for arguments in BranchArguments(program).sets {
                // What comes from outside may hold any sign.
                let plain = arguments.mapValues { argument -> MessageArgument in
                    if case .text = argument { .text("Anna") } else { argument }
                }
                let text = program.format(plain)
                #expect(!text.contains { signs.contains($0) }, "\(key.rawValue): \(text)")
                #expect(text.contains { !$0.isWhitespace }, "\(key.rawValue)")
            }
        }
    }

    @Test(arguments: LocaleFiles.languages)
    func `what reaches a branch by its place is shown with the words of that branch`(
        language: LanguageTag
    ) throws {
        let catalog = try #require(try LocaleFiles.load(language).catalog)
        var reached = 0
        for key in catalog.keys {
            let entry = try #require(catalog.entries[key])
            let path = BranchPath(entry.tree, in: language)
            for branch in entry.tree.arguments.flatMap(\.branches) {
                for case .text(let text) in branch.nodes {
                    let sample = try #require(
                        path.arguments(reaching: text.range),
                        "\(key.rawValue)"
                    )
                    let shown = entry.program(in: language).format(sample)
                    #expect(shown.contains(text.value), "\(key.rawValue): \(shown)")
                    reached += 1
                }
            }
        }
        #expect(reached > 20)
    }

    @Test(arguments: LocaleFiles.languages)
    func `what serves all flows names no length of time, which each sets for itself`(
        language: LanguageTag
    ) throws {
        let catalog = try #require(try LocaleFiles.load(language).catalog)
        let shared = catalog.keys.filter { $0.rawValue.hasPrefix("refused.") }
        #expect(shared.count > 10)
        for key in shared {
            let pattern = try #require(catalog.pattern(for: key))
            #expect(!pattern.contains { ("0"..."9").contains($0) }, "\(key.rawValue)")
        }
    }

    @Test func `the files agree with each other, and every message is described`() throws {
        let catalogs = try LocaleFiles.languages.compactMap { try LocaleFiles.load($0).catalog }
        #expect(catalogs.map(\.language) == fiveLanguages)
        let (descriptions, problems) = try LocaleFiles.descriptions()
        #expect(problems == [])
        let findings = LocaleChecks.check(
            catalogs: Catalogs(catalogs, source: LanguageTag("en")),
            descriptions: descriptions
        )
        #expect(findings == [])
    }

    @Test func `in the pseudo-language no message has a plain letter of its own`() throws {
        let english = try #require(try LocaleFiles.load(LanguageTag("en")).catalog)
        let catalogs = Catalogs([english], source: LanguageTag("en")).pseudo()
        let pseudo = try #require(catalogs[LanguageTag("en-XA")])
        for key in english.keys where !PseudoLanguage.keeps(key) {
            let program = try #require(pseudo.program(for: key))
            let values = program.arguments.map { ($0.name, MessageArgument.integer(7)) }
            let text = program.format(Dictionary(values) { first, _ in first })
            #expect(text.hasPrefix("⟦") && text.hasSuffix("⟧"))
            #expect(!text.utf8.contains { (0x41...0x5A).contains($0 & 0xDF) }, "\(key.rawValue)")
        }
    }
}
