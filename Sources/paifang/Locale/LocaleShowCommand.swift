import ArgumentParser
import Documents
import Flows
import Localization

/// `paifang locale show`: all there is to know about messages.
struct LocaleShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "All there is to know about a message: its words in every language, and what it is for."
    )

    @Argument(help: "Keys, such as wallet-signup.start.intro or 'field.email.*'.")
    var keys: [String]

    @Option(help: "Only these languages, such as cs or ru,cs.")
    var lang: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        var desk = try LocaleDesk(shared)
        let chosen = try desk.languages(lang)
        let languages = chosen.isEmpty ? desk.project.languages : chosen
        let found = try desk.keys(named: keys)
        let uses = MessageUses(of: desk.project)
        let cards = found.map { key in
            MessageCard(key, languages, desk, uses: uses[key])
        }
        guard !shared.isJSON else {
            let messages = JSONValue.array(cards.map(\.json))
            return Standard.output(JSONWriter.compact(["schema": 1, "messages": messages]))
        }
        let paint = Paint(isOn: desk.isColoured)
        let text = cards.map { card in
            card.lines(columns: desk.columns ?? 80, paint: paint).joined(separator: "\n") + "\n"
        }
        Standard.output(text.joined(separator: "\n"), terminator: "")
    }
}
