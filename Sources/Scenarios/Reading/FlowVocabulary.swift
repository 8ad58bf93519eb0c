import Answers
import Documents
import Flows

/// The names that a scenario of a flow may use.
///
/// A class, since each entry of a scenario asks for some: they are gathered once.
final class FlowVocabulary: Sendable {
    let flow: FlowDefinition
    let steps: [String]
    /// Every button of the flow, once.
    let buttons: [String]
    let signals: [String]
    /// Everything that is sent, as `mail.<name>` or `sms.<name>`.
    let letters: [String]
    /// What is sent with a link.
    let lettersWithLink: [String]
    /// What is sent with a code.
    let messagesWithCode: [String]
    let outcomes: [String]
    /// The fields that are asked.
    let asked: [String]
    let inputs: [String]
    /// Everything that may have a value.
    let fields: [String]

    init(flow: FlowDefinition) {
        self.flow = flow
        let events = flow.steps.flatMap(\.events)
        let sends = flow.steps.flatMap(\.sends) + [flow.closingLetter?.send].compactMap(\.self)
        let named = { (fields: [FieldDefinition]) in fields.map(\.name.text) }
        steps = flow.steps.map(\.name.text)
        buttons = Self.unique(events.filter { $0.source == .button }.map(\.name.text))
        signals = Self.unique(events.filter { $0.source == .signal }.map(\.name.text))
        letters = Self.unique(sends.map(\.fullName))
        lettersWithLink = Self.unique(sends.filter { $0.link != nil }.map(\.fullName))
        messagesWithCode = Self.unique(sends.filter { $0.code != nil }.map(\.fullName))
        outcomes = Self.unique(
            flow.steps.compactMap { step in
                if case .end(let outcome, _) = step.kind { outcome.text } else { nil }
            }
        )
        asked = named(flow.fields.filter { $0.origin == .asked })
        inputs = named(flow.fields.filter { $0.origin == .input })
        fields = named(flow.fields)
    }

    /// Why an event may be refused by the machine.
    static let refusals: [String] = [
        Refusal.stale, .noWayBack, .notHere, .tooSoon(readyAt: 0), .usedUp(readyAt: nil), .used,
        .expired, .superseded, .forged, .codeNeeded, .wrongCode, .tooManyTries,
        .continuedElsewhere, .fixed(""), .ended,
    ].map(\.reason)

    /// Everything that can be wrong with a field, or with a part of a list's records.
    func problems(of field: FieldDefinition, in list: FieldDefinition?) -> [String] {
        let rules = field.rules.map(\.name) + (list?.rules.map(\.name) ?? [])
        return rules + field.typeReasons + ["missing", "unfit"]
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

extension FieldDefinition {
    /// Why an answer to the field may not be taken, beside its rules and `missing`.
    var typeReasons: [String] {
        let ofType = (Self.reasons[type.keyword] ?? [])
            // What has one character is long enough for such a field, and nothing at all is missing.
            .filter { $0 != "too_short" || length.minimum > 1 || type.keyword == "phone" }
        switch type {
        case .captcha: return ofType + ["wrong"]
        case .code: return ofType + ["wrong", "expired", "superseded"]
        case .secret(let use, let isRepeated):
            switch use {
            case .new:
                return ofType + (isRepeated ? ["mismatch"] : [])
                    + (unlike.isEmpty ? [] : ["unlike"])
            case .check: return ofType + ["wrong"]
            case .relay: return ofType
            }
        case .phone(let line, let country):
            // A mobile number is never without an area code; one that lacks it is too short.
            return ofType.filter {
                ($0 != "no_area_code" || line != .mobile)
                    && ($0 != "other_country" || country != nil)
            }
        case .integer(let minimum, let maximum):
            // Where there is no bound, nothing is beyond it.
            return ofType.filter {
                ($0 != "min" || minimum > .min) && ($0 != "max" || maximum < .max)
            }
        case .money(_, _, let maximum):
            return ofType.filter { $0 != "max" || maximum < .max }
        case .text, .name, .email, .date, .country, .postcode, .document, .choice, .bool,
            .list, .consent:
            return ofType
        case .file(let bounds):
            return ofType.filter {
                ($0 != "too_few" || bounds.atLeast > 1)
                    && ($0 != "format" || bounds.formats.count < FileFormat.allCases.count)
            }
        }
    }
}

extension FieldDefinition {
    /// Why an answer may not be taken, by the type of the field.
    private static let reasons: [String: [String]] = {
        let parts = AnswerMessages.demanded.map { $0.key.split(separator: ".").map(String.init) }
        return Dictionary(grouping: parts.filter { $0.count == 3 && $0[0] == "error" }) { $0[1] }
            .mapValues { $0.map { $0[2] } }
    }()
}

extension SendDefinition {
    /// The name under which scenarios know what is sent: `mail.<name>` or `sms.<name>`.
    var fullName: String { "\(channel.rawValue).\(name)" }
}
