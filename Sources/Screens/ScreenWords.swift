import Expressions
import Flows
import Localization

/// Finds the words of one screen and fills them with values.
struct ScreenWords {
    let builder: ScreenBuilder
    let state: FlowState
    let now: Int64
    let input: ScreenInput
    let language: LanguageTag
    /// Those that were found before.
    let messages: ScreenMessages
    private let arguments: StepArguments

    init(builder: ScreenBuilder, state: FlowState, now: Int64, input: ScreenInput) {
        self.builder = builder
        self.state = state
        self.now = now
        self.input = input
        language = LanguageTag(state.locale)
        messages = builder.stock.messages(in: language)
        arguments = StepArguments(
            state.step,
            of: builder,
            state: state,
            input: input,
            now: now,
            masks: true
        )
    }

    var formats: RegionalFormats? { builder.formats[language] }

    /// The value of a name as messages of this step print it.
    func value(_ name: String) -> MessageArgument? { arguments[name] }

    /// The words of a key; a mark with the key where there are none.
    func required(_ key: String) -> Words { required([key]) }

    /// The words of the first of these keys that has any.
    func required(_ keys: [String], _ more: [String: MessageArgument] = [:]) -> Words {
        required(
            builder.catalogs.message(firstOf: keys.map { MessageKey($0) }, in: language),
            more
        )
    }

    /// The words of a message.
    func required(_ message: FoundMessage, _ more: [String: MessageArgument] = [:]) -> Words {
        message.words(zone: state.zone) { more[$0] ?? arguments[$0] }
    }

    /// The words of a message, where there is one.
    func optional(_ message: FoundMessage?, _ more: [String: MessageArgument] = [:]) -> Words? {
        message.map { required($0, more) }
    }

    /// Why something was refused.
    func refusal(_ refusal: Refusal) -> Words {
        var more: [String: MessageArgument] = [:]
        switch refusal {
        case .tooSoon(let readyAt):
            more = waiting(until: readyAt)
        case .usedUp(let readyAt?):
            more = waiting(until: readyAt)
        case .usedUp(nil), .stale, .noWayBack, .notHere, .used, .expired, .superseded, .forged,
            .otherSession, .codeNeeded, .wrongCode, .tooManyTries, .continuedElsewhere, .ended:
            break
        case .fixed(let field):
            more["field"] = .text(label(of: field).text)
        }
        return required(["refused.\(refusal.reason)"], more)
    }

    /// Why a letter or a short message has not gone out.
    func trouble(
        _ trouble: LetterTrouble,
        to recipient: String,
        isShortMessage: Bool
    ) -> Words {
        required(
            ["failure.\(isShortMessage ? "sms" : "letter")_\(trouble.rawValue)"],
            ["recipient": .text(recipient)]
        )
    }

    /// What a field is called.
    func label(of field: FieldName) -> Words { required(keys(field, "label")) }

    /// A field's key in this flow, then the one that all flows share.
    func keys(_ field: FieldName, _ last: String) -> [String] {
        FieldKeys(field.text, in: builder.machine.definition).keys(last)
    }

    /// A value inside an error message.
    func argument(_ argument: ProblemArgument) -> MessageArgument {
        switch argument {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .date(let day): .date(milliseconds: day)
        case .country(let code): .text(formats?.countryName(code) ?? code)
        case .money(let money):
            .money(tenThousandths: money.tenThousandths, currency: money.currency)
        }
    }

    private func waiting(until moment: Int64) -> [String: MessageArgument] {
        [
            "ready_at": .time(milliseconds: moment),
            "wait_seconds": .integer(max(1, (moment - now + 999) / 1000)),
        ]
    }
}

/// Values as messages print them.
struct MessageArguments {
    let builder: ScreenBuilder
    let language: LanguageTag
    /// The values that the words of an option may show.
    var inOptions: (String) -> MessageArgument? = { _ in nil }

    /// A value as messages print it; `nil` for what no message may read.
    func argument(_ value: FieldValue, of field: FieldDefinition?) -> MessageArgument? {
        switch value {
        case .text(let text): .text(field.map { shown(text, of: $0) } ?? text)
        case .bool(let isTrue): .choice(isTrue ? "true" : "false")
        case .integer(let number): .integer(number)
        case .money(let money):
            .money(tenThousandths: money.tenThousandths, currency: money.currency)
        case .date(let day): .date(milliseconds: day)
        case .consent(let consent): .integer(Int64(consent.version))
        case .list, .sealed, .passed, .files: nil
        }
    }

    /// A stored text as people read it.
    func shown(_ text: String, of field: FieldDefinition) -> String {
        switch field.type {
        case .country: builder.formats[language]?.countryName(text) ?? text
        case .choice(let options):
            builder.option(
                OptionKeys.option(text, among: options),
                keyPath: field.name.text,
                in: language,
                argument: inOptions
            ).text
        case .email, .phone, .document, .postcode: builder.display.shown(text, as: field.type)
        case .text, .name, .date, .bool, .integer, .money, .list, .file, .captcha, .consent, .code,
            .secret:
            text
        }
    }
}

/// The keys of a field's words: in the flow it comes from, then those that all flows share.
struct FieldKeys {
    private let own: String
    private let shared: String

    init(_ path: String, in flow: FlowDefinition) {
        let (home, name) = flow.origin(of: path)
        own = home.text + "." + name + "."
        shared = "field." + name + "."
    }

    /// The keys that end so.
    func keys(_ last: String) -> [String] { [own + last, shared + last] }

    /// The keys of an option: in this flow, then for all flows, then for all fields that share the option's list.
    func keys(of option: ChoiceOption) -> [String] {
        keys("option." + option.value)
            + (option.list.map { ["options.\($0).\(option.value)"] } ?? [])
    }
}

/// The options of a choice.
enum OptionKeys {
    /// The option of a value; one without a list where there is none.
    static func option(_ value: String, among options: [ChoiceOption]) -> ChoiceOption {
        options.first { $0.value == value } ?? ChoiceOption(value: value)
    }
}

extension Refusal {
    /// Whether the time it asked to wait has passed, so that it says nothing true any more.
    func isOver(at now: Int64) -> Bool {
        switch self {
        case .tooSoon(let readyAt), .usedUp(let readyAt?): readyAt <= now
        case .usedUp(nil), .stale, .noWayBack, .notHere, .used, .expired, .superseded, .forged,
            .otherSession, .codeNeeded, .wrongCode, .tooManyTries, .continuedElsewhere, .ended,
            .fixed:
            false
        }
    }
}
