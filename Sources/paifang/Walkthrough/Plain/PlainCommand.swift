import Localization

/// A line that is no answer but asks for something: a colon and a word, in English or in the
/// reader's language.
enum PlainCommand: Hashable {
    case back, help, leave, read, another
    /// Another language, where one is named.
    case language(String?)
    /// A button of the step, by its number.
    case button(Int)
    /// A word that means nothing here.
    case unknown(String)

    /// The command that a line is; `nil` for an answer.
    ///
    /// Two colons begin an answer with one.
    static func of(_ line: String, _ chrome: Chrome) -> PlainCommand? {
        guard let colon = line.first, colon == ":" || colon == "：" else { return nil }
        let rest = line.dropFirst()
        guard rest.first != colon else { return nil }
        let pieces = rest.split(maxSplits: 1) { $0.isWhitespace }
        let word = pieces.first.map { $0.lowercased() } ?? ""
        let names: [(ChromeKey, String, PlainCommand)] = [
            (.commandBack, "back", .back), (.commandHelp, "help", .help),
            (.commandLeave, "quit", .leave), (.commandRead, "read", .read),
            (.commandAnother, "another", .another),
            (.commandLanguage, "lang", .language(pieces.count > 1 ? String(pieces[1]) : nil)),
        ]
        for (key, english, command) in names
        where word == english || word == chrome[key].lowercased() {
            return command
        }
        if let number = OptionSearch.number(word) { return .button(number) }
        return .unknown(String(line.prefix(40)))
    }

    /// The answer that a line is, where it is no command.
    static func answer(_ line: String) -> String {
        line.hasPrefix("::") || line.hasPrefix("：：") ? String(line.dropFirst()) : line
    }
}
