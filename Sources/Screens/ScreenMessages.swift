import Flows
import Localization
import Synchronization

/// The messages that screens of a flow need again and again, found once for each language.
final class ScreenMessages: Sendable {
    /// Those of the steps, by index.
    let steps: [StepMessages]
    /// Those of the fields, by slot.
    let fields: [FieldMessages]
    /// The title of the whole flow.
    let title: FoundMessage
    /// Those of fields and of the parts of lists, by their path.
    private let paths: [String: FieldMessages]

    init(of flow: FlowDefinition, _ finder: MessageFinder) {
        title = finder.required(["\(flow.name).title"])
        steps = flow.steps.map { StepMessages(of: $0, in: flow, finder) }
        fields = flow.fields.map { FieldMessages(of: $0, at: $0.name.text, in: flow, finder) }
        let all = fields + fields.flatMap(\.parts)
        paths = Dictionary(all.map { ($0.path, $0) }) { first, _ in first }
    }

    /// Those of a field, or of a part of a list's records, by its path.
    subscript(path: String) -> FieldMessages? { paths[path] }

    /// The message of an option of a field; `nil` where the flow has no such option.
    func message(of option: ChoiceOption, at path: String) -> FoundMessage? {
        paths[path]?.options[option.value]
    }
}

/// Finds messages of one language.
struct MessageFinder {
    let catalogs: Catalogs
    let language: LanguageTag

    /// The message of the first of these keys that has any.
    func required(_ keys: [String]) -> FoundMessage {
        catalogs.message(firstOf: keys.map { MessageKey($0) }, in: language)
    }

    /// The message of the first of these keys that has any; `nil` where no language has one.
    func optional(_ keys: [String]) -> FoundMessage? {
        let known = keys.filter { catalogs.has(MessageKey($0)) }
        return known.isEmpty ? nil : required(known)
    }
}

/// The messages of a step.
final class StepMessages: Sendable {
    /// What the keys of all of them begin with.
    let prefix: String
    let title: FoundMessage
    let intro: FoundMessage?
    let help: FoundMessage?
    let advice: FoundMessage?
    /// Those of its events, in their order.
    let events: [FoundMessage]

    init(of step: StepDefinition, in flow: FlowDefinition, _ finder: MessageFinder) {
        let prefix = flow.key(of: step.name.text)
        self.prefix = prefix
        title = finder.required(["\(prefix).title"])
        intro = finder.optional(["\(prefix).intro"])
        help = finder.optional(["\(prefix).help"])
        advice = finder.optional(["\(prefix).advice"])
        events = step.events.map { finder.required(["\(prefix).\($0.name)"]) }
    }
}

/// The messages of a field, or of a part of a list's records.
final class FieldMessages: Sendable {
    /// The field's name, or `<list>.<field>`.
    let path: String
    let label: FoundMessage
    let hint: FoundMessage?
    let warning: FoundMessage?
    /// Those of the options of a choice, by their value.
    let options: [String: FoundMessage]
    /// Those of the parts of a list's records.
    let parts: [FieldMessages]

    init(
        of field: FieldDefinition,
        at path: String,
        in flow: FlowDefinition,
        _ finder: MessageFinder
    ) {
        let keys = FieldKeys(path, in: flow)
        self.path = path
        label = finder.required(keys.keys("label"))
        hint = finder.optional(keys.keys("hint") + ["hint.\(field.type.keyword)"])
        warning = finder.optional(keys.keys("warning"))
        var options: [String: FoundMessage] = [:]
        if case .choice(let choices) = field.type {
            for option in choices where options[option.value] == nil {
                options[option.value] = finder.required(keys.keys(of: option))
            }
        }
        self.options = options
        var inner: [FieldDefinition] = []
        if case .list(let parts, _) = field.type { inner = parts }
        parts = inner.map { FieldMessages(of: $0, at: "\(path).\($0.name)", in: flow, finder) }
    }
}

/// What is made at the first screen of a language and kept for all later ones.
final class ScreenStock: Sendable {
    private struct Made {
        var messages: [LanguageTag: ScreenMessages] = [:]
        var countries: [LanguageTag: [ScreenField.Option]] = [:]
    }

    private let flow: FlowDefinition
    private let catalogs: Catalogs
    private let made = Mutex(Made())

    init(_ flow: FlowDefinition, _ catalogs: Catalogs) {
        self.flow = flow
        self.catalogs = catalogs
    }

    /// The messages in a language.
    func messages(in language: LanguageTag) -> ScreenMessages {
        made.withLock { made in
            if let messages = made.messages[language] { return messages }
            let finder = MessageFinder(catalogs: catalogs, language: language)
            let messages = ScreenMessages(of: flow, finder)
            // A tag may come from outside; only those that exist are kept.
            if catalogs[language] != nil { made.messages[language] = messages }
            return messages
        }
    }

    /// The countries as options, in the order of a language.
    func countries(in language: LanguageTag, _ formats: RegionalFormats) -> [ScreenField.Option] {
        made.withLock { made in
            if let options = made.countries[language] { return options }
            let options = formats.countries.map { country in
                ScreenField.Option(
                    raw: country.code,
                    words: Words(text: country.name, language: language)
                )
            }
            made.countries[language] = options
            return options
        }
    }
}
