import Answers
import Documents
import Flows

/// The names that a scenario of a flow may use.
struct FlowVocabulary {
    let flow: FlowDefinition

    var steps: [String] { flow.steps.map(\.name.text) }

    /// Every button of the flow, once.
    var buttons: [String] { names(of: .button) }

    var signals: [String] { names(of: .signal) }

    /// Everything that is sent, as `mail.<name>` or `sms.<name>`.
    var letters: [String] { letters { _ in true } }

    /// What is sent with a link.
    var lettersWithLink: [String] { letters { $0.link != nil } }

    /// What is sent with a code.
    var messagesWithCode: [String] { letters { $0.code != nil } }

    var outcomes: [String] {
        unique(
            flow.steps.compactMap { step in
                if case .end(let outcome, _) = step.kind { outcome.text } else { nil }
            }
        )
    }

    /// The fields that are asked.
    var asked: [String] { fields { $0 == .asked } }

    var inputs: [String] { fields { $0 == .input } }

    /// Everything that may have a value.
    var fields: [String] { flow.fields.map(\.name.text) }

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

    private func names(of source: EventDefinition.Source) -> [String] {
        unique(flow.steps.flatMap(\.events).filter { $0.source == source }.map(\.name.text))
    }

    private func letters(_ isMeant: (SendDefinition) -> Bool) -> [String] {
        let sends = flow.steps.flatMap(\.sends) + [flow.closingLetter?.send].compactMap(\.self)
        return unique(sends.filter(isMeant).map(\.fullName))
    }

    private func fields(_ isMeant: (FieldDefinition.Origin) -> Bool) -> [String] {
        flow.fields.filter { isMeant($0.origin) }.map(\.name.text)
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

extension FieldDefinition {
    /// Why an answer to the field may not be taken, beside its rules and `missing`.
    var typeReasons: [String] {
        let prefix = "error.\(type.keyword)."
        let ofType = AnswerMessages.demanded.map(\.key).filter { $0.hasPrefix(prefix) }
            .map { String($0.dropFirst(prefix.count)) }
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

extension SendDefinition {
    /// The name under which scenarios know what is sent: `mail.<name>` or `sms.<name>`.
    var fullName: String { "\(channel.rawValue).\(name)" }
}
