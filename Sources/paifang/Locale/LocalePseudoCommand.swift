import ArgumentParser
import Documents
import Localization

/// `paifang locale pseudo`: a locale file in a language made for testing.
struct LocalePseudoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pseudo",
        abstract: "Print a locale file in a language made for testing.",
        discussion: """
            en-XA has accents and is longer, en-XB is backwards and upside down, zh-XW has letters of two cells,
            en-XL is twice as long, en-XK shows the key of each message. run, test, graph and locale preview take
            these tags with --lang, too, without any file.
            """
    )

    @Argument(help: "en-XA, en-XB, zh-XW, en-XL or en-XK.")
    var language: String

    @Option(help: "The file to write; standard output without it.")
    var out: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let desk = try LocaleDesk(shared)
        let tag = LanguageTag(language)
        guard let pseudo = PseudoLanguage(tag) else {
            throw desk.situation.missing(
                "pseudo-language",
                language,
                among: PseudoLanguage.tags.map(\.rawValue)
            )
        }
        let keys = desk.catalogs.keys
        let messages = keys.map { key in
            (key, pseudo.pattern(desk.catalogs[desk.source]?.pattern(for: key) ?? "", of: key))
        }
        if shared.isJSON {
            let texts = messages.map { JSONValue.Member($0.0.rawValue, .string($0.1)) }
            let json: JSONValue = [
                "schema": 1, "language": .string(tag.rawValue), "messages": .object(texts),
            ]
            return Standard.output(JSONWriter.compact(json))
        }
        let text = LocaleFileWriting.text(
            messages.map { ($0.0.rawValue, $0.1) },
            heading:
                "Made of \(desk.source.rawValue).yaml for testing; nobody speaks \(tag.rawValue)."
        )
        guard let out else { return Standard.output(text, terminator: "") }
        try TextFile.write(text, to: out)
        desk.situation.say(["\(messages.count) messages are in \(VisibleText.escaping(out))"])
    }
}
