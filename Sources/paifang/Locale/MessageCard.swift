import Documents
import Flows
import Localization

/// One message with everything that a translator may want to know.
struct MessageCard {
    /// The words of one language.
    struct Words {
        let language: LanguageTag
        /// The message as the file has it; `nil` where it is missing.
        let pattern: String?
        /// The file with the line, as `locales/cs.yaml:88`.
        let place: String?
        /// How the words stand to the source; empty for the source itself and where nothing is written down.
        let state: String
    }

    /// An argument with what it is and an example.
    struct Argument {
        let name: String
        let kind: MessageArgumentKind
        let example: String?
    }

    let key: MessageKey
    let words: [Words]
    let description: MessageDescription?
    let arguments: [Argument]
    let uses: [MessageUses.Use]
    let terms: [Glossary.Term]

    init(
        _ key: MessageKey,
        _ languages: [LanguageTag],
        _ desk: LocaleDesk,
        uses: [MessageUses.Use]
    ) {
        self.key = key
        self.uses = uses
        terms =
            desk.catalogs[desk.source]?.pattern(for: key).map {
                desk.project.glossary.terms(in: $0, of: desk.source)
            } ?? []
        let description = desk.project.descriptions?[key]
        self.description = description
        words = languages.map { language in
            let catalog = desk.catalogs[language]
            let range = language.isPseudo ? nil : catalog?.place(of: key)
            return Words(
                language: language,
                pattern: catalog?.pattern(for: key),
                place: range.map { "\($0.file):\($0.start.line)" },
                state: language == desk.source || language.isPseudo
                    ? "" : Self.words(for: desk.condition(of: key, in: language))
            )
        }
        let program =
            desk.catalogs[desk.source]?.program(for: key)
            ?? languages.lazy.compactMap { desk.catalogs[$0]?.program(for: key) }.first
        arguments = (program?.arguments ?? []).map {
            Argument(name: $0.name, kind: $0.kind, example: description?.arguments[$0.name])
        }
    }

    // MARK: - Writing

    /// The lines for a terminal.
    func lines(columns: Int, paint: Paint) -> [String] {
        var lines = [paint.strong(key.rawValue)]
        if let description {
            lines += Paint.wrapped(description.text, columns: columns, indent: 2)
        } else {
            lines.append("  messages.yaml does not say what it is for.")
        }
        lines.append("")
        for words in words {
            let name = RegionalFormats.ownName(of: words.language)
            let title = "  " + DisplayWidth.fit(words.language.rawValue, to: 6) + name
            lines.append(
                paint.strong(title) + paint.faint(words.place.map { "  \($0)" } ?? "")
                    + (words.state.isEmpty ? "" : "  \(words.state)")
            )
            let text = words.pattern ?? "— no words yet —"
            lines += Paint.wrapped(text, columns: columns, indent: 8)
        }
        lines.append("")
        let facts = facts
        let width = (facts.map { DisplayWidth.cells($0.name) }.max() ?? 0) + 2
        for fact in facts {
            for (index, text) in fact.texts.enumerated() {
                let title = DisplayWidth.fit(index == 0 ? fact.name : "", to: width)
                let parts = Paint.wrapped(text, columns: columns, indent: width + 2)
                lines.append("  " + paint.faint(title) + (parts.first ?? "").dropFirst(width + 2))
                lines += parts.dropFirst()
            }
        }
        return lines
    }

    /// What stands below the words, each with its name.
    private var facts: [(name: String, texts: [String])] {
        var facts: [(name: String, texts: [String])] = []
        if !arguments.isEmpty {
            let texts = arguments.map { argument in
                "{\(argument.name)} \(Self.words(for: argument.kind))"
                    + (argument.example.map { ", such as \($0)" } ?? "")
            }
            facts.append(("Filled in", texts))
        }
        if let width = description?.width {
            facts.append(("Room", ["\(width) cells; a Chinese character takes 2"]))
        }
        if let keep = description?.keep, !keep.isEmpty {
            facts.append(("Stays as is", [keep.joined(separator: ", ")]))
        }
        facts.append(("Used", uses.isEmpty ? [usedElsewhere] : uses.map(Self.text)))
        if !terms.isEmpty { facts.append(("Terms", terms.map { text(of: $0) })) }
        return facts
    }

    private var usedElsewhere: String {
        if PseudoLanguage.keeps(key) { return "to read answers; no screen shows it" }
        let name = key.rawValue
        if name.hasPrefix("chrome.") { return "by the walk in the terminal, in every flow" }
        if name.hasPrefix("captcha.") { return "where a question keeps robots out" }
        if name.hasPrefix("failure.") { return "where something does not work" }
        return name.hasPrefix("error.") || name.contains(".error.") || name.hasPrefix("note.")
            ? "where an answer is not taken as it is" : "in no flow"
    }

    private static func text(of use: MessageUses.Use) -> String {
        let place = "\(use.place.file):\(use.place.start.line)"
        guard !use.steps.isEmpty else { return "\(place)  \(use.flow)" }
        let steps = use.steps.map(\.text).joined(separator: ", ")
        return "\(place)  \(use.flow), step \(steps)"
    }

    private func text(of term: Glossary.Term) -> String {
        let uses = words.compactMap { words in
            term.use(in: words.language).map { "\(words.language.rawValue) \($0)" }
        }
        return ([term.name + ":"] + uses).joined(separator: "  ")
            + (term.note.map { "  (\($0))" } ?? "")
    }

    /// How a translation stands to its source, in a word.
    private static func words(for condition: LocaleStates.Condition) -> String {
        switch condition {
        case .missing, .unrecorded: ""
        case .new: "new"
        case .stale: "stale: the English has changed since"
        case .upToDate(let status): status.rawValue
        }
    }

    /// What a sort of value is, in words.
    private static func words(for kind: MessageArgumentKind) -> String {
        switch kind {
        case .any, .text: "a text"
        case .integer: "a whole number"
        case .number: "a number"
        case .date: "a date"
        case .time: "a moment"
        case .money: "an amount"
        case .list: "a list"
        case .choice: "a word that chooses a branch"
        }
    }

    /// The card as JSON.
    var json: JSONValue {
        let texts = words.map { words -> JSONValue in
            [
                "language": .string(words.language.rawValue), "text": .optional(words.pattern),
                "place": .optional(words.place),
                "state": words.state.isEmpty ? .null : .string(words.state),
            ]
        }
        let values = arguments.map { argument -> JSONValue in
            [
                "name": .string(argument.name), "kind": .string(argument.kind.rawValue),
                "example": .optional(argument.example),
            ]
        }
        let places = uses.map { use -> JSONValue in
            [
                "flow": .string(use.flow.text),
                "steps": .array(use.steps.map { .string($0.text) }),
                "file": .string(use.place.file), "line": .integer(use.place.start.line),
            ]
        }
        let terms = terms.map { term -> JSONValue in
            let use = term.languages.map {
                JSONValue.Member($0.rawValue, .optional(term.use(in: $0)))
            }
            return ["term": .string(term.name), "use": .object(use), "note": .optional(term.note)]
        }
        return [
            "key": .string(key.rawValue), "description": .optional(description?.text),
            "words": .array(texts), "arguments": .array(values),
            "width": description?.width.map { .integer($0) } ?? .null,
            "keep": .array((description?.keep ?? []).map { .string($0) }),
            "uses": .array(places), "terms": .array(terms),
        ]
    }
}
